// Inline caches: what the last lookups at one place of the bytecode found.
//
// One word an answer: shape (32 bits), epoch (12), kind (4), place (16). It holds for objects of that
// shape as long as no class has gained or lost a name since. A place has several, so that a call or an
// attribute that meets objects of a few classes in turn is as fast as one that meets a single class.
//
// Thread safety: each word is read and written whole, so threads that race on a cache see an old
// answer or a new one, never half of each.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "python/objects/object.h"

namespace threadbook::python {

enum class CacheKind : std::uint8_t {
  Slot,     // place: the attribute's number
  NewSlot,  // place: the number of the shape that has the attribute as its last one
  Cell,     // place: a numbered cell, whose value is the attribute as it is
  Method,   // place: a numbered cell, whose function is to be called with the object
  Getter,   // place: a numbered cell, whose property's function is to be called with the object
};

inline constexpr std::uint32_t kEpochBits = 0xFFF;

inline std::uint64_t cache_word(ShapeId shape, std::uint32_t epoch, CacheKind kind, std::uint16_t place) {
  return std::uint64_t{shape} << 32 | std::uint64_t{epoch} << 20 |
         std::uint64_t{static_cast<std::uint8_t>(kind)} << 16 | place;
}
inline CacheKind cache_kind(std::uint64_t word) { return static_cast<CacheKind>(word >> 16 & 0xF); }
inline std::uint16_t cache_place(std::uint64_t word) { return static_cast<std::uint16_t>(word); }

class InlineCache {
 public:
  // The word for objects of `shape`; 0 if there is none (no shape has the number 0).
  std::uint64_t find(ShapeId shape, std::uint32_t epoch) const {
    std::uint64_t wanted = std::uint64_t{shape} << 12 | epoch;
    for (const auto& each : words_) {
      std::uint64_t word = each.load(std::memory_order_relaxed);
      if (word >> 20 == wanted) return word;
    }
    return 0;
  }

  // In the place of what is stale, or else of any other.
  void add(std::uint64_t word) {
    std::uint64_t epoch = word >> 20 & kEpochBits;
    std::size_t place = (word >> 32) % kAnswers;
    for (std::size_t i = 0; i < kAnswers; ++i) {
      std::uint64_t old = words_[i].load(std::memory_order_relaxed);
      if ((old >> 20 & kEpochBits) != epoch || old >> 32 == word >> 32) {
        place = i;
        break;
      }
    }
    words_[place].store(word, std::memory_order_relaxed);
  }

 private:
  static constexpr std::size_t kAnswers = 4;
  std::array<std::atomic<std::uint64_t>, kAnswers> words_{};
};

}  // namespace threadbook::python
