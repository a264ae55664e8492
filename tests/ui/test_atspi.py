"""From outside, as a screen reader meets it: the real program on a screen without glass, read through AT-SPI.

Collected only where the programs for it are installed (see conftest.py); ``./check`` installs them.
"""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

READER = Path(__file__).with_name("atspi_reader.py")
_PATIENCE = 60
_SESSION = """
/usr/libexec/at-spi-bus-launcher --launch-immediately &
"$1" -m infusionplanner_ui.launch demo --open --dir "$2/demo" --on 2026-11-23 --patients 30 &
program=$!
status=0
/usr/bin/python3 "$3" InfusionPlanner "$4" || status=$?
kill "$program"
exit "$status"
"""


def _run(folder: Path) -> tuple[int, str, str]:
    """Run program and reader in a desktop session of their own, and end all of it."""
    home = {name: str(folder / name.lower()) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    for path in home.values():
        Path(path).mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DISPLAY", "WAYLAND"))}
    surroundings = {**kept, **home, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    inner = ("bash", "-c", _SESSION, "session", sys.executable, str(folder), str(READER), str(_PATIENCE))
    session = subprocess.Popen(
        ("dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1366x768x24", *inner),
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        out, err = session.communicate(timeout=3 * _PATIENCE)
    finally:
        # The launcher of the bus and its registry outlive the session that started them.
        with suppress(ProcessLookupError):
            os.killpg(session.pid, signal.SIGTERM)
    return session.returncode, out, err


def test_a_screen_reader_reads_the_day_the_week_and_the_search(tmp_path: Path) -> None:
    code, out, err = _run(tmp_path)
    assert code == 0, err
    seen = json.loads(out.splitlines()[-1])
    assert seen["places"] == ["Stol 1", "Stol 2", "Stol 3", "Stol 4", "Seng 5", "Injeksjon"]
    assert seen["visit"].startswith("Moen, Ingrid · 09.15–10.45 · dose 4 · s.c. · observasjon")
    assert seen["week"] == "Ukestavle"
    assert seen["found"].startswith("Moen, Ingrid")
    assert "A. Dahl, sykepleier" in seen["people"]
