#!/usr/bin/env bash
# Builds dist/infusionplanner/, the program with Python and Qt inside, for the system it runs on, and starts it once.
# Needs .venv (./run makes it), PyInstaller in it (pip install pyinstaller) and, on Linux, binutils.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

.venv/bin/python -c 'import PyInstaller' 2>/dev/null || {
  echo "PyInstaller is missing: .venv/bin/python -m pip install pyinstaller, then start again." >&2
  exit 1
}
.venv/bin/python -m PyInstaller --noconfirm --clean --log-level WARN --workpath build/bundle --distpath dist \
  packaging/infusionplanner.spec

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
QT_QPA_PLATFORM=offscreen dist/infusionplanner/infusionplanner demo --patients 5 --no-pictures --dir "$folder/demo" >/dev/null
du -sh dist/infusionplanner
