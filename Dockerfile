# AutoArr in a container: one process, one port, /data and /models.
#
#   docker build -t autoarr .      compiles in the swift image, where that can be pulled
#   make image                     packs what this machine has compiled (stage `prebuilt`); no registry is reached
ARG SWIFT_IMAGE=swift:6.3-bookworm

# How it runs. Nothing but the program, the libraries it is linked to, and certificates: no shell, no package manager.
FROM scratch AS settings
LABEL org.opencontainers.image.title="AutoArr" \
      org.opencontainers.image.description="A self-hosted assistant for home media stacks, with its language model inside" \
      org.opencontainers.image.licenses="GPL-3.0-or-later"
ENV PATH=/app \
    LD_LIBRARY_PATH=/app/lib \
    AUTOARR_DATA=/data \
    MODEL_PATH=/models/qwen2.5-3b-instruct-q4_k_m.gguf \
    MALLOC_ARENA_MAX=2
EXPOSE 8080
USER 1000:1000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["/app/autoarr", "health"]
ENTRYPOINT ["/app/autoarr"]
CMD ["serve"]

# What was compiled outside, by scripts/image.
FROM settings AS prebuilt
COPY --chown=1000:1000 dist/ /
VOLUME ["/data", "/models"]

# What compiles: the toolchain, the packages that the build needs, then llama.cpp and the program.
FROM ${SWIFT_IMAGE} AS compile
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends \
        cmake g++ ninja-build libsqlite3-dev zlib1g-dev python3-pip && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN scripts/package dist

FROM settings
COPY --from=compile --chown=1000:1000 /src/dist/ /
VOLUME ["/data", "/models"]
