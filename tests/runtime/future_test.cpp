#include "runtime/future.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/this_thread.h"

namespace threadbook::runtime {
namespace {

using State = FutureState::State;

std::exception_ptr error(const char* text) { return std::make_exception_ptr(ValueError(text)); }

TEST_CASE("future: pending, running, finished with a result") {
  Program program;
  const Future<int> future;
  CHECK_FALSE((future.done() || future.running() || future.cancelled()));
  CHECK_THROWS_AS(future.result(0.0), TimeoutError);
  CHECK_THROWS_AS((void)future.exception(0.001), TimeoutError);
  CHECK_THROWS_WITH(future.result(-1.0), "");
  CHECK(future.set_running_or_notify_cancel());
  CHECK(future.running());
  CHECK_FALSE(future.cancel());
  CHECK_THROWS_WITH_AS((void)future.set_running_or_notify_cancel(), "Future in unexpected state", RuntimeError);
  future.set_result(42);
  CHECK(future.done());
  CHECK(future.result() == 42);
  CHECK(future.result(0.0) == 42);
  CHECK(future.exception() == nullptr);
  CHECK_FALSE(future.cancel());
  CHECK_FALSE(future.cancelled());
}

TEST_CASE("future: it ends once") {
  Program program;
  const Future<int> future;
  future.set_result(1);
  std::string words;
  try {
    future.set_result(2);
  } catch (const InvalidStateError& invalid) {
    words = invalid.what();
  }
  CHECK(words.rfind("FINISHED: <Future at 0x", 0) == 0);
  CHECK_THROWS_AS(future.set_exception(error("late")), InvalidStateError);
  CHECK(future.result() == 1);
  const Future<int> cancelled;
  cancelled.cancel();
  CHECK_THROWS_AS(cancelled.set_result(2), InvalidStateError);
}

TEST_CASE("future: finished with an exception") {
  Program program;
  const Future<std::string> future;
  future.set_exception(error("no luck"));
  CHECK_THROWS_WITH_AS(future.result(), "no luck", ValueError);
  CHECK_THROWS_WITH_AS(future.result(), "no luck", ValueError);
  CHECK(future.exception() != nullptr);
  CHECK_FALSE(future.cancelled());
}

TEST_CASE("future: cancelled") {
  Program program;
  const Future<int> future;
  CHECK(future.cancel());
  CHECK(future.cancel());
  CHECK(future.cancelled());
  CHECK(future.done());
  CHECK_THROWS_AS(future.result(), CancelledError);
  CHECK_THROWS_AS((void)future.exception(), CancelledError);
  CHECK(future.state().state() == State::Cancelled);
  CHECK_FALSE(future.set_running_or_notify_cancel());
  CHECK(future.state().state() == State::CancelledAndNotified);
  CHECK_THROWS_AS((void)future.set_running_or_notify_cancel(), RuntimeError);
  CHECK(future.cancel());
}

TEST_CASE("future: of nothing, and of what can only be moved") {
  Program program;
  const Future<void> nothing;
  nothing.set_result();
  nothing.result();
  const Future<std::unique_ptr<int>> movable;
  movable.set_result(std::make_unique<int>(3));
  CHECK(*movable.result() == 3);
  const Future<std::exception_ptr> strange;
  strange.set_result(error("a result"));
  CHECK(strange.exception() == nullptr);
  CHECK(strange.result() != nullptr);
}

TEST_CASE("future: callbacks, in order, once, also too late and in spite of each other") {
  Program program;
  std::vector<std::string> reports;
  program.registry->set_excepthook([&](const ExceptHookArgs&) { reports.push_back("reported"); });
  const Future<int> future;
  std::vector<int> called;
  future.add_done_callback([&](const Future<int>& done) {
    called.push_back(done.result());
    CHECK(done == future);
  });
  future.add_done_callback([](const Future<int>&) { throw ValueError("careless"); });
  future.add_done_callback([&](const Future<int>&) { called.push_back(2); });
  CHECK(called.empty());
  future.set_result(1);
  CHECK(called == std::vector{1, 2});
  CHECK(reports.size() == 1);
  future.add_done_callback([&](const Future<int>&) { called.push_back(3); });
  CHECK(called.back() == 3);
  const Future<int> cancelled;
  cancelled.add_done_callback([&](const Future<int>&) { called.push_back(4); });
  cancelled.cancel();
  cancelled.cancel();
  CHECK(called == std::vector{1, 2, 3, 4});
  CHECK_FALSE(cancelled.set_running_or_notify_cancel());
  CHECK(called.size() == 4);
}

TEST_CASE("future: threads wait for the result, whoever sets it") {
  Program program;
  const Future<int> future;
  std::atomic<int> sum{0};
  Threads threads(5, [&](int) { sum += future.result(3600.0); });
  sleep_for(0.003);
  future.set_result(7);
  threads.join();
  CHECK(sum == 35);
}

TEST_CASE("future: many are cancelled, set and waited for at the same time") {
  Program program;
  for (int round = 0; round < 200; ++round) {
    auto future = std::make_unique<Future<int>>();
    std::atomic<int> callbacks{0};
    future->add_done_callback([&](const Future<int>&) { ++callbacks; });
    std::atomic<int> winners{0};
    std::atomic<int> outcomes{0};
    Threads threads(4, [&, copy = *future](int i) {
      if (i == 0 && copy.cancel()) ++winners;
      if (i == 1) {
        try {
          copy.set_result(1);
          ++winners;
        } catch (const InvalidStateError&) {
        }
      }
      if (i >= 2) {
        try {
          copy.result();
          ++outcomes;
        } catch (const CancelledError&) {
          ++outcomes;
        }
      }
    });
    future.reset();
    threads.join();
    CHECK(winners == 1);
    CHECK(outcomes == 2);
    CHECK(callbacks == 1);
  }
}

TEST_CASE("wait: all completed") {
  Program program;
  std::vector<Future<int>> three{Future<int>(), Future<int>(), Future<int>()};
  three[0].set_result(1);
  auto [done, not_done] = wait(three, 0.002);
  CHECK(done == std::vector{three[0]});
  CHECK(not_done == std::vector{three[1], three[2]});
  Threads threads(1, [&](int) {
    sleep_for(0.002);
    three[1].set_result(2);
    three[2].set_exception(error("three"));
  });
  CHECK(wait(three).done.size() == 3);
  CHECK(wait(three, 0.0).not_done.empty());
  CHECK(wait(std::vector<Future<int>>()).done.empty());
  three.push_back(three[0]);
  CHECK(wait(three).done.size() == 3);  // a future given twice counts once
}

TEST_CASE("wait: first completed") {
  Program program;
  const std::vector<Future<int>> two{Future<int>(), Future<int>()};
  Threads threads(1, [&](int) {
    sleep_for(0.002);
    two[1].set_result(2);
  });
  const auto split = wait(two, {}, ReturnWhen::FirstCompleted);
  CHECK(split.done == std::vector{two[1]});
  CHECK(split.not_done == std::vector{two[0]});
  CHECK(wait(two, {}, ReturnWhen::FirstCompleted).done.size() == 1);
}

TEST_CASE("wait: first exception") {
  Program program;
  const std::vector<Future<int>> three{Future<int>(), Future<int>(), Future<int>()};
  three[0].set_result(1);
  CHECK(wait(three, 0.002, ReturnWhen::FirstException).done.size() == 1);
  three[1].set_exception(error("two"));
  CHECK(wait(three, {}, ReturnWhen::FirstException).done.size() == 2);
  // Without an exception it is all completed; a cancelled one is no exception.
  const std::vector<Future<int>> others{Future<int>(), Future<int>()};
  others[0].cancel();
  (void)others[0].set_running_or_notify_cancel();
  CHECK(wait(others, 0.002, ReturnWhen::FirstException).not_done.size() == 1);
  others[1].set_result(1);
  CHECK(wait(others, {}, ReturnWhen::FirstException).not_done.empty());
}

TEST_CASE("wait: a cancelled future counts once its executor knows") {
  Program program;
  const std::vector<Future<int>> one{Future<int>()};
  one[0].cancel();
  CHECK(wait(one, 0.002).not_done.size() == 1);
  (void)one[0].set_running_or_notify_cancel();
  CHECK(wait(one, 0.002).done.size() == 1);
}

TEST_CASE("as_completed: in the order in which they are done") {
  Program program;
  std::vector<Future<int>> futures(4);
  for (auto& future : futures) future = Future<int>();
  futures[2].set_result(2);
  Threads threads(1, [&](int) {
    for (const std::size_t i : {3, 0, 1}) {
      sleep_for(0.002);
      futures[i].set_result(static_cast<int>(i));
    }
  });
  std::vector<int> order;
  auto twice = futures;
  twice.insert(twice.end(), futures.begin(), futures.end());
  for (const auto& future : as_completed(twice)) order.push_back(future.result());
  CHECK(order == std::vector{2, 3, 0, 1});
}

TEST_CASE("as_completed: the time counts from the call") {
  Program program;
  std::vector<Future<int>> futures{Future<int>(), Future<int>(), Future<int>()};
  futures[1].set_result(1);
  auto completed = as_completed(futures, 0.005);
  CHECK(completed.next()->result() == 1);
  CHECK_THROWS_WITH_AS((void)completed.next(), "2 (of 3) futures unfinished", TimeoutError);
  auto none = as_completed(std::vector<Future<int>>());
  CHECK_FALSE(none.next().has_value());
}

TEST_CASE("future as a state machine: random operations agree with a sequential model") {
  Program program;
  std::mt19937 random(10);
  int wrong = 0;
  struct Counter final : FutureObserver {
    int settled_count = 0;
    bool with_failure = false;
    void settled(std::size_t, bool failed) noexcept override {
      ++settled_count;
      with_failure = failed;
    }
  };
  const auto raises = [](const auto& call) {
    try {
      call();
      return false;
    } catch (const StandardError&) {
      return true;
    }
  };
  for (int round = 0; round < 2000; ++round) {
    const Future<int> future;
    State state = State::Pending;
    bool failed = false;
    int added = 0;
    int called = 0;
    std::vector<std::shared_ptr<Counter>> observers;
    const auto is_done = [&] { return state != State::Pending && state != State::Running; };
    const auto is_settled = [&] { return state == State::Finished || state == State::CancelledAndNotified; };
    for (int step = 0; step < 12; ++step) {
      const bool was_done = is_done();
      switch (random() % 7) {
        case 0: {
          const bool expected = state != State::Running && state != State::Finished;
          if (future.cancel() != expected) ++wrong;
          if (state == State::Pending) state = State::Cancelled;
          break;
        }
        case 1: {
          bool started = false;
          const bool raised = raises([&] { started = future.set_running_or_notify_cancel(); });
          if (raised == (state == State::Pending || state == State::Cancelled)) ++wrong;
          if (started != (state == State::Pending)) ++wrong;
          if (state == State::Cancelled) state = State::CancelledAndNotified;
          if (state == State::Pending) state = State::Running;
          break;
        }
        case 2:
        case 3: {
          const bool with_error = random() % 2 == 0;
          const bool raised = raises([&] { with_error ? future.set_exception(error("")) : future.set_result(5); });
          if (raised != was_done) ++wrong;
          if (was_done) break;
          state = State::Finished;
          failed = with_error;
          break;
        }
        case 4:
          future.add_done_callback([&](const Future<int>&) { ++called; });
          ++added;
          break;
        case 5: {
          auto observer = std::make_shared<Counter>();
          bool seen_failed = false;
          if (future.state().observe(observer, 0, seen_failed) == is_settled()) ++wrong;
          if (is_settled()) {
            if (seen_failed != failed) ++wrong;
          } else {
            observers.push_back(std::move(observer));
          }
          break;
        }
        case 6:
          if (observers.empty() || is_settled()) break;
          future.state().forget(*observers.back());
          if (observers.back()->settled_count != 0) ++wrong;
          observers.pop_back();
          break;
      }
      if (future.state().state() != state || future.done() != is_done()) ++wrong;
      if (future.running() != (state == State::Running)) ++wrong;
      if (called != (is_done() ? added : 0)) ++wrong;
      for (const auto& observer : observers) {
        if (observer->settled_count != (is_settled() ? 1 : 0)) ++wrong;
        if (observer->with_failure != (is_settled() && failed)) ++wrong;
      }
      if (raises([&] { (void)future.result(0.0); }) != !(state == State::Finished && !failed)) {
        ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
}

// Futures that are settled at random; after each step all three conditions of wait() are asked, and
// an as_completed() that goes on all the while.
TEST_CASE("wait and as_completed: random operations agree with a sequential model") {
  constexpr std::size_t kFutures = 4;
  Program program;
  std::mt19937 random(13);
  int wrong = 0;
  for (int round = 0; round < 500; ++round) {
    std::vector<Future<int>> futures(kFutures);
    if (round % 3 == 0) futures.push_back(futures[1]);  // given twice, it counts once
    std::vector<State> states(kFutures, State::Pending);
    std::vector<bool> failed(kFutures);
    std::deque<std::size_t> arrived;  // settled, and not given by as_completed() yet
    std::size_t left = kFutures;
    auto completed = as_completed(futures, 0.0);
    for (int step = 0; step < 16; ++step) {
      const std::size_t which = random() % kFutures;
      State& state = states[which];
      switch (random() % 5) {
        case 0:
          (void)futures[which].cancel();
          if (state == State::Pending) state = State::Cancelled;
          break;
        case 1:
          if (state != State::Pending && state != State::Cancelled) break;
          (void)futures[which].set_running_or_notify_cancel();
          if (state == State::Cancelled) arrived.push_back(which);
          state = state == State::Pending ? State::Running : State::CancelledAndNotified;
          break;
        case 2:
        case 3:
          if (state != State::Pending && state != State::Running) break;
          failed[which] = random() % 3 == 0;
          if (failed[which]) {
            futures[which].set_exception(error("no"));
          } else {
            futures[which].set_result(static_cast<int>(which));
          }
          state = State::Finished;
          arrived.push_back(which);
          break;
        case 4:
          try {
            const auto next = completed.next();
            if (next.has_value() != (left > 0)) ++wrong;
            if (!next) break;
            if (arrived.empty() || !(*next == futures[arrived.front()])) ++wrong;
            if (!arrived.empty()) arrived.pop_front();
            --left;
          } catch (const TimeoutError& late) {
            if (!arrived.empty() || left == 0) ++wrong;
            if (late.what() != std::to_string(left) + " (of 4) futures unfinished") ++wrong;
          }
          break;
      }
      for (const auto when : {ReturnWhen::FirstCompleted, ReturnWhen::FirstException, ReturnWhen::AllCompleted}) {
        const auto split = wait(futures, 0.0, when);
        std::vector<Future<int>> done, not_done;
        for (std::size_t i = 0; i < kFutures; ++i) {
          const bool settled = states[i] == State::Finished || states[i] == State::CancelledAndNotified;
          (settled ? done : not_done).push_back(futures[i]);
        }
        if (split.done != done || split.not_done != not_done) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace threadbook::runtime
