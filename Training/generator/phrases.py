"""Reads the phrase files: what people say, by language and intent, and how they put a title into it."""

import os
import re

FOLDER = os.path.join(os.path.dirname(__file__), "phrases")


class Phrases:
    """One language: `intents` (lists of templates), `forms` (how an item is said), number words, fillers."""

    def __init__(self, language):
        self.language, self.intents, self.forms, self.fillers = language, {}, {}, {}
        self.numbers, self.ordinals = [], []
        current = None
        with open(os.path.join(FOLDER, f"{language}.txt"), encoding="utf-8") as file:
            for line in file:
                line = line.rstrip("\n")
                if not line.strip() or line.startswith("#"):
                    continue
                if not line.startswith("@"):
                    self.intents[current].append(line)
                    continue
                name, _, rest = line[1:].partition(" ")
                if name == "intent":
                    current = rest.strip()
                    self.intents.setdefault(current, [])
                elif name in ("numbers", "ordinals"):
                    setattr(self, name, rest.split())
                elif name in ("open", "close", "before", "and"):
                    self.fillers[name] = [x for x in rest.split("|") if x]
                else:
                    self.forms[name] = [x.strip() for x in rest.split("|") if x.strip()] if "(" not in rest else split(rest)


def split(text):
    """Alternatives at the outermost level of a line."""
    out, depth, start = [], 0, 0
    for i, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            out.append(text[start:i].strip())
            start = i + 1
    out.append(text[start:].strip())
    return [x for x in out if x]


INNER = re.compile(r"\(([^()\[\]]*\|[^()\[\]]*)\)|\[((?:[^()\[\]]|\([^()|\[\]]*\))*)\]")


def expand(template, rng):
    """Chooses one of each `(a|b)` and drops or keeps each `[x]`; plain brackets without a bar stay text."""
    while match := INNER.search(template):
        if match.group(1) is not None:
            chosen = rng.choice(match.group(1).split("|"))
        else:
            chosen = rng.choice(match.group(2).split("|")) if rng.random() < 0.5 else ""
        template = template[:match.start()] + chosen + template[match.end():]
    return re.sub(r"  +", " ", template).strip()


LANGUAGES = sorted(name[:-4] for name in os.listdir(FOLDER) if name.endswith(".txt"))
ALL = {language: Phrases(language) for language in LANGUAGES}
