"""Lists phrases of the held-out sentences that the generator can say too (titles masked): there should be none.

    python -m overlap [--draws 400000] [--drop]
"""

import argparse
import random
import re

from evaluate import COLUMNS, MESSAGES, SENTENCES, rows
from generator import messages, titles, understanding

MARK = re.compile("[\ue000-\uf8ff]")


def masked(text):
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def held_out(row):
    text = row["text"]
    for title in sorted(filter(None, row["title"].split(" | ")), key=len, reverse=True):
        text = text.replace(title, "TTT")
    return masked(text)


def drawn(draws):
    said = set()
    for i in range(draws):
        rng = random.Random(f"overlap/{i}")
        sentence = understanding.Sentence(rng, understanding.pick(rng, understanding.WEIGHTS))
        template = rng.choice(sentence.phrases.intents[understanding.pick(rng, understanding.INTENTS)])
        said.add(masked(MARK.sub("TTT", sentence.build(template))))
    return said


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=400_000)
    parser.add_argument("--drop", action="store_true", help="take them out of the held-out list")
    args = parser.parse_args()
    said = drawn(args.draws)
    found = [row for row in rows(SENTENCES, COLUMNS) if held_out(row) in said]
    known = {t.lower() for by in titles.BY_KIND.values() for group in by.values() for t in group}
    shared = sorted({t for row in rows(SENTENCES, COLUMNS) for t in row["title"].split(" | ") if t.lower() in known})
    said_by_services = {masked(messages.case(random.Random(i))["text"]) for i in range(args.draws // 4)}
    same = [row for row in rows(MESSAGES, ["source", "text"]) if masked(row["text"]) in said_by_services]
    for row in found + same:
        print(row["text"])
    print(f"{len(found)} phrases, {len(shared)} titles, {len(same)} messages are in the generator too", shared)
    if args.drop:
        taken = {row["text"] for row in found}
        with open(SENTENCES, encoding="utf-8") as file:
            lines = [line for line in file if line.split("\t")[0] not in taken]
        with open(SENTENCES, "w", encoding="utf-8") as file:
            file.writelines(lines)


if __name__ == "__main__":
    main()
