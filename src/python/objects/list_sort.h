// Sorting: list.sort, sorted, min and max's order.
//
// A stable natural merge sort: runs that are there already are found, short ones are filled up to
// 32 or more by binary insertion, and neighbours are merged in the order Munro and Wild's powersort
// gives (CPython's since 3.11). Lists of fewer than 64 items are sorted by exactly the comparisons
// CPython makes, so an error about the first pair that cannot be compared names the same types.
// O(n log n) comparisons, n for what is in order already; half of n values of extra memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "python/objects/operations.h"

namespace threadbook::python {

// Sorts `keys` stably by `<`, `values` along with them if it is not nullptr; `reverse`: by `>`, equal
// ones still in order. Ok; Raised if two cannot be compared; Fallback if a __lt__ is written in
// Python. Unless Ok, the vectors are as they were.
Status sort_values(RealmThread& thread, std::vector<Value>& keys, std::vector<Value>* values, bool reverse);

// The algorithm. `less(a, b)` may be inconsistent (NaNs, a failed comparison): the result is some
// permutation then.
template <class T, class Less>
class MergeSort {
 public:
  MergeSort(std::vector<T>& items, Less less) : items_(items), less_(less) {}

  void sort() {
    std::size_t count = items_.size();
    if (count < 2) return;
    std::size_t min_run = min_run_of(count);
    for (std::size_t begin = 0; begin < count;) {
      std::size_t length = count_run(begin, count);
      if (length < min_run) {
        std::size_t forced = std::min(min_run, count - begin);
        insert_rest(begin, begin + length, begin + forced);
        length = forced;
      }
      push_run(begin, length);
      begin += length;
    }
    while (runs_.size() > 1) merge_last();
  }

 private:
  struct Run {
    std::size_t begin, length;
    int power;  // of the boundary to the run after it
  };

  static std::size_t min_run_of(std::size_t count) {
    std::size_t rest = 0;
    while (count >= 64) {
      rest |= count & 1;
      count >>= 1;
    }
    return count + rest;
  }

  // The length of the run at `begin`; a strictly descending one is turned round.
  std::size_t count_run(std::size_t begin, std::size_t end) {
    std::size_t i = begin + 1;
    if (i == end) return 1;
    if (less_(items_[i], items_[i - 1])) {
      for (++i; i < end && less_(items_[i], items_[i - 1]); ++i) {
      }
      std::reverse(items_.begin() + static_cast<std::ptrdiff_t>(begin),
                   items_.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      for (++i; i < end && !less_(items_[i], items_[i - 1]); ++i) {
      }
    }
    return i - begin;
  }

  // [begin, sorted) is in order; inserts [sorted, end).
  void insert_rest(std::size_t begin, std::size_t sorted, std::size_t end) {
    for (; sorted < end; ++sorted) {
      T pivot = items_[sorted];
      std::size_t low = begin, high = sorted;
      while (low < high) {
        std::size_t middle = low + (high - low) / 2;
        if (less_(pivot, items_[middle])) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      for (std::size_t i = sorted; i > low; --i) items_[i] = items_[i - 1];
      items_[low] = pivot;
    }
  }

  // Where the boundary between two runs lies in a binary tree over the whole: the depth at which
  // their middles part.
  int power_of(const Run& left, std::size_t right_length) const {
    std::size_t count = items_.size();
    std::size_t a = 2 * left.begin + left.length;
    std::size_t b = a + left.length + right_length;
    int power = 0;
    for (;;) {
      ++power;
      if (a >= count) {
        a -= count;
        b -= count;
      } else if (b >= count) {
        return power;
      }
      a *= 2;
      b *= 2;
    }
  }

  void push_run(std::size_t begin, std::size_t length) {
    if (!runs_.empty()) {
      int power = power_of(runs_.back(), length);
      while (runs_.size() > 1 && runs_[runs_.size() - 2].power > power) merge_last();
      runs_.back().power = power;
    }
    runs_.push_back({begin, length, 0});
  }

  void merge_last() {
    Run right = runs_.back();
    runs_.pop_back();
    Run& left = runs_.back();
    merge(left.begin, right.begin, right.begin + right.length);
    left.length += right.length;
    left.power = right.power;
  }

  void merge(std::size_t begin, std::size_t middle, std::size_t end) {
    auto at = [&](std::size_t i) { return items_.begin() + static_cast<std::ptrdiff_t>(i); };
    // What is in place already at either end stays there.
    begin = static_cast<std::size_t>(std::upper_bound(at(begin), at(middle), items_[middle], less_) - items_.begin());
    if (begin == middle) return;
    end = static_cast<std::size_t>(std::lower_bound(at(middle), at(end), items_[middle - 1], less_) - items_.begin());
    if (middle - begin <= end - middle) {
      spare_.assign(at(begin), at(middle));
      std::size_t left = 0, right = middle, to = begin;
      while (left < spare_.size() && right < end) {
        if (less_(items_[right], spare_[left])) {
          items_[to++] = items_[right++];
        } else {
          items_[to++] = spare_[left++];
        }
      }
      while (left < spare_.size()) items_[to++] = spare_[left++];
    } else {
      spare_.assign(at(middle), at(end));
      std::size_t left = middle, right = spare_.size(), to = end;
      while (left > begin && right > 0) {
        if (less_(spare_[right - 1], items_[left - 1])) {
          items_[--to] = items_[--left];
        } else {
          items_[--to] = spare_[--right];
        }
      }
      while (right > 0) items_[--to] = spare_[--right];
    }
  }

  std::vector<T>& items_;
  Less less_;
  std::vector<T> spare_;
  std::vector<Run> runs_;
};

}  // namespace threadbook::python
