// The C interface of llama.cpp and ggml, as built by scripts/llama.
#pragma once
#include <ggml.h>
#include <ggml-backend.h>
#include <ggml-cpu.h>
#include <llama.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

// Gives freed memory back to the system; without it glibc keeps what a model used in its arenas.
static inline void autoarr_trim_heap(void) {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}
