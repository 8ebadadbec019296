"""Trains the n-gram classifiers that stand beside the adapter: intents of sentences, classes of messages. Minutes, one thread.

    python -m ngrams sentences OUT.bin [--cases 400000] [--bits 17]
    python -m ngrams messages OUT.bin
"""

import argparse
import random

import numpy as np
import torch

from evaluate import MESSAGES, SECOND, SENTENCES, COLUMNS, rows
from generator import messages, understanding
from house.answers import HOUSE_FAULTS, INTENTS, RELEASE_FAULTS
from house.ngrams import Classifier, features, write

CLASSES = {"sentences": ["off_topic" if i == "off" else i for i in INTENTS], "messages": list(messages.LABELS)}


def case(task, seed, number):
    rng = random.Random(f"ngrams/{seed}/{number}")
    if task == "sentences":
        one = understanding.case(rng)
        # As typed, and as it reads once the house model has found the titles in it.
        text = understanding.masked(one["text"], one["titles"]) if rng.random() < 0.5 else one["text"]
        return text, INTENTS.index(one["intent"])
    one = messages.case(rng)
    return messages.prompt(one["source"], one["text"]), CLASSES[task].index(one["class"])


def fit(found, targets, bits, classes, epochs, decay, batch=1024):
    """Multinomial regression on hashed features, weighted by the root of their number."""
    lengths = np.array([len(f) for f in found])
    starts = np.concatenate([[0], np.cumsum(lengths)])
    flat, targets = torch.from_numpy(np.concatenate(found)), torch.tensor(targets)
    weights = torch.nn.EmbeddingBag(1 << bits, classes, mode="sum")
    torch.nn.init.zeros_(weights.weight)
    bias = torch.nn.Parameter(torch.zeros(classes))
    optimizer = torch.optim.Adam([weights.weight, bias], lr=0.02)
    steps, done = len(found) // batch * epochs, 0
    for epoch in range(epochs):
        order, total = torch.randperm(len(found), generator=torch.Generator().manual_seed(epoch)), 0.0
        for begin in range(0, len(found) - batch + 1, batch):
            chosen = order[begin:begin + batch]
            parts = [flat[starts[i]:starts[i + 1]] for i in chosen.tolist()]
            sizes = torch.tensor([len(p) for p in parts])
            offsets = torch.cat([torch.zeros(1, dtype=torch.long), sizes.cumsum(0)[:-1]])
            share = sizes.float().rsqrt().repeat_interleave(sizes)
            scores = weights(torch.cat(parts).long(), offsets, per_sample_weights=share) + bias
            loss = torch.nn.functional.cross_entropy(scores, targets[chosen], label_smoothing=0.02)
            (loss + decay * weights.weight.square().sum()).backward()
            optimizer.step()
            optimizer.zero_grad()
            total, done = total + float(loss.detach()), done + 1
            for group in optimizer.param_groups:
                group["lr"] = 0.02 * (1 - done / steps) + 1e-4
        print(f"epoch {epoch}: loss {total / (len(found) // batch):.4f}", flush=True)
    return weights.weight.detach().numpy(), bias.detach().numpy()


def measure(task, path):
    """Right answers on the held-out lists, by halves of each list."""
    classifier, names = Classifier(path), CLASSES[task]
    lists = {"held-out": SENTENCES, "held-out-second": SECOND} if task == "sentences" else {"held-out": MESSAGES}
    for name, file in lists.items():
        cases = rows(file, COLUMNS if task == "sentences" else ["source", "text", "intent", "language"])
        texts = [c["text"] if task == "sentences" else messages.prompt(c["source"], c["text"]) for c in cases]
        said = [names[int(classifier.scores(t).argmax())] for t in texts]
        right = [s == c["intent"] for s, c in zip(said, cases)]
        costly = sum(c["intent"] in HOUSE_FAULTS and s in RELEASE_FAULTS for s, c in zip(said, cases))
        print(f"{name}: {sum(right)} of {len(right)} (halves {sum(right[::2])} and {sum(right[1::2])}), {costly} costly")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=list(CLASSES))
    parser.add_argument("out")
    parser.add_argument("--cases", type=int, default=400_000)
    parser.add_argument("--bits", type=int, default=17, help="size of the table, as a power of two")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--decay", type=float, default=1e-6)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    pairs = (case(args.task, args.seed, i) for i in range(args.cases))
    found, targets = [], []
    for text, target in pairs:
        found.append(np.array(features(text, args.bits), dtype=np.int32))
        targets.append(target)
    write(args.out, *fit(found, targets, args.bits, len(CLASSES[args.task]), args.epochs, args.decay))
    measure(args.task, args.out)


if __name__ == "__main__":
    main()
