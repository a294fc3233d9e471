# shellcheck shell=bash disable=SC2154
# Shared by web/serve and tests/run: where things are, how a step is told and logged, how packages
# come onto the machine. Sourced by bash with `set -euo pipefail`.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/threadbook"
logs="$root/build/logs"
mkdir -p "$cache" "$logs"

# Downloads and compilers ask questions when they find someone to answer; nobody is there.
exec </dev/null
export DEBIAN_FRONTEND=noninteractive
# The machine's language must not change what programs print: we read it.
export LC_ALL=C.UTF-8

# ---- Telling --------------------------------------------------------------------------------------

# say TEXT: a line with the seconds since the script began (bash counts them in SECONDS).
say() { printf '[%4ds] %s\n' "$SECONDS" "$*"; }

# fail STEP WHY WHAT-TO-DO: ends the script.
fail() {
  printf '\n%s failed: %s\n%s\n' "$1" "$2" "$3" >&2
  exit 1
}

# step LOG TITLE WHAT-TO-DO COMMAND...: runs a command with its output in build/logs/LOG.log. Tells
# the title, a sign of life while it lasts, and on failure the output's end and what to do.
step() {
  local log="$logs/$1.log" title="$2" hint="$3" begin=$SECONDS pid status=0
  shift 3
  say "$title"
  "$@" >"$log" 2>&1 &
  pid=$!
  local shown=$SECONDS
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.1
    if ((SECONDS - shown >= 20)); then
      shown=$SECONDS
      say "  … $(tail -n 1 "$log" | tr '\r' '\n' | tail -n 1 | cut -c 1-100)"
    fi
  done
  wait "$pid" || status=$?
  if ((status != 0)); then
    printf '\n--- the last lines of %s\n' "${log#"$root"/}" >&2
    tail -n 30 "$log" >&2
    fail "$title" "status $status; all of the output is in ${log#"$root"/}." "$hint"
  fi
  if ((SECONDS - begin >= 2)); then say "  done in $((SECONDS - begin)) s"; fi
}

# ---- The machine ----------------------------------------------------------------------------------

# Our packages' names and the private archive are Debian's; elsewhere we say what to install.
# shellcheck source=/dev/null
is_debian() { [[ -r /etc/os-release ]] && (. /etc/os-release && [[ "$ID" == debian ]]); }

# at_least WANTED FOUND: compares version numbers.
at_least() { [[ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" == "$1" ]]; }

as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  else
    # -n: a password asked for in a log file would never be answered.
    sudo -n "$@"
  fi
}

# Where somebody sits at a terminal, sudo may ask for the password once, before the log begins.
can_become_root() {
  [[ $(id -u) == 0 ]] && return
  command -v sudo >/dev/null || return
  sudo -n true 2>/dev/null || { [[ -t 2 ]] && sudo -v; }
}

# install_packages PACKAGE...: from the machine's own archives, whose configuration is left as it is.
install_packages() {
  local command="apt-get install -y --no-install-recommends $*"
  if ! can_become_root; then
    fail "Installing packages" "they need root, and sudo would ask for a password." \
      "Run this once, then start again:  sudo $command"
  fi
  step packages "Installing packages: $*" \
    "Try by hand:  sudo $command" install_packages_now "$@"
}

install_packages_now() {
  local install=(apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300)
  # Old or missing package lists are the usual reason for a failure: fetch them, then try again.
  as_root env DEBIAN_FRONTEND=noninteractive "${install[@]}" "$@" && return
  as_root apt-get update -o DPkg::Lock::Timeout=300 || true
  as_root env DEBIAN_FRONTEND=noninteractive "${install[@]}" "$@"
}

# The tools a script needs: `need COMMAND PACKAGE [MINIMUM VERSION-COMMAND]` collects what is missing,
# `install_needed` installs it in one go.
missing_packages=()
missing_commands=()
need() {
  local command="$1" package="$2" minimum="${3:-}" version
  if command -v "$command" >/dev/null; then
    [[ -z "$minimum" ]] && return
    version="$("$command" --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1)"
    at_least "$minimum" "${version:-0}" && return
    missing_commands+=("$command $minimum or newer (found ${version:-an unknown version})")
  else
    missing_commands+=("$command${minimum:+ $minimum or newer}")
  fi
  missing_packages+=("$package")
}

install_needed() {
  ((${#missing_packages[@]} == 0)) && return
  if ! is_debian; then
    fail "Looking for tools" "this machine lacks: $(printf '%s; ' "${missing_commands[@]}")" \
      "Install them and start again. (On Debian this script installs them by itself.)"
  fi
  install_packages "${missing_packages[@]}"
  missing_packages=()
  missing_commands=()
}

# once KEY FOLDER COMMAND...: makes a folder under the cache by running the command with the folder's
# temporary name, unless a folder with this content key is there. What is half done is never seen.
once() {
  local key="$1" folder="$2"
  shift 2
  [[ -f "$folder/.complete" && "$(<"$folder/.complete")" == "$key" ]] && return
  rm -rf "$folder" "$folder.part"
  mkdir -p "$folder.part"
  "$@" "$folder.part"
  printf '%s\n' "$key" >"$folder.part/.complete"
  mv "$folder.part" "$folder"
}
