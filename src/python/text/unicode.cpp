#include "python/text/unicode.h"

#include <algorithm>
#include <iterator>

namespace threadbook::python {

namespace {

// The bits of Record::properties, in the order of make_unicode_tables.py.
enum Property : std::uint16_t {
  kAlpha = 1 << 0,
  kDecimal = 1 << 1,
  kDigit = 1 << 2,
  kNumeric = 1 << 3,
  kSpace = 1 << 4,
  kUpperCase = 1 << 5,
  kLowerCase = 1 << 6,
  kTitleCase = 1 << 7,
  kPrintable = 1 << 8,
  kIdentifierStart = 1 << 9,
  kIdentifierContinue = 1 << 10,
  kCased = 1 << 11,
  kCaseIgnorable = 1 << 12,
};

struct Record {
  std::uint16_t properties;
  std::uint16_t decimal;
  std::int32_t to_upper;  // distances, 0 also where the mapping is a SpecialCase
  std::int32_t to_lower;
  std::int32_t to_title;
};

struct SpecialCase {
  char32_t code;
  char32_t mapped[3];  // filled up with zeros
};

#include "python/text/unicode_tables.inc"

constexpr int kPageShift = 7;

const Record& record(char32_t c) noexcept {
  if (c >= kTableEnd) return kRecords[kBeyondTable];
  return kRecords[kPages[kPageOf[c >> kPageShift]][c & ((1u << kPageShift) - 1)]];
}

bool has(char32_t c, unsigned properties) noexcept { return (record(c).properties & properties) != 0; }

// Whether the text is not empty and every character satisfies the predicate.
template <class Predicate>
bool all(TextView text, Predicate predicate) noexcept {
  if (text.empty()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!predicate(text[i])) return false;
  }
  return true;
}

char32_t moved(char32_t c, std::int32_t distance) noexcept {
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + distance);
}

// Appends c's mapping: from the special list if it stands there, else by its distance.
template <std::size_t size>
void append_mapped(TextBuilder& into, char32_t c, const SpecialCase (&special)[size], std::int32_t distance) {
  const auto* entry = std::lower_bound(std::begin(special), std::end(special), c,
                                       [](const SpecialCase& item, char32_t code) { return item.code < code; });
  if (entry == std::end(special) || entry->code != c) {
    into.append(moved(c, distance));
    return;
  }
  for (const char32_t mapped : entry->mapped) {
    if (mapped != 0) into.append(mapped);
  }
}

void append_upper(TextBuilder& into, char32_t c) {
  if (c < 0x80) return into.append(c >= 'a' && c <= 'z' ? c - 32 : c);
  append_mapped(into, c, kUpper, record(c).to_upper);
}
void append_title(TextBuilder& into, char32_t c) {
  if (c < 0x80) return into.append(c >= 'a' && c <= 'z' ? c - 32 : c);
  append_mapped(into, c, kTitle, record(c).to_title);
}
void append_fold(TextBuilder& into, char32_t c) {
  if (c < 0x80) return into.append(c >= 'A' && c <= 'Z' ? c + 32 : c);
  append_mapped(into, c, kFold, record(c).to_lower);
}

// Whether the capital sigma at `index` ends a word: something cased before it and nothing cased
// after, case-ignorable characters aside (the Unicode standard's Final_Sigma).
bool is_final_sigma(TextView text, std::size_t index) noexcept {
  std::size_t before = index;
  while (before > 0 && has(text[before - 1], kCaseIgnorable)) --before;
  if (before == 0 || !has(text[before - 1], kCased)) return false;
  std::size_t after = index + 1;
  while (after < text.size() && has(text[after], kCaseIgnorable)) ++after;
  return after == text.size() || !has(text[after], kCased);
}

void append_lower(TextBuilder& into, TextView text, std::size_t index) {
  constexpr char32_t kCapitalSigma = 0x3A3;
  constexpr char32_t kSmallSigma = 0x3C3;
  constexpr char32_t kSmallFinalSigma = 0x3C2;
  const char32_t c = text[index];
  if (c < 0x80) return into.append(c >= 'A' && c <= 'Z' ? c + 32 : c);
  if (c == kCapitalSigma) return into.append(is_final_sigma(text, index) ? kSmallFinalSigma : kSmallSigma);
  append_mapped(into, c, kLower, record(c).to_lower);
}

}  // namespace

// -- UTF-8 ----------------------------------------------------------------------------------------

std::size_t utf8_size(TextView text) noexcept {
  std::size_t size = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    size += (c >= 0x80 ? 1 : 0) + (c >= 0x800 ? 1 : 0) + (c >= 0x10000 ? 1 : 0);
  }
  return size;
}

std::string to_utf8(TextView text) {
  if (!text.is_wide() && is_ascii(text)) return std::string(text.narrow());
  std::string bytes;
  bytes.reserve(utf8_size(text));
  const auto put = [&bytes](char32_t value) { bytes += static_cast<char>(value); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6);
      put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      put(0xE0 | c >> 12);
      put(0x80 | (c >> 6 & 0x3F));
      put(0x80 | (c & 0x3F));
    } else {
      put(0xF0 | c >> 18);
      put(0x80 | (c >> 12 & 0x3F));
      put(0x80 | (c >> 6 & 0x3F));
      put(0x80 | (c & 0x3F));
    }
  }
  return bytes;
}

namespace {

// One step of decoding: the character and its size, or what is wrong with the `size` bytes that a
// decoder skips.
struct Utf8Step {
  char32_t character = 0;
  std::size_t size = 1;
  const char* reason = nullptr;
};

// bytes must not be empty. Strict, but for surrogates if they are let pass.
Utf8Step utf8_step(std::string_view bytes, bool pass_surrogates) noexcept {
  const auto byte = [bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, nullptr};
  if (first < 0xC2 || first > 0xF4) return {0, 1, "invalid start byte"};
  const std::size_t size = first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4);
  char32_t character = first & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if (i == bytes.size()) return {0, i, "unexpected end of data"};
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (i == 1) {  // no overlong forms, no surrogates, nothing above U+10FFFF
      if (first == 0xE0) low = 0xA0;
      if (first == 0xED && !pass_surrogates) high = 0x9F;
      if (first == 0xF0) low = 0x90;
      if (first == 0xF4) high = 0x8F;
    }
    if (byte(i) < low || byte(i) > high) return {0, i, "invalid continuation byte"};
    character = character << 6 | (byte(i) & 0x3F);
  }
  return {character, size, nullptr};
}

}  // namespace

Text from_utf8(std::string_view bytes) {
  if (is_ascii(TextView::latin1(bytes))) return Text(std::string(bytes));
  TextBuilder builder;
  builder.reserve(bytes.size());
  while (!bytes.empty()) {
    const Utf8Step step = utf8_step(bytes, true);
    builder.append(step.reason == nullptr ? step.character : char32_t{0xFFFD});
    bytes.remove_prefix(step.size);
  }
  return builder.finish();
}

std::optional<Utf8Error> find_utf8_error(std::string_view bytes) noexcept {
  for (std::size_t i = 0; i < bytes.size();) {
    const Utf8Step step = utf8_step(bytes.substr(i), false);
    if (step.reason != nullptr) return Utf8Error{i, i + step.size, step.reason};
    i += step.size;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_surrogate(TextView text) noexcept {
  if (!text.is_wide()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= 0xD800 && text[i] <= 0xDFFF) return i;
  }
  return std::nullopt;
}

// -- Characters -----------------------------------------------------------------------------------

bool is_alpha(char32_t c) noexcept { return has(c, kAlpha); }
bool is_decimal(char32_t c) noexcept { return has(c, kDecimal); }
bool is_digit(char32_t c) noexcept { return has(c, kDigit); }
bool is_numeric(char32_t c) noexcept { return has(c, kNumeric); }
bool is_alnum(char32_t c) noexcept { return has(c, kAlpha | kDecimal | kDigit | kNumeric); }
bool is_space(char32_t c) noexcept { return has(c, kSpace); }
bool is_upper(char32_t c) noexcept { return has(c, kUpperCase); }
bool is_lower(char32_t c) noexcept { return has(c, kLowerCase); }
bool is_title(char32_t c) noexcept { return has(c, kTitleCase); }
bool is_printable(char32_t c) noexcept { return has(c, kPrintable); }
bool is_identifier_start(char32_t c) noexcept { return has(c, kIdentifierStart); }
bool is_identifier_continue(char32_t c) noexcept { return has(c, kIdentifierContinue); }
bool is_cased(char32_t c) noexcept { return has(c, kCased); }

bool is_line_break(char32_t c) noexcept {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

int decimal_value(char32_t c) noexcept {
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  return is_decimal(c) ? record(c).decimal : -1;
}

char32_t simple_lower(char32_t c) noexcept { return moved(c, record(c).to_lower); }

// -- Strings --------------------------------------------------------------------------------------

bool is_alpha(TextView text) noexcept {
  return all(text, [](char32_t c) { return is_alpha(c); });
}
bool is_decimal(TextView text) noexcept {
  return all(text, [](char32_t c) { return is_decimal(c); });
}
bool is_digit(TextView text) noexcept {
  return all(text, [](char32_t c) { return is_digit(c); });
}
bool is_numeric(TextView text) noexcept {
  return all(text, [](char32_t c) { return is_numeric(c); });
}
bool is_alnum(TextView text) noexcept {
  return all(text, [](char32_t c) { return is_alnum(c); });
}
bool is_space(TextView text) noexcept {
  return all(text, [](char32_t c) { return is_space(c); });
}
bool is_printable(TextView text) noexcept {
  return text.empty() || all(text, [](char32_t c) { return is_printable(c); });
}

bool is_upper(TextView text) noexcept {
  bool any = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (has(text[i], kLowerCase | kTitleCase)) return false;
    any = any || has(text[i], kUpperCase);
  }
  return any;
}

bool is_lower(TextView text) noexcept {
  bool any = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (has(text[i], kUpperCase | kTitleCase)) return false;
    any = any || has(text[i], kLowerCase);
  }
  return any;
}

bool is_title(TextView text) noexcept {
  bool any = false;
  bool within_word = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned properties = record(text[i]).properties;
    if ((properties & (kUpperCase | kTitleCase)) != 0) {
      if (within_word) return false;
      any = within_word = true;
    } else if ((properties & kLowerCase) != 0) {
      if (!within_word) return false;
      any = true;
    } else {
      within_word = false;
    }
  }
  return any;
}

bool is_identifier(TextView text) noexcept {
  if (text.empty() || !is_identifier_start(text[0])) return false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_identifier_continue(text[i])) return false;
  }
  return true;
}

Text lower(TextView text) {
  TextBuilder result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) append_lower(result, text, i);
  return result.finish();
}

Text upper(TextView text) {
  TextBuilder result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) append_upper(result, text[i]);
  return result.finish();
}

Text title(TextView text) {
  TextBuilder result;
  result.reserve(text.size());
  bool within_word = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (within_word) {
      append_lower(result, text, i);
    } else {
      append_title(result, text[i]);
    }
    within_word = is_cased(text[i]);
  }
  return result.finish();
}

Text capitalize(TextView text) {
  TextBuilder result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 0) {
      append_title(result, text[i]);
    } else {
      append_lower(result, text, i);
    }
  }
  return result.finish();
}

Text swapcase(TextView text) {
  TextBuilder result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (is_upper(c)) {
      append_lower(result, text, i);
    } else if (is_lower(c)) {
      append_upper(result, c);
    } else {
      result.append(c);
    }
  }
  return result.finish();
}

Text casefold(TextView text) {
  TextBuilder result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) append_fold(result, text[i]);
  return result.finish();
}

}  // namespace threadbook::python
