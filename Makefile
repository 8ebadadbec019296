# AutoArr: what to run. `make run` and `make test` work on a fresh machine; each step says what it does and how long it took.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
SWIFT_FLAGS := -c release
step = @scripts/step "$(1)"

.PHONY: run test build lint bench bench-server bench-understanding bench-classify bench-engine adapter image docs clean

run: ## Install what is missing, build, fetch the starter model, serve the demo stack on http://localhost:8080
	@scripts/step "installing what is missing" scripts/setup run
	@scripts/step "llama.cpp" scripts/llama
	@scripts/step "starter model" scripts/starter-model
	@scripts/step "building AutoArr" swift build $(SWIFT_FLAGS) --product autoarr
	@exec .build/release/autoarr demo --port $${AUTOARR_PORT:-8080}

build:
	@scripts/step "installing what is missing" scripts/setup build
	@scripts/step "llama.cpp" scripts/llama
	@scripts/step "building AutoArr" swift build $(SWIFT_FLAGS) --product autoarr

# One test at a time: real daemons, a browser and a model share two cores, and a time-out must mean something.
test: ## Everything, on a bare machine
	@scripts/step "installing what is missing" scripts/setup test
	@scripts/step "llama.cpp" scripts/llama
	@scripts/step "starter model" scripts/starter-model
	@scripts/step "building AutoArr and its tests" swift build $(SWIFT_FLAGS) --build-tests
	@scripts/step "style" scripts/lint
	@scripts/step "tests" swift test $(SWIFT_FLAGS) --skip-build --no-parallel --disable-xctest --disable-testable-imports

lint:
	@scripts/lint

image: ## The container image autoarr:dev (see scripts/image)
	@scripts/image

adapter: ## Train the house model's adapter (see Training/README.md)
	@Training/adapter

bench: bench-server bench-engine bench-understanding bench-classify ## All measurements; ratios within one run

bench-engine: build
	@scripts/step "llama.cpp with its own tools" scripts/llama --tools
	@Benchmarks/Engine/run
	@Benchmarks/Engine/peers

bench-server: build
	@Benchmarks/Server/run

bench-understanding: build
	@Benchmarks/Understanding/run

bench-classify: build
	@Benchmarks/Classify/run

clean:
	rm -rf .build dist
