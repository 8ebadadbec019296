"""Features and file of the n-gram classifiers. `Sources/Understanding/Ngrams` does the same, character by character.

A text is folded (lower case, no accents, digits all 0) and cut into words and a few marks. Features are words, neighbouring
words, and pieces of three to five letters; each is the FNV-1a hash of its bytes, cut to the size of the table.
"""

import struct
import unicodedata

import numpy as np

SINGLE = {"’": "'", "‘": "'", "´": "'", "ʼ": "'", "ß": "s", "ø": "o", "æ": "a", "œ": "o", "ł": "l"}
MARKS = "?!:%@§"
MAGIC = b"AUTOARRN"


def words(text, limit=80):
    """Runs of letters and digits, and the marks that matter as words of their own."""
    found, current = [], ""
    for character in text:
        character = character.lower()[0]
        character = SINGLE.get(character) or unicodedata.normalize("NFD", character)[0]
        category = unicodedata.category(character)
        if category == "Mn":
            continue
        if category[0] == "L":
            current += character
        elif category == "Nd":
            current += "0"
        else:
            if current:
                found.append(current)
                current = ""
            if character in MARKS:
                found.append(character)
    if current:
        found.append(current)
    return found[:limit]


def fnv(data):
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value ^ (value >> 15)


def features(text, bits):
    """Hashes of the features of a text, each once."""
    mask = (1 << bits) - 1
    tokens = words(text)
    names = {f"n{min(len(tokens), 12)}"}
    for i, word in enumerate(tokens):
        before = tokens[i - 1] if i else "^"
        earlier = tokens[i - 2] if i > 1 else "^"
        names.update(("w" + word, f"b{before} {word}"))
        if i > 0:
            names.add(f"t{earlier} {before} {word}")
        if i > 1:
            names.add(f"s{earlier} {word}")
        padded = "<" + word[:20] + ">"
        for size in (3, 4, 5):
            for start in range(len(padded) - size + 1):
                names.add("c" + padded[start:start + size])
    if tokens:
        names.update(("e" + tokens[-1], f"b{tokens[-1]} $"))
    if len(tokens) > 1:
        names.add(f"t{tokens[-2]} {tokens[-1]} $")
    return sorted({fnv(name.encode()) & mask for name in names})


def write(path, weights, bias):
    """weights: table × classes. Kept as one byte each, with one scale a class."""
    scale = np.abs(weights).max(0) / 127
    table = np.round(weights / scale).astype(np.int8)
    with open(path, "wb") as file:
        file.write(MAGIC + struct.pack("<II", int(np.log2(len(weights))), weights.shape[1]))
        file.write(bias.astype("<f4").tobytes() + scale.astype("<f4").tobytes() + table.tobytes())


class Classifier:
    """What a file says of a text, as the product computes it."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        assert data[:8] == MAGIC
        self.bits, classes = struct.unpack("<II", data[8:16])
        self.bias, self.scale = np.frombuffer(data, "<f4", 2 * classes, 16).reshape(2, classes)
        self.table = np.frombuffer(data, np.int8, offset=16 + 8 * classes).reshape(-1, classes)

    def scores(self, text):
        found = features(text, self.bits)
        return self.table[found].astype(np.float32).sum(0) * self.scale / len(found) ** 0.5 + self.bias
