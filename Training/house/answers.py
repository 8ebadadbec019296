"""Reads the answers of the house model, and compares them with what was expected."""

import re
import unicodedata

INTENTS = ["add", "remove", "status", "search", "calendar", "diagnose", "audit", "control", "recommend", "help", "off"]
KINDS = ("movie", "series", "unknown")
QUALITIES = {"ultra": "2160p", "full": "1080p", "half": "720p", "low": "480p", "best": "best"}
HOUSE_FAULTS = {"disk_full", "path_or_permission", "account", "provider_unreachable", "client_unreachable", "script"}
RELEASE_FAULTS = {"release_incomplete", "release_damaged", "release_encrypted", "release_unwanted", "release_mislabelled"}


def read(answer):
    """` add | Dune movie | season 1-3` to intent and items."""
    parts = [p.strip() for p in answer.split(" | ")]
    intent, items = parts[0].strip(), []
    for part in parts[1:]:
        slot = re.fullmatch(r"(year|season|episode) (\S+)", part)
        words = part.split(" ")
        if slot and items:
            items[-1][slot[1]] = slot[2]
        elif part in QUALITIES and items:
            items[-1]["quality"] = QUALITIES[part]
        elif re.fullmatch(r"(imdb|tmdb|tvdb) \S+", part) and items:
            items[-1]["id"] = part.replace(" ", ":").replace("imdb:", "")
        elif words[-1] in KINDS:
            items.append({"title": " ".join(words[:-1]), "kind": words[-1]})
        else:
            items.append({"title": part, "kind": "unknown"})
    return {"intent": "off_topic" if intent == "off" else intent, "items": items}


def folded(title):
    """For comparing: without case, accents, marks; "&" as "and"."""
    title = unicodedata.normalize("NFD", title.lower().replace("&", " and "))
    return re.sub(r"[\W_]+", "", "".join(c for c in title if not unicodedata.combining(c)))


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        previous, row[0] = row[0], i + 1
        for j, y in enumerate(b):
            previous, row[j + 1] = row[j + 1], min(row[j + 1] + 1, row[j] + 1, previous + (x != y))
    return row[-1]


def same_title(got, expected):
    """Typing errors are left to the look-up: a slip or two in a longer title still name it."""
    got, expected = folded(got), folded(expected)
    return got == expected or (len(expected) > 7 and distance(got, expected) <= 2)


def judge(got, row, kinds_by_words):
    """What is right of an answer. `kinds_by_words`: film or series stands in the words (else `unknown` is always allowed)."""
    titles = [t for t in row["title"].split(" | ") if t]
    media = [m.strip() for m in row["media"].split(" | ")] if row["media"] else []
    ids = [t for t in titles if re.fullmatch(r"tt\d+|t[mv]db:\d+", t)]
    if ids:
        named = [i.get("id") for i in got["items"]] == ids
        return {"intent": got["intent"] == row["intent"], "titles": named, "kind": True, "slots": True}
    right_titles = len(titles) == len(got["items"]) and all(same_title(i["title"], t) for i, t in zip(got["items"], titles))
    kind = True
    for item, expected in zip(got["items"], media or []):
        if expected in ("movie", "series") and item["kind"] != expected and (kinds_by_words or item["kind"] != "unknown"):
            kind = False
    slots = True
    if row["intent"] == "add":
        expected = {"year": row["year"], "season": row["seasons"], "episode": row["episodes"], "quality": row["quality"]}
        for item in got["items"]:
            slots = slots and all(item.get(k, "") == v for k, v in expected.items())
    return {"intent": got["intent"] == row["intent"], "titles": right_titles, "kind": kind, "slots": slots}


def calibration(probabilities, right, bins=10):
    """Expected calibration error over equal-width bins."""
    total, error = len(right), 0.0
    for b in range(bins):
        chosen = [i for i, p in enumerate(probabilities) if b / bins < p <= (b + 1) / bins or (b == 0 and p == 0)]
        if chosen:
            error += abs(sum(probabilities[i] for i in chosen) - sum(right[i] for i in chosen)) / total
    return error
