# shellcheck shell=bash disable=SC2154
# A browser and what drives it, for the tests in tests/browser.

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

  local folder="$root/tests/browser" key
  key="$(sha256sum <"$folder/package-lock.json")"
  [[ -f "$folder/node_modules/.complete" && "$(<"$folder/node_modules/.complete")" == "$key" ]] && return
  step playwright "Fetching playwright-core" "It comes from npm's registry: npm ci in tests/browser." \
    env npm_config_update_notifier=false npm ci --prefix "$folder" --no-audit --no-fund
  printf '%s\n' "$key" >"$folder/node_modules/.complete"
}
