# shellcheck shell=bash disable=SC2154
# Configuring and building, and putting the site together.

setup_build_tools() {
  need cmake cmake 3.25
  need ninja ninja-build
  need c++ g++
  need python3 python3
  need node nodejs 18.18
  need brotli brotli
  if ! is_debian; then need git git; fi
}

# configure PRESET [KEY]: once for a preset and key; afterwards ninja itself notices changed CMake files.
configure() {
  local preset="$1" key="$1 ${2:-} $cache" folder="$root/build/$1"
  [[ -f "$folder/.configured" && -f "$folder/build.ninja" && "$(<"$folder/.configured")" == "$key" ]] && return
  rm -f "$folder/CMakeCache.txt"
  step "configure-$preset" "Configuring $preset" "If a library's source could not be fetched: see README.md, other sources." \
    env THREADBOOK_EMSCRIPTEN="${2:-}" cmake -S "$root" --preset "$preset"
  printf '%s\n' "$key" >"$folder/.configured"
}

# build PRESET TARGET...
build() {
  local preset="$1" folder="$root/build/$1"
  shift
  step "build-$preset" "Building $preset: $*" "The first error is what counts; later ones often follow from it." \
    ninja -C "$folder" "$@"
}

# Emscripten starts python3 for every file: by its own name, not by way of a version manager's script.
emscripten_python() { EMSDK_PYTHON="${EMSDK_PYTHON:-$(python3 -c 'import sys; print(sys.executable)')}"; export EMSDK_PYTHON; }

build_native() { configure native; build native "$@"; }
build_wasm() { emscripten_python; configure wasm "$emscripten"; build wasm "$@"; }

# write_licenses: the licenses of what the site contains, which want to travel with it.
write_licenses() {
  local name version folder
  printf 'Threadbook\n\n'
  cat "$root/LICENSE"
  while read -r name version; do
    [[ "$name" == doctest ]] && continue  # in the tests only
    folder="$cache/sources/$name-$version"
    [[ -d "$folder" ]] || folder="$root/build/wasm/_deps/$name-src"
    printf '\n\n%s %s\n\n' "$name" "$version"
    cat "$folder"/LICENSE* 2>/dev/null || true
  done < <(library_list)
  printf '\n\nEmscripten, with the C and C++ libraries it links\n\n'
  cat "$emscripten/LICENSE" "$emscripten/../../doc/emscripten/copyright" 2>/dev/null || true
}

# build_site: everything a web server needs, in build/site/. `base` is the address it will have, if that is known.
build_site() {
  setup_fonts
  build_native threadbook_static
  build_wasm threadbook_page threadbook_explorer
  local site="$root/build/site" parts="$root/build/site.part"
  rm -rf "$parts"
  mkdir -p "$parts"
  # The page's own files lie directly in web/, its pictures in web/icons; other folders there are tools.
  find "$root/web" -maxdepth 1 -type f \( -name '*.js' -o -name '*.mjs' -o -name '*.css' \
    -o -name '*.svg' -o -name '*.png' -o -name '*.ico' -o -name '*.webmanifest' \) \
    -exec cp -p {} "$parts" \;
  if [[ -d "$root/web/icons" ]]; then cp -rp "$root/web/icons" "$parts"; fi
  # The shells with the book in them as text: a page for each chapter.
  if ! "$root/build/native/threadbook_static" "$root/web" "$parts" ${base:+"$base"} 2>"$logs/site.log"; then
    cat "$logs/site.log" >&2
    fail "Writing the book's pages" "threadbook_static refused." "Mend what it names in web/index.html, web/404.html or src/book/chapters."
  fi
  if ! python3 "$root/web/reference/generate.py" "$root" >"$parts/reference.html" 2>"$logs/site.log"; then
    cat "$logs/site.log" >&2
    fail "Writing build/site/reference.html" "web/reference refused." "Mend what it names in src/runtime."
  fi
  cp -p "$root"/build/wasm/{app,explorer}.{js,wasm} "$parts"
  python3 "$root/web/setup/library.py" "$root/src/python/library" "$root/src/book/chapters" \
    "$root/src/python/modules/native_modules.cpp" "$parts/library.json" "$parts/library-more.json"
  mkdir "$parts/fonts"
  cp -p "$root"/build/fonts/* "$parts/fonts"
  write_licenses >"$parts/licenses.txt"
  step publish "Naming and compressing the site's files" "See the log." \
    python3 "$root/web/setup/publish.py" "$parts" "$root/build/published"
  # Unchanged files keep their place and time, so that browsers' caches stay valid.
  python3 "$root/web/setup/replace_folder.py" "$parts" "$site"
}
