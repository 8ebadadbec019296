# AutoArr in a container: one process, one port, /data and /models.
#
#   docker build -t autoarr .                                   where the swift image can be pulled
#   make image                                                  where it cannot: the stage `prebuilt` takes what
#                                                               scripts/image has built on this machine into dist/
ARG SWIFT_IMAGE=swift:6.3-bookworm
ARG STAGE=compile

# What compiles: the toolchain, the packages the build needs, then the two caches and the program.
FROM ${SWIFT_IMAGE} AS compile
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends \
        cmake g++ ninja-build libsqlite3-dev zlib1g-dev python3-pip && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN scripts/package dist

# What was compiled outside.
FROM scratch AS prebuilt
COPY dist /src/dist

FROM ${STAGE} AS chosen

# Nothing but the program, the libraries it is linked to, and certificates: no shell, no package manager.
FROM scratch
LABEL org.opencontainers.image.title="AutoArr" \
      org.opencontainers.image.description="A self-hosted assistant for home media stacks, with its language model inside" \
      org.opencontainers.image.licenses="GPL-3.0-or-later"
COPY --from=chosen /src/dist/ /
ENV PATH=/app \
    LD_LIBRARY_PATH=/app/lib \
    AUTOARR_DATA=/data \
    MODEL_PATH=/models/qwen2.5-3b-instruct-q4_k_m.gguf \
    MALLOC_ARENA_MAX=2
VOLUME ["/data", "/models"]
EXPOSE 8080
USER 1000:1000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["/app/autoarr", "health"]
ENTRYPOINT ["/app/autoarr"]
CMD ["serve"]
