// Inside search.cpp only: the first occurrence of a needle of two or more characters in a sequence,
// over any type that answers operator[] and size(), so that the same code searches both
// representations, forwards and backwards.
//
// First a Horspool-like scan: compare at the last character, skip by what follows, a 64-bit Bloom
// filter saying which characters the needle has at all. It is the fastest on ordinary text but
// quadratic on hostile text; when its comparisons exceed a budget proportional to the text, the
// two-way algorithm (Crochemore and Perrin, "Two-way string-matching", 1991) takes over, which
// needs linear time and constant space.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace threadbook::python {

template <class Haystack, class Needle>
class SubstringFinder {
 public:
  SubstringFinder(const Haystack& haystack, const Needle& needle) noexcept
      : haystack_(haystack), needle_(needle), last_(needle.size() - 1) {
    for (std::size_t i = 0; i < last_; ++i) {
      add(needle_[i]);
      if (needle_[i] == needle_[last_]) skip_ = last_ - i;
    }
    add(needle_[last_]);
  }

  // From `start` on; the haystack's size if there is none.
  std::size_t find(std::size_t start) const noexcept {
    const std::size_t size = haystack_.size();
    if (needle_.size() > size) return size;
    const std::size_t last_start = size - needle_.size();
    std::size_t budget = 4 * (size - std::min(start, size)) + 64;
    for (std::size_t i = start; i <= last_start; ++i) {
      if (haystack_[i + last_] == needle_[last_]) {
        std::size_t matched = 0;
        while (matched < last_ && haystack_[i + matched] == needle_[matched]) ++matched;
        if (matched == last_) return i;
        if (matched >= budget) return two_way(i);
        budget -= matched;
        i += i < last_start && !may_have(haystack_[i + last_ + 1]) ? needle_.size() : skip_ - 1;
      } else if (i < last_start && !may_have(haystack_[i + last_ + 1])) {
        i += needle_.size();
      }
    }
    return size;
  }

 private:
  template <class Char>
  void add(Char c) noexcept {
    mask_ |= std::uint64_t{1} << (static_cast<std::uint32_t>(c) & 63);
  }
  template <class Char>
  bool may_have(Char c) const noexcept {
    return (mask_ >> (static_cast<std::uint32_t>(c) & 63) & 1) != 0;
  }

  // Where the lexicographically greatest suffix starts (by either order), and its period.
  struct Suffix {
    std::size_t start;
    std::size_t period;
  };
  Suffix maximal_suffix(bool reversed_order) const noexcept {
    const std::size_t size = needle_.size();
    std::size_t start = 0, candidate = 1, matched = 0, period = 1;
    while (candidate + matched < size) {
      const auto a = needle_[candidate + matched];
      const auto b = needle_[start + matched];
      if (a == b) {
        if (++matched == period) {
          candidate += period;
          matched = 0;
        }
      } else if ((a < b) != reversed_order) {
        candidate += matched + 1;
        matched = 0;
        period = candidate - start;
      } else {
        start = candidate++;
        matched = 0;
        period = 1;
      }
    }
    return {start, period};
  }

  std::size_t two_way(std::size_t start) const noexcept {
    const std::size_t size = needle_.size();
    const Suffix by_less = maximal_suffix(false);
    const Suffix by_greater = maximal_suffix(true);
    const Suffix cut = by_less.start >= by_greater.start ? by_less : by_greater;
    bool periodic = cut.start + cut.period <= size;
    for (std::size_t i = 0; periodic && i < cut.start; ++i) periodic = needle_[i] == needle_[i + cut.period];
    const std::size_t shift = periodic ? cut.period : std::max(cut.start, size - cut.start) + 1;
    std::size_t known = 0;  // characters from the needle's start that the last shift left matched
    for (std::size_t i = start; i + size <= haystack_.size();) {
      std::size_t right = std::max(cut.start, known);
      while (right < size && haystack_[i + right] == needle_[right]) ++right;
      if (right < size) {
        i += right - cut.start + 1;
        known = 0;
        continue;
      }
      std::size_t left = cut.start;
      while (left > known && haystack_[i + left - 1] == needle_[left - 1]) --left;
      if (left <= known) return i;
      i += shift;
      known = periodic ? size - cut.period : 0;
    }
    return haystack_.size();
  }

  const Haystack& haystack_;
  const Needle& needle_;
  std::size_t last_;
  std::size_t skip_ = last_ + 1;  // how far the last character's previous occurrence is away
  std::uint64_t mask_ = 0;
};

}  // namespace threadbook::python
