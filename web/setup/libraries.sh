# shellcheck shell=bash disable=SC2154
# The sources of the libraries that src/cmake declares, for CMake to find as
# <cache>/sources/<name>-<version>. Names and versions are read from the declarations. Where there is
# no Debian archive, nothing is done here and CMake fetches the same versions from upstream.

# library_list: "name version" of each declared library.
library_list() { sed -nE 's/^ *threadbook_source\(([a-z0-9]+) ([0-9.]+) .*/\1 \2/p' "$root"/src/cmake/*.cmake; }

# The Debian package that holds a library's source. doctest is taken as the header Debian packages.
library_package() {
  case "$1" in
    sdl2) echo libsdl2 ;;
    *) echo "$1" ;;
  esac
}

fetch_library() {
  local name="$1" version="$2" folder="$3" download
  download="$(mktemp -d)"
  if [[ "$name" == doctest ]]; then
    archive_packages "$download" doctest-dev
    verify_download "$download"/*.deb "$name" "$version"
    dpkg-deb -x "$download"/*.deb "$download/unpacked"
    mkdir -p "$folder/doctest"
    cp "$download/unpacked/usr/include/doctest/doctest.h" "$folder/doctest/"
  else
    archive_source "$download" "$(library_package "$name")"
    verify_download "$(ls "$download"/*.orig.tar.*[!c])" "$name" "$version"
    tar -xf "$(ls "$download"/*.orig.tar.*[!c])" -C "$folder" --strip-components=1
  fi
  rm -rf "$download"
}

# verify_download FILE NAME VERSION: the archive must hold the version declared, byte for byte the one
# this was tested with. (apt has already checked that it is what Debian published.)
verify_download() {
  local file="$1" name="$2" version="$3" expected
  case "$(basename "$file")" in
    *_"$version"[-+.~]*) ;;
    *) echo "The archive has $(basename "$file"), but $name $version is declared."; return 1 ;;
  esac
  expected="$(awk -v file="$(basename "$file")" '$2 == file { print $1 }' "$root/web/setup/archive.sha256")"
  if [[ "$expected" != "$(sha256sum "$file" | cut -d ' ' -f 1)" ]]; then
    echo "$(basename "$file") is not the file named in web/setup/archive.sha256."
    return 1
  fi
}

have_library() {
  local complete="$cache/sources/$1-$2/.complete"
  [[ -f "$complete" && "$(<"$complete")" == "$2" ]]
}

# Side by side: apt takes longer to read its lists than the files to come.
fetch_libraries() {
  local name version pids=() pid status=0
  while read -r name version; do
    have_library "$name" "$version" && continue
    once "$version" "$cache/sources/$name-$version" fetch_library "$name" "$version" &
    pids+=($!)
  done < <(library_list)
  for pid in "${pids[@]}"; do wait "$pid" || status=$?; done
  return $status
}

setup_libraries() {
  is_debian || return 0
  local name version missing=''
  while read -r name version; do
    have_library "$name" "$version" || missing+=" $name $version,"
  done < <(library_list)
  [[ -n "$missing" ]] || return 0
  archive_update
  step libraries "Fetching library sources:${missing%,}" \
    "Give CMake copies of your own: -DFETCHCONTENT_SOURCE_DIR_<NAME>=FOLDER (see README.md)." fetch_libraries
}
