#include <doctest/doctest.h>

#include "containers_fixture.h"

using namespace threadbook::python;

namespace {

std::vector<std::int64_t> numbers(ThreadState& thread, List* list) {
  std::vector<std::int64_t> result;
  for (Value item : list_snapshot(thread, list)) result.push_back(item.as_small_int());
  return result;
}

}  // namespace

TEST_CASE("list: append, insert, pop, replace") {
  Containers c;
  List* list = make_list(c.thread);
  for (int i = 0; i < 5; ++i) list_append(c.thread, list, c.number(i));
  list_insert(c.thread, list, -1, c.number(9));
  CHECK(numbers(c.thread, list) == std::vector<std::int64_t>{0, 1, 2, 3, 9, 4});
  CHECK(list_pop(c.thread, list, 1) == c.number(1));
  CHECK(list_pop(c.thread, list, -1) == c.number(4));
  CHECK(list_pop(c.thread, list, 4).is_unbound());
  const Value items[] = {c.number(7), c.number(8), c.number(7)};
  list_replace(c.thread, list, 1, 2, items);
  CHECK(numbers(c.thread, list) == std::vector<std::int64_t>{0, 7, 8, 7, 9});
  list_replace(c.thread, list, 1, 100, {});
  CHECK(numbers(c.thread, list) == std::vector<std::int64_t>{0});
  Value item;
  CHECK_FALSE(list_get(list, 1, item));
}

TEST_CASE("list: what is too large is refused before anything changes") {
  Containers c;
  List* list = make_list(c.thread);
  list_append(c.thread, list, c.number(1));
  Value out;
  CHECK_THROWS_AS(
      container_binary_op(c.thread, BinaryOp::Mul, Value::object(list), Value::small_int(1'000'000'000'000), true, out),
      HeapExhausted);
  CHECK(numbers(c.thread, list) == std::vector<std::int64_t>{1});
}

TEST_CASE("list: threads in parallel lose no item") {
  Containers c(false);
  List* list = make_list(c.thread);
  constexpr int kThreads = 4, kEach = 20000;
  c.in_parallel(kThreads, [&](ThreadState& thread, int number) {
    for (int i = 0; i < kEach; ++i) {
      list_append(thread, list, Value::small_int(number * kEach + i));
      Value seen;
      list_get(list, static_cast<std::size_t>(i), seen);
    }
  });
  std::vector<std::int64_t> all = numbers(c.thread, list);
  std::sort(all.begin(), all.end());
  REQUIRE(all.size() == kThreads * kEach);
  for (int i = 0; i < kThreads * kEach; ++i) REQUIRE(all[static_cast<std::size_t>(i)] == i);

  std::atomic<std::int64_t> taken{0}, sum{0};
  c.in_parallel(kThreads, [&](ThreadState& thread, int) {
    for (;;) {
      Value item = list_pop(thread, list, -1);
      if (item.is_unbound()) return;
      taken.fetch_add(1);
      sum.fetch_add(item.as_small_int());
    }
  });
  CHECK(taken.load() == kThreads * kEach);
  CHECK(sum.load() == std::int64_t{kThreads * kEach} * (kThreads * kEach - 1) / 2);
}
