#include <doctest/doctest.h>

#include "containers_fixture.h"

using namespace threadbook::python;

namespace {

void add_number(ThreadState& thread, Set* set, std::int64_t i) {
  set_add(thread, set, Value::small_int(i), static_cast<std::uint64_t>(i));
}

std::vector<std::int64_t> order(ThreadState& thread, Set* set) {
  std::vector<std::int64_t> result;
  for (const SetEntry& entry : set_snapshot(thread, set)) result.push_back(entry.key.as_small_int());
  return result;
}

}  // namespace

// tests/conformance/set/order_of_random_sets.py compares thousands with CPython; these are three of
// its orders, to fail close to the cause.
TEST_CASE("set: iterates in CPython's order") {
  Containers c;
  Set* set = make_set(c.thread, false);
  for (int i : {90, 18, 3, 1000, 7, 64, 12}) add_number(c.thread, set, i);
  CHECK(order(c.thread, set) == std::vector<std::int64_t>{64, 3, 7, 1000, 12, 18, 90});
  for (int i : {3, 64}) set_discard(c.thread, set, c.number(i), static_cast<std::uint64_t>(i));
  add_number(c.thread, set, 67);
  CHECK(order(c.thread, set) == std::vector<std::int64_t>{67, 7, 1000, 12, 18, 90});
  Set* constants = make_set_of_constants(
      c.thread, std::vector<Value>{c.number(100), c.number(5), c.number(64), c.number(32), c.number(1)});
  CHECK(order(c.thread, constants) == std::vector<std::int64_t>{64, 1, 32, 100, 5});
}

TEST_CASE("set: operations give up before they toggle anything") {
  Containers c;
  Set* a = make_set(c.thread, false);
  Set* b = make_set(c.thread, false);
  for (int i = 0; i < 10; ++i) add_number(c.thread, i < 7 ? a : b, i);
  for (int i = 5; i < 7; ++i) add_number(c.thread, b, i);
  Set* out = nullptr;
  REQUIRE(set_symmetric_difference(c.thread, a, b, false, out) == Status::Ok);
  CHECK(out->used.load() == 8);
  REQUIRE(set_intersection(c.thread, a, b, true, out) == Status::Ok);
  CHECK(order(c.thread, out) == std::vector<std::int64_t>{5, 6});
  REQUIRE(set_toggle_all(c.thread, a, a) == Status::Ok);
  CHECK(a->used.load() == 0);
}

TEST_CASE("set: threads in parallel") {
  Containers c(false);
  Set* set = make_set(c.thread, false);
  c.in_parallel(4, [&](ThreadState& thread, int number) {
    Set* own = make_set(thread, false);
    for (int i = 0; i < 5000; ++i) {
      add_number(thread, set, number * 2500 + i);  // half of each range is somebody else's too
      add_number(thread, own, i);
    }
    set_merge(thread, own, set);
    set_merge(thread, set, own);
  });
  CHECK(set->used.load() == 12500);
}
