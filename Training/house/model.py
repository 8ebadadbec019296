"""The Llama of the base in plain torch, with a LoRA adapter on all seven linear layers of each block.

Works on packed sequences without padding in the linear layers; only attention is padded. The base is frozen.
"""

import math

import torch
import torch.nn.functional as F

LINEARS = ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")


class HouseModel(torch.nn.Module):
    def __init__(self, base, rank=16, alpha=32.0, dtype=torch.bfloat16, device="cpu", seed=0):
        super().__init__()
        self.base, self.rank, self.alpha, self.scale, self.dtype = base, rank, alpha, alpha / rank, dtype
        self.head_width = base.width // base.heads
        frozen = {}
        for name in base.by_name:
            kind = torch.float32 if "norm" in name else dtype
            frozen[name] = torch.from_numpy(base.tensor(name)).to(device=device, dtype=kind)
        self.frozen = frozen
        generator = torch.Generator().manual_seed(seed)
        self.lora = torch.nn.ParameterDict()
        for block in range(base.blocks):
            for name in LINEARS:
                out_width, in_width = frozen[f"blk.{block}.{name}.weight"].shape
                a = torch.randn(rank, in_width, generator=generator) / math.sqrt(in_width)
                self.lora[f"{block}_{name}_a"] = torch.nn.Parameter(a.to(device))
                self.lora[f"{block}_{name}_b"] = torch.nn.Parameter(torch.zeros(out_width, rank, device=device))
        half = torch.arange(0, self.head_width, 2, dtype=torch.float32) / self.head_width
        angle = torch.outer(torch.arange(2048, dtype=torch.float32), base.rope_base ** -half)
        self.cos, self.sin = angle.cos().to(device), angle.sin().to(device)

    def linear(self, x, block, name):
        a = self.lora[f"{block}_{name}_a"].to(self.dtype)
        b = self.lora[f"{block}_{name}_b"].to(self.dtype)
        return F.linear(x, self.frozen[f"blk.{block}.{name}.weight"]) + F.linear(F.linear(x, a) * self.scale, b)

    def norm(self, x, name):
        scale = torch.rsqrt(x.square().mean(-1, keepdim=True) + self.base.epsilon)
        return (x * scale * self.frozen[name]).to(self.dtype)

    def rope(self, x, cos, sin):
        """Neighbouring pairs, as the row order of GGUF files has it."""
        even, odd = x[..., 0::2], x[..., 1::2]
        return torch.stack((even * cos - odd * sin, even * sin + odd * cos), -1).flatten(-2)

    def hidden(self, tokens, lengths):
        """tokens: packed ids of all sequences one after the other; gives the last hidden state of each (normed)."""
        device = self.frozen["token_embd.weight"].device
        count, longest = len(lengths), max(lengths)
        index = torch.cat([torch.arange(n) + i * longest for i, n in enumerate(lengths)]).to(device)
        position = torch.cat([torch.arange(n) for n in lengths]).to(device)
        cos, sin = self.cos[position].unsqueeze(1), self.sin[position].unsqueeze(1)
        full = all(n == longest for n in lengths)
        x = self.frozen["token_embd.weight"][tokens].float()
        kv, wide = self.base.kv_heads, self.head_width

        def padded(values, heads):
            values = values.reshape(-1, heads, wide)
            if not full:
                values = values.new_zeros(count * longest, heads, wide).index_copy(0, index, values)
            return values.view(count, longest, heads, wide).transpose(1, 2)

        for block in range(self.base.blocks):
            h = self.norm(x, f"blk.{block}.attn_norm.weight")
            q = self.linear(h, block, "attn_q").view(-1, self.base.heads, wide)
            k = self.linear(h, block, "attn_k").view(-1, kv, wide)
            v = self.linear(h, block, "attn_v")
            q, k = self.rope(q.float(), cos, sin).to(self.dtype), self.rope(k.float(), cos, sin).to(self.dtype)
            mixed = F.scaled_dot_product_attention(padded(q, self.base.heads), padded(k, kv), padded(v, kv),
                                                   is_causal=True, enable_gqa=True)
            mixed = mixed.transpose(1, 2).reshape(count * longest, self.base.width)
            if not full:
                mixed = mixed[index]
            x = x + self.linear(mixed, block, "attn_output").float()
            h = self.norm(x, f"blk.{block}.ffn_norm.weight")
            h = F.silu(self.linear(h, block, "ffn_gate")) * self.linear(h, block, "ffn_up")
            x = x + self.linear(h, block, "ffn_down").float()
        return self.norm(x, "output_norm.weight")

    def logits(self, hidden):
        """The head is the embedding of the base (tied)."""
        return F.linear(hidden, self.frozen["token_embd.weight"]).float()
