# shellcheck shell=bash
# Sourced by ./run and ./check: makes .venv ready, with the system packages that Qt needs. Everything it prints goes to
# stderr, so that the output of a command stays clean. Written for bash 3.2 and later (macOS).
#
#   prepare ROOT run|dev     afterwards "$ROOT/.venv/bin/python" has the program and its libraries

# What Qt loads without a screen, and on top of it for windows under X11. Debian 13 calls some of them NAMEt64.
qt_packages="libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0"
window_packages="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-shape0
  libxcb-xkb1 libx11-xcb1 libxkbcommon-x11-0"
# What one test needs to read the program as a screen reader does: a screen without glass, a bus, and the reader.
reading_packages="at-spi2-core dbus dbus-x11 python3-pyatspi xvfb xauth"
# What the bundle with Python and Qt inside is put together with.
bundle_packages="binutils"

say() { printf '%s\n' "$*" >&2; }

give_up() {
  say "$@"
  exit 1
}

explain_windows() {
  give_up "This script is for Linux and macOS. On Windows, in PowerShell and in this folder (Python 3.11 or later):
  py -3 -m venv .venv
  .venv\\Scripts\\python -m pip install --no-deps --require-hashes -r requirements.lock
  .venv\\Scripts\\python -m pip install --no-deps --no-build-isolation -e .
  .venv\\Scripts\\infusionplanner demo --open"
}

find_python() {
  local candidate
  for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  give_up "InfusionPlanner needs Python 3.11 or later, and none was found. Debian 12 or later has it" \
    "(apt-get install python3 python3-venv git). Another one is named like this: PYTHON=/path/to/python3 ./run"
}

# Print the packages of the arguments that are not installed.
missing_packages() {
  local installed package
  installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | tr '\n' ' ') "
  for package in "$@"; do
    case "$installed" in
      *" $package "* | *" ${package}t64 "*) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

# Install the missing system packages as root, or leave the line to copy in $install_line.
install_line=""
prepare_system() {
  local python=$1 kind=$2 wanted="$qt_packages $window_packages" missing
  if [ "$kind" = dev ]; then wanted="$wanted $reading_packages $bundle_packages"; fi
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    return
  fi
  # shellcheck disable=SC2086 # the lists are split into words on purpose
  missing=$(missing_packages $wanted)
  "$python" -c 'import ensurepip' 2>/dev/null || missing="python3-venv $missing"
  if [ -z "$missing" ]; then
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    install_line="sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing% }"
    return
  fi
  say "Installing system packages: $missing"
  # An address that does not answer must not stop the install when the lists at hand are good enough.
  apt-get update -qq >&2 || say "apt-get update failed; going on with the package lists at hand."
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 \
    --no-install-recommends $missing >&2 ||
    give_up "The system packages could not be installed. Put that right, or install them by hand: $missing"
}

prepare_environment() {
  local root=$1 python=$2 lock=$3
  if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    give_up "Python's venv is missing. Copy this line, then start again:" \
      "${install_line:-(your system package with the modules venv and ensurepip)}"
  fi
  say "Installing the libraries into .venv (the first time about 100 MB)."
  if ! "$root/.venv/bin/python" -c 'import pip' 2>/dev/null || [ ! -f "$root/.venv/made-in" ] ||
    [ "$(cat "$root/.venv/made-in")" != "$root" ]; then
    "$python" -m venv --clear "$root/.venv" >&2
    printf '%s\n' "$root" >"$root/.venv/made-in"
  fi
  local pip=("$root/.venv/bin/python" -m pip install -qq --no-input --disable-pip-version-check)
  "${pip[@]}" --no-warn-conflicts --only-binary :all: --no-deps --require-hashes -r "$root/$lock" >&2 ||
    give_up "The libraries could not be installed (see above). Is the network there? Start again when it is."
  "${pip[@]}" --no-index --no-deps --no-build-isolation --editable "$root" >&2
  # The lock is complete, so nothing beside it is resolved; this proves that it was.
  "$root/.venv/bin/python" -m pip check --disable-pip-version-check >&2 ||
    give_up "The libraries of $lock do not fit together (see above): the lock file must be made anew."
}

# Qt says which library it misses; say how to get it.
prove_qt() {
  local root=$1 fault
  if fault=$(QT_QPA_PLATFORM=offscreen "$root/.venv/bin/python" -c \
    'from PySide6.QtWidgets import QApplication; QApplication([])' 2>&1); then
    if [ -n "$install_line" ]; then
      say "Some packages that windows may need are missing. If no window opens: $install_line"
    fi
    return
  fi
  say "Qt does not start: $(printf '%s\n' "$fault" | tail -n 1)"
  if [ -n "$install_line" ]; then
    give_up "Copy this line, then start again: $install_line"
  fi
  give_up "Install your system's packages of EGL, OpenGL, GLib, D-Bus, fontconfig, xkbcommon and xcb-cursor."
}

prepare() {
  local root=$1 kind=$2 lock=requirements.lock python stamp want
  case "$(uname -s)" in MINGW* | MSYS* | CYGWIN*) explain_windows ;; esac
  if [ "$kind" = dev ]; then lock=requirements-dev.lock; fi
  stamp="$root/.venv/ready"
  want="$root $(cat "$root/pyproject.toml" "$root/packaging/prepare.sh" "$root"/requirements*.lock | cksum)"
  # The libraries of "dev" hold those of "run", at the same versions.
  if [ -f "$stamp" ] && "$root/.venv/bin/python" -c '' 2>/dev/null; then
    case "$(cat "$stamp")" in "dev $want" | "$kind $want") return ;; esac
    case "$(cat "$stamp")" in dev*) kind=dev lock=requirements-dev.lock ;; esac
  fi
  python=$(find_python)
  prepare_system "$python" "$kind"
  prepare_environment "$root" "$python" "$lock"
  prove_qt "$root"
  printf '%s\n' "$kind $want" >"$stamp"
}
