#!/usr/bin/env bash
# Builds dist/infusionplanner/, the program with Python and Qt inside, for the system it runs on, and runs every command
# of it. Needs .venv as ./check makes it and, on Linux, binutils.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

.venv/bin/python -m PyInstaller --noconfirm --clean --log-level WARN --workpath build/bundle --distpath dist \
  packaging/infusionplanner.spec

# Every command once: what is loaded by name is missing only when it is first used.
.venv/bin/python packaging/smoke.py dist/infusionplanner/infusionplanner
du -sh dist/infusionplanner
