#include <doctest/doctest.h>

#include <algorithm>

#include "python/objects/list_sort.h"

using namespace threadbook::python;

namespace {

struct Item {
  int key, number;
  bool operator==(const Item&) const = default;
};

std::vector<Item> make(std::size_t count, int shape) {
  std::vector<Item> items;
  std::uint32_t state = 7 + static_cast<std::uint32_t>(count);
  for (std::size_t i = 0; i < count; ++i) {
    state = state * 1664525 + 1013904223;
    int random = static_cast<int>(state >> 8);
    int key = shape == 0   ? random
              : shape == 1 ? random % 10
              : shape == 2 ? static_cast<int>(i)
              : shape == 3 ? -static_cast<int>(i)
                           : static_cast<int>(i % 100) + (random % 16 == 0 ? random % 50 : 0);
    items.push_back({key, static_cast<int>(i)});
  }
  return items;
}

}  // namespace

TEST_CASE("sort: stable, whatever the input looks like") {
  for (std::size_t count : {0, 1, 2, 3, 31, 63, 64, 65, 127, 500, 4096, 10'001}) {
    for (int shape = 0; shape < 5; ++shape) {
      std::vector<Item> items = make(count, shape);
      std::vector<Item> expected = items;
      auto less = [](const Item& a, const Item& b) { return a.key < b.key; };
      std::stable_sort(expected.begin(), expected.end(), less);
      MergeSort(items, less).sort();
      REQUIRE(items == expected);
    }
  }
}

TEST_CASE("sort: what is in order is compared once an item") {
  std::vector<Item> items = make(5000, 2);
  int comparisons = 0;
  auto less = [&](const Item& a, const Item& b) {
    ++comparisons;
    return a.key < b.key;
  };
  MergeSort(items, less).sort();
  CHECK(comparisons == 4999);
}

TEST_CASE("sort: an order that is none gives a permutation") {
  std::vector<Item> items = make(3000, 0);
  std::uint32_t state = 3;
  auto less = [&](const Item&, const Item&) { return ((state = state * 1664525 + 1013904223) >> 31) != 0; };
  MergeSort(items, less).sort();
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.number < b.number; });
  for (std::size_t i = 0; i < items.size(); ++i) REQUIRE(items[i].number == static_cast<int>(i));
}
