#include "python/text/float_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "python/text/decimal_powers.h"
#include "python/text/number_layout.h"
#include "python/text/repr.h"
#include "python/text/unicode.h"

namespace threadbook::python {

namespace {

constexpr int kFractionBits = std::numeric_limits<double>::digits - 1;
constexpr std::uint64_t kHiddenBit = std::uint64_t{1} << kFractionBits;

// |x| == significand * 2**exponent for a finite x.
struct Binary {
  std::uint64_t significand;
  int exponent;
};
Binary split(double x) noexcept {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t fraction = bits & (kHiddenBit - 1);
  const auto biased = static_cast<int>((bits >> kFractionBits) & 0x7FF);
  constexpr int kBias = 1023 + kFractionBits;
  if (biased == 0) return {fraction, 1 - kBias};
  return {fraction | kHiddenBit, biased - kBias};
}

std::string decimal(std::uint64_t value) {
  char text[20];
  return std::string(text, std::to_chars(text, text + sizeof text, value).ptr);
}

std::string decimal(unsigned __int128 value) {
  constexpr std::uint64_t kTenTo19 = 10'000'000'000'000'000'000u;
  if (value < kTenTo19) return decimal(static_cast<std::uint64_t>(value));
  const std::string low = decimal(static_cast<std::uint64_t>(value % kTenTo19));
  return decimal(value / kTenTo19) + std::string(19 - low.size(), '0') + low;
}

// digits * 10**exponent without the trailing zeros.
DecimalDigits without_trailing_zeros(std::string digits, int exponent) {
  const int point = static_cast<int>(digits.size()) + exponent;
  digits.resize(std::max<std::size_t>(digits.find_last_not_of('0') + 1, 1));
  return {std::move(digits), point};
}

// The whole part of factor * power / 2**127 or so, with its last bit set if anything was cut off
// ("round to odd").
std::uint64_t multiply_to_odd(const PowerOfTen& power, std::uint64_t factor) noexcept {
  const auto low = static_cast<unsigned __int128>(power.low) * factor;
  const auto high = static_cast<unsigned __int128>(power.high) * factor + static_cast<std::uint64_t>(low >> 64);
  return static_cast<std::uint64_t>(high >> 64) | (static_cast<std::uint64_t>(high) > 1 ? 1 : 0);
}

}  // namespace

DecimalDigits shortest_digits(double x) {
  const Binary binary = split(x);
  if (binary.significand == 0) return {};
  // A whole number below 2**53 is its own shortest text.
  if (binary.exponent <= 0 && binary.exponent >= -kFractionBits &&
      (binary.significand & ((std::uint64_t{1} << -binary.exponent) - 1)) == 0) {
    return without_trailing_zeros(decimal(binary.significand >> -binary.exponent), 0);
  }
  // Schubfach: the doubles that round to x fill the interval between (4c - 2) and (4c + 2) quarters
  // of 2**q (its lower half is narrower if c is a power of two). Scaled by 10**-k so that it holds
  // one or more whole numbers, k the largest such.
  const std::uint64_t c = binary.significand;
  const int q = binary.exponent;
  const bool narrow_below = c == kHiddenBit && q > 1 - 1023 - kFractionBits;
  const int k = (q * 1262611 - (narrow_below ? 524031 : 0)) >> 22;  // floor(log10(2**q)), of 3/4 of it if narrow
  const int h = q + ((-k * 1741647) >> 19) + 1;                     // floor(log2(10**-k)) in the middle
  const PowerOfTen& power = power_of_ten(-k);
  const std::uint64_t lower = multiply_to_odd(power, (4 * c - (narrow_below ? 1 : 2)) << h);
  const std::uint64_t middle = multiply_to_odd(power, (4 * c) << h);
  const std::uint64_t upper = multiply_to_odd(power, (4 * c + 2) << h);
  const std::uint64_t exclusive = c & 1;  // ties round to even, so an odd c does not own its interval's ends
  const std::uint64_t s = middle / 4;
  if (s >= 10) {  // a digit less?
    const std::uint64_t below = s / 10 * 10;
    const std::uint64_t above = below + 10;
    const bool below_inside = lower + exclusive <= 4 * below;
    const bool above_inside = 4 * above + exclusive <= upper;
    if (below_inside != above_inside) return without_trailing_zeros(decimal(below_inside ? below : above), k);
  }
  const std::uint64_t t = s + 1;
  const bool s_inside = lower + exclusive <= 4 * s;
  const bool t_inside = 4 * t + exclusive <= upper;
  if (s_inside != t_inside) return without_trailing_zeros(decimal(s_inside ? s : t), k);
  const std::uint64_t between = 2 * (s + t);  // both will do: the nearer, or the even one
  const bool take_s = middle < between || (middle == between && s % 2 == 0);
  return without_trailing_zeros(decimal(take_s ? s : t), k);
}

DecimalDigits significant_digits(double x, int count) {
  std::string text(static_cast<std::size_t>(count) + 16, '\0');
  const int size = std::snprintf(text.data(), text.size(), "%.*e", count - 1, std::fabs(x));
  text.resize(static_cast<std::size_t>(size));
  const std::size_t e = text.find('e');
  const int exponent = std::atoi(text.c_str() + e + 1);
  text.resize(e);
  if (count > 1) text.erase(1, 1);  // the point
  return {std::move(text), x == 0 ? 1 : exponent + 1};
}

namespace {

// The digits of `scaled` * 10**-decimals.
DecimalDigits with_decimals(std::string scaled, int decimals) {
  if (scaled == "0") return {};
  const int point = static_cast<int>(scaled.size()) - decimals;
  return {std::move(scaled), point};
}

constexpr int kFastDecimals = 22;  // 10**22 * 2**53 < 2**127
constexpr auto kPowersOfTen = [] {
  std::array<unsigned __int128, kFastDecimals + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

}  // namespace

DecimalDigits fixed_digits(double x, int decimals) {
  const Binary binary = split(x);
  if (binary.exponent < 0 && decimals <= kFastDecimals) {
    const unsigned __int128 scaled = binary.significand * kPowersOfTen[static_cast<std::size_t>(decimals)];
    const int shift = -binary.exponent;
    if (shift > 127) return {};  // less than half a unit
    unsigned __int128 whole = scaled >> shift;
    const unsigned __int128 rest = scaled - (whole << shift);
    const unsigned __int128 half = static_cast<unsigned __int128>(1) << (shift - 1);
    if (rest > half || (rest == half && (whole & 1) != 0)) ++whole;
    return with_decimals(decimal(whole), decimals);
  }
  // At most 309 digits before the point.
  std::string text(static_cast<std::size_t>(decimals) + 320, '\0');
  const int size = std::snprintf(text.data(), text.size(), "%.*f", decimals, std::fabs(x));
  text.resize(static_cast<std::size_t>(size));
  if (decimals > 0) text.erase(text.size() - static_cast<std::size_t>(decimals) - 1, 1);
  const std::size_t first = text.find_first_not_of('0');
  if (first == std::string::npos) return {};
  text.erase(0, first);
  return with_decimals(std::move(text), decimals);
}

std::string float_to_text(double x, const FloatStyle& style) {
  const bool upper = style.kind == 'E' || style.kind == 'F' || style.kind == 'G';
  const char kind = static_cast<char>(style.kind | 0x20);
  bool is_negative = std::signbit(x);
  std::string text;
  if (!std::isfinite(x)) {
    if (std::isnan(x)) is_negative = false;
    text = is_negative ? "-" : (style.always_sign ? "+" : "");
    return text + (std::isnan(x) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"));
  }
  const int precision = kind == 'g' ? std::max(style.precision, 1) : style.precision;
  const DecimalDigits number = kind == 'r'   ? shortest_digits(x)
                               : kind == 'f' ? fixed_digits(x, precision)
                               : kind == 'e' ? significant_digits(x, precision + 1)
                                             : significant_digits(x, precision);
  std::string_view digits = number.digits;
  if (kind == 'g') digits = digits.substr(0, std::max<std::size_t>(digits.find_last_not_of('0') + 1, 1));
  if (is_negative && style.no_negative_zero && digits.find_first_not_of('0') == std::string_view::npos)
    is_negative = false;
  text = is_negative ? "-" : (style.always_sign ? "+" : "");

  // Lay out digits [0, end) around the point, `point` of them before it, zeros where there are no
  // digits.
  const int size = static_cast<int>(digits.size());
  int point = number.point;
  int end = size;
  bool exponent_form = false;
  if (kind == 'e') {
    exponent_form = true;
    end = precision + 1;
  } else if (kind == 'f') {
    end = point + precision;
  } else if (kind == 'g') {
    exponent_form = point <= -4 || point > precision - (style.dot_zero ? 1 : 0);
    if (style.alternate) end = precision;
  } else {
    exponent_form = point <= -4 || point > 16;
  }
  const int exponent = point - 1;
  if (exponent_form) point = 1;
  end = std::max(end, point + (!exponent_form && style.dot_zero ? 1 : 0));
  text.reserve(text.size() + static_cast<std::size_t>(end - std::min(point, 0)) + 8);
  const auto append = [&](int from, int to) {  // digits [from, to)
    if (from < 0) text.append(static_cast<std::size_t>(std::min(to, 0) - from), '0');
    from = std::max(from, 0);
    if (from < std::min(to, size)) {
      text.append(digits.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(std::min(to, size) - from)));
    }
    from = std::max(from, size);
    if (from < to) text.append(static_cast<std::size_t>(to - from), '0');
  };
  if (point <= 0) {
    text += '0';
  } else {
    append(0, point);
  }
  if (end > point || style.alternate) text += '.';
  append(point, end);
  if (exponent_form) {
    text += upper ? 'E' : 'e';
    text += exponent < 0 ? '-' : '+';
    const int magnitude = std::abs(exponent);
    if (magnitude < 10) text += '0';
    text += std::to_string(magnitude);
  }
  return text;
}

std::string float_repr(double x) {
  FloatStyle style;
  style.dot_zero = true;
  return float_to_text(x, style);
}

namespace {

// The number nearest to x rounded to `decimals` places; infinite if it is too large.
double round_to_decimals(double x, int decimals) {
  if (decimals >= 0) {
    DecimalDigits number = fixed_digits(x, decimals);
    number.digits += "e" + std::to_string(number.point - static_cast<int>(number.digits.size()));
    return std::copysign(parse_float_literal(number.digits), x);
  }
  // The whole part's digits, exactly; round them as text, with an eye on what lies behind the
  // point.
  double whole = 0;
  const bool fraction = std::modf(std::fabs(x), &whole) > 0;
  const std::string digits = fixed_digits(whole, 0).digits;
  const int keep = static_cast<int>(digits.size()) + decimals;
  if (keep < 0) return std::copysign(0.0, x);
  const std::string_view rest = std::string_view(digits).substr(static_cast<std::size_t>(keep));
  const bool more = fraction || rest.find_first_not_of('0', 1) != std::string_view::npos;
  const bool odd = keep > 0 && (digits[static_cast<std::size_t>(keep - 1)] & 1) != 0;
  const bool up = rest[0] > '5' || (rest[0] == '5' && (more || odd));
  // The zero in front takes the carry out of nines.
  std::string kept = "0" + digits.substr(0, static_cast<std::size_t>(keep));
  if (up) {
    std::size_t i = kept.size() - 1;
    for (; kept[i] == '9'; --i) kept[i] = '0';
    ++kept[i];
  }
  kept += "e" + std::to_string(-decimals);
  return std::copysign(parse_float_literal(kept), x);
}

}  // namespace

Result<double> float_round(double x, std::int64_t digits) {
  if (!std::isfinite(x) || x == 0) return x;
  // Beyond these, every double is a multiple of the unit, or smaller than half of it.
  constexpr std::int64_t kMostDigits = 323;
  constexpr std::int64_t kLeastDigits = -308;
  if (digits > kMostDigits) return x;
  if (digits < kLeastDigits) return std::copysign(0.0, x);
  const double rounded = round_to_decimals(x, static_cast<int>(digits));
  if (std::isinf(rounded)) return overflow_error("rounded value too large to represent");
  return rounded;
}

double parse_float_literal(std::string_view text) {
  // Up to 19 digits and a power of ten that a double holds exactly: one rounding (Clinger 1990).
  // Else the C library.
  std::uint64_t significand = 0;
  int digits = 0;
  int exponent = 0;
  std::size_t i = 0;
  bool after_point = false;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.') {
      after_point = true;
    } else if (c >= '0' && c <= '9') {
      if (significand != 0 || c != '0') ++digits;
      if (digits > 19) break;
      significand = significand * 10 + static_cast<unsigned>(c - '0');
      if (after_point) --exponent;
    } else {
      break;
    }
  }
  if (i < text.size() && (text[i] | 0x20) == 'e' && text.size() - i <= 6)
    exponent += std::atoi(std::string(text.substr(i + 1)).c_str());
  const bool read = i == text.size() || ((text[i] | 0x20) == 'e' && text.size() - i <= 6);
  constexpr int kExactPower = 22;
  if (read && significand <= std::uint64_t{1} << 53 && std::abs(exponent) <= kExactPower) {
    const double power = static_cast<double>(kPowersOfTen[static_cast<std::size_t>(std::abs(exponent))]);
    const auto value = static_cast<double>(significand);
    return exponent < 0 ? value / power : value * power;
  }
  return std::strtod(std::string(text).c_str(), nullptr);
}

Result<double> parse_float(TextView text, std::string_view quoted) {
  const auto invalid = [&] {
    return value_error("could not convert string to float: " +
                       (quoted.empty() ? repr_utf8(text) : std::string(quoted)));
  };
  const Span inside = strip_number(text);
  std::string plain;  // ASCII, without underscores
  plain.reserve(inside.size());
  char previous = 0;
  for (std::size_t i = inside.start; i < inside.end; ++i) {
    const char32_t c = text[i];
    char ascii = c < 0x80 ? static_cast<char>(c) : '\0';
    if (c >= 0x80) {
      const int digit = decimal_value(c);
      if (digit < 0) return invalid();
      ascii = static_cast<char>('0' + digit);
    }
    const bool is_digit = ascii >= '0' && ascii <= '9';
    if (ascii == '_') {
      if (!(previous >= '0' && previous <= '9')) return invalid();
    } else {
      if (previous == '_' && !is_digit) return invalid();
      plain += ascii;
    }
    previous = ascii;
  }
  if (previous == '_') return invalid();

  std::string_view rest = plain;
  bool is_negative = false;
  if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
    is_negative = rest.front() == '-';
    rest.remove_prefix(1);
  }
  const auto is_word = [rest](std::string_view word) {
    return rest.size() == word.size() &&
           std::equal(rest.begin(), rest.end(), word.begin(), [](char a, char b) { return (a | 0x20) == b; });
  };
  double value = 0;
  if (is_word("inf") || is_word("infinity")) {
    value = std::numeric_limits<double>::infinity();
  } else if (is_word("nan")) {
    value = std::numeric_limits<double>::quiet_NaN();
  } else {
    // digits [. digits] [e [sign] digits] with a digit on one side of the point
    std::size_t i = 0;
    const auto digits = [&] {
      const std::size_t start = i;
      while (i < rest.size() && rest[i] >= '0' && rest[i] <= '9') ++i;
      return i - start;
    };
    std::size_t count = digits();
    if (i < rest.size() && rest[i] == '.') {
      ++i;
      count += digits();
    }
    if (count == 0) return invalid();
    if (i < rest.size() && (rest[i] | 0x20) == 'e') {
      ++i;
      if (i < rest.size() && (rest[i] == '-' || rest[i] == '+')) ++i;
      if (digits() == 0) return invalid();
    }
    if (i != rest.size()) return invalid();
    value = parse_float_literal(rest);
  }
  return is_negative ? -value : value;
}

}  // namespace threadbook::python
