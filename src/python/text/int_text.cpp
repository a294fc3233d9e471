#include "python/text/int_text.h"

#include <algorithm>

#include "python/text/number_layout.h"
#include "python/text/repr.h"
#include "python/text/unicode.h"

namespace threadbook::python {

namespace {

int letter_or_digit_value(char32_t c) noexcept {
  if (c >= 'a' && c <= 'z') return static_cast<int>(c - 'a') + 10;
  if (c >= 'A' && c <= 'Z') return static_cast<int>(c - 'A') + 10;
  return decimal_value(c);
}

int base_of_prefix(char32_t letter) noexcept {
  switch (letter) {
    case 'x':
    case 'X': return 16;
    case 'o':
    case 'O': return 8;
    case 'b':
    case 'B': return 2;
    default: return 0;
  }
}

}  // namespace

Result<BigInt> parse_int(TextView text, int base, int digit_limit, std::string_view quoted, Interrupt interrupt) {
  if (base != 0 && (base < 2 || base > 36)) return value_error("int() base must be >= 2 and <= 36, or 0");
  const int asked_base = base;
  const auto invalid = [&] {
    constexpr std::size_t kMostShown = 200;
    std::string shown(quoted.substr(0, kMostShown));
    if (quoted.empty()) {
      const Text whole = repr(text);
      shown = to_utf8(whole.view().slice(0, std::min(whole.size(), kMostShown)));
    }
    return value_error("invalid literal for int() with base " + std::to_string(asked_base) + ": " + shown);
  };
  const Span inside = strip_number(text);
  std::size_t i = inside.start;
  const auto at = [&](std::size_t index) { return index < inside.end ? text[index] : char32_t{0}; };
  bool is_negative = false;
  if (at(i) == '-' || at(i) == '+') is_negative = at(i++) == '-';
  bool zeros_only = false;  // base 0: "00" is 0, "01" is not 1
  bool underscore_may_come = false;
  if (decimal_value(at(i)) == 0 && base_of_prefix(at(i + 1)) != 0 && (base == 0 || base == base_of_prefix(at(i + 1)))) {
    base = base_of_prefix(at(i + 1));
    i += 2;
    underscore_may_come = true;
  } else if (base == 0) {
    base = 10;
    zeros_only = decimal_value(at(i)) == 0;
  }
  std::string digits;
  digits.reserve(inside.end - i);
  for (; i < inside.end; ++i) {
    if (text[i] == '_') {
      if (!underscore_may_come) return invalid();
      underscore_may_come = false;
      continue;
    }
    const int value = letter_or_digit_value(text[i]);
    if (value < 0 || value >= base) break;
    digits += "0123456789abcdefghijklmnopqrstuvwxyz"[value];
    underscore_may_come = true;
  }
  if (digits.empty() || !underscore_may_come) return invalid();
  // As CPython, the limit is checked before what follows the digits.
  if ((base & (base - 1)) != 0) {
    if (const Result<Done> allowed = check_parse_digits(digits.size(), digit_limit); !allowed) return allowed.error();
  }
  if (i != inside.end || (zeros_only && digits.find_first_not_of('0') != std::string::npos)) return invalid();
  Result<BigInt> value = from_digits(digits, base, interrupt);
  if (value && is_negative) value->negate();
  return value;
}

Result<std::string> int_text(BigIntView a, int digit_limit, Interrupt interrupt) {
  if (const auto small = to_int64(a)) return std::to_string(*small);
  if (const Result<Done> allowed = check_str_digits(a, digit_limit); !allowed) return allowed.error();
  return to_digits(a, 10, interrupt);
}

std::string int_text(std::int64_t a) { return std::to_string(a); }

Result<std::string> prefixed_int_text(BigIntView a, int base) {
  Result<std::string> digits = to_digits({a.digits, a.used, false}, base);
  if (!digits) return digits;
  return (a.negative ? "-" : "") + std::string(base == 2 ? "0b" : (base == 8 ? "0o" : "0x")) + *digits;
}

}  // namespace threadbook::python
