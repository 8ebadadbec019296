"""Cases of the first task: a sentence that a person typed, and the answer of the house model."""

import re

from . import noise, titles
from .phrases import ALL, LANGUAGES, expand

WEIGHTS = {"en": 40, "de": 14, "fr": 10, "es": 9, "it": 8, "nl": 7, "pt": 7, "pl": 2, "sv": 2, "da": 2}
INTENTS = {"add": 28, "remove": 11, "status": 13, "search": 8, "calendar": 7, "diagnose": 12, "audit": 4, "control": 9, "recommend": 7,
           "help": 9, "off": 16}
FORMS = {"bare": 40, "movie": 9, "series": 8, "season": 10, "range": 3, "pair": 3, "onwards": 2, "all": 5, "latest": 5, "episode": 6,
         "year": 8, "collection": 1}
PLACEHOLDER = re.compile(r"\{([A-Za-z-]+)\}")


def pick(rng, weights):
    names = list(weights)
    return rng.choices(names, [weights[n] for n in names])[0]


class Sentence:
    """Builds one sentence: text with marks (private-use characters) where titles stand, and the items."""

    def __init__(self, rng, language):
        self.rng, self.language, self.phrases = rng, language, ALL[language]
        self.items, self.mentioned, self.marks = [], [], {}

    def mark(self, text):
        character = chr(0xE000 + len(self.marks))
        self.marks[character] = text
        return character

    def item(self, kind, title=None, **slots):
        item = {"kind": kind or "unknown", "mark": None, **slots}
        if title is None:
            title = titles.title(self.rng, kind, self.language)
        item["mark"] = self.mark(title)
        self.items.append(item)
        return item

    def numbers(self):
        rng = self.rng
        n = rng.choice([1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10])
        m = n + rng.randint(1, 4)
        e = rng.randint(1, 22)
        words, ordinals = self.phrases.numbers, self.phrases.ordinals
        eo = rng.randint(1, len(ordinals))
        return {"n": str(n), "m": str(m), "k": str(rng.choice([n, 2, 10, 20])), "e": str(e), "ee": f"{e:02}", "nw": words[n - 1],
                "no": ordinals[n - 1], "eo": ordinals[eo - 1], "y": str(rng.randint(1932, 2026)), "_e": e, "_eo": eo}

    def form(self, name, numbers=None):
        """One item by a form; gives its text."""
        rng = self.rng
        if name == "bare" or name not in self.phrases.forms:
            return self.item(None)["mark"]
        template = expand(rng.choice(self.phrases.forms[name]), rng)
        v = numbers or self.numbers()
        if name == "onwards" and "{k}" in template:
            v["k"] = v["n"]
            v["n"] = str(int(v["n"]) + 1)
        if name in ("season", "episode", "range", "pair") and "s0{n}" in template.lower() and v["n"] == "10":
            template = template.replace("0{n}", "{n}")
        slots = {"season": {"season": v["n"]}, "range": {"season": f"{v['n']}-{v['m']}"}, "pair": {"season": f"{v['n']},{v['m']}"},
                 "onwards": {"season": v["n"] + "+"}, "all": {"season": "all"}, "latest": {"season": "latest"},
                 "year": {"year": v["y"]}, "episode": {"episode": f"{v['n']}x{v['_eo'] if '{eo}' in template else v['_e']}"}}.get(name, {})
        kind = "movie" if "{M}" in template else "series" if "{S}" in template else None
        text = self.item(kind, **slots)["mark"]
        return PLACEHOLDER.sub(lambda m: text if m[1] in "MST" else v[m[1]], template)

    def quality(self, items, text):
        """Perhaps a quality after what was said; several items share it."""
        name = pick(self.rng, {"ultra": 4, "full": 4, "half": 1, "low": 1, "best": 2})
        if name not in self.phrases.forms:
            return text
        for item in items:
            item["quality"] = name
        phrase = expand(self.rng.choice(self.phrases.forms[name]), self.rng)
        return f"{phrase} {text}" if self.rng.random() < 0.04 else f"{text} {phrase}"

    def extra(self, text):
        phrase = expand(self.rng.choice(self.phrases.forms["extra"]), self.rng).replace("{y}", str(self.rng.randint(1950, 2020)))
        return text + phrase if phrase.startswith(",") else f"{text} {phrase}"

    def addition(self):
        """{A}: anything that can be added, with kind, season, year, quality, and what else is said."""
        rng, before = self.rng, len(self.items)
        if rng.random() < 0.03 and "beforequality" in self.phrases.forms:
            template, _, quality = expand(rng.choice(self.phrases.forms["beforequality"]), rng).rpartition("=")
            return template.replace("{T}", self.item(None, quality=quality)["mark"])
        text = self.form(pick(rng, FORMS))
        if rng.random() < 0.17:
            text = self.quality(self.items[before:], text)
        if rng.random() < 0.12 and "extra" in self.phrases.forms:
            text = self.extra(text)
        return text

    def spoken(self):
        """{X}: a title in a sentence that does not add it."""
        draw = self.rng.random()
        if draw < 0.74:
            return self.form("bare")
        if draw < 0.82:
            return self.form("movie")
        if draw < 0.90:
            return self.form("series")
        if draw < 0.94 and len(self.items) == 0:
            return self.several()
        return self.form(self.rng.choice(["season", "year", "episode"]))

    def several(self):
        """{L}: two to four items in a list."""
        rng, before = self.rng, len(self.items)
        count = rng.choice([2, 2, 2, 3, 3, 4])
        parts = []
        for _ in range(count):
            name = pick(rng, {"bare": 70, "movie": 6, "series": 6, "season": 8, "year": 5, "episode": 2, "range": 1, "latest": 2})
            text = self.form(name)
            if rng.random() < 0.05:
                text = self.quality(self.items[-1:], text)
            parts.append(text)
        word = rng.choice(self.phrases.fillers["and"])
        if rng.random() < 0.12:
            text = ", ".join(parts)
        else:
            comma = "," if rng.random() < 0.15 and count > 2 else ""
            text = ", ".join(parts[:-1]) + f"{comma} {word} {parts[-1]}"
        if rng.random() < 0.12:
            text = self.quality(self.items[before:], text)
        return text

    def sequels(self):
        """{Q}: "Alien 3 and 4", "Rocky 1, 2 and 3", "Iron Man 1 to 3" is left out: what lies between is not said."""
        rng = self.rng
        stem = re.sub(r"[ :].*", "", titles.title(rng, "movie", "en")) if rng.random() < 0.3 else titles.title(rng, "movie", "en")
        stem = re.sub(r"[\s:]*(\d+|[IVX]+)$", "", stem) or "Alien"
        first = rng.randint(1, 5)
        numbers = list(range(first, first + rng.choice([2, 2, 2, 3])))
        mark = self.mark(stem)
        for number in numbers:
            self.items.append({"kind": "unknown", "mark": mark, "suffix": f" {number}"})
        word = rng.choice(self.phrases.fillers["and"])
        parts = [f"{mark} {numbers[0]}"] + [str(n) for n in numbers[1:]]
        return ", ".join(parts[:-1]) + f" {word} {parts[-1]}"

    def identifier(self):
        """{I}: a pasted id or link."""
        rng = self.rng
        imdb, number = f"tt{rng.randint(10**6, 10**7 * 3):07}", rng.randint(11, 990000)
        slug = re.sub(r"[^a-z0-9]+", "-", titles.title(rng, None, "en").lower()).strip("-")
        kind, text, source, value = rng.choice([
            ("unknown", imdb, "imdb", imdb), ("unknown", f"https://www.imdb.com/title/{imdb}/", "imdb", imdb),
            ("unknown", f"imdb.com/title/{imdb}", "imdb", imdb), ("unknown", f"https://m.imdb.com/title/{imdb}/?ref_=nv_sr_1", "imdb", imdb),
            ("movie", f"https://www.themoviedb.org/movie/{number}-{slug}", "tmdb", number),
            ("series", f"https://www.themoviedb.org/tv/{number}-{slug}", "tmdb", number),
            ("movie", f"https://www.themoviedb.org/movie/{number}", "tmdb", number), ("unknown", f"tmdb:{number}", "tmdb", number),
            ("unknown", f"tmdb {number}", "tmdb", number), ("series", f"tvdb:{number}", "tvdb", number),
            ("series", f"tvdb {number}", "tvdb", number), ("unknown", f"imdb:{imdb}", "imdb", imdb),
            ("unknown", f"imdb {imdb}", "imdb", imdb)])
        self.items.append({"kind": kind, "mark": None, "id": f"{source} {value}"})
        return self.mark(text)

    def build(self, template):
        rng = self.rng
        v = self.numbers()
        template = expand(template, rng)
        uses_season = "{n}" in template

        def place(match):
            name = match[1]
            if name == "A":
                return self.addition()
            if name == "X":
                return self.spoken()
            if name == "L":
                return self.several()
            if name == "Q":
                return self.sequels()
            if name == "I":
                return self.identifier()
            if name == "R":
                return self.form(pick(rng, {"season": 5, "episode": 2, "pair": 1, "range": 1}))
            if name == "D":
                return self.form("year")
            if name == "-":
                return self.mark(titles.title(rng, None, self.language))
            if name in "TMS":
                kind = {"T": None, "M": "movie", "S": "series"}[name]
                return self.item(kind, **({"season": v["n"]} if uses_season and name == "S" else {}))["mark"]
            return v[name]

        return PLACEHOLDER.sub(place, template)


def answer(intent, items, spelled):
    """The answer: intent, then each item with its kind and its slots (year, season, episode, quality, id)."""
    parts = [intent]
    for item in items:
        name = spelled.get(item["mark"], "") + item.get("suffix", "")
        parts.append(f"{name} {item['kind']}".strip())
        for slot in ("year", "season", "episode"):
            if slot in item:
                parts.append(f"{slot} {item[slot]}")
        if "quality" in item:
            parts.append(item["quality"])
        if "id" in item:
            parts.append(item["id"])
    return " " + " | ".join(parts)


def spaced(text):
    """Quotes and brackets set off by spaces, so that words beside them keep their tokens; runs of space become one."""
    return re.sub(r"\s+", " ", re.sub(r"([\"“”„«»()\[\]])", r" \1 ", text)).strip()


def case(rng):
    """One case: sentence as typed, answer, intent and language."""
    language = pick(rng, {k: v for k, v in WEIGHTS.items() if k in LANGUAGES})
    intent = pick(rng, INTENTS)
    sentence = Sentence(rng, language)
    templates = sentence.phrases.intents[intent]
    bare = intent == "add" and rng.random() < 0.05
    # Lists and single titles with "and" in them must be told apart: lists come often.
    text = sentence.build("{A}" if bare else rng.choice(["{L}", "add {L}"] if intent == "add" and rng.random() < 0.04 else templates))
    fillers = sentence.phrases.fillers
    if not bare and intent != "off" or rng.random() < 0.2:
        if rng.random() < 0.12 and "open" in fillers:
            text = rng.choice(fillers["open"]) + text
        if rng.random() < 0.12 and "close" in fillers and "?" not in text:
            text = text + rng.choice(fillers["close"])
        if intent == "add" and rng.random() < 0.05 and "before" in fillers:
            text = rng.choice(fillers["before"]) + text
    text, spelled = noise.typed(rng, text, sentence.marks, language)
    if not re.search(r"\w|[^\x00-\x7f]|[.?]", text):
        text = "?"
    return {"text": text, "answer": spaced_answer(intent, sentence.items, spelled), "intent": intent, "language": language,
            "titles": sorted(spelled.values(), key=len, reverse=True)}


def masked(text, titles):
    """The sentence with its titles taken out, a mark in place of each."""
    for title in titles:
        text = re.sub(r"(?<!\w)" + re.escape(title) + r"(?!\w)", " § ", text) if title else text
    return text


def spaced_answer(intent, items, spelled):
    return answer(intent, items, {mark: spaced(text) for mark, text in spelled.items()})
