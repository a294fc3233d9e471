// Inside float_text.cpp's shortest_digits: powers of ten to 128 bits. Computed exactly with BigInt
// when first asked for (well under a millisecond) instead of standing as 10 KB of incompressible
// table in the wasm. Thread safety: any thread may ask.
#pragma once

#include <cstdint>

namespace threadbook::python {

struct PowerOfTen {
  std::uint64_t high;
  std::uint64_t low;
};

inline constexpr int kLeastPowerOfTen = -292;
inline constexpr int kMostPowerOfTen = 324;

// 10**exponent scaled by a power of two into [2**127, 2**128) and rounded up.
const PowerOfTen& power_of_ten(int exponent) noexcept;

}  // namespace threadbook::python
