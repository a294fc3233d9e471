// StrBuilder (str.h).
#include <algorithm>

#include "python/objects/str.h"
#include "python/objects/text_values.h"
#include "python/text/unicode.h"

namespace threadbook::python {

void StrBuilder::widen() {
  if (wide_) return;
  require_room(thread_, latin1_.size(), sizeof(char32_t));
  utf32_.reserve(std::max<std::size_t>(latin1_.size() + latin1_.size() / 2, 16));
  for (char c : latin1_) utf32_.push_back(static_cast<unsigned char>(c));
  latin1_ = {};
  wide_ = true;
}

void StrBuilder::append(const Str* text) {
  if (!text->is_wide()) {
    append_latin1(text->latin1());
    return;
  }
  widen();
  require_room(thread_, utf32_.size() + text->length, sizeof(char32_t));
  utf32_.append(text->utf32());
}

void StrBuilder::append_latin1(std::string_view text) {
  if (!wide_) {
    require_room(thread_, latin1_.size() + text.size());
    latin1_.append(text);
    return;
  }
  require_room(thread_, utf32_.size() + text.size(), sizeof(char32_t));
  for (char c : text) utf32_.push_back(static_cast<unsigned char>(c));
}

void StrBuilder::append_utf8(std::string_view utf8) {
  if (is_ascii(TextView::latin1(utf8))) {
    append_latin1(utf8);
    return;
  }
  const Text text = from_utf8(utf8);
  if (!text.is_wide) {
    append_latin1(text.narrow);
    return;
  }
  widen();
  require_room(thread_, utf32_.size() + text.wide.size(), sizeof(char32_t));
  utf32_.append(text.wide);
}

void StrBuilder::append(char32_t character) {
  if (!wide_ && character < 0x100) {
    latin1_.push_back(static_cast<char>(character));
    return;
  }
  widen();
  utf32_.push_back(character);
}

void append(StrBuilder& out, TextView text) {
  if (!text.is_wide()) {
    out.append_latin1(text.narrow());
    return;
  }
  for (char32_t character : text.wide()) out.append(character);
}

Str* StrBuilder::finish() {
  Str* result = wide_ ? make_str(thread_, std::u32string_view(utf32_)) : make_str(thread_, std::string_view(latin1_));
  latin1_ = {};
  utf32_ = {};
  wide_ = false;
  return result;
}

}  // namespace threadbook::python
