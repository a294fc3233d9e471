#include <algorithm>
#include <cstdlib>

#include "python/syntax/literals.h"

namespace threadbook::python {

using namespace ast;

namespace {

constexpr std::size_t kMaximumDecimalDigits = 4300;  // sys.get_int_max_str_digits()

int digit_value(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

// Binary and octal digits as hexadecimal ones.
std::string to_hexadecimal(std::string_view digits, int bits) {
  std::string reversed;
  unsigned buffer = 0;
  int filled = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    buffer |= static_cast<unsigned>(digit_value(digits[i])) << filled;
    filled += bits;
    while (filled >= 4) {
      reversed += "0123456789abcdef"[buffer & 15];
      buffer >>= 4;
      filled -= 4;
    }
  }
  if (filled > 0) reversed += "0123456789abcdef"[buffer & 15];
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

void read_integer(std::string digits, int base, Constant& node, Arena& arena) {
  node.type = Constant::Type::Int;
  if (base == 2 || base == 8) {
    digits = to_hexadecimal(digits, base == 2 ? 1 : 3);
    base = 16;
  }
  std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  digits.erase(0, zeros);
  for (char& c : digits) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c + 32);
  }
  node.base = static_cast<std::uint8_t>(base);
  node.text = arena.text(digits);
  node.fits_int64 = true;
  std::int64_t value = 0;
  for (char c : digits) {
    if (__builtin_mul_overflow(value, static_cast<std::int64_t>(base), &value) ||
        __builtin_add_overflow(value, static_cast<std::int64_t>(digit_value(c)), &value)) {
      node.fits_int64 = false;
      return;
    }
  }
  node.integer = value;
}

}  // namespace

std::size_t decimal_digits(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count(text.begin(), text.end(), '_'));
}

bool read_number(std::string_view text, Constant& node, Arena& arena) {
  std::string plain(text);
  plain.erase(std::remove(plain.begin(), plain.end(), '_'), plain.end());
  if (plain.size() > 2 && plain[0] == '0') {
    char mark = static_cast<char>(plain[1] | 0x20);
    int base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
    if (base) {
      read_integer(plain.substr(2), base, node, arena);
      return true;
    }
  }
  bool imaginary = (plain.back() | 0x20) == 'j';
  if (imaginary) plain.pop_back();
  if (imaginary || plain.find_first_of(".eE") != std::string::npos) {
    node.type = imaginary ? Constant::Type::Complex : Constant::Type::Float;
    node.number = std::strtod(plain.c_str(), nullptr);
    return true;
  }
  if (plain.size() > kMaximumDecimalDigits) return false;
  read_integer(std::move(plain), 10, node, arena);
  return true;
}

}  // namespace threadbook::python
