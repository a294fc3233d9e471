// Inline caches: what the last lookup at one place of the bytecode found.
//
// One word: shape (32 bits), epoch (12), kind (4), place (16). It answers for objects of that shape
// as long as no class has gained or lost a name since.
#pragma once

#include <cstdint>

#include "python/objects/object.h"

namespace threadbook::python {

enum class CacheKind : std::uint8_t {
  InlineSlot,  // place: the slot inside the Instance
  Slot,        // place: the attribute's number
  Cell,        // place: a numbered cell, whose value is the attribute as it is
  Method,      // place: a numbered cell, whose function is to be called with the object
};

inline constexpr std::uint32_t kEpochBits = 0xFFF;

inline std::uint64_t cache_word(ShapeId shape, std::uint32_t epoch, CacheKind kind, std::uint16_t place) {
  return std::uint64_t{shape} << 32 | std::uint64_t{epoch} << 20 |
         std::uint64_t{static_cast<std::uint8_t>(kind)} << 16 | place;
}
inline bool cache_matches(std::uint64_t word, ShapeId shape, std::uint32_t epoch) {
  return word >> 20 == (std::uint64_t{shape} << 12 | epoch);
}
inline CacheKind cache_kind(std::uint64_t word) { return static_cast<CacheKind>(word >> 16 & 0xF); }
inline std::uint16_t cache_place(std::uint64_t word) { return static_cast<std::uint16_t>(word); }

}  // namespace threadbook::python
