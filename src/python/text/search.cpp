#include "python/text/search.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "python/text/substring_finder.h"
#include "python/text/unicode.h"

namespace threadbook::python {

namespace {

template <class Char>
struct Forward {
  const Char* data;
  std::size_t length;
  Char operator[](std::size_t i) const noexcept { return data[i]; }
  std::size_t size() const noexcept { return length; }
};

template <class Char>
struct Backward {
  const Char* data;
  std::size_t length;
  Char operator[](std::size_t i) const noexcept { return data[length - 1 - i]; }
  std::size_t size() const noexcept { return length; }
};

// A needle brought to the text's representation once, to be searched many times.
class Needle {
 public:
  Needle(TextView text, TextView needle) : text_(text), needle_(needle) {
    if (text.is_wide() == needle.is_wide()) return;
    if (text.is_wide()) {
      for (const char c : needle.narrow()) wide_ += static_cast<char32_t>(static_cast<unsigned char>(c));
      needle_ = TextView(wide_);
    } else if (fits_latin1(needle)) {
      for (const char32_t c : needle.wide()) narrow_ += static_cast<char>(c);
      needle_ = TextView::latin1(narrow_);
    } else {
      impossible_ = true;
    }
  }
  Needle(const Needle&) = delete;
  Needle& operator=(const Needle&) = delete;

  std::size_t size() const noexcept { return needle_.size(); }

  std::size_t first(std::size_t start, std::size_t end) const noexcept {
    if (impossible_ || needle_.size() > end - start) return kNotFound;
    if (needle_.empty()) return start;
    if (text_.is_wide()) return first(text_.wide().data(), needle_.wide().data(), start, end);
    return first(bytes(text_), bytes(needle_), start, end);
  }
  std::size_t last(std::size_t start, std::size_t end) const noexcept {
    if (impossible_ || needle_.size() > end - start) return kNotFound;
    if (needle_.empty()) return end;
    if (text_.is_wide()) return last(text_.wide().data(), needle_.wide().data(), start, end);
    return last(bytes(text_), bytes(needle_), start, end);
  }

 private:
  static const unsigned char* bytes(TextView text) noexcept {
    return reinterpret_cast<const unsigned char*>(text.narrow().data());
  }
  static const unsigned char* find_character(const unsigned char* data, std::size_t size, unsigned char c) noexcept {
    return static_cast<const unsigned char*>(std::memchr(data, c, size));
  }
  static const char32_t* find_character(const char32_t* data, std::size_t size, char32_t c) noexcept {
    const char32_t* found = std::find(data, data + size, c);
    return found == data + size ? nullptr : found;
  }

  template <class Char>
  std::size_t first(const Char* text, const Char* needle, std::size_t start, std::size_t end) const noexcept {
    if (size() == 1) {
      const Char* found = find_character(text + start, end - start, needle[0]);
      return found == nullptr ? kNotFound : static_cast<std::size_t>(found - text);
    }
    const Forward<Char> haystack{text + start, end - start};
    const Forward<Char> pattern{needle, size()};
    const std::size_t found = SubstringFinder(haystack, pattern).find(0);
    return found == haystack.size() ? kNotFound : start + found;
  }
  template <class Char>
  std::size_t last(const Char* text, const Char* needle, std::size_t start, std::size_t end) const noexcept {
    if (size() == 1) {
      for (std::size_t i = end; i-- > start;) {
        if (text[i] == needle[0]) return i;
      }
      return kNotFound;
    }
    const Backward<Char> haystack{text + start, end - start};
    const Backward<Char> pattern{needle, size()};
    const std::size_t found = SubstringFinder(haystack, pattern).find(0);
    return found == haystack.size() ? kNotFound : end - found - size();
  }

  TextView text_;
  TextView needle_;
  std::string narrow_;
  std::u32string wide_;
  bool impossible_ = false;
};

std::size_t clip(TextView text, std::size_t end) noexcept { return std::min(end, text.size()); }

bool is_white(char32_t c, Whitespace kind) noexcept {
  if (kind == Whitespace::Ascii || c < 0x80) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (kind == Whitespace::Unicode && c >= 0x1C && c <= 0x1F);
  }
  return is_space(c);
}

bool is_break(char32_t c, Whitespace kind) noexcept {
  return kind == Whitespace::Ascii ? c == '\n' || c == '\r' : is_line_break(c);
}

bool too_long(std::size_t size) noexcept { return size > kMaxTextSize; }

}  // namespace

std::size_t find(TextView text, TextView needle, std::size_t start, std::size_t end) {
  end = clip(text, end);
  if (start > end) return kNotFound;
  if (needle.size() == 1 && !needle.is_wide() && !text.is_wide()) {  // most searches
    const char* data = text.narrow().data();
    const void* found = std::memchr(data + start, static_cast<int>(needle[0]), end - start);
    return found == nullptr ? kNotFound : static_cast<std::size_t>(static_cast<const char*>(found) - data);
  }
  return Needle(text, needle).first(start, end);
}

std::size_t find_last(TextView text, TextView needle, std::size_t start, std::size_t end) {
  end = clip(text, end);
  if (start > end) return kNotFound;
  return Needle(text, needle).last(start, end);
}

std::size_t count(TextView text, TextView needle, std::size_t start, std::size_t end) {
  end = clip(text, end);
  if (start > end) return 0;
  if (needle.empty()) return end - start + 1;
  const Needle searched(text, needle);
  std::size_t occurrences = 0;
  for (std::size_t at = start; (at = searched.first(at, end)) != kNotFound; at += needle.size()) ++occurrences;
  return occurrences;
}

bool contains(TextView text, TextView needle) { return find(text, needle) != kNotFound; }

bool starts_with(TextView text, TextView prefix) noexcept {
  return prefix.size() <= text.size() && equal(text.slice(0, prefix.size()), prefix);
}

bool ends_with(TextView text, TextView suffix) noexcept {
  return suffix.size() <= text.size() && equal(text.slice(text.size() - suffix.size(), text.size()), suffix);
}

Result<Text> replace(TextView text, TextView old_part, TextView new_part, std::size_t limit) {
  TextBuilder result;
  result.reserve(text.size());
  std::size_t copied = 0;
  if (old_part.empty()) {  // in front of every character and at the end
    for (std::size_t done = 0; done < limit && done <= text.size(); ++done) {
      if (too_long(result.size() + new_part.size())) return memory_error();
      result.append(new_part);
      if (done < text.size()) result.append(text[copied++]);
    }
    result.append(text.slice(copied, text.size()));
    return result.finish();
  }
  const Needle searched(text, old_part);
  for (std::size_t done = 0; done < limit; ++done) {
    const std::size_t at = searched.first(copied, text.size());
    if (at == kNotFound) break;
    if (too_long(result.size() + (at - copied) + new_part.size())) return memory_error();
    result.append(text.slice(copied, at));
    result.append(new_part);
    copied = at + old_part.size();
  }
  result.append(text.slice(copied, text.size()));
  Text finished = result.finish();
  // A wide text may have lost its last wide character.
  if (finished.is_wide && fits_latin1(finished)) return copy_text(finished);
  return finished;
}

// -- Splitting ------------------------------------------------------------------------------------

// Room for the words of a short line.
constexpr std::size_t kLikelyParts = 12;

std::vector<Span> split(TextView text, TextView separator, std::size_t limit) {
  const Needle searched(text, separator);
  std::vector<Span> parts;
  parts.reserve(kLikelyParts);
  std::size_t start = 0;
  while (parts.size() < limit) {
    const std::size_t at = searched.first(start, text.size());
    if (at == kNotFound) break;
    parts.push_back({start, at});
    start = at + separator.size();
  }
  parts.push_back({start, text.size()});
  return parts;
}

std::vector<Span> split_right(TextView text, TextView separator, std::size_t limit) {
  const Needle searched(text, separator);
  std::vector<Span> parts;
  std::size_t end = text.size();
  while (parts.size() < limit) {
    const std::size_t at = searched.last(0, end);
    if (at == kNotFound) break;
    parts.push_back({at + separator.size(), end});
    end = at;
  }
  parts.push_back({0, end});
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::vector<Span> split_whitespace(TextView text, std::size_t limit, Whitespace kind) {
  std::vector<Span> parts;
  parts.reserve(kLikelyParts);
  std::size_t i = 0;
  while (true) {
    while (i < text.size() && is_white(text[i], kind)) ++i;
    if (i == text.size()) return parts;
    const std::size_t start = i;
    if (parts.size() >= limit) {
      parts.push_back({start, text.size()});
      return parts;
    }
    while (i < text.size() && !is_white(text[i], kind)) ++i;
    parts.push_back({start, i});
  }
}

std::vector<Span> split_whitespace_right(TextView text, std::size_t limit, Whitespace kind) {
  std::vector<Span> parts;
  std::size_t i = text.size();
  while (true) {
    while (i > 0 && is_white(text[i - 1], kind)) --i;
    if (i == 0) break;
    const std::size_t end = i;
    if (parts.size() >= limit) {
      parts.push_back({0, end});
      break;
    }
    while (i > 0 && !is_white(text[i - 1], kind)) --i;
    parts.push_back({i, end});
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::vector<Span> split_lines(TextView text, bool keep_ends, Whitespace kind) {
  std::vector<Span> lines;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    while (end < text.size() && !is_break(text[end], kind)) ++end;
    std::size_t next = end;
    if (next < text.size()) next += text[next] == '\r' && next + 1 < text.size() && text[next + 1] == '\n' ? 2 : 1;
    lines.push_back({start, keep_ends ? next : end});
    start = next;
  }
  return lines;
}

namespace {

template <class Predicate>
Span strip_where(TextView text, StripSide side, Predicate goes) noexcept {
  Span kept{0, text.size()};
  if (side != StripSide::Right) {
    while (kept.start < kept.end && goes(text[kept.start])) ++kept.start;
  }
  if (side != StripSide::Left) {
    while (kept.end > kept.start && goes(text[kept.end - 1])) --kept.end;
  }
  return kept;
}

}  // namespace

Span strip(TextView text, StripSide side, Whitespace kind) noexcept {
  return strip_where(text, side, [kind](char32_t c) { return is_white(c, kind); });
}

Span strip(TextView text, TextView characters, StripSide side) {
  return strip_where(text, side, [characters](char32_t c) {
    for (std::size_t i = 0; i < characters.size(); ++i) {
      if (characters[i] == c) return true;
    }
    return false;
  });
}

// -- Padding --------------------------------------------------------------------------------------

Result<Text> expand_tabs(TextView text, std::int64_t tab_size) {
  TextBuilder result;
  result.reserve(text.size());
  std::int64_t column = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == '\t') {
      if (tab_size <= 0) continue;
      const std::int64_t spaces = tab_size - column % tab_size;
      if (too_long(result.size() + static_cast<std::size_t>(spaces))) return memory_error();
      result.append_repeated(' ', static_cast<std::size_t>(spaces));
      column += spaces;
    } else {
      result.append(c);
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  return result.finish();
}

Result<Text> zero_fill(TextView text, std::int64_t width) {
  if (width <= static_cast<std::int64_t>(text.size())) return copy_text(text);
  if (too_long(static_cast<std::size_t>(width))) return memory_error();
  TextBuilder result;
  const std::size_t sign = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  result.append(text.slice(0, sign));
  result.append_repeated('0', static_cast<std::size_t>(width) - text.size());
  result.append(text.slice(sign, text.size()));
  return result.finish();
}

Result<Text> justify(TextView text, std::int64_t width, Justify how, char32_t fill) {
  if (width <= static_cast<std::int64_t>(text.size())) return copy_text(text);
  if (too_long(static_cast<std::size_t>(width))) return memory_error();
  const std::size_t padding = static_cast<std::size_t>(width) - text.size();
  std::size_t left = 0;
  if (how == Justify::Right) left = padding;
  // The odd character goes left if the width is odd too.
  if (how == Justify::Center) left = padding / 2 + (padding & static_cast<std::size_t>(width) & 1);
  TextBuilder result;
  result.append_repeated(fill, left);
  result.append(text);
  result.append_repeated(fill, padding - left);
  return result.finish();
}

Result<Text> repeat(TextView text, std::int64_t times) {
  if (times <= 0 || text.empty()) return Text();
  if (static_cast<std::uint64_t>(times) > kMaxTextSize / text.size()) return memory_error();
  TextBuilder result;
  if (text.size() == 1) {
    result.append_repeated(text[0], static_cast<std::size_t>(times));
    return result.finish();
  }
  result.append(text.slice(0, 0));
  for (std::int64_t i = 0; i < times; ++i) {
    if (i == 1) result.reserve(text.size() * static_cast<std::size_t>(times));
    result.append(text);
  }
  return result.finish();
}

}  // namespace threadbook::python
