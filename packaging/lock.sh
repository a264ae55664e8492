#!/usr/bin/env bash
# Writes the lock files anew from pyproject.toml: every library of every supported system with its hashes, and no
# address. With --upgrade the newest versions, otherwise as little as possible changes. Needs uv (pip install uv).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v uv >/dev/null || {
  echo "uv is missing: pip install uv, then start again." >&2
  exit 1
}

lock() {
  local output=$1
  shift
  uv pip compile pyproject.toml --quiet --no-config --universal --generate-hashes --no-strip-extras --no-annotate --no-header \
    --output-file "$output" "$@"
}

lock requirements.lock --group build "$@"
lock requirements-dev.lock --group dev --constraints requirements.lock "$@"
