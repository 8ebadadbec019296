"""Proves that the exported adapter answers in llama.cpp as it does in torch: tokens of prompts, answers, first probabilities.

    python -m verify --base BASE.gguf ADAPTER.gguf --cases 300
"""

import argparse
import json

import numpy as np
import torch

from evaluate import COLUMNS, MESSAGES, SENTENCES, rows, softmax
from generator.messages import prompt
from generator.understanding import spaced
from house import adapter
from house.base import ANSWER_END, PROMPT_END, PROMPT_START, Base
from house.model import HouseModel
from house.runtime import Runtime


@torch.no_grad()
def torch_answers(model, prompts, limit=48):
    """Greedy, several at once, all computed anew for each token: slow and simple."""
    answers, first, live = [[] for _ in prompts], [None] * len(prompts), list(range(len(prompts)))
    for _ in range(limit):
        sequences = [prompts[i] + answers[i] for i in live]
        lengths = [len(s) for s in sequences]
        hidden = model.hidden(torch.tensor([t for s in sequences for t in s]), lengths)
        logits = model.logits(hidden[torch.tensor(np.cumsum(lengths) - 1)])
        still = []
        for i, row in zip(live, logits):
            if first[i] is None:
                first[i] = row.numpy()
            token = int(row.argmax())
            if token != ANSWER_END:
                answers[i].append(token)
                still.append(i)
        live = still
        if not live:
            break
    return answers, first


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("adapter")
    parser.add_argument("--base", required=True)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    texts = [c["text"] for c in rows(SENTENCES, COLUMNS)]
    texts += [prompt(c["source"], c["text"]) for c in rows(MESSAGES, ["source", "text", "class", "language"])]
    texts = [" " + spaced(t) for t in texts[::max(1, len(texts) // args.cases)]]
    base = Base(args.base)
    tokenizer = base.tokenizer()
    runtime = Runtime(args.base, args.adapter, threads=args.threads)
    model = HouseModel(base, dtype=torch.float32)
    adapter.read(args.adapter, model)
    same_tokens = same_answers = 0
    differences = []
    for begin in range(0, len(texts), 16):
        part = texts[begin:begin + 16]
        prompts = [[PROMPT_START, *runtime.tokens(t), PROMPT_END] for t in part]
        same_tokens += sum(p[1:-1] == tokenizer.encode(t, add_special_tokens=False).ids for p, t in zip(prompts, part))
        there = runtime.answer(prompts, ANSWER_END, limit=48)
        here, first = torch_answers(model, prompts)
        for (tokens, row), mine, logits in zip(there, here, first):
            same_answers += tokens == mine
            differences.append(abs(softmax(row).max() - softmax(logits)[int(np.argmax(row))]))
    print(json.dumps({"cases": len(texts), "same_tokens": same_tokens, "same_answers": same_answers,
                      "mean_difference_of_first_probability": round(float(np.mean(differences)), 5)}))
    if same_tokens != len(texts) or same_answers < 0.97 * len(texts):
        raise SystemExit("the exported adapter does not answer as the trained one")


if __name__ == "__main__":
    main()
