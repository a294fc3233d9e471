// Searching, splitting and replacing in either representation, as str's methods of the same names.
//
// A single character is searched with memchr; a longer needle with a bad-character skip table,
// falling back to the two-way algorithm (Crochemore and Perrin) when the skips do not pay, so that
// the worst case stays linear. Results are positions; the engine slices. bytes use the same
// functions through TextView::latin1, except where white space is meant (see Whitespace).
//
// Positions are character indices; [start, end) bounds must already be clipped to the text
// (PySlice_AdjustIndices is the engine's part) with start <= end, except where stated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "python/numeric/result.h"
#include "python/text/text_view.h"

namespace threadbook::python {

inline constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);
// No limit on the number of splits or replacements.
inline constexpr std::size_t kAll = static_cast<std::size_t>(-1);

struct Span {
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t size() const noexcept { return end - start; }
  bool operator==(const Span&) const = default;
};

// What counts as white space and as a line break: str asks Unicode, bytes asks ASCII.
enum class Whitespace : std::uint8_t { Unicode, Ascii };

// The first (last) occurrence of needle that lies within [start, end), or kNotFound. An empty
// needle is found at start (end).
std::size_t find(TextView text, TextView needle, std::size_t start = 0, std::size_t end = kAll);
std::size_t find_last(TextView text, TextView needle, std::size_t start = 0, std::size_t end = kAll);
// How many do not overlap; an empty needle occurs end - start + 1 times.
std::size_t count(TextView text, TextView needle, std::size_t start = 0, std::size_t end = kAll);
bool contains(TextView text, TextView needle);
bool starts_with(TextView text, TextView prefix) noexcept;
bool ends_with(TextView text, TextView suffix) noexcept;

// str.replace: at most `limit` occurrences from the left. MemoryError if the result would exceed
// kMaxTextSize.
Result<Text> replace(TextView text, TextView old_part, TextView new_part, std::size_t limit = kAll);

// str.split and rsplit with a separator (not empty: the engine raises ValueError "empty
// separator"), at most `limit` splits.
std::vector<Span> split(TextView text, TextView separator, std::size_t limit = kAll);
std::vector<Span> split_right(TextView text, TextView separator, std::size_t limit = kAll);
// The same without a separator: at runs of white space.
std::vector<Span> split_whitespace(TextView text, std::size_t limit = kAll, Whitespace kind = Whitespace::Unicode);
std::vector<Span> split_whitespace_right(TextView text, std::size_t limit = kAll,
                                         Whitespace kind = Whitespace::Unicode);
// str.splitlines: spans without (or with) their line breaks; "\r\n" is one.
std::vector<Span> split_lines(TextView text, bool keep_ends, Whitespace kind = Whitespace::Unicode);

// What str.strip, lstrip, rstrip leave.
enum class StripSide : std::uint8_t { Both, Left, Right };
Span strip(TextView text, StripSide side = StripSide::Both, Whitespace kind = Whitespace::Unicode) noexcept;
Span strip(TextView text, TextView characters, StripSide side = StripSide::Both);

// Results longer than this are refused with MemoryError by the functions here and by formatting
// (2**28 characters).
inline constexpr std::size_t kMaxTextSize = std::size_t{1} << 28;

// str.expandtabs, zfill, and center, ljust, rjust. A width below the text's size gives the text.
// MemoryError as above.
Result<Text> expand_tabs(TextView text, std::int64_t tab_size = 8);
Result<Text> zero_fill(TextView text, std::int64_t width);
enum class Justify : std::uint8_t { Left, Right, Center };
Result<Text> justify(TextView text, std::int64_t width, Justify how, char32_t fill = U' ');
// text * times; times below 0 counts as 0. MemoryError as above.
Result<Text> repeat(TextView text, std::int64_t times);

}  // namespace threadbook::python
