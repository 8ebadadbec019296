"""Measures adapters through llama.cpp, as the product runs them: sentences, messages, calibration, by intent and language.

    python -m evaluate --base BASE.gguf ADAPTER.gguf [ADAPTER.gguf …] [--json FIGURES.json] [--wrong]
"""

import argparse
import json
import os
import time
from collections import defaultdict

import gguf
import numpy as np

from generator.messages import LABELS, prompt
from generator.understanding import spaced
from house.answers import HOUSE_FAULTS, INTENTS, RELEASE_FAULTS, calibration, judge, read
from house.base import ANSWER_END, PROMPT_END, PROMPT_START, sha256
from house.runtime import Runtime

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SENTENCES = os.path.join(ROOT, "Benchmarks", "Understanding", "held-out.tsv")
SECOND = os.path.join(ROOT, "Benchmarks", "Understanding", "held-out-second.tsv")
MESSAGES = os.path.join(ROOT, "Benchmarks", "Classify", "held-out.tsv")
COLUMNS = ["text", "intent", "media", "title", "year", "seasons", "episodes", "quality", "language"]


def rows(path, columns):
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    return [dict(zip(columns, (line.split("\t") + [""] * len(columns))[:len(columns)])) for line in lines]


def softmax(logits, temperature=1.0):
    z = np.asarray(logits, dtype=np.float64) / temperature
    e = np.exp(z - z.max())
    return e / e.sum()


def fitted_temperature(logits, targets):
    """The temperature that makes the right answers likeliest."""
    best = min(np.exp(np.linspace(np.log(0.5), np.log(6), 80)),
               key=lambda t: -sum(np.log(softmax(l, t)[y] + 1e-12) for l, y in zip(logits, targets)))
    return float(best)


def confidence(logits, targets):
    """Calibration before and after a temperature: fitted on one half of the cases, measured on the other, both ways."""
    right = [int(np.argmax(l) == y) for l, y in zip(logits, targets)]
    before = calibration([softmax(l).max() for l in logits], right)
    after, halves = [], [range(0, len(logits), 2), range(1, len(logits), 2)]
    for fit, test in (halves, halves[::-1]):
        t = fitted_temperature([logits[i] for i in fit], [targets[i] for i in fit])
        after.append(calibration([softmax(logits[i], t).max() for i in test], [right[i] for i in test]))
    t = fitted_temperature(logits, targets)
    sure = [softmax(l, t).max() >= 0.9 for l in logits]
    return {"ece": round(before, 4), "ece_after_temperature": round(sum(after) / 2, 4), "temperature": round(t, 3),
            "sure": sum(sure), "sure_right": sum(r for r, s in zip(right, sure) if s)}


def sentences(runtime, cases, kinds_by_words, wrong):
    tokens = [[PROMPT_START, *runtime.tokens(" " + spaced(c["text"])), PROMPT_END] for c in cases]
    start = time.monotonic()
    answers = runtime.answer(tokens, ANSWER_END)
    seconds = time.monotonic() - start
    first = [runtime.tokens(" " + i)[0] for i in INTENTS]
    count, by = defaultdict(int), {"intent": defaultdict(lambda: [0, 0]), "language": defaultdict(lambda: [0, 0])}
    logits, targets, bad = [], [], []
    for case, (answer, row) in zip(cases, answers):
        text = runtime.text(answer)
        right = judge(read(text), case, kinds_by_words)
        whole = right["intent"] and right["titles"] and right["kind"]
        for key, value in right.items():
            count[key] += int(value)
        count["whole"] += int(whole)
        count["whole_with_slots"] += int(whole and right["slots"])
        for name in by:
            by[name][case[name] or "?"][0] += int(whole)
            by[name][case[name] or "?"][1] += 1
        logits.append(row[first])
        targets.append(INTENTS.index("off" if case["intent"] == "off_topic" else case["intent"]))
        if not (whole and right["slots"]):
            bad.append((case["language"], case["intent"], case["text"], text, [k for k in right if not right[k]]))
    if wrong:
        for line in bad:
            print("  ", *line, sep=" | ")
    return {"cases": len(cases), **dict(count), "by_intent": {k: v for k, v in sorted(by["intent"].items())},
            "by_language": {k: v for k, v in sorted(by["language"].items())}, "confidence": confidence(logits, targets),
            "seconds": round(seconds, 1)}


def messages(runtime, cases, wrong):
    names = list(LABELS)
    labels = [runtime.tokens(" " + LABELS[n])[0] for n in names]
    tokens = [[PROMPT_START, *runtime.tokens(" " + spaced(prompt(c["source"], c["text"]))), PROMPT_END] for c in cases]
    start = time.monotonic()
    answers = runtime.answer(tokens, ANSWER_END, limit=0)
    seconds = time.monotonic() - start
    logits = [row[labels] for _, row in answers]
    targets = [names.index(c["class"]) for c in cases]
    temperature = fitted_temperature(logits, targets)
    right = costly = costly_sure = unsure = 0
    by = defaultdict(lambda: [0, 0])
    for case, row in zip(cases, logits):
        got, p = names[int(np.argmax(row))], softmax(row, temperature).max()
        right += int(got == case["class"])
        by[case["language"]][0] += int(got == case["class"])
        by[case["language"]][1] += 1
        blamed = case["class"] in HOUSE_FAULTS and got in RELEASE_FAULTS
        costly += int(blamed)
        costly_sure += int(blamed and p >= 0.85)
        unsure += int(p < 0.6)
        if wrong and got != case["class"]:
            print("  ", case["class"], "→", got, round(float(p), 2), case["source"], case["text"], sep=" | ")
    return {"cases": len(cases), "right": right, "costly": costly, "costly_at_0.85": costly_sure, "under_0.6": unsure,
            "by_language": dict(sorted(by.items())), "confidence": confidence(logits, targets), "seconds": round(seconds, 1)}


def facts(path):
    """The metadata that the export wrote, short names."""
    fields = {k: f.contents() for k, f in gguf.GGUFReader(path).fields.items() if not k.startswith("GGUF")}
    return {k.removeprefix("autoarr."): v for k, v in fields.items() if k.startswith("autoarr.")}


def label(path, taken):
    name = f"version {facts(path).get('adapter.version', 0)}"
    return name if name not in taken else os.path.basename(path)


def card(path, adapter, figures):
    """The figures file that lies beside the artefact."""
    names = list(figures)
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"sha256": sha256(adapter), **facts(adapter), "figures": figures[names[-1]],
                   "before": {n: figures[n] for n in names[:-1]}}, file, indent=1, ensure_ascii=False)
        file.write("\n")


def is_better(path):
    """Better at sentences on every list, and not worse at messages."""
    with open(path, encoding="utf-8") as file:
        figures = list(json.load(file).values())
    old, new = figures[0], figures[-1]
    return (all(new[k]["whole"] > old[k]["whole"] for k in ("sentences", "second", "development") if k in old)
            and new["messages"]["right"] >= old["messages"]["right"] and new["messages"]["costly"] <= old["messages"]["costly"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("adapters", nargs="*", help="adapter files; `none` for the base alone")
    parser.add_argument("--base")
    parser.add_argument("--card", help="write the last adapter's facts and figures here, the others' beside them")
    parser.add_argument("--better", metavar="FIGURES", help="only say whether the last adapter of a figures file beats the first")
    parser.add_argument("--development", help="further sentences in the same columns, film or series from knowledge")
    parser.add_argument("--every", type=int, default=1, help="only every n-th case, for a quick look")
    parser.add_argument("--json")
    parser.add_argument("--wrong", action="store_true", help="print what is wrong")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    if args.better:
        raise SystemExit(0 if is_better(args.better) else "not better: the adapter in the tree stays")
    figures = {}
    for path in args.adapters:
        runtime = Runtime(args.base, None if path == "none" else path, threads=args.threads)
        name = path if path == "none" else label(path, figures)
        figures[name] = one = {}
        one["sentences"] = sentences(runtime, rows(SENTENCES, COLUMNS)[::args.every], True, args.wrong)
        one["second"] = sentences(runtime, rows(SECOND, COLUMNS)[::args.every], True, args.wrong)
        if args.development:
            one["development"] = sentences(runtime, rows(args.development, COLUMNS)[::args.every], False, args.wrong)
        one["messages"] = messages(runtime, rows(MESSAGES, ["source", "text", "class", "language"])[::args.every], args.wrong)
        runtime.close()
        for part, f in one.items():
            print(name, part, json.dumps(f, ensure_ascii=False), flush=True)
    if args.json:
        with open(args.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=1, ensure_ascii=False)
            file.write("\n")
    if args.card:
        card(args.card, args.adapters[-1], figures)


if __name__ == "__main__":
    main()
