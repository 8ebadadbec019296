"""The adapter's file: GGUF as llama.cpp loads it, f16."""

import gguf
import numpy as np
import torch

from .model import LINEARS


def read(path, model):
    """Puts the adapter of a file into the model; gives the file's own metadata."""
    reader = gguf.GGUFReader(path)
    tensors = {t.name: t for t in reader.tensors}
    for block in range(model.base.blocks):
        for name in LINEARS:
            for side in "ab":
                data = np.array(tensors[f"blk.{block}.{name}.weight.lora_{side}"].data, dtype=np.float32)
                with torch.no_grad():
                    model.lora[f"{block}_{name}_{side}"].copy_(torch.from_numpy(data))
    alpha = reader.fields["adapter.lora.alpha"].contents()
    if abs(alpha - model.alpha) > 1e-6:
        raise SystemExit(f"{path}: alpha {alpha}, expected {model.alpha}")
    return {k: f.contents() for k, f in reader.fields.items()}


def write(path, lora, model, facts):
    """Writes tensors of `lora` (names as in the model) with `facts` as metadata (strings and integers)."""
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", model.alpha)
    for key, value in facts.items():
        writer.add_uint32(key, value) if isinstance(value, int) else writer.add_string(key, str(value))
    for block in range(model.base.blocks):
        for name in LINEARS:
            for side in "ab":
                data = lora[f"{block}_{name}_{side}"].detach().float().cpu().numpy().astype(np.float16)
                writer.add_tensor(f"blk.{block}.{name}.weight.lora_{side}", data)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
