// The least that writing text can cost: prompt read once, then one token after another by the largest logit, with the
// engine's own context parameters and nothing else. What the engine takes beyond this is its own code.
//
// usage: bare MODEL THREADS TOKENS     prints {"writtenPerSecond": …} (the engine's figure is measured the same way:
// the second answer to a prompt, from its last token on)
#include <ggml-backend.h>
#include <llama.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *prompt = "One, two, three, four, five, six, seven, eight, nine, ten,";

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void quiet(enum ggml_log_level level, const char *text, void *data) {
    (void)data;
    if (level == GGML_LOG_LEVEL_ERROR) fputs(text, stderr);
}

static llama_token likeliest(const float *row, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) best = row[i] > row[best] ? i : best;
    return best;
}

int main(int argc, char **argv) {
    if (argc != 4) return fprintf(stderr, "usage: bare MODEL THREADS TOKENS\n"), 2;
    int threads = atoi(argv[2]), wanted = atoi(argv[3]);
    llama_log_set(quiet, NULL);
    llama_backend_init();
    ggml_backend_load_all_from_path(LIBRARIES);
    struct llama_model_params of_model = llama_model_default_params();
    of_model.load_mode = LLAMA_LOAD_MODE_MMAP;
    of_model.use_extra_bufts = false;
    struct llama_model *model = llama_model_load_from_file(argv[1], of_model);
    if (!model) return 1;
    struct llama_context_params of_context = llama_context_default_params();
    of_context.n_ctx = 1024;
    of_context.n_batch = 512;
    of_context.n_ubatch = 256;
    of_context.n_seq_max = 16;
    of_context.n_outputs_max = 16;
    of_context.n_threads = of_context.n_threads_batch = threads;
    of_context.flash_attn_type = LLAMA_FLASH_ATTN_TYPE_ENABLED;
    of_context.kv_unified = true;
    of_context.no_perf = true;
    struct llama_context *context = llama_init_from_model(model, of_context);
    if (!context) return 1;
    const struct llama_vocab *vocabulary = llama_model_get_vocab(model);
    int count = llama_vocab_n_tokens(vocabulary);
    llama_token tokens[256];
    int length = llama_tokenize(vocabulary, prompt, (int)strlen(prompt), tokens, 256, true, true);
    if (length < 2 || llama_decode(context, llama_batch_get_one(tokens, length)) != 0) return 1;
    double seconds = 0;
    for (int round = 0; round < 2; round++) {
        // The first round warms up: caches, threads, clock.
        llama_memory_seq_rm(llama_get_memory(context), 0, length - 1, -1);
        llama_token token = tokens[length - 1];
        double start = now();
        for (int written = 0; written < wanted; written++) {
            if (llama_decode(context, llama_batch_get_one(&token, 1)) != 0) return 1;
            token = likeliest(llama_get_logits_ith(context, -1), count);
        }
        seconds = now() - start;
    }
    printf("{\"writtenPerSecond\": %.3f}\n", wanted / seconds);
    return 0;
}
