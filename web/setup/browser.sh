# shellcheck shell=bash disable=SC2154
# A browser and what drives it, for the tests in tests/browser; Pyodide, to be compared with.

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
