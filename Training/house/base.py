"""The base model out of its GGUF file: weights as llama.cpp reads them, and the tokenizer of the same file."""

import hashlib

import gguf
import numpy as np
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

PROMPT_START, PROMPT_END, ANSWER_END = 1, 2, 0  # <|im_start|>, <|im_end|>, <|endoftext|>


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


class Base:
    """Configuration, tensors (dequantised exactly, fp32) and vocabulary of one GGUF file."""

    def __init__(self, path):
        self.path, self.reader = path, gguf.GGUFReader(path)
        def value(key):
            return self.reader.fields[key].contents()
        self.blocks = value("llama.block_count")
        self.width = value("llama.embedding_length")
        self.heads = value("llama.attention.head_count")
        self.kv_heads = value("llama.attention.head_count_kv")
        self.rope_base = value("llama.rope.freq_base")
        self.epsilon = value("llama.attention.layer_norm_rms_epsilon")
        self.by_name = {t.name: t for t in self.reader.tensors}

    def tensor(self, name):
        """Rows as in the file: q and k keep the converter's row order, so rope works on neighbouring pairs."""
        t = self.by_name[name]
        return np.array(gguf.dequantize(t.data, t.tensor_type), dtype=np.float32)

    def tokenizer(self):
        field = self.reader.fields
        pieces = field["tokenizer.ggml.tokens"].contents()
        merges = [tuple(m.split(" ")) for m in field["tokenizer.ggml.merges"].contents()]
        tokenizer = Tokenizer(models.BPE({p: i for i, p in enumerate(pieces)}, merges))
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)])
        tokenizer.decoder = decoders.ByteLevel()
        return tokenizer
