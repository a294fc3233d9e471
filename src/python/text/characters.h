// The characters of a text that goes into a file others read. A program's names can be any that Python has, also half
// of a surrogate pair, which is no character: such bytes are told as U+FFFD, one each.
#pragma once

#include <algorithm>
#include <string_view>

namespace threadbook::python {

// How many bytes the character has that begins `text`, which is not empty; 0 if none does.
std::size_t character_at(std::string_view text);

// Calls `take` with the bytes of each character.
template <class Take>
void for_each_character(std::string_view text, const Take& take) {
  while (!text.empty()) {
    const std::size_t length = character_at(text);
    take(length == 0 ? std::string_view("\ufffd") : text.substr(0, length));
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
}

}  // namespace threadbook::python
