#include "runtime/barrier.h"

#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <random>
#include <vector>

#include "program.h"
#include "runtime/event.h"
#include "runtime/this_thread.h"
#include "virtual_thread.h"

namespace threadbook::runtime {
namespace {

TEST_CASE("barrier: its parties") {
  CHECK_THROWS_WITH_AS(Barrier(0), "parties must be >= 1", ValueError);
  CHECK_THROWS_WITH_AS(Barrier(-1), "parties must be >= 1", ValueError);
  Barrier barrier(1);
  CHECK(barrier.parties() == 1);
  CHECK(barrier.wait() == 0);
  CHECK(barrier.wait(0.0) == 0);
  CHECK(barrier.n_waiting() == 0);
  CHECK_FALSE(barrier.broken());
}

TEST_CASE("barrier: nobody goes on before all are there, round after round") {
  constexpr int kParties = 4;
  constexpr int kRounds = 200;
  Program program;
  int actions = 0;
  Barrier barrier(kParties, [&] { ++actions; });
  std::atomic<int> arrived{0};
  std::atomic<int> wrong{0};
  std::vector<std::atomic<int>> numbers(kParties);
  Threads(kParties, [&](int) {
    for (int round = 1; round <= kRounds; ++round) {
      ++arrived;
      ++numbers[static_cast<std::size_t>(barrier.wait())];
      if (arrived < round * kParties || actions < round) ++wrong;
      barrier.wait();
      ++arrived;
      --arrived;
    }
  });
  CHECK(wrong == 0);
  CHECK(actions == 2 * kRounds);
  for (const auto& times : numbers) CHECK(times == kRounds);
}

TEST_CASE("barrier: a timeout breaks it, for those who wait and those who come, until reset") {
  Program program;
  Barrier barrier(3);
  std::atomic<int> broken{0};
  Threads patient(1, [&](int) {
    try {
      barrier.wait();
    } catch (const BrokenBarrierError&) {
      ++broken;
    }
  });
  while (barrier.n_waiting() < 1) sleep_for(0.001);
  CHECK_THROWS_AS(barrier.wait(0.005), BrokenBarrierError);
  patient.join();
  CHECK(broken == 1);
  CHECK(barrier.broken());
  CHECK(barrier.n_waiting() == 0);
  CHECK_THROWS_AS(barrier.wait(), BrokenBarrierError);
  CHECK_THROWS_WITH(barrier.wait(), "");
  barrier.reset();
  CHECK_FALSE(barrier.broken());
  Threads(3, [&](int) { barrier.wait(10.0); });
  CHECK_FALSE(barrier.broken());
}

TEST_CASE("barrier: the timeout it was made with is the default") {
  Barrier barrier(2, nullptr, 0.002);
  CHECK_THROWS_AS(barrier.wait(), BrokenBarrierError);
  barrier.reset();
  const Nanoseconds start = monotonic_now();
  CHECK_THROWS_AS(barrier.wait(0.02), BrokenBarrierError);
  CHECK(monotonic_now() - start >= 20'000'000);
}

TEST_CASE("barrier: abort and reset send those who wait away") {
  Program program;
  for (const bool abort : {true, false}) {
    Barrier barrier(3);
    std::atomic<int> broken{0};
    Threads threads(2, [&](int) {
      try {
        barrier.wait();
      } catch (const RuntimeError&) {  // BrokenBarrierError is one
        ++broken;
      }
    });
    while (barrier.n_waiting() < 2) sleep_for(0.001);
    abort ? barrier.abort() : barrier.reset();
    threads.join();
    CHECK(broken == 2);
    CHECK(barrier.broken() == abort);
  }
}

TEST_CASE("barrier: an action that raises breaks it and raises in its thread alone") {
  Program program;
  Barrier barrier(2, [] { throw ValueError("no action"); });
  std::atomic<int> broken{0};
  std::atomic<int> raised{0};
  Threads(2, [&](int) {
    try {
      barrier.wait();
    } catch (const BrokenBarrierError&) {
      ++broken;
    } catch (const ValueError&) {
      ++raised;
    }
  });
  CHECK(broken == 1);
  CHECK(raised == 1);
  CHECK(barrier.broken());
}

TEST_CASE("barrier: while the action runs nobody is let in, and its end lets them") {
  Program program;
  Event in_action;
  Event go_on;
  std::atomic<int> rounds{0};
  Barrier barrier(2, [&] {
    ++rounds;
    in_action.set();
    go_on.wait();
  });
  // The action takes longer than the timeout, which breaks nothing once all are there.
  Threads first(2, [&](int) { barrier.wait(0.5); });
  in_action.wait();
  Threads second(2, [&](int) { barrier.wait(5.0); });
  sleep_for(0.6);
  CHECK(rounds == 1);
  CHECK(barrier.n_waiting() == 2);
  go_on.set();
  first.join();
  second.join();
  CHECK(rounds == 2);
  CHECK_FALSE(barrier.broken());
}

TEST_CASE("barrier: a stop ends every wait") {
  Program program;
  Barrier barrier(4);
  std::atomic<int> stopped{0};
  std::atomic<int> broken{0};
  for (int i = 0; i < 3; ++i) {
    Thread::create({.target = [&] {
      try {
        barrier.wait();
      } catch (const ThreadStopped&) {
        ++stopped;
        throw;
      } catch (const BrokenBarrierError&) {
        ++broken;  // because another was stopped first
      }
    }})->start();
  }
  CHECK(program.registry->stop_all_threads());
  CHECK(stopped + broken == 3);
  CHECK(stopped >= 1);
}

TEST_CASE("barrier: timeouts that race the last arrival break it for all or for none") {
  Program program;
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    Barrier barrier(3);
    std::atomic<int> passed{0};
    std::atomic<int> broken{0};
    const double timeout = static_cast<double>(random() % 200) * 1e-6;
    Threads(3, [&](int i) {
      try {
        i == 0 ? barrier.wait(timeout) : barrier.wait();
        ++passed;
      } catch (const BrokenBarrierError&) {
        ++broken;
      }
    });
    CHECK(((passed == 3 && broken == 0) || (passed == 0 && broken == 3)));
  }
}

TEST_CASE("barrier as a state machine: random operations agree with a sequential model") {
  constexpr std::size_t kThreads = 5;
  constexpr std::int64_t kParties = 3;
  using State = Barrier::Party::State;
  std::mt19937 random(6);
  int wrong = 0;
  for (int program = 0; program < 2000; ++program) {
    Barrier barrier(kParties);
    VirtualThread threads[kThreads];
    std::unique_ptr<Barrier::Party> parties[kThreads];
    // The model: what each thread's party should be, and the barrier.
    State expected[kThreads];
    bool broken = false;
    std::size_t acting = kThreads;  // who acts, kThreads: nobody
    std::int64_t count = 0;
    const auto end_round = [&](State fate, bool breaks) {
      for (std::size_t i = 0; i < kThreads; ++i) {
        if (parties[i] && expected[i] == State::Waiting) expected[i] = fate;
      }
      acting = kThreads;
      count = 0;
      broken = breaks;
    };
    for (int step = 0; step < 60; ++step) {
      const std::size_t who = random() % kThreads;
      switch (random() % 12) {
        case 0:
          barrier.abort();
          end_round(State::Broken, true);
          break;
        case 1:
          barrier.reset();
          if (acting == kThreads) end_round(State::Broken, false);
          break;
        case 2: {  // give up, whatever it waits for
          if (!parties[who] || expected[who] == State::Acting) break;
          const State before = expected[who];
          const bool empty_handed = before == State::Entering || before == State::Waiting;
          if (parties[who]->withdraw(threads[who].waiter) != empty_handed) ++wrong;
          if (before == State::Waiting && acting != kThreads) {
            if (parties[who]->state() != State::Waiting) ++wrong;
          } else if (before == State::Waiting) {
            expected[who] = State::Broken;
            end_round(State::Broken, true);
          }
          if (parties[who]->state() != expected[who]) ++wrong;
          parties[who].reset();
          break;
        }
        default: {
          if (!parties[who]) {
            parties[who] = std::make_unique<Barrier::Party>(barrier);
            expected[who] = State::Entering;
          }
          if (expected[who] == State::Acting) {
            const bool succeeds = random() % 4 != 0;
            const bool still = acting == who;
            succeeds ? barrier.release(*parties[who]) : barrier.fail(*parties[who]);
            expected[who] = succeeds ? State::Passed : State::Broken;
            if (still) end_round(expected[who], !succeeds);
          } else {
            bool moves = true;
            if (expected[who] == State::Waiting) {
              moves = false;
            } else if (expected[who] == State::Entering) {
              if (acting != kThreads) {
                moves = false;
              } else if (broken) {
                expected[who] = State::Broken;
              } else {
                expected[who] = ++count == kParties ? State::Acting : State::Waiting;
                if (expected[who] == State::Acting) acting = who;
              }
            }
            const std::int64_t number = count - 1;
            const State before = parties[who]->state();
            if (parties[who]->try_or_enqueue(threads[who].waiter) != moves) ++wrong;
            if (before == State::Entering && moves && !broken && parties[who]->index() != number) {
              ++wrong;
            }
          }
          if (parties[who]->state() != expected[who]) ++wrong;
          if (expected[who] == State::Passed || expected[who] == State::Broken) {
            if (!parties[who]->try_or_enqueue(threads[who].waiter)) ++wrong;
            parties[who].reset();
          }
        }
      }
      if (barrier.broken() != broken || barrier.n_waiting() != count) ++wrong;
      for (std::size_t i = 0; i < kThreads; ++i) {
        if (parties[i] && parties[i]->state() != expected[i]) ++wrong;
      }
    }
    for (std::size_t i = 0; i < kThreads; ++i) {
      if (parties[i]) (void)parties[i]->withdraw(threads[i].waiter);
    }
  }
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace threadbook::runtime
