#include "runtime/thread_pool_executor.h"

#include <doctest/doctest.h>

#include <atomic>
#include <list>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/event.h"
#include "runtime/local.h"
#include "runtime/this_thread.h"

namespace threadbook::runtime {
namespace {

TEST_CASE("executor: what is submitted is done") {
  Program program;
  ThreadPoolExecutor pool({.max_workers = 2});
  CHECK(pool.submit([] { return 6 * 7; }).result() == 42);
  CHECK(pool.submit([](int a, const std::string& b) { return b + std::to_string(a); }, 3, "n").result() == "n3");
  std::atomic<bool> called{false};
  pool.submit([&] { called = true; }).result();
  CHECK(called);
  auto owned = std::make_unique<int>(5);
  CHECK(*pool.submit([](std::unique_ptr<int> p) { return p; }, std::move(owned)).result() == 5);
  const auto failed = pool.submit([]() -> int { throw ValueError("no"); });
  CHECK_THROWS_WITH_AS(failed.result(), "no", ValueError);
  CHECK(pool.submit([] { return 1; }).result() == 1);  // the thread lives on
}

TEST_CASE("executor: arguments") {
  Program program;
  CHECK_THROWS_WITH_AS(ThreadPoolExecutor({.max_workers = 0}), "max_workers must be greater than 0", ValueError);
  CHECK_THROWS_WITH_AS(ThreadPoolExecutor({.max_workers = -1}), "max_workers must be greater than 0", ValueError);
}

TEST_CASE("executor: threads are started when they are needed, named and numbered") {
  Program program;
  ThreadPoolExecutor pool({.max_workers = 3, .thread_name_prefix = "mill"});
  CHECK(active_count() == 1);
  const auto name = [] { return current_thread()->name(); };
  CHECK(pool.submit(name).result() == "mill_0");
  CHECK(active_count() == 2);
  Event go;
  std::vector<Future<std::string>> futures;
  for (int i = 0; i < 6; ++i) {
    futures.push_back(pool.submit([&] {
      go.wait();
      return current_thread()->name();
    }));
  }
  CHECK(active_count() == 4);
  go.set();
  std::set<std::string> names;
  for (const auto& future : futures) names.insert(future.result());
  for (const auto& used : names) CHECK((used == "mill_0" || used == "mill_1" || used == "mill_2"));
  ThreadPoolExecutor unnamed;
  CHECK(unnamed.submit(name).result().rfind("ThreadPoolExecutor-", 0) == 0);
}

TEST_CASE("executor: work is taken up in order, and cancelled before it is") {
  Program program;
  Event go;
  ThreadPoolExecutor pool({.max_workers = 1});
  std::vector<int> order;
  const auto first = pool.submit([&] { go.wait(); });
  std::vector<Future<void>> futures;
  for (int i = 0; i < 5; ++i) futures.push_back(pool.submit([&, i] { order.push_back(i); }));
  while (!first.running()) sleep_for(0.0);
  CHECK_FALSE(first.cancel());
  CHECK(futures[1].cancel());
  CHECK(futures[3].cancel());
  go.set();
  const auto split = wait(futures);
  CHECK(split.done.size() == 5);
  CHECK(order == std::vector{0, 2, 4});
  CHECK_THROWS_AS(futures[1].result(), CancelledError);
}

TEST_CASE("executor: map gives results in the order of the arguments") {
  Program program;
  ThreadPoolExecutor pool({.max_workers = 4});
  std::vector<int> results;
  for (const int square : pool.map(
           [](int x) {
             sleep_for(std::chrono::microseconds((7 - x) * 100));
             return x * x;
           },
           std::vector{1, 2, 3, 4, 5})) {
    results.push_back(square);
  }
  CHECK(results == std::vector{1, 4, 9, 16, 25});
  // As many as the shortest range has.
  std::vector<std::string> words;
  for (const auto& word : pool.map(
           {.chunksize = 3}, [](const std::string&a, int b) { return a + std::to_string(b); },
           std::list<std::string>{"a", "b", "c"}, std::vector{1, 2})) {
    words.push_back(word);
  }
  CHECK(words == std::vector<std::string>{"a1", "b2"});
  auto none = pool.map([](int x) { return x; }, std::vector<int>());
  CHECK_FALSE(none.has_next());
}

TEST_CASE("executor: map raises what a call raised, at its turn, and cancels the rest") {
  Program program;
  ThreadPoolExecutor pool({.max_workers = 1});
  std::atomic<int> calls{0};
  Event go;
  auto results = pool.map(
      [&](int x) {
        ++calls;
        if (x == 1) throw ValueError("one");
        if (x == 2) go.wait();
        return x;
      },
      std::vector{0, 1, 2, 3, 4, 5});
  CHECK(results.next() == 0);
  while (calls < 3) sleep_for(0.0);
  CHECK_THROWS_WITH_AS(results.next(), "one", ValueError);
  CHECK_FALSE(results.has_next());
  go.set();
  pool.shutdown();
  CHECK(calls == 3);
}

TEST_CASE("executor: map's timeout counts from the call") {
  Program program;
  Event go;
  ThreadPoolExecutor pool({.max_workers = 1});
  auto results = pool.map(
      {.timeout = 0.02},
      [&](int x) {
        if (x == 1) go.wait();
        return x;
      },
      std::vector{0, 1, 2});
  CHECK(results.next() == 0);
  CHECK_THROWS_AS(results.next(), TimeoutError);
  CHECK_FALSE(results.has_next());
  go.set();
}

TEST_CASE("executor: results of map that nobody wants are not worked out") {
  Program program;
  Event go;
  ThreadPoolExecutor pool({.max_workers = 1});
  std::atomic<int> calls{0};
  {
    const auto unwanted = pool.map(
        [&](int) {
          ++calls;
          go.wait();
          return 0;
        },
        std::vector{1, 2, 3});
    while (calls < 1) sleep_for(0.0);
  }
  go.set();
  pool.shutdown();
  CHECK(calls == 1);
}

TEST_CASE("executor: after shutdown nothing can be submitted, and what was is done") {
  Program program;
  std::atomic<int> calls{0};
  ThreadPoolExecutor pool({.max_workers = 2});
  for (int i = 0; i < 10; ++i) {
    pool.submit([&] {
      sleep_for(0.0005);
      ++calls;
    });
  }
  pool.shutdown();
  CHECK(calls == 10);
  CHECK(active_count() == 1);
  CHECK_THROWS_WITH_AS(pool.submit([] {}), "cannot schedule new futures after shutdown", RuntimeError);
  pool.shutdown();
  pool.shutdown(false, true);
}

TEST_CASE("executor: shutdown may cancel what has not begun, and need not wait") {
  Program program;
  Event go;
  ThreadPoolExecutor pool({.max_workers = 1});
  const auto first = pool.submit([&] { go.wait(); });
  while (!first.running()) sleep_for(0.0);
  const auto second = pool.submit([] { return 1; });
  pool.shutdown(false, true);
  CHECK(second.cancelled());
  CHECK(second.state().state() == FutureState::State::CancelledAndNotified);
  CHECK_FALSE(first.done());
  go.set();
  first.result();
  pool.shutdown();
}

TEST_CASE("executor: the destructor finishes the work") {
  Program program;
  std::atomic<int> calls{0};
  {
    ThreadPoolExecutor pool({.max_workers = 2});
    for (int i = 0; i < 8; ++i) {
      pool.submit([&] {
        sleep_for(0.0005);
        ++calls;
      });
    }
  }
  CHECK(calls == 8);
  CHECK(active_count() == 1);
}

TEST_CASE("executor: an initializer runs first in every thread") {
  Program program;
  Local<int> ready;
  ThreadPoolExecutor pool({.max_workers = 3, .initializer = [&] { *ready = 1; }});
  for (const int is_ready : pool.map([&](int) { return *ready; }, std::vector<int>(20))) {
    CHECK(is_ready == 1);
  }
}

TEST_CASE("executor: an initializer that fails breaks the pool") {
  Program program;
  std::atomic<int> reports{0};
  program.registry->set_excepthook([&](const ExceptHookArgs&) { ++reports; });
  Event go;
  ThreadPoolExecutor pool({.max_workers = 1, .initializer = [&] {
                             go.wait();
                             throw ValueError("no start");
                           }});
  const auto first = pool.submit([] { return 1; });
  const auto second = pool.submit([] { return 2; });
  const auto cancelled = pool.submit([] { return 3; });
  cancelled.cancel();
  go.set();
  const char* const words = "A thread initializer failed, the thread pool is not usable anymore";
  CHECK_THROWS_WITH_AS(first.result(), words, BrokenThreadPool);
  CHECK_THROWS_WITH_AS(second.result(), words, BrokenExecutor);
  CHECK_THROWS_AS(cancelled.result(), CancelledError);
  CHECK_THROWS_WITH_AS(pool.submit([] {}), words, BrokenThreadPool);
  pool.shutdown();
  CHECK(reports == 1);
}

TEST_CASE("executor: the end of its program ends it, the work done") {
  std::unique_ptr<ThreadPoolExecutor> pool;
  std::atomic<int> calls{0};
  {
    Program program;
    pool = std::make_unique<ThreadPoolExecutor>(ThreadPoolOptions{.max_workers = 2});
    for (int i = 0; i < 6; ++i) {
      pool->submit([&] {
        sleep_for(0.0005);
        ++calls;
      });
    }
    program.registry->join_non_daemon_threads();
    CHECK(calls == 6);
    CHECK_THROWS_WITH_AS(pool->submit([] {}), "cannot schedule new futures after interpreter shutdown", RuntimeError);
    CHECK_THROWS_WITH_AS(ThreadPoolExecutor(), "can't register atexit after shutdown", RuntimeError);
  }
  pool.reset();
}

TEST_CASE("executor: a stop ends its threads, and nobody waits for what they will not do") {
  Future<void> running;
  Future<int> queued;
  {
    Program program;
    ThreadPoolExecutor pool({.max_workers = 1});
    running = pool.submit([] { sleep_for(3600.0); });
    queued = pool.submit([] { return 1; });
    while (!running.running()) sleep_for(0.0);
    program.registry->request_stop();
  }
  CHECK(running.done());
  CHECK(queued.cancelled());
  CHECK_THROWS_AS(running.result(), ThreadStopped);
}

TEST_CASE("executor: many threads submit, cancel and wait; every call is made once or never") {
  constexpr int kCalls = 300;
  Program program;
  std::atomic<int> calls{0};
  std::atomic<int> cancelled{0};
  std::atomic<int> finished{0};
  {
    ThreadPoolExecutor pool({.max_workers = 3});
    Threads(3, [&](int me) {
      std::mt19937 random(static_cast<unsigned>(me));
      std::vector<Future<int>> futures;
      for (int i = 0; i < kCalls; ++i) {
        futures.push_back(pool.submit([&, i] {
          ++calls;
          return i;
        }));
        if (random() % 4 == 0) futures[random() % futures.size()].cancel();
      }
      for (const auto& future : as_completed(futures)) {
        future.cancelled() ? ++cancelled : ++finished;
      }
    });
  }
  CHECK(calls == finished);
  CHECK(finished + cancelled == 3 * kCalls);
}

// A pool of one thread is a list of calls done in order, with some taken out.
TEST_CASE("executor: random operations agree with a sequential model") {
  std::mt19937 random(11);
  int wrong = 0;
  for (int round = 0; round < 150; ++round) {
    Program program;
    Event go;
    std::vector<int> done;
    std::vector<int> expected;
    std::vector<bool> is_cancelled;
    std::vector<Future<void>> futures;
    bool shut_down = false;
    {
      ThreadPoolExecutor pool({.max_workers = 1});
      const auto gate = pool.submit([&] { go.wait(); });
      while (!gate.running()) sleep_for(0.0);
      for (int step = 0; step < 20; ++step) {
        const auto what = random() % 10;
        if (what < 6) {
          const int number = static_cast<int>(futures.size());
          try {
            futures.push_back(pool.submit([&done, number] { done.push_back(number); }));
            is_cancelled.push_back(false);
            if (shut_down) ++wrong;
          } catch (const RuntimeError&) {
            if (!shut_down) ++wrong;
          }
        } else if (what < 9) {
          if (futures.empty()) continue;
          const std::size_t which = random() % futures.size();
          if (!futures[which].cancel()) ++wrong;
          is_cancelled[which] = true;
        } else if (step > 10) {
          const bool cancel = random() % 2 == 0;
          pool.shutdown(false, cancel);
          shut_down = true;
          if (cancel) is_cancelled.assign(is_cancelled.size(), true);
        }
      }
      go.set();
    }
    for (std::size_t i = 0; i < futures.size(); ++i) {
      if (!is_cancelled[i]) expected.push_back(static_cast<int>(i));
      if (futures[i].cancelled() != is_cancelled[i] || !futures[i].done()) ++wrong;
    }
    if (done != expected) ++wrong;
  }
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace threadbook::runtime
