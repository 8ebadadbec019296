"""Case number i of a seed: the prompt and the answer of one of the tasks."""

import random

from . import messages, understanding

VERSION = 6
MESSAGES = 0.0  # share of the second task among all cases: the n-gram classifier knows messages better


def pair(seed, number):
    rng = random.Random(f"{VERSION}/{seed}/{number}")
    if rng.random() < MESSAGES:
        case = messages.case(rng)
        return understanding.spaced(messages.prompt(case["source"], case["text"])), case["answer"]
    case = understanding.case(rng)
    return understanding.spaced(case["text"]), case["answer"]
