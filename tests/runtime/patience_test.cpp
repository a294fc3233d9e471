#include "runtime/patience.h"

#include <doctest/doctest.h>

namespace threadbook::runtime {
namespace {

constexpr auto never = [] { return false; };

// Lets a wait take so long: what it looks for does not come.
void wait_for(Patience& patience, Nanoseconds span) {
  const Patience::Wait wait(patience);
  look_until(Deadline::after(span), never);
}

TEST_CASE("looking: asks once at least, and ends with a yes") {
  int asked = 0;
  CHECK_FALSE(look_until(Deadline::passed(), [&] { return ++asked > 1; }));
  CHECK(asked == 1);
  CHECK(look_until(Deadline::never(), [&] { return ++asked > 10; }));
  CHECK(asked == 11);
}

TEST_CASE("patience: after a long wait none is worth looking, until one was short") {
  Patience patience;
  CHECK(Patience::Wait(patience).may_be_short());
  wait_for(patience, 10 * kLookingTime);
  CHECK_FALSE(Patience::Wait(patience).may_be_short());
  // Time and again: on a machine with much to do any wait may take long.
  bool may_be_short = false;
  for (int i = 0; i < 100'000 && !may_be_short; ++i) {
    wait_for(patience, 0);
    may_be_short = Patience::Wait(patience).may_be_short();
  }
  CHECK(may_be_short);
}

}  // namespace
}  // namespace threadbook::runtime
