# shellcheck shell=bash disable=SC2154
# Emscripten: the machine's own when it is new enough, else Debian's package, else (Debian 12) a private
# copy of Debian 13's package beside Debian 12's compiler, under the cache. The minimum is read from
# emscripten.cmake, which makes the same choice among what is there.

emscripten_minimum="$(sed -nE 's/^set\(THREADBOOK_EMSCRIPTEN_MINIMUM ([0-9.]+)\)/\1/p' "$root/emscripten.cmake")"
emscripten_private="$cache/emscripten-$emscripten_minimum"

emscripten_version_in() { grep -oE '[0-9]+\.[0-9]+\.[0-9]+' "$1/emscripten-version.txt" 2>/dev/null || true; }

# find_emscripten: prints the folder of an Emscripten that will do.
find_emscripten() {
  local folder version folders=()
  if [[ -n "${THREADBOOK_EMSCRIPTEN:-}" ]]; then
    folders=("$THREADBOOK_EMSCRIPTEN" "$THREADBOOK_EMSCRIPTEN/upstream/emscripten")
  else
    command -v em-config >/dev/null && folders+=("$(em-config EMSCRIPTEN_ROOT 2>/dev/null || true)")
    [[ -n "${EMSDK:-}" ]] && folders+=("$EMSDK/upstream/emscripten")
    [[ -f "$emscripten_private/.complete" ]] && folders+=("$emscripten_private/usr/share/emscripten")
  fi
  for folder in "${folders[@]}"; do
    version="$(emscripten_version_in "$folder")"
    if [[ -n "$version" ]] && at_least "$emscripten_minimum" "$version"; then
      echo "$folder"
      return
    elif [[ -n "$version" ]]; then
      say "Emscripten $version in $folder is older than $emscripten_minimum: not used" >&2
    fi
  done
}

setup_emscripten() {
  emscripten="$(find_emscripten)"
  if [[ -z "$emscripten" ]]; then
    if [[ -n "${THREADBOOK_EMSCRIPTEN:-}" ]] || ! is_debian; then
      fail "Looking for Emscripten" "none that is $emscripten_minimum or newer was found." \
        "Put its emcc on PATH, or set EMSDK, or set THREADBOOK_EMSCRIPTEN to the folder that holds emcc."
    fi
    local packaged
    packaged="$(apt-cache policy emscripten 2>/dev/null | sed -nE 's/^ *Candidate: ([0-9.]+).*/\1/p')"
    if [[ -n "$packaged" ]] && at_least "$emscripten_minimum" "$packaged"; then
      install_packages emscripten
    else
      # The compiler proper is Debian 12's; Emscripten finds it by these versioned names.
      need clang-19 clang-19
      need wasm-ld-19 lld-19
      need llvm-ar-19 llvm-19
      install_needed
      archive_update
      step emscripten "Installing a private copy of Emscripten $emscripten_minimum (240 MB to fetch)" \
        "Install Emscripten $emscripten_minimum or newer by other means and put emcc on PATH." \
        once "$emscripten_minimum-1" "$emscripten_private" build_private_emscripten
    fi
    emscripten="$(find_emscripten)"
    [[ -n "$emscripten" ]] || fail "Installing Emscripten" "the one installed is not found or too old." \
      "Install Emscripten $emscripten_minimum or newer by other means and put emcc on PATH."
  fi
}

# The packages are unpacked, not installed. Two things then need help: Binaryen's programs want a newer
# C library than Debian 12 has, so each is started through the loader that came with it; and
# Emscripten looks for its neighbours in /usr, so it gets a configuration of its own.
build_private_emscripten() {
  local folder="$1" download package tool loader libraries
  # What `once` renames the folder to: scripts and configuration hold absolute names.
  local final="${folder%.part}"
  download="$(mktemp -d -p "$cache")"
  archive_packages "$download" emscripten binaryen libc6 libstdc++6 libgcc-s1 node-acorn
  for package in "$download"/*.deb; do
    # Left out: libraries built for what we do not use (link-time optimisation, position-independent
    # code, sanitizers, wasm workers), three quarters of the whole.
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$folder" --exclude='*/wasm32-emscripten/lto*' \
      --exclude='*/wasm32-emscripten/pic' --exclude='*asan*.a' --exclude='*-ww*.a' --exclude='*/emscripten/test'
  done
  rm -rf "$download"

  libraries="$(cd "$folder" && echo usr/lib/*-linux-gnu*)"
  loader="$(cd "$folder" && echo "$libraries"/ld-linux*.so.*)"
  mkdir -p "$folder/binaryen/bin"
  for tool in "$folder"/usr/bin/wasm-* "$folder"/usr/bin/wasm2js; do
    tool="$(basename "$tool")"
    printf '#!/bin/sh\nexec "%s" --library-path "%s" "%s" "$@"\n' \
      "$final/$loader" "$final/$libraries" "$final/usr/bin/$tool" >"$folder/binaryen/bin/$tool"
    chmod +x "$folder/binaryen/bin/$tool"
  done
  cat >"$folder/usr/share/emscripten/.emscripten" <<CONFIGURATION
LLVM_ROOT = '$(dirname "$(command -v clang-19)")'
BINARYEN_ROOT = '$final/binaryen'
NODE_JS = '$(command -v node)'
FROZEN_CACHE = True
LLVM_ADD_VERSION = '19'
CLANG_ADD_VERSION = '19'
CONFIGURATION
  # Its JavaScript optimizer imports acorn as a module, which node looks for beside the importer.
  mkdir -p "$folder/usr/share/emscripten/node_modules"
  ln -s ../../nodejs/acorn "$folder/usr/share/emscripten/node_modules/acorn"
  "$folder/usr/share/emscripten/em-config" EMSCRIPTEN_ROOT
}
