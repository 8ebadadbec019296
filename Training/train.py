"""Trains the adapter on the very weights that ship. Bounded in time, resumes after a stop.

    python -m train --base BASE.gguf --start ADAPTER.gguf --work FOLDER --minutes 60

Case number i of seed s is always the same sentence, so a resumed run goes on where it stopped.
"""

import argparse
import json
import math
import os
import random
import time
import zlib

import torch

from generator import cases
from house import adapter
from house.base import ANSWER_END, PROMPT_END, PROMPT_START, Base
from house.model import HouseModel


def encode(tokenizer, pairs):
    """Prompt and answer in tokens. Messages, and a third of the sentences, end at the first token of the answer: it is the
    intent or the class, and the tokens saved show more cases in the same time."""
    prompts = tokenizer.encode_batch([" " + p for p, _ in pairs], add_special_tokens=False)
    answers = tokenizer.encode_batch([a for _, a in pairs], add_special_tokens=False)
    encoded = []
    for (text, _), p, a in zip(pairs, prompts, answers):
        short = text.startswith("@") or zlib.crc32(text.encode()) % 3 == 0
        encoded.append(([PROMPT_START, *p.ids, PROMPT_END], a.ids[:1] if short else [*a.ids, ANSWER_END]))
    return encoded


def batches(tokenizer, seed, start, size, pool, longest):
    """Endless batches of cases from number `start` on: sorted by length within a pool, in random order."""
    number = start
    while True:
        encoded = encode(tokenizer, [cases.pair(seed, number + i) for i in range(size * pool)])
        encoded = [e for e in encoded if len(e[0]) + len(e[1]) <= longest]
        encoded.sort(key=lambda e: len(e[0]) + len(e[1]))
        order = list(range(0, len(encoded), size))
        random.Random(f"{seed}/{number}").shuffle(order)
        number += size * pool
        for i, begin in enumerate(order):
            yield encoded[begin:begin + size], number if i == len(order) - 1 else None


def step_loss(model, batch, device):
    lengths = [len(p) + len(a) - 1 for p, a in batch]
    tokens = torch.tensor([t for p, a in batch for t in (p + a)[:-1]], device=device)
    where, targets, weights, offset = [], [], [], 0
    for (p, a), length in zip(batch, lengths):
        where += range(offset + len(p) - 1, offset + length)
        targets += a
        # The first token, the intent or the class, decides most: it counts double.
        weights += [2.0] + [1.0] * (len(a) - 1)
        offset += length
    hidden = model.hidden(tokens, lengths)
    logits = model.logits(hidden[torch.tensor(where, device=device)])
    losses = torch.nn.functional.cross_entropy(logits, torch.tensor(targets, device=device), reduction="none")
    weights = torch.tensor(weights, device=device)
    return (losses * weights).sum() / weights.sum(), sum(lengths)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True)
    parser.add_argument("--start", help="adapter to begin with; none: fresh")
    parser.add_argument("--work", required=True, help="folder for checkpoints and the log")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=10**9, help="stop after so many")
    parser.add_argument("--longest", type=int, default=160)
    parser.add_argument("--dtype", choices=["bf16", "fp32"], default="bf16")
    parser.add_argument("--save-every", type=float, default=180, help="seconds")
    parser.add_argument("--keep-every", type=int, default=4000, help="cases between adapters kept for the learning curve")
    args = parser.parse_args()
    os.makedirs(args.work, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if device == "cpu":
        torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    base = Base(args.base)
    tokenizer = base.tokenizer()
    model = HouseModel(base, dtype=torch.bfloat16 if args.dtype == "bf16" else torch.float32, device=device, seed=args.seed)
    parameters = list(model.lora.parameters())
    optimizer = torch.optim.AdamW(parameters, lr=args.rate, betas=(0.9, 0.98), weight_decay=0.0)
    state = {"seconds": 0.0, "steps": 0, "number": 0, "seen": 0, "kept": 0}
    checkpoint = os.path.join(args.work, "checkpoint.pt")
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint, map_location=device, weights_only=False)
        model.lora.load_state_dict(saved["lora"])
        optimizer.load_state_dict(saved["optimizer"])
        state = saved["state"]
        print(f"resumed at {state}", flush=True)
    elif args.start:
        adapter.read(args.start, model)
    log = open(os.path.join(args.work, "log.jsonl"), "a", encoding="utf-8")

    def save():
        torch.save({"lora": model.lora.state_dict(), "optimizer": optimizer.state_dict(), "state": state}, checkpoint + ".new")
        os.replace(checkpoint + ".new", checkpoint)

    def keep():
        adapter.write(os.path.join(args.work, f"adapter-{state['seen']:06}.gguf"), dict(model.lora.items()), model,
                      {"general.name": "understanding"})

    budget, last, saved_at, total, count = args.minutes * 60, time.monotonic(), time.monotonic(), 0.0, 0
    tokens_done, window = 0, time.monotonic()
    for batch, number in batches(tokenizer, args.seed, state["number"], args.batch, 16, args.longest):
        progress = max(state["seconds"] / budget, state["seen"] / args.cases)
        if progress >= 1 or os.path.exists(os.path.join(args.work, "stop")):
            break
        rate = args.rate * min(1.0, (state["steps"] + 1) / 30) * (0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * progress)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        loss, tokens = step_loss(model, batch, device)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        now = time.monotonic()
        state["seconds"] += now - last
        last = now
        state["steps"] += 1
        state["seen"] += len(batch)
        if number is not None:
            state["number"] = number
        total, count, tokens_done = total + float(loss.detach()), count + 1, tokens_done + tokens
        if state["steps"] % 10 == 0:
            line = {**{k: round(v, 1) for k, v in state.items()}, "loss": round(total / count, 4), "rate": round(rate, 7),
                    "tokens_per_second": round(tokens_done / (now - window))}
            print(json.dumps(line), flush=True)
            log.write(json.dumps(line) + "\n")
            log.flush()
            total, count, tokens_done, window = 0.0, 0, 0, now
        if state["seen"] - state["kept"] >= args.keep_every:
            state["kept"] = state["seen"]
            keep()
        if now - saved_at > args.save_every:
            save()
            saved_at = now
    save()
    keep()
    print(f"stopped at {state}", flush=True)


if __name__ == "__main__":
    main()
