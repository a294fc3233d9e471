#include "python/text/text_view.h"

#include <algorithm>
#include <cstring>

namespace threadbook::python {

void TextBuilder::widen() {
  text_.wide.reserve(std::max(text_.narrow.capacity(), text_.narrow.size() + 16));
  for (const char c : text_.narrow) text_.wide += static_cast<char32_t>(static_cast<unsigned char>(c));
  text_.narrow = {};
  text_.is_wide = true;
}

void TextBuilder::append(char32_t character) {
  if (character > 0xFF && !text_.is_wide) widen();
  if (text_.is_wide) {
    text_.wide += character;
  } else {
    text_.narrow += static_cast<char>(character);
  }
}

void TextBuilder::append(TextView characters) {
  if (!characters.is_wide()) return append_latin1(characters.narrow());
  if (!text_.is_wide && fits_latin1(characters)) {
    for (const char32_t c : characters.wide()) text_.narrow += static_cast<char>(c);
    return;
  }
  if (!text_.is_wide) widen();
  text_.wide += characters.wide();
}

void TextBuilder::append_latin1(std::string_view characters) {
  if (!text_.is_wide) {
    text_.narrow += characters;
    return;
  }
  for (const char c : characters) text_.wide += static_cast<char32_t>(static_cast<unsigned char>(c));
}

void TextBuilder::append_repeated(char32_t character, std::size_t count) {
  if (count == 0) return;
  if (character > 0xFF && !text_.is_wide) widen();
  if (text_.is_wide) {
    text_.wide.append(count, character);
  } else {
    text_.narrow.append(count, static_cast<char>(character));
  }
}

void TextBuilder::reserve(std::size_t characters) {
  if (text_.is_wide) {
    text_.wide.reserve(characters);
  } else {
    text_.narrow.reserve(characters);
  }
}

bool fits_latin1(TextView text) noexcept {
  if (!text.is_wide()) return true;
  char32_t all = 0;
  for (const char32_t c : text.wide()) {
    all |= c;
    if (all > 0xFF) return false;
  }
  return true;
}

bool is_ascii(TextView text) noexcept {
  if (text.is_wide()) return std::all_of(text.wide().begin(), text.wide().end(), [](char32_t c) { return c < 0x80; });
  std::string_view rest = text.narrow();
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  for (; rest.size() >= sizeof(std::uint64_t); rest.remove_prefix(sizeof(std::uint64_t))) {
    std::uint64_t word = 0;
    std::memcpy(&word, rest.data(), sizeof word);
    if ((word & kHighBits) != 0) return false;
  }
  return std::all_of(rest.begin(), rest.end(), [](char c) { return (c & 0x80) == 0; });
}

Text copy_text(TextView text) {
  TextBuilder builder;
  builder.reserve(text.is_wide() ? 0 : text.size());
  builder.append(text);
  return builder.finish();
}

bool equal(TextView a, TextView b) noexcept {
  if (a.size() != b.size()) return false;
  if (a.empty()) return true;
  if (a[0] != b[0]) return false;
  if (!a.is_wide() && !b.is_wide()) {
    return std::memcmp(a.narrow().data(), b.narrow().data(), a.size()) == 0;
  }
  return compare(a, b) == 0;
}

int compare(TextView a, TextView b) noexcept {
  if (!a.is_wide() && !b.is_wide()) return a.narrow().compare(b.narrow());
  if (a.is_wide() && b.is_wide()) return a.wide().compare(b.wide());
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}

}  // namespace threadbook::python
