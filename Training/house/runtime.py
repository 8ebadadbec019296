"""llama.cpp by its C API, for tokens and answers as the product sees them.

Only what the evaluation needs: load a base and an adapter, tokenise, decode several prompts at once, read logits. The
structures follow `llama.h` of the version that `scripts/llama` builds (0.3.36 of the source package); another version may lay
them out differently, so `Runtime` checks the defaults it gets.
"""

import ctypes as c
import glob
import os

import numpy as np


class ModelParams(c.Structure):
    _fields_ = [("devices", c.c_void_p), ("tensor_buft_overrides", c.c_void_p), ("n_gpu_layers", c.c_int32),
                ("split_mode", c.c_int), ("load_mode", c.c_int), ("lazy_mode", c.c_int), ("main_gpu", c.c_int32),
                ("tensor_split", c.c_void_p), ("progress_callback", c.c_void_p), ("progress_callback_user_data", c.c_void_p),
                ("kv_overrides", c.c_void_p), ("vocab_only", c.c_bool), ("check_tensors", c.c_bool),
                ("use_extra_bufts", c.c_bool), ("no_host", c.c_bool), ("no_alloc", c.c_bool), ("load_mtp", c.c_bool)]


class ContextParams(c.Structure):
    _fields_ = [(n, c.c_uint32) for n in ("n_ctx", "n_batch", "n_ubatch", "n_seq_max", "n_rs_seq", "n_outputs_max",
                                          "n_outputs_max_per_seq")]
    _fields_ += [("n_threads", c.c_int32), ("n_threads_batch", c.c_int32)]
    _fields_ += [(n, c.c_int) for n in ("ctx_type", "rope_scaling_type", "pooling_type", "attention_type", "flash_attn_type")]
    _fields_ += [(n, c.c_float) for n in ("rope_freq_base", "rope_freq_scale", "yarn_ext_factor", "yarn_attn_factor",
                                          "yarn_beta_fast", "yarn_beta_slow")]
    _fields_ += [("yarn_orig_ctx", c.c_uint32), ("defrag_thold", c.c_float), ("cb_eval", c.c_void_p),
                 ("cb_eval_user_data", c.c_void_p), ("type_k", c.c_int), ("type_v", c.c_int), ("abort_callback", c.c_void_p),
                 ("abort_callback_data", c.c_void_p)]
    _fields_ += [(n, c.c_bool) for n in ("embeddings", "offload_kqv", "no_perf", "op_offload", "swa_full", "kv_unified")]
    _fields_ += [("samplers", c.c_void_p), ("n_samplers", c.c_size_t), ("ctx_other", c.c_void_p)]


class Batch(c.Structure):
    _fields_ = [("n_tokens", c.c_int32), ("token", c.POINTER(c.c_int32)), ("embd", c.POINTER(c.c_float)),
                ("pos", c.POINTER(c.c_int32)), ("n_seq_id", c.POINTER(c.c_int32)),
                ("seq_id", c.POINTER(c.POINTER(c.c_int32))), ("logits", c.POINTER(c.c_int8))]


LOG = c.CFUNCTYPE(None, c.c_int, c.c_char_p, c.c_void_p)


@LOG
def _silent(_level, _text, _data):
    pass


def library_folder():
    """Where libllama lies: AUTOARR_LLAMA_LIB, else the newest folder that the build made."""
    named = os.environ.get("AUTOARR_LLAMA_LIB")
    cache = os.path.expanduser("~/.cache/autoarr")
    for folder in [named] if named else [f"{cache}/llama/lib", *sorted(glob.glob(f"{cache}/llama-build-*/bin"), reverse=True)]:
        if os.path.exists(os.path.join(folder, "libllama.so")):
            return folder
    raise SystemExit("libllama.so not found: build it (scripts/llama) or set AUTOARR_LLAMA_LIB to its folder")


class Runtime:
    """A base with an optional adapter. Greedy answers, with the logits of chosen positions."""

    def __init__(self, base, adapter=None, threads=2, sequences=16, context=4096):
        folder = library_folder()
        mode = c.RTLD_GLOBAL
        for name in ("libggml-base.so", "libggml.so"):
            c.CDLL(os.path.join(folder, name), mode=mode)
        ggml = c.CDLL(os.path.join(folder, "libggml.so"), mode=mode)
        lib = self.lib = c.CDLL(os.path.join(folder, "libllama.so"), mode=mode)
        lib.llama_log_set.argtypes = [LOG, c.c_void_p]
        lib.llama_log_set(_silent, None)
        ggml.ggml_backend_load_all_from_path.argtypes = [c.c_char_p]
        ggml.ggml_backend_load_all_from_path(folder.encode())
        lib.llama_backend_init()
        for name, result, arguments in [
                ("llama_model_default_params", ModelParams, []), ("llama_context_default_params", ContextParams, []),
                ("llama_model_load_from_file", c.c_void_p, [c.c_char_p, ModelParams]),
                ("llama_init_from_model", c.c_void_p, [c.c_void_p, ContextParams]),
                ("llama_model_get_vocab", c.c_void_p, [c.c_void_p]), ("llama_vocab_n_tokens", c.c_int32, [c.c_void_p]),
                ("llama_adapter_lora_init", c.c_void_p, [c.c_void_p, c.c_char_p]),
                ("llama_set_adapters_lora", c.c_int32, [c.c_void_p, c.POINTER(c.c_void_p), c.c_size_t, c.POINTER(c.c_float)]),
                ("llama_tokenize", c.c_int32, [c.c_void_p, c.c_char_p, c.c_int32, c.POINTER(c.c_int32), c.c_int32, c.c_bool,
                                               c.c_bool]),
                ("llama_token_to_piece", c.c_int32, [c.c_void_p, c.c_int32, c.c_char_p, c.c_int32, c.c_int32, c.c_bool]),
                ("llama_batch_init", Batch, [c.c_int32, c.c_int32, c.c_int32]), ("llama_batch_free", None, [Batch]),
                ("llama_decode", c.c_int32, [c.c_void_p, Batch]), ("llama_get_memory", c.c_void_p, [c.c_void_p]),
                ("llama_memory_clear", None, [c.c_void_p, c.c_bool]),
                ("llama_get_logits_ith", c.POINTER(c.c_float), [c.c_void_p, c.c_int32]), ("llama_free", None, [c.c_void_p]),
                ("llama_model_free", None, [c.c_void_p])]:
            function = getattr(lib, name)
            function.restype, function.argtypes = result, arguments
        params = lib.llama_model_default_params()
        params.n_gpu_layers = 0
        self.model = lib.llama_model_load_from_file(os.fsencode(base), params)
        if not self.model:
            raise SystemExit(f"llama.cpp could not load {base}")
        params = lib.llama_context_default_params()
        if params.n_batch != 2048:
            raise SystemExit("llama.h has changed: ContextParams no longer fits this libllama")
        params.n_ctx, params.n_batch, params.n_ubatch, params.n_seq_max = context, 2048, 512, sequences
        params.n_threads = params.n_threads_batch = threads
        params.kv_unified = True
        self.context = lib.llama_init_from_model(self.model, params)
        self.sequences = sequences
        self.vocab = lib.llama_model_get_vocab(self.model)
        self.n_vocab = lib.llama_vocab_n_tokens(self.vocab)
        if adapter:
            self.adapter = lib.llama_adapter_lora_init(self.model, os.fsencode(adapter))
            if not self.adapter:
                raise SystemExit(f"llama.cpp could not load {adapter}")
            lib.llama_set_adapters_lora(self.context, (c.c_void_p * 1)(self.adapter), 1, (c.c_float * 1)(1.0))
        self.batch = lib.llama_batch_init(2048, 0, 1)

    def tokens(self, text, special=False):
        data = text.encode()
        out = (c.c_int32 * (len(data) + 8))()
        n = self.lib.llama_tokenize(self.vocab, data, len(data), out, len(out), False, special)
        return list(out[:n])

    def piece(self, token):
        buffer = c.create_string_buffer(256)
        n = self.lib.llama_token_to_piece(self.vocab, token, buffer, 256, 0, True)
        return buffer.raw[:n]

    def text(self, tokens):
        return b"".join(self.piece(t) for t in tokens).decode("utf-8", "replace")

    def _decode(self, rows):
        """rows: (token, position, sequence, wants logits); gives the logits of those that want them."""
        batch = self.batch
        batch.n_tokens = len(rows)
        for i, (token, position, sequence, wants) in enumerate(rows):
            batch.token[i], batch.pos[i], batch.n_seq_id[i], batch.logits[i] = token, position, 1, wants
            batch.seq_id[i][0] = sequence
        status = self.lib.llama_decode(self.context, batch)
        if status:
            raise RuntimeError(f"llama_decode answered {status}")
        return [np.ctypeslib.as_array(self.lib.llama_get_logits_ith(self.context, i), (self.n_vocab,)).copy()
                for i, row in enumerate(rows) if row[3]]

    def answer(self, prompts, end, limit=64):
        """Greedy answers to several prompts at once: for each its tokens, and the logits of its first position."""
        out = []
        group = []
        for prompt in prompts:
            if group and (len(group) == self.sequences or sum(map(len, group)) + len(prompt) > 1024):
                out += self._group(group, end, limit)
                group = []
            group.append(prompt)
        return out + (self._group(group, end, limit) if group else [])

    def _group(self, prompts, end, limit):
        self.lib.llama_memory_clear(self.lib.llama_get_memory(self.context), True)
        rows = [(t, p, s, p == len(prompt) - 1) for s, prompt in enumerate(prompts) for p, t in enumerate(prompt)]
        first = logits = self._decode(rows)
        answers = [[] for _ in prompts]
        live = list(range(len(prompts)))
        for _ in range(limit):
            rows, still = [], []
            for s, row in zip(live, logits):
                token = int(row.argmax())
                if token == end:
                    continue
                answers[s].append(token)
                rows.append((token, len(prompts[s]) + len(answers[s]) - 1, s, True))
                still.append(s)
            if not rows:
                break
            live = still
            logits = self._decode(rows)
        return list(zip(answers, first))

    def close(self):
        self.lib.llama_free(self.context)
        self.lib.llama_model_free(self.model)
