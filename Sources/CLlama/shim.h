// The C interface of llama.cpp and ggml, as built by scripts/llama.
#pragma once
#include <ggml.h>
#include <ggml-backend.h>
#include <llama.h>
