#include "runtime/seqlock.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

namespace threadbook::runtime {
namespace {

struct Triple {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  std::uint32_t c = 0;
};

TEST_CASE("seqlock: what was stored is loaded") {
  Seqlock<Triple> seqlock;
  CHECK(seqlock.load()->a == 0);
  seqlock.store({1, 2, 3});
  CHECK(seqlock.load()->a == 1);
  CHECK(seqlock.load()->b == 2);
  CHECK(seqlock.load()->c == 3);
}

TEST_CASE("seqlock: a reader never sees half of a value") {
  Seqlock<Triple> seqlock;
  std::atomic<bool> done{false};
  std::thread writer([&] {
    for (std::uint32_t i = 1; i <= 100000; ++i) seqlock.store({i, 2 * std::uint64_t{i}, i});
    done = true;
  });
  std::uint64_t last = 0;
  int torn = 0;
  int backwards = 0;
  while (!done) {
    const auto value = seqlock.load();
    if (!value) continue;  // allowed: a writer was at work all the time
    if (value->b != 2 * value->a || value->c != value->a) ++torn;
    if (value->a < last) ++backwards;
    last = value->a;
  }
  writer.join();
  CHECK(torn == 0);
  CHECK(backwards == 0);
  CHECK(seqlock.load()->a == 100000);
}

}  // namespace
}  // namespace threadbook::runtime
