#include <doctest/doctest.h>

#include "containers_fixture.h"

using namespace threadbook::python;

namespace {

std::uint64_t hash_of_int(std::int64_t i) { return static_cast<std::uint64_t>(i == -1 ? -2 : i); }

}  // namespace

TEST_CASE("dict: against a plain array, with deletions and few hashes") {
  Containers c;
  Dict* dict = make_dict(c.thread);
  std::vector<std::int64_t> expected(512, -1);
  std::uint32_t state = 1;
  std::size_t live = 0;
  for (int step = 0; step < 200'000; ++step) {
    state = state * 1664525 + 1013904223;
    std::int64_t key = (state >> 8) % 512;
    Value value = c.number(key * 4096);  // the low bits of all hashes are equal
    std::uint64_t hash = hash_of_int(key * 4096);
    if ((state >> 28) < 9) {
      live += expected[static_cast<std::size_t>(key)] < 0 ? 1 : 0;
      dict_set(c.thread, dict, value, hash, c.number(step));
      expected[static_cast<std::size_t>(key)] = step;
    } else {
      Value old;
      Lookup found = dict_delete(c.thread, dict, value, hash, old);
      CHECK((found == Lookup::Found) == (expected[static_cast<std::size_t>(key)] >= 0));
      live -= found == Lookup::Found ? 1 : 0;
      expected[static_cast<std::size_t>(key)] = -1;
    }
    if (step % 20'000 == 0) {
      for (std::int64_t k = 0; k < 512; ++k) {
        Value out;
        Lookup found = dict_get(c.thread, dict, c.number(k * 4096), hash_of_int(k * 4096), out);
        REQUIRE((found == Lookup::Found) == (expected[static_cast<std::size_t>(k)] >= 0));
        if (found == Lookup::Found) REQUIRE(out == c.number(expected[static_cast<std::size_t>(k)]));
      }
    }
  }
  CHECK(dict->used.load() == live);
  CHECK(dict_snapshot(c.thread, dict).size() == live);
}

TEST_CASE("dict: popitem and insertion in turn keep searches finite") {
  Containers c;
  Dict* dict = make_dict(c.thread);
  for (int i = 0; i < 5; ++i) dict_set(c.thread, dict, c.number(i), hash_of_int(i), c.number(i));
  for (int i = 100; i < 10'000; ++i) {
    dict_set(c.thread, dict, c.number(i), hash_of_int(i), c.number(i));
    Value key, value;
    REQUIRE(dict_pop_last(c.thread, dict, key, value));
    REQUIRE(key == c.number(i));
    REQUIRE(dict_get(c.thread, dict, c.number(i), hash_of_int(i), value) == Lookup::Absent);
  }
  Dict* copy = dict_copy(c.thread, dict);
  CHECK(copy->used.load() == 5);
  CHECK(dict_snapshot(c.thread, copy)[4].key == c.number(4));
}

TEST_CASE("dict: threads in parallel") {
  Containers c(false);
  Dict* dict = make_dict(c.thread);
  constexpr int kThreads = 4, kKeys = 5000;
  c.in_parallel(kThreads, [&](ThreadState& thread, int number) {
    for (int i = 0; i < kKeys; ++i) {
      int shared = i % 100;
      dict_set(thread, dict, Value::small_int(number * kKeys + i), hash_of_int(number * kKeys + i),
               Value::small_int(i));
      Value out;
      dict_set_default(thread, dict, Value::small_int(-2 - shared), hash_of_int(-2 - shared), Value::small_int(number),
                       out);
      Value again;
      REQUIRE(dict_get(thread, dict, Value::small_int(-2 - shared), hash_of_int(-2 - shared), again) == Lookup::Found);
      REQUIRE(again == out);
    }
  });
  CHECK(dict->used.load() == kThreads * kKeys + 100);
}
