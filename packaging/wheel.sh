#!/usr/bin/env bash
# Builds the wheel into dist/. With "check": also installs it into an environment of its own with the locked libraries,
# and runs every command there, outside the source tree. Needs .venv (./run or ./check makes it).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
python="$root/.venv/bin/python"
pip_options=(-qq --no-input --disable-pip-version-check)

rm -rf "$root/dist"
"$python" -m pip wheel "${pip_options[@]}" --no-index --no-deps --no-build-isolation --wheel-dir "$root/dist" "$root"
if [ "${1:-}" != check ]; then
  ls "$root/dist"
  exit
fi

clean="$root/build/wheel-check"
lock_sum=$(cksum <"$root/requirements.lock")
if [ ! -x "$clean/bin/python" ] || [ "$(cat "$clean/lock-sum" 2>/dev/null)" != "$lock_sum" ]; then
  "$python" -m venv --clear "$clean"
  "$clean/bin/python" -m pip install "${pip_options[@]}" --only-binary :all: --no-deps --require-hashes -r "$root/requirements.lock"
  printf '%s\n' "$lock_sum" >"$clean/lock-sum"
fi
"$clean/bin/python" -m pip install "${pip_options[@]}" --no-index --no-deps --force-reinstall "$root"/dist/*.whl
"$clean/bin/python" -m pip check

"$python" "$root/packaging/smoke.py" "$clean/bin/infusionplanner"
