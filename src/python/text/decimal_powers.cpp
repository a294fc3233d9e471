#include "python/text/decimal_powers.h"

#include <array>
#include <cassert>

#include "python/numeric/bigint.h"

namespace threadbook::python {

namespace {

using Table = std::array<PowerOfTen, kMostPowerOfTen - kLeastPowerOfTen + 1>;

// The 128 leading bits of a positive number, plus one in the last place if there is more below.
PowerOfTen round_up(BigIntView number, bool more_below) {
  const std::int64_t surplus = bit_length(number) - 128;
  BigInt top = surplus > 0 ? *shift_right(number, surplus) : *shift_left(number, -surplus);
  if (surplus > 0 && compare(*shift_left(top, surplus), number) != 0) more_below = true;
  if (more_below) top = *add(top, Int64Digits(1));
  return {low_bits64(*shift_right(top, std::int64_t{64})), low_bits64(top)};
}

Table make_table() {
  Table table;
  // The powers of two in 10**n only shift: 5**n has the same leading bits.
  BigInt power(std::int64_t{1});
  for (int n = 0; n <= kMostPowerOfTen; ++n) {
    table[static_cast<std::size_t>(n - kLeastPowerOfTen)] = round_up(power, false);
    if (n > 0 && n <= -kLeastPowerOfTen) {
      const BigInt one = *shift_left(Int64Digits(1), bit_length(power) + 127);
      table[static_cast<std::size_t>(-n - kLeastPowerOfTen)] = round_up(*floor_divide(one, power), true);
    }
    power = *multiply(power, Int64Digits(5));
  }
  return table;
}

}  // namespace

const PowerOfTen& power_of_ten(int exponent) noexcept {
  static const Table table = make_table();
  assert(exponent >= kLeastPowerOfTen && exponent <= kMostPowerOfTen);
  return table[static_cast<std::size_t>(exponent - kLeastPowerOfTen)];
}

}  // namespace threadbook::python
