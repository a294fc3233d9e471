# shellcheck shell=bash disable=SC2154
# The typefaces, cut to the characters the book and a learner's programs use: build/fonts/.
# The page's renderer and the browser get the same files. Where there is no Debian archive,
# THREADBOOK_FONTS names a folder that holds the originals.

# What is fetched before the page is drawn: the letters of English and of Western Europe,
# punctuation, currency, arrows, keys, comparisons, box drawing and blocks, check marks.
first_characters=U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+0160-0161,U+0178,U+017D-017E,U+02C6,U+02DA,U+02DC,U+2000-200B,U+2010-2016,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2190-2193,U+21E7,U+2212,U+2248,U+2260,U+2264-2265,U+2318,U+2325,U+23CE,U+2713,U+2717,U+FFFD
boxes=U+2500-2593,U+25A0-25A1,U+25CF
more_boxes=U+2594-259F,U+25A2-25CE,U+25D0-25FF

# What browsers fetch where such a character is shown; web/page.css tells them so, in the same ranges: Latin's other
# accents, combining ones, Greek, and the rest of the blocks above, with mathematics and geometric shapes.
more_characters=U+0100-0130,U+0132-0151,U+0154-015F,U+0162-0177,U+0179-017C,U+017F,U+0218-021B,U+0300-0304,U+0308,U+030A,U+030C,U+0370-03FF,U+200C-200F,U+2017,U+201F,U+2023-2025,U+2027-202F,U+2031,U+2034-2038,U+203B-2043,U+2045-209F,U+2116,U+2194-21E6,U+21E8-2211,U+2213-2247,U+2249-225F,U+2261-2263,U+2266-22FF

# The file in the package, the file made of it, its characters, its typographic features: kerning, and where accents go. Without
# Inter's and JetBrains Mono's ligatures: the renderer has none, and text must be as wide in both.
font_list="Inter-Regular.otf inter-regular.otf $first_characters kern
Inter-SemiBold.otf inter-semibold.otf $first_characters kern
Inter-Bold.otf inter-bold.otf $first_characters kern
Inter-Italic.otf inter-italic.otf $first_characters kern
JetBrainsMono-Regular.ttf jetbrains-mono.ttf $first_characters,$boxes -
JetBrainsMono-Bold.ttf jetbrains-mono-bold.ttf $first_characters,$boxes -
Inter-Regular.otf inter-more.otf $more_characters,$boxes,$more_boxes kern,mark,mkmk,ccmp
JetBrainsMono-Regular.ttf jetbrains-mono-more.ttf $more_characters,$more_boxes mark,mkmk,ccmp"

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
  local originals="$1" folder="$2" original result characters features
  while read -r original result characters features; do
    pyftsubset "$originals/$original" --output-file="$folder/$result" --unicodes="$characters" \
      --layout-features="${features#-}" --desubroutinize --no-hinting --name-IDs='*' --notdef-outline
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
        "Set THREADBOOK_FONTS to a folder with $(cut -d ' ' -f 1 <<<"$font_list" | sort -u | tr '\n' ' ')and start again."
    fi
    archive_update
    step fonts "Fetching the fonts" "Set THREADBOOK_FONTS to a folder that holds Inter and JetBrains Mono." \
      once 1 "$originals" fetch_fonts
  fi
  step fonts-cut "Cutting the fonts to the characters in use" "See the log; pyftsubset is part of fonttools." \
    once "$key" "$root/build/fonts" cut_fonts "$originals"
}
