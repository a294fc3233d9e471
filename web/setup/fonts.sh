# shellcheck shell=bash disable=SC2154
# The typefaces, cut to the characters the book and a learner's programs use: build/fonts/.
# The page's renderer and the browser get the same files. Where there is no Debian archive,
# THREADBOOK_FONTS names a folder that holds the originals.

# Latin, its accents, Greek, punctuation, currency, arrows, mathematics, box drawing and blocks,
# geometric shapes, check marks.
font_characters=U+0020-007E,U+00A0-017F,U+0218-021B,U+02C6,U+02DA,U+02DC,U+0300-0304,U+0308,U+030A,U+030C,U+0370-03FF,U+2000-206F,U+2070-209F,U+20AC,U+2116,U+2122,U+2190-21FF,U+2200-22FF,U+2318,U+2325,U+21E7,U+23CE,U+2500-25FF,U+2713,U+2717,U+FFFD

# The file in the package, the file made of it, its typographic features: kerning and accents. Without
# Inter's and JetBrains Mono's ligatures: the renderer has none, and text must be as wide in both.
font_list='Inter-Regular.otf inter-regular.otf kern,mark,mkmk,ccmp,locl
Inter-SemiBold.otf inter-semibold.otf kern,mark,mkmk,ccmp,locl
Inter-Bold.otf inter-bold.otf kern,mark,mkmk,ccmp,locl
Inter-Italic.otf inter-italic.otf kern,mark,mkmk,ccmp,locl
JetBrainsMono-Regular.ttf jetbrains-mono.ttf mark,mkmk,ccmp
JetBrainsMono-Bold.ttf jetbrains-mono-bold.ttf mark,mkmk,ccmp'

fetch_fonts() {
  local folder="$1" download package
  download="$(mktemp -d)"
  archive_packages "$download" fonts-inter fonts-jetbrains-mono
  for package in "$download"/*.deb; do dpkg-deb -x "$package" "$download/unpacked"; done
  find "$download/unpacked" \( -name 'Inter-*.otf' -o -name 'JetBrainsMono-*.ttf' \) -exec cp {} "$folder" \;
  # Both are under the SIL Open Font License, which travels with them.
  cp "$download/unpacked/usr/share/doc/fonts-inter/copyright" "$folder/inter-license.txt"
  cp "$download/unpacked/usr/share/doc/fonts-jetbrains-mono/copyright" "$folder/jetbrains-mono-license.txt"
  rm -rf "$download"
}

cut_fonts() {
  local originals="$1" folder="$2" original result features
  while read -r original result features; do
    pyftsubset "$originals/$original" --output-file="$folder/$result" --unicodes="$font_characters" \
      --layout-features="$features" --desubroutinize --no-hinting --name-IDs='*' --notdef-outline
  done <<<"$font_list"
  cp "$originals"/*license*.txt "$folder" 2>/dev/null || true
}

setup_fonts() {
  local originals="${THREADBOOK_FONTS:-$cache/fonts-1}" key
  key="$originals $(sha256sum <"${BASH_SOURCE[0]}")"
  [[ -f "$root/build/fonts/.complete" && "$(<"$root/build/fonts/.complete")" == "$key" ]] && return
  if [[ ! -f "$originals/Inter-Regular.otf" ]]; then
    if [[ -n "${THREADBOOK_FONTS:-}" ]] || ! is_debian; then
      fail "Looking for fonts" "Inter and JetBrains Mono are not there." \
        "Set THREADBOOK_FONTS to a folder with $(cut -d ' ' -f 1 <<<"$font_list" | tr '\n' ' ')and start again."
    fi
    archive_update
    step fonts "Fetching the fonts" "Set THREADBOOK_FONTS to a folder that holds Inter and JetBrains Mono." \
      once 1 "$originals" fetch_fonts
  fi
  step fonts-cut "Cutting the fonts to the characters in use" "See the log; pyftsubset is part of fonttools." \
    once "$key" "$root/build/fonts" cut_fonts "$originals"
}
