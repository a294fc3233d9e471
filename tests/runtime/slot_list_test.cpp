#include "runtime/slot_list.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace threadbook::runtime {
namespace {

struct Cell : Slot {
  int owners = 0;   // written by the owner only: a second owner would be a data race
  int content = 0;  // handed from owner to owner
};

TEST_CASE("slot list: a released slot is used again, as it was left") {
  SlotList<Cell> list;
  Cell& first = list.claim();
  Cell& second = list.claim();
  CHECK(&first != &second);
  first.content = 7;
  list.release(first);
  Cell& again = list.claim();
  CHECK(&again == &first);
  CHECK(again.content == 7);
  int cells = 0;
  list.for_each([&](Cell&) { ++cells; });
  CHECK(cells == 2);
  list.release(again);
  list.release(second);
}

TEST_CASE("slot list: a slot has one owner at a time") {
  constexpr int kThreads = 4;
  constexpr int kRounds = 5000;
  SlotList<Cell> list;
  std::atomic<int> shared_twice{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < kRounds; ++round) {
        Cell& cell = list.claim();
        if (++cell.owners != 1) ++shared_twice;
        ++cell.content;
        --cell.owners;
        list.release(cell);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(shared_twice == 0);
  int cells = 0;
  int content = 0;
  list.for_each([&](Cell& cell) {
    ++cells;
    content += cell.content;
  });
  CHECK(cells <= kThreads);
  CHECK(content == kThreads * kRounds);
}

}  // namespace
}  // namespace threadbook::runtime
