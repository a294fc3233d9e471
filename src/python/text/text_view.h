// The engine's two string representations, for functions that work on either: Latin-1 (one byte a
// character) and UTF-32 (four). TextView looks at characters stored elsewhere; Text owns a result;
// TextBuilder makes one.
//
// Canonical form: a Text whose characters all lie below U+0100 is narrow. Every function that
// returns a Text keeps that, so the engine may compare representations before characters. A Text
// may hold any code point below U+110000, lone surrogates included, as Python's str.
//
// Cost: a view is 16 bytes by value; a builder writes bytes until the first wide character, then
// widens once.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace threadbook::python {

// Characters stored elsewhere, which must stay while the view is used.
class TextView {
 public:
  constexpr TextView() noexcept : narrow_(""), size_(0), wide_(false) {}
  constexpr TextView(std::u32string_view characters) noexcept
      : wide_data_(characters.data()), size_(characters.size()), wide_(true) {}
  static constexpr TextView latin1(std::string_view characters) noexcept {
    TextView view;
    view.narrow_ = characters.data();
    view.size_ = characters.size();
    return view;
  }

  constexpr std::size_t size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }
  constexpr bool is_wide() const noexcept { return wide_; }
  constexpr char32_t operator[](std::size_t index) const noexcept {
    return wide_ ? wide_data_[index] : static_cast<char32_t>(static_cast<unsigned char>(narrow_[index]));
  }
  constexpr std::string_view narrow() const noexcept {
    assert(!wide_);
    return {narrow_, size_};
  }
  constexpr std::u32string_view wide() const noexcept {
    assert(wide_);
    return {wide_data_, size_};
  }
  // Characters [start, end), both within the text.
  constexpr TextView slice(std::size_t start, std::size_t end) const noexcept {
    return wide_ ? TextView(wide().substr(start, end - start)) : latin1(narrow().substr(start, end - start));
  }

 private:
  union {
    const char* narrow_;
    const char32_t* wide_data_;
  };
  std::size_t size_;
  bool wide_;
};

// A string that owns its characters: in `narrow` (Latin-1), or in `wide` if is_wide. Canonical (see
// above).
struct Text {
  std::string narrow;
  std::u32string wide;
  bool is_wide = false;

  Text() = default;
  explicit Text(std::string latin1) : narrow(std::move(latin1)) {}

  TextView view() const noexcept { return is_wide ? TextView(wide) : TextView::latin1(narrow); }
  operator TextView() const noexcept { return view(); }
  std::size_t size() const noexcept { return is_wide ? wide.size() : narrow.size(); }
};

// Appends characters of either representation; finish() gives the canonical Text.
class TextBuilder {
 public:
  void append(char32_t character);
  void append(TextView characters);
  void append_latin1(std::string_view characters);
  void append_repeated(char32_t character, std::size_t count);
  void reserve(std::size_t characters);
  std::size_t size() const noexcept { return text_.size(); }
  Text finish() { return std::move(text_); }

 private:
  void widen();
  Text text_;
};

// Whether every character is below U+0100; whether every one is below U+0080 (str.isascii). Linear,
// a word at a time.
bool fits_latin1(TextView text) noexcept;
bool is_ascii(TextView text) noexcept;
// A canonical copy (a slice of a wide string may be narrow).
Text copy_text(TextView text);
// Character by character, whatever the representations.
bool equal(TextView a, TextView b) noexcept;
// Negative, 0 or positive: by code points, as str's < does.
int compare(TextView a, TextView b) noexcept;

}  // namespace threadbook::python
