// Answers requests about src/python/numeric on standard input, for differential.py, which compares
// with what python3 answers.
//
// A request is a line: the function's name and its arguments, separated by blanks. Integers are
// hexadecimal with a sign, doubles the 16 hexadecimal digits of their bits. The answer is a line:
// "= " and the results, or the exception's type and message.

#include <bit>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "python/numeric/bigint.h"
#include "python/numeric/float_ops.h"
#include "python/numeric/int_ops.h"
#include "python/text/float_text.h"

namespace py = threadbook::python;

namespace {

using Arguments = std::vector<std::string>;

py::BigInt integer(const std::string& text) {
  const bool negative = text[0] == '-';
  py::BigInt value = *py::from_digits(std::string_view(text).substr(negative ? 1 : 0), 16);
  if (negative) value.negate();
  return value;
}

std::int64_t int64(const std::string& text) { return *py::to_int64(integer(text)); }

double real(const std::string& text) { return std::bit_cast<double>(std::stoull(text, nullptr, 16)); }

std::string show(const py::BigInt& value) { return *py::to_digits(value, 16); }
std::string show(std::int64_t value) { return show(py::BigInt(value)); }
std::string show(bool value) { return value ? "1" : "0"; }
std::string show(double value) {
  if (value != value) return "7ff8000000000000";  // which NaN is the processor's choice
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(std::bit_cast<std::uint64_t>(value)));
  return text;
}
std::string show(const std::string& text) { return text; }
std::string show(const py::QuotientRemainder& value) { return show(value.quotient) + " " + show(value.remainder); }
std::string show(const py::IntegerRatio& value) { return show(value.numerator) + " " + show(value.denominator); }

std::string name(py::ErrorKind kind) {
  switch (kind) {
    case py::ErrorKind::TypeError: return "TypeError";
    case py::ErrorKind::ValueError: return "ValueError";
    case py::ErrorKind::IndexError: return "IndexError";
    case py::ErrorKind::KeyError: return "KeyError";
    case py::ErrorKind::OverflowError: return "OverflowError";
    case py::ErrorKind::ZeroDivisionError: return "ZeroDivisionError";
    case py::ErrorKind::MemoryError: return "MemoryError";
    case py::ErrorKind::Interrupted: return "Interrupted";
  }
  return "?";
}

std::string answer(const py::PyError& error) { return name(error.kind) + ": " + error.message; }
template <class T>
std::string answer(const py::Result<T>& result) {
  return result ? "= " + show(*result) : answer(result.error());
}
template <class T>
std::string answer(const T& value) {
  return "= " + show(value);
}

std::string bytes_of(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 1; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  }
  return bytes;
}
std::string hex_of(const std::string& bytes) {
  std::string hex = "x";
  for (const char c : bytes) {
    char digits[3];
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(c));
    hex += digits;
  }
  return hex;
}

std::string order(std::partial_ordering order) {
  if (order == std::partial_ordering::unordered) return "= ?";
  return order < 0 ? "= <" : (order > 0 ? "= >" : "= =");
}

std::string float_power_answer(double a, double b) {
  const py::FloatPower power = py::float_power(a, b);
  if (power.status == py::FloatPowerStatus::Ok) return answer(power.value);
  if (power.status == py::FloatPowerStatus::ComplexResult) return "= complex";
  return answer(py::float_power_error(power.status));
}

template <class Function>
std::string checked(Function function, const Arguments& a) {
  std::int64_t result = 0;
  if (!function(int64(a[0]), int64(a[1]), result)) return "= overflow";
  return answer(result);
}

const std::map<std::string, std::function<std::string(const Arguments&)>> kFunctions = {
    {"add", [](const Arguments& a) { return answer(py::add(integer(a[0]), integer(a[1]))); }},
    {"sub", [](const Arguments& a) { return answer(py::subtract(integer(a[0]), integer(a[1]))); }},
    {"mul", [](const Arguments& a) { return answer(py::multiply(integer(a[0]), integer(a[1]))); }},
    {"square",
     [](const Arguments& a) {
       const py::BigInt x = integer(a[0]);
       return answer(py::multiply(x, x));
     }},
    {"divmod", [](const Arguments& a) { return answer(py::divide_floor(integer(a[0]), integer(a[1]))); }},
    {"floordiv", [](const Arguments& a) { return answer(py::floor_divide(integer(a[0]), integer(a[1]))); }},
    {"mod", [](const Arguments& a) { return answer(py::modulo(integer(a[0]), integer(a[1]))); }},
    {"truediv", [](const Arguments& a) { return answer(py::true_divide(integer(a[0]), integer(a[1]))); }},
    {"pow", [](const Arguments& a) { return answer(py::power(integer(a[0]), integer(a[1]))); }},
    {"powmod",
     [](const Arguments& a) { return answer(py::power_modulo(integer(a[0]), integer(a[1]), integer(a[2]))); }},
    {"gcd", [](const Arguments& a) { return answer(py::gcd(integer(a[0]), integer(a[1]))); }},
    {"isqrt", [](const Arguments& a) { return answer(py::integer_sqrt(integer(a[0]))); }},
    {"neg", [](const Arguments& a) { return answer(py::negative(integer(a[0]))); }},
    {"abs", [](const Arguments& a) { return answer(py::absolute(integer(a[0]))); }},
    {"lshift", [](const Arguments& a) { return answer(py::shift_left(integer(a[0]), integer(a[1]))); }},
    {"rshift", [](const Arguments& a) { return answer(py::shift_right(integer(a[0]), integer(a[1]))); }},
    {"and", [](const Arguments& a) { return answer(py::bit_and(integer(a[0]), integer(a[1]))); }},
    {"or", [](const Arguments& a) { return answer(py::bit_or(integer(a[0]), integer(a[1]))); }},
    {"xor", [](const Arguments& a) { return answer(py::bit_xor(integer(a[0]), integer(a[1]))); }},
    {"invert", [](const Arguments& a) { return answer(py::bit_invert(integer(a[0]))); }},
    {"bit_length", [](const Arguments& a) { return answer(py::bit_length(integer(a[0]))); }},
    {"bit_count", [](const Arguments& a) { return answer(py::bit_count(integer(a[0]))); }},
    {"compare", [](const Arguments& a) { return order(py::compare(integer(a[0]), integer(a[1]))); }},
    {"compare_float", [](const Arguments& a) { return order(py::compare(integer(a[0]), real(a[1]))); }},
    {"compare_int64_float",
     [](const Arguments& a) {
       const int sign = py::compare_int_double(int64(a[0]), real(a[1]));
       return order(sign == 2 ? std::partial_ordering::unordered : sign <=> 0);
     }},
    {"hash", [](const Arguments& a) { return answer(py::hash_int(integer(a[0]))); }},
    {"hash_int64", [](const Arguments& a) { return answer(py::hash_int(int64(a[0]))); }},
    {"float", [](const Arguments& a) { return answer(py::to_double(integer(a[0]))); }},
    {"int_from_float", [](const Arguments& a) { return answer(py::int_from_double(real(a[0]))); }},
    {"digits", [](const Arguments& a) { return answer(py::to_digits(integer(a[0]), static_cast<int>(int64(a[1])))); }},
    {"from_digits", [](const Arguments& a) { return answer(py::from_digits(a[0], static_cast<int>(int64(a[1])))); }},
    {"check_str",
     [](const Arguments& a) {
       const auto result = py::check_str_digits(integer(a[0]), static_cast<int>(int64(a[1])));
       return result ? std::string("= ok") : answer(result.error());
     }},
    {"to_bytes",
     [](const Arguments& a) {
       const auto bytes = py::to_bytes(integer(a[0]), static_cast<std::size_t>(int64(a[1])), a[2] == "1", a[3] == "1");
       return bytes ? "= " + hex_of(*bytes) : answer(bytes.error());
     }},
    {"from_bytes", [](const Arguments& a) { return answer(py::from_bytes(bytes_of(a[0]), a[1] == "1", a[2] == "1")); }},
    {"round_to_tens", [](const Arguments& a) { return answer(py::round_to_tens(integer(a[0]), int64(a[1]))); }},
    {"int64_floordiv", [](const Arguments& a) { return answer(py::floor_divide(int64(a[0]), int64(a[1]))); }},
    {"int64_mod", [](const Arguments& a) { return answer(py::modulo(int64(a[0]), int64(a[1]))); }},
    {"int64_pow", [](const Arguments& a) { return checked(py::power_checked, a); }},
    {"int64_lshift", [](const Arguments& a) { return checked(py::shift_left_checked, a); }},
    {"int64_rshift", [](const Arguments& a) { return answer(py::shift_right(int64(a[0]), int64(a[1]))); }},
    {"int64_gcd",
     [](const Arguments& a) {
       return answer(py::BigInt::from_uint64(py::gcd(py::magnitude(int64(a[0])), py::magnitude(int64(a[1])))));
     }},

    {"float_floordiv", [](const Arguments& a) { return answer(py::float_floor_divide(real(a[0]), real(a[1]))); }},
    {"float_mod", [](const Arguments& a) { return answer(py::float_modulo(real(a[0]), real(a[1]))); }},
    {"float_divmod",
     [](const Arguments& a) {
       const py::FloatDivmod result = py::float_divmod(real(a[0]), real(a[1]));
       return "= " + show(result.quotient) + " " + show(result.remainder);
     }},
    {"float_pow", [](const Arguments& a) { return float_power_answer(real(a[0]), real(a[1])); }},
    {"float_round", [](const Arguments& a) { return answer(py::float_round(real(a[0]))); }},
    {"float_round_digits", [](const Arguments& a) { return answer(py::float_round(real(a[0]), int64(a[1]))); }},
    {"float_is_integer", [](const Arguments& a) { return answer(py::float_is_integer(real(a[0]))); }},
    {"float_ratio", [](const Arguments& a) { return answer(py::float_as_integer_ratio(real(a[0]))); }},
    {"float_hash", [](const Arguments& a) { return answer(py::float_hash(real(a[0]))); }},
    {"float_hex", [](const Arguments& a) { return answer(py::float_hex(real(a[0]))); }},
    {"float_fromhex", [](const Arguments& a) { return answer(py::float_from_hex(bytes_of(a[0]))); }},
};

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) {
    std::istringstream words(line);
    std::string function;
    words >> function;
    Arguments arguments;
    for (std::string word; words >> word;) arguments.push_back(word);
    const auto found = kFunctions.find(function);
    std::cout << (found == kFunctions.end() ? "no such function" : found->second(arguments)) << '\n';
  }
}
