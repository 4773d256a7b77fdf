#!/usr/bin/env bash
# Makes a Debian machine ready: the Debian packages that are listed and missing, and the pinned npm
# packages whose lock file has changed. Run again, it finds nothing to do and says nothing.
#   kiosk/setup.sh [--demo] [--tests]
# Sourced by kiosk/start and tests/run for setup_all; `say` and `refuse` are theirs too.
set -euo pipefail

AKTIV_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
AKTIV_BUILD="$AKTIV_HOME/build"
AKTIV_NEEDED_MB=3072 # compiler and libraries 1.5 GB, both builds 1 GB, pictures 0.3 GB

say() { printf '· %s\n' "$*"; }

# What went wrong, then what to do about it, in words; nothing has been changed that must be undone.
refuse() {
  printf 'Stopped: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

# The names in the lists, comments and empty lines aside.
setup_wanted() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@"; }

# npm and Node may come from elsewhere than Debian; what matters is that they answer.
setup_has() {
  case "$1" in
    npm | nodejs) command -v npm >/dev/null && command -v node >/dev/null ;;
    *) return 1 ;;
  esac
}

setup_missing() {
  local installed name
  # shellcheck disable=SC2016 # the braces are dpkg's own
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
  setup_wanted "$@" | sort -u | while read -r name; do
    grep -qxF -- "$name" <<<"$installed" || setup_has "$name" || printf '%s\n' "$name"
  done
}

setup_as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

setup_require_debian() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    refuse "this is not Debian, and only Debian 12 or newer is set up by itself." \
      "Install what kiosk/packages.txt names, then: cmake --preset release && cmake --build build/release"
}

setup_require_root() {
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
    refuse "packages are missing, and installing them needs root or sudo." \
      "Missing: $*" "Run this once as root, or: apt-get install sudo"
}

setup_require_space() {
  local free
  free=$(df -Pm "$AKTIV_HOME" | awk 'NR == 2 {print $4}')
  [ "$free" -ge "$AKTIV_NEEDED_MB" ] ||
    refuse "only $free MB are free under $AKTIV_HOME." "At least $AKTIV_NEEDED_MB MB are needed for tools, libraries and the build."
}

setup_apt() {
  setup_as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
    -o Acquire::Retries=2 "$@"
}

setup_packages() {
  local missing
  mapfile -t missing < <(setup_missing "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  setup_require_root "${missing[@]}"
  setup_require_space
  mkdir -p "$AKTIV_BUILD"
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  # apt-get update only warns when a mirror cannot be reached; --error-on=any makes it say so.
  setup_apt update --error-on=any >"$AKTIV_BUILD/setup.log" 2>&1 ||
    setup_no_network "Debian's package lists could not be fetched"
  setup_apt install -y --no-install-recommends "${missing[@]}" >>"$AKTIV_BUILD/setup.log" 2>&1 ||
    setup_no_network "the packages could not be installed"
}

setup_no_network() {
  printf '%s\n' "— the last lines of $AKTIV_BUILD/setup.log —" >&2
  tail -n 8 "$AKTIV_BUILD/setup.log" >&2
  refuse "$1." "Is the network there, and /etc/apt/sources.list right? Then start again: what is done stays done."
}

# Pinned by the lock file, fetched once per lock file.
setup_npm() {
  local folder=$1
  shift
  local lock="$AKTIV_HOME/$folder/package-lock.json"
  [ -f "$lock" ] || return 0
  local stamp="$AKTIV_BUILD/npm-${folder//\//-}.stamp" wanted
  wanted=$(sha256sum <"$lock")
  [ -d "$AKTIV_HOME/$folder/node_modules" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return 0
  setup_require_space
  mkdir -p "$AKTIV_BUILD"
  say "fetching the pinned npm packages of $folder"
  (cd "$AKTIV_HOME/$folder" && npm ci --no-audit --no-fund --loglevel=error "$@") \
    </dev/null >"$AKTIV_BUILD/setup.log" 2>&1 || setup_no_network "the npm packages of $folder could not be fetched"
  printf '%s\n' "$wanted" >"$stamp"
}

setup_all() {
  local lists=("$AKTIV_HOME/kiosk/packages.txt") with_tests='' option folder
  for option in "$@"; do
    case "$option" in
      --demo) lists+=("$AKTIV_HOME/kiosk/packages_demo.txt") ;;
      --tests) lists+=("$AKTIV_HOME/kiosk/packages_demo.txt" "$AKTIV_HOME/tests/packages.txt") && with_tests=1 ;;
      *) refuse "kiosk/setup.sh does not know '$option'." "It knows --demo and --tests." ;;
    esac
  done
  setup_require_debian
  setup_packages "${lists[@]}"
  [ -f "$AKTIV_BUILD/release/build.ninja" ] || setup_require_space
  setup_npm assets --ignore-scripts # pictures and fonts: nothing in them has to run
  [ -n "$with_tests" ] || return 0
  while read -r folder; do
    setup_npm "$folder"
  done < <(cd "$AKTIV_HOME" && find tests -name node_modules -prune -o -name package-lock.json -printf '%h\n' | sort)
}

# build_programs PRESET ON|OFF|'' TARGET…: configures and builds; '' keeps what is configured, and configures a
# fresh tree without the tests. The compiler cache helps where there is one.
build_programs() {
  local preset=$1 with_tests=$2 log
  shift 2
  log="$AKTIV_BUILD/build-$preset.log"
  mkdir -p "$AKTIV_BUILD"
  build_configure "$preset" "$with_tests" >"$log" 2>&1 || build_failed "$log"
  cmake --build "$AKTIV_BUILD/$preset" --parallel "$(nproc)" ${1:+--target "$@"} 2>&1 |
    tee -a "$log" | build_progress || build_failed "$log" # pipefail: the build's own result
}

build_configure() {
  [ -n "$2" ] || [ ! -f "$AKTIV_BUILD/$1/build.ninja" ] || return 0
  command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
  (cd "$AKTIV_HOME" && cmake --preset "$1" -DBUILD_TESTING="${2:-OFF}")
}

# One line that counts on a terminal; every hundredth step elsewhere.
build_progress() {
  local line
  while IFS= read -r line; do
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
    if [ -t 1 ]; then
      printf '\r· building %s of %s ' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
    elif [ "${BASH_REMATCH[1]}" -eq "${BASH_REMATCH[2]}" ] || [[ ${BASH_REMATCH[1]} == *[1-9]00 ]]; then
      say "building ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}"
    fi
  done
  [ ! -t 1 ] || printf '\r\033[K'
}

build_failed() {
  grep -nE 'error|Error|FAILED|warning:' "$1" | head -n 30 >&2 || tail -n 30 "$1" >&2
  refuse "the build did not succeed; all of it is in $1."
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then setup_all "$@"; fi
