"""Writes the adapter of a checkpoint as the file that ships, with what it is made of in its metadata.

    python -m export --base BASE.gguf --work FOLDER OUT.gguf --number 1 --seed 1
"""

import argparse
import os

import torch

from generator import cases
from house import adapter
from house.base import Base, sha256
from house.model import HouseModel


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--base", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--kept", help="one of the adapters kept in the folder, in place of the last checkpoint")
    parser.add_argument("--number", type=int, required=True, help="version of the adapter")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    model = HouseModel(Base(args.base), dtype=torch.float32)
    state = torch.load(os.path.join(args.work, "checkpoint.pt"), map_location="cpu", weights_only=False)
    seen = state["state"]["seen"]
    if args.kept:
        adapter.read(args.kept, model)
        seen = int(os.path.basename(args.kept).split("-")[1].split(".")[0])
    else:
        model.lora.load_state_dict(state["lora"])
    adapter.write(args.out, dict(model.lora.items()), model, {
        "general.name": "AutoArr house adapter", "general.version": str(args.number), "autoarr.base": "smollm2-135m-instruct q4_1",
        "autoarr.base.sha256": sha256(args.base), "autoarr.adapter.version": args.number,
        "autoarr.data.version": cases.VERSION, "autoarr.data.seed": args.seed, "autoarr.data.cases": seen})
    print(f"{args.out}: version {args.number}, {seen} cases, sha256 {sha256(args.out)}")


if __name__ == "__main__":
    main()
