# shellcheck shell=bash disable=SC2154
# Browsers and what drives them, for the tests in tests/browser; Pyodide, to be compared with.

setup_browser() {
  chromium="${CHROMIUM:-}"
  if [[ -z "$chromium" ]]; then
    local name
    for name in chromium chromium-browser google-chrome; do
      if command -v "$name" >/dev/null; then chromium="$(command -v "$name")"; break; fi
    done
  fi
  if [[ -z "$chromium" ]]; then
    is_debian || fail "Looking for a browser" "no Chromium was found." \
      "Install one, or set CHROMIUM to its program."
    install_packages chromium
    chromium="$(command -v chromium)"
  fi

  npm_packages tests/browser
}

# Firefox draws WebGL only on a display, by Mesa where there is no graphics card: what a machine without a screen needs.
firefox_libraries=(libgl1-mesa-dri libegl1 libgl1 libpci3)

# need_firefox: for install_needed. Elsewhere than on Debian setup_firefox says what is missing.
need_firefox() {
  local library
  is_debian || return 0
  if [[ -z "${FIREFOX:-}" ]] && ! command -v firefox >/dev/null; then need firefox-esr firefox-esr; fi
  need Xvfb xvfb
  for library in "${firefox_libraries[@]}"; do
    [[ "$(dpkg-query -W -f '${db:Status-Status}' "$library" 2>/dev/null)" == installed ]] && continue
    missing_commands+=("$library")
    missing_packages+=("$library")
  done
}

# setup_firefox: finds the program, or leaves `firefox` empty: then its tests are skipped, and say so.
setup_firefox() {
  local name
  firefox="${FIREFOX:-}"
  for name in firefox-esr firefox; do
    if [[ -z "$firefox" ]] && command -v "$name" >/dev/null; then firefox="$(command -v "$name")"; fi
  done
  if [[ -z "$firefox" ]] || ! command -v Xvfb >/dev/null; then
    firefox=
    say "No Firefox, or no Xvfb to show it on: its tests are skipped. Install both, or set FIREFOX to Firefox's program."
  fi
}

setup_pyodide() { npm_packages tests/benchmarks; }

# npm_packages FOLDER: what its package-lock.json pins.
npm_packages() {
  local folder="$root/$1" key
  key="$(sha256sum <"$folder/package-lock.json")"
  [[ -f "$folder/node_modules/.complete" && "$(<"$folder/node_modules/.complete")" == "$key" ]] && return
  step "npm-$(basename "$1")" "Fetching what $1 needs" "It comes from npm's registry: npm ci in $1." \
    env npm_config_update_notifier=false npm ci --prefix "$folder" --no-audit --no-fund
  printf '%s\n' "$key" >"$folder/node_modules/.complete"
}
