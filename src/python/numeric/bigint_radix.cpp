// Integers to and from text. Bases that are powers of two move bits; the others divide and conquer
// on precomputed powers of the base, so their cost follows multiplication's instead of being
// quadratic.

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <vector>

#include "python/numeric/bigint_number.h"

namespace threadbook::python {

namespace {

constexpr char kDigitCharacters[] = "0123456789abcdefghijklmnopqrstuvwxyz";

int digit_of(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

// How many digits of `base` fit a digit of ours, and base to that power.
struct Chunk {
  int length;
  mp_digit power;
};
Chunk chunk_of(int base) noexcept {
  Chunk chunk{0, 1};
  while (chunk.power <= MP_MASK / static_cast<mp_digit>(base)) {
    chunk.power *= static_cast<mp_digit>(base);
    ++chunk.length;
  }
  return chunk;
}

// Numbers of up to this many of our digits are converted directly, in quadratic time.
constexpr int kDirectDigits = 30;

std::string power_of_two_digits(BigIntView a, int bits) {
  const std::int64_t count = (bit_length(a) + bits - 1) / bits;
  std::string text(static_cast<std::size_t>(count), '0');
  for (std::int64_t i = 0; i < count; ++i) {
    text[static_cast<std::size_t>(count - 1 - i)] = kDigitCharacters[bits_at(a, i * bits, bits)];
  }
  return text;
}

class RadixWriter {
 public:
  RadixWriter(int base, Interrupt interrupt) : base_(base), chunk_(chunk_of(base)), interrupt_(interrupt) {}

  Result<std::string> write(BigIntView a) {
    std::vector<Power> powers;
    if (a.used > kDirectDigits) {
      const BigInt chunk_power(BigIntView{&chunk_.power, 1, false});
      Result<BigInt> power = python::power(chunk_power, Int64Digits(kDirectDigits / 2));
      if (!power) return power.error();
      powers.push_back({power.take(), static_cast<std::size_t>(chunk_.length) * (kDirectDigits / 2)});
      while (powers.back().value.view().used * 2 - 1 <= a.used) {
        const BigIntView last = powers.back().value;
        Result<BigInt> square = multiply(last, last, interrupt_);
        if (!square) return square.error();
        powers.push_back({square.take(), powers.back().digits * 2});
      }
    }
    powers_ = &powers;
    if (!divide(a, powers.size(), 0)) return interrupted();
    const std::size_t start = std::min(text_.find_first_not_of('0'), text_.size() - 1);
    return text_.substr(start);
  }

 private:
  struct Power {
    BigInt value;
    std::size_t digits;
  };

  // Appends a's digits, at least `width` of them; a < powers[level - 1] squared. False if
  // interrupted.
  bool divide(BigIntView a, std::size_t level, std::size_t width) {
    while (level > 0 && compare(a, (*powers_)[level - 1].value) < 0) --level;
    if (interrupt_()) return false;
    if (level == 0) {
      direct(a, width);
      return true;
    }
    const Power& power = (*powers_)[level - 1];
    const Result<QuotientRemainder> halves = divide_floor(a, power.value, interrupt_);
    if (!halves) return false;
    return divide(halves->quotient, level, width > power.digits ? width - power.digits : 0) &&
           divide(halves->remainder, level - 1, power.digits);
  }

  void direct(BigIntView a, std::size_t width) {
    std::array<mp_digit, kDirectDigits + 8> digits;
    assert(a.used <= static_cast<int>(digits.size()));
    std::copy_n(a.digits, a.used, digits.begin());
    int used = a.used;
    std::string reversed;
    while (used > 0) {
      mp_digit rest = 0;
      if constexpr (kDigitBits > 32) {
        for (int i = used; i-- > 0;) {
          const auto value = (static_cast<unsigned __int128>(rest) << kDigitBits) | digits[static_cast<std::size_t>(i)];
          digits[static_cast<std::size_t>(i)] = static_cast<mp_digit>(value / chunk_.power);
          rest = static_cast<mp_digit>(value % chunk_.power);
        }
      } else {
        for (int i = used; i-- > 0;) {
          const auto value = (static_cast<std::uint64_t>(rest) << kDigitBits) | digits[static_cast<std::size_t>(i)];
          digits[static_cast<std::size_t>(i)] = static_cast<mp_digit>(value / chunk_.power);
          rest = static_cast<mp_digit>(value % chunk_.power);
        }
      }
      while (used > 0 && digits[static_cast<std::size_t>(used - 1)] == 0) --used;
      for (int i = 0; i < chunk_.length && (used > 0 || rest != 0); ++i) {
        reversed += kDigitCharacters[rest % static_cast<mp_digit>(base_)];
        rest /= static_cast<mp_digit>(base_);
      }
    }
    if (reversed.size() < width) text_.append(width - reversed.size(), '0');
    text_.append(reversed.rbegin(), reversed.rend());
  }

  int base_;
  Chunk chunk_;
  Interrupt interrupt_;
  const std::vector<Power>* powers_ = nullptr;
  std::string text_;
};

// The value of a few hundred digits, quadratic.
BigInt read_direct(std::string_view digits, int base, Chunk chunk) {
  const double bits = static_cast<double>(digits.size()) * std::log2(base);
  Number number(static_cast<int>(bits / kDigitBits) + 2);
  while (!digits.empty()) {
    // The first chunk takes what the later full ones leave.
    const std::size_t rest = digits.size() % static_cast<std::size_t>(chunk.length);
    const std::size_t take = rest != 0 ? rest : static_cast<std::size_t>(chunk.length);
    mp_digit value = 0;
    for (const char c : digits.substr(0, take))
      value = value * static_cast<mp_digit>(base) + static_cast<mp_digit>(digit_of(c));
    must(mp_mul_d(number, chunk.power, number));
    must(mp_add_d(number, value, number));
    digits.remove_prefix(take);
  }
  return number.take();
}

class RadixReader {
 public:
  RadixReader(int base, Interrupt interrupt) : base_(base), chunk_(chunk_of(base)), interrupt_(interrupt) {}

  Result<BigInt> read(std::string_view digits) { return read(digits, level_for(digits.size())); }

 private:
  std::size_t piece() const noexcept { return static_cast<std::size_t>(chunk_.length) * kDirectDigits; }
  std::size_t level_for(std::size_t count) const noexcept {
    std::size_t level = 0;
    while (count > piece() << level) ++level;
    return level;
  }

  // At most piece() << level digits.
  Result<BigInt> read(std::string_view digits, std::size_t level) {
    while (level > 0 && digits.size() <= piece() << (level - 1)) --level;
    if (level == 0) return read_direct(digits, base_, chunk_);
    if (interrupt_()) return interrupted();
    const std::size_t low_digits = piece() << (level - 1);
    Result<BigInt> high = read(digits.substr(0, digits.size() - low_digits), level - 1);
    if (!high) return high;
    Result<BigInt> low = read(digits.substr(digits.size() - low_digits), level - 1);
    if (!low) return low;
    if (powers_.empty()) {
      Result<BigInt> power =
          python::power(Int64Digits(base_), Int64Digits(static_cast<std::int64_t>(piece())), interrupt_);
      if (!power) return power;
      powers_.push_back(power.take());
    }
    while (powers_.size() < level) {
      Result<BigInt> square = multiply(powers_.back(), powers_.back(), interrupt_);
      if (!square) return square;
      powers_.push_back(square.take());
    }
    const Result<BigInt> shifted = multiply(*high, powers_[level - 1], interrupt_);
    if (!shifted) return shifted;
    return add(*shifted, *low);
  }

  int base_;
  Chunk chunk_;
  Interrupt interrupt_;
  std::vector<BigInt> powers_;  // base ** (piece() << i)
};

}  // namespace

Result<std::string> to_digits(BigIntView a, int base, Interrupt interrupt) {
  assert(base >= 2 && base <= 36);
  if (a.is_zero()) return std::string("0");
  std::string text = a.negative ? "-" : "";
  if (std::has_single_bit(static_cast<unsigned>(base))) {
    return text + power_of_two_digits(a, std::countr_zero(static_cast<unsigned>(base)));
  }
  Result<std::string> digits = RadixWriter(base, interrupt).write(without_sign(a));
  if (!digits) return digits;
  return text + *digits;
}

Result<BigInt> from_digits(std::string_view digits, int base, Interrupt interrupt) {
  assert(base >= 2 && base <= 36 && !digits.empty());
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  if (static_cast<double>(digits.size()) * std::log2(base) > static_cast<double>(kMaxBits)) return memory_error();
  if (std::has_single_bit(static_cast<unsigned>(base))) {
    const int bits = std::countr_zero(static_cast<unsigned>(base));
    DigitWriter writer(static_cast<std::int64_t>(digits.size()) * bits);
    for (std::size_t i = digits.size(); i-- > 0;) writer.push(static_cast<std::uint32_t>(digit_of(digits[i])), bits);
    return writer.finish();
  }
  return RadixReader(base, interrupt).read(digits);
}

Result<Done> check_str_digits(BigIntView a, int limit) {
  if (limit <= 0) return Done{};
  const auto too_many = [limit] {
    return value_error("Exceeds the limit (" + std::to_string(limit) +
                       " digits) for integer string conversion; use sys.set_int_max_str_digits() "
                       "to increase the limit");
  };
  const double digits = static_cast<double>(bit_length(a)) * 0.30102999566398120;
  if (digits < limit) return Done{};
  if (digits > limit + 1.0) return too_many();
  const Result<BigInt> first_refused = power(Int64Digits(10), Int64Digits(limit));
  if (first_refused && compare(without_sign(a), *first_refused) < 0) return Done{};
  return too_many();
}

Result<Done> check_parse_digits(std::size_t count, int limit) {
  if (limit <= 0 || count <= static_cast<std::size_t>(limit)) return Done{};
  return value_error("Exceeds the limit (" + std::to_string(limit) +
                     " digits) for integer string conversion: value has " + std::to_string(count) +
                     " digits; use sys.set_int_max_str_digits() to increase the limit");
}

Result<BigInt> round_to_tens(BigIntView a, std::int64_t digits, Interrupt interrupt) {
  // 10**digits > 2 * |a| rounds everything to zero.
  if (static_cast<double>(digits) * 3.3219280948873623 > static_cast<double>(bit_length(a)) + 2) return BigInt();
  const Result<BigInt> unit = power(Int64Digits(10), Int64Digits(digits), interrupt);
  if (!unit) return unit;
  Result<QuotientRemainder> division = divide_floor(a, *unit, interrupt);
  if (!division) return division.error();
  const Result<BigInt> twice = add(division->remainder, division->remainder);
  if (!twice) return twice;
  const auto order = compare(*twice, *unit);
  Result<BigInt> result = subtract(a, division->remainder);
  if (result && (order > 0 || (order == 0 && division->quotient.view().is_odd()))) return add(*result, *unit);
  return result;
}

}  // namespace threadbook::python
