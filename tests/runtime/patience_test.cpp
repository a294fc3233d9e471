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

// On a machine with much to do any wait may take long: time and again, one will be short.
bool looks_sometime(Patience& patience) {
  for (int i = 0; i < 100'000; ++i) {
    wait_for(patience, 0);
    if (Patience::Wait(patience).is_worth_looking()) return true;
  }
  return false;
}

TEST_CASE("patience: after a long wait looking is not worth it, until one was short") {
  Patience patience;
  CHECK(Patience::Wait(patience).is_worth_looking());
  wait_for(patience, 10 * kLookingTime);
  CHECK_FALSE(Patience::Wait(patience).is_worth_looking());
  CHECK(looks_sometime(patience));
}

TEST_CASE("patience: who looks in vain does so ever more rarely, and often again after a find") {
  Patience patience;
  constexpr int kWaits = 10'000;
  int looks = 0;
  const auto wait_and_look = [&](bool finds) {
    Patience::Wait wait(patience);
    if (!wait.is_worth_looking()) return;
    ++looks;
    wait.looked(finds);
  };
  for (int i = 0; i < kWaits; ++i) wait_and_look(false);
  // After 0, 1, 3, 7, ... waits, at last after 1023.
  CHECK(looks > 0);
  CHECK(looks <= 10 + kWaits / 1024);
  CHECK(looks_sometime(patience));
  Patience::Wait(patience).looked(true);
  CHECK(looks_sometime(patience));
  // Two looks in a row, which doubt does not allow.
  int row = 0;
  for (int i = 0; i < 100'000 && row < 2; ++i) {
    looks = 0;
    wait_and_look(true);
    row = looks == 0 ? 0 : row + 1;
  }
  CHECK(row == 2);
}

}  // namespace
}  // namespace threadbook::runtime
