"""How people really type: without capitals, without marks, without accents, with slips of the finger, with quotes."""

import re
import unicodedata

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEAR = {c: row[max(0, i - 1):i] + row[i + 1:i + 2] for row in ROWS for i, c in enumerate(row)}
QUOTES = {"en": [('"', '"'), ("'", "'"), ("“", "”")], "de": [('"', '"'), ("„", "“"), ("'", "'"), ("»", "«")],
          "fr": [("« ", " »"), ('"', '"'), ("«", "»")]}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def plain(text, language):
    if language == "de":
        text = text.translate(UMLAUTS)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def slip(rng, word):
    """One slip of the finger in a word of four letters or more."""
    if len(word) < 4 or not word.isalpha():
        return word
    i = rng.randint(1, len(word) - 2)
    kind = rng.random()
    if kind < 0.3:
        return word[:i] + word[i + 1] + word[i] + word[i + 2:]
    if kind < 0.6:
        return word[:i] + word[i + 1:]
    if kind < 0.8:
        return word[:i] + word[i] + word[i:]
    near = NEAR.get(word[i].lower(), "")
    return word[:i] + rng.choice(near) + word[i + 1:] if near else word


def slips(rng, text, share):
    return re.sub(r"[^\W\d_]+", lambda m: slip(rng, m[0]) if rng.random() < share else m[0], text)


def typed(rng, text, marks, language):
    """The sentence as typed, and each mark's title as it stands in it."""
    spelled = dict(marks)
    style = rng.random()
    lower = style < 0.34
    if not lower and style < 0.36:
        text, spelled = text.upper(), {m: t.upper() for m, t in spelled.items()}
    elif lower:
        text, spelled = text.lower(), {m: t.lower() if "tt" not in t[:30] or " " in t else t for m, t in spelled.items()}
    elif rng.random() < 0.6 and text[0].islower():
        text = text[0].upper() + text[1:]
    if rng.random() < (0.7 if lower else 0.15):
        # Where titles stand side by side their commas stay: without them nobody could tell where one ends.
        text = re.sub(r"[.!?¿¡;]+(?=\s|$)" if len(marks) > 1 else r"[.,!?¿¡;]+(?=\s|$)", "", text)
        if lower and rng.random() < 0.6:
            spelled = {m: re.sub(r"(?<=\w)['’](?=\w)|[!?:,]+(?=\s|$)|…", "", t) if not t.startswith("http") else t
                       for m, t in spelled.items()}
    elif rng.random() < 0.12 and text[-1:].isalpha():
        text += rng.choice([".", "!", ".", "?"]) if rng.random() < 0.8 else " …"
    if language != "en" and rng.random() < 0.18:
        text, spelled = plain(text, language), {m: plain(t, language) for m, t in spelled.items()}
    if rng.random() < 0.12:
        text = slips(rng, text, 0.25)
    if rng.random() < 0.10:
        spelled = {m: slips(rng, t, 0.5) if not re.search(r"[/:]\S|\btt\d", t) else t for m, t in spelled.items()}
    for character, title in spelled.items():
        before, after = "", ""
        if rng.random() < 0.06 and not re.search(r"[\"'/“„«]", title):
            before, after = rng.choice(QUOTES.get(language, QUOTES["en"]))
        text = text.replace(character, before + title + after)
    if rng.random() < 0.02:
        text = text + " " + rng.choice(["🙂", "🎬", "😊", "🍿", "❤️", "🙏", "😅"])
    text = re.sub(r"\s+([,.])", r"\1", re.sub(r"[ \t]+", " ", text)).strip()
    return text, {m: re.sub(r"\s+", " ", t).strip() for m, t in spelled.items()}
