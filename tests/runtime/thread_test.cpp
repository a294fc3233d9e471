#include "runtime/thread.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/lock.h"
#include "runtime/this_thread.h"

namespace threadbook::runtime {
namespace {

using namespace std::chrono_literals;

TEST_CASE("thread: start, run, join") {
  Program program;
  bool ran = false;
  const auto thread = Thread::create({.target = [&] { ran = true; }});
  CHECK_FALSE(thread->is_alive());
  CHECK_FALSE(ran);
  thread->start();
  CHECK(thread->join());
  CHECK(ran);
  CHECK_FALSE(thread->is_alive());
  CHECK(thread->join());
  CHECK(thread->join(0.0));
}

TEST_CASE("thread: without a target it does nothing") {
  Program program;
  const auto thread = Thread::create({});
  thread->start();
  CHECK(thread->join());
}

struct Keywords {
  int times = 1;
  std::string separator = ", ";
};

std::string repeated;
void repeat(const std::string& word, Keywords keywords) {
  repeated.clear();
  for (int i = 0; i < keywords.times; ++i) repeated += (i == 0 ? "" : keywords.separator) + word;
}

TEST_CASE("thread: args are a tuple, kwargs a struct") {
  Program program;
  const auto thread = Thread::create(ThreadOptions{
      .target = repeat, .target_name = "repeat", .args = std::tuple("ho"), .kwargs = Keywords{.times = 3}});
  CHECK(thread->name() == "Thread-1 (repeat)");
  thread->start();
  thread->join();
  CHECK(repeated == "ho, ho, ho");

  int sum = 0;
  const auto adder = Thread::create(ThreadOptions{
      .target = [&sum](int a, std::unique_ptr<int> b) { sum = a + *b; },
      .args = std::tuple(1, std::make_unique<int>(2)),  // what can only be moved is moved
  });
  adder->start();
  adder->join();
  CHECK(sum == 3);

  const auto group = Thread::create({.group = nullptr, .target = [] {}});
  group->start();
  group->join();
}

TEST_CASE("thread: the target and its arguments are let go after the run") {
  Program program;
  const auto held = std::make_shared<int>(5);
  const auto thread = Thread::create({.target = [held] {}});
  CHECK(held.use_count() > 1);
  thread->start();
  thread->join();
  CHECK(held.use_count() == 1);
}

class Greeter : public Thread {
 public:
  explicit Greeter(std::string whom) : Thread({.name = "greeter"}), whom_(std::move(whom)) {}
  void run() override { greeting_ = "hello " + whom_; }
  [[nodiscard]] const std::string& greeting() const { return greeting_; }

 private:
  std::string whom_;
  std::string greeting_;
};

TEST_CASE("thread: run may be overridden in a subclass") {
  Program program;
  const auto greeter = std::make_shared<Greeter>("world");
  CHECK(greeter->name() == "greeter");
  greeter->start();
  greeter->join();
  CHECK(greeter->greeting() == "hello world");
}

TEST_CASE("thread: run called directly runs on the caller, and start after it runs nothing") {
  Program program;
  ThreadPtr seen;
  int runs = 0;
  const auto thread = Thread::create({.target = [&] {
    ++runs;
    seen = current_thread();
  }});
  thread->run();
  CHECK(runs == 1);
  CHECK(seen == main_thread());
  CHECK_FALSE(thread->is_alive());
  thread->run();
  thread->start();
  thread->join();
  CHECK(runs == 1);
}

TEST_CASE("thread: it can only be started once") {
  Program program;
  Completion go;
  const auto thread = Thread::create({.target = [&] { (void)wait(go, Deadline::never()); }});
  thread->start();
  CHECK_THROWS_WITH_AS(thread->start(), "threads can only be started once", RuntimeError);
  go.complete();
  thread->join();
  CHECK_THROWS_WITH_AS(thread->start(), "threads can only be started once", RuntimeError);
}

TEST_CASE("thread: of several that start it, one succeeds") {
  Program program;
  std::atomic<int> runs{0};
  std::atomic<int> refusals{0};
  const auto contested = Thread::create({.target = [&] { ++runs; }});
  std::vector<ThreadPtr> starters;
  for (int i = 0; i < 4; ++i) {
    starters.push_back(Thread::create({.target = [&] {
      try {
        contested->start();
      } catch (const RuntimeError&) {
        ++refusals;
      }
    }}));
    starters.back()->start();
  }
  for (const auto& starter : starters) starter->join();
  contested->join();
  CHECK(runs == 1);
  CHECK(refusals == 3);
}

TEST_CASE("thread: it must be shared to be started") {
  Program program;
  Thread thread({.target = [] {}});
  CHECK_THROWS_AS(thread.start(), std::bad_weak_ptr);
  CHECK_FALSE(thread.is_alive());
}

TEST_CASE("thread: nobody has to keep it while it runs") {
  Program program;
  Completion done;
  auto thread = Thread::create({.target = [&] { done.complete(); }});
  const std::weak_ptr<Thread> weak = thread;
  thread->start();
  thread.reset();
  (void)wait(done, Deadline::never());
  while (!weak.expired()) sleep_for(0.0);  // it goes as soon as its OS thread lets go of it
  CHECK(active_count() == 1);
}

TEST_CASE("thread: what cannot be joined") {
  Program program;
  const auto thread = Thread::create({.target = [] {}});
  CHECK_THROWS_WITH_AS(thread->join(), "cannot join thread before it is started", RuntimeError);
  CHECK_THROWS_WITH_AS(thread->join(0.1), "cannot join thread before it is started", RuntimeError);
  CHECK_THROWS_WITH_AS(current_thread()->join(), "cannot join current thread", RuntimeError);

  std::string message;
  const auto narcissus = Thread::create({.target = [&] {
    try {
      current_thread()->join();
    } catch (const RuntimeError& error) {
      message = error.what();
    }
  }});
  narcissus->start();
  narcissus->join();
  CHECK(message == "cannot join current thread");
}

TEST_CASE("thread: join with a timeout") {
  Program program;
  Completion go;
  const auto thread = Thread::create({.target = [&] { (void)wait(go, Deadline::never()); }});
  thread->start();
  const Nanoseconds start = monotonic_now();
  CHECK_FALSE(thread->join(20ms));
  CHECK(monotonic_now() - start >= 20'000'000);
  CHECK(thread->is_alive());
  CHECK_FALSE(thread->join(0.0));
  CHECK_FALSE(thread->join(-5.0));  // counts as 0
  CHECK_THROWS_AS(thread->join(1e30), OverflowError);
  CHECK_THROWS_AS(thread->join(std::nan("")), ValueError);
  go.complete();
  CHECK(thread->join(3600.0));
}

TEST_CASE("thread: many may join one") {
  Program program;
  Completion go;
  const auto thread = Thread::create({.target = [&] { (void)wait(go, Deadline::never()); }});
  thread->start();
  std::atomic<int> joined{0};
  std::vector<ThreadPtr> joiners;
  for (int i = 0; i < 5; ++i) {
    joiners.push_back(Thread::create({.target = [&] {
      thread->join();
      if (!thread->is_alive()) ++joined;
    }}));
    joiners.back()->start();
  }
  go.complete();
  for (const auto& joiner : joiners) joiner->join();
  CHECK(joined == 5);
}

TEST_CASE("thread: ident and native_id") {
  Program program;
  std::optional<std::uint64_t> ident_inside;
  std::optional<std::uint64_t> native_id_inside;
  const auto thread = Thread::create({.target = [&] {
    ident_inside = current_thread()->ident();
    native_id_inside = thread_native_id();
  }});
  CHECK_FALSE(thread->ident().has_value());
  CHECK_FALSE(thread->native_id().has_value());
  thread->start();
  const auto ident = thread->ident();
  const auto native_id = thread->native_id();
  CHECK(ident.value_or(0) != 0);
  CHECK(native_id.value_or(0) != 0);
  thread->join();
  CHECK(ident_inside == ident);
  CHECK(native_id_inside == native_id);
  CHECK(thread->ident() == ident);  // kept after the end, as in CPython
  CHECK(thread->native_id() == native_id);
  CHECK(main_thread()->native_id() == thread_native_id());
}

TEST_CASE("thread: live threads have different identifiers") {
  Program program;
  Completion go;
  std::vector<ThreadPtr> threads;
  std::set<std::uint64_t> idents{*current_thread()->ident()};
  std::set<std::uint64_t> native_ids{*current_thread()->native_id()};
  for (int i = 0; i < 8; ++i) {
    threads.push_back(Thread::create({.target = [&] { (void)wait(go, Deadline::never()); }}));
    threads.back()->start();
    idents.insert(threads.back()->ident().value());
    native_ids.insert(threads.back()->native_id().value());
  }
  CHECK(idents.size() == 9);
  CHECK(native_ids.size() == 9);
  go.complete();
  for (const auto& thread : threads) thread->join();
}

TEST_CASE("thread: names") {
  Program program;
  const auto first = Thread::create({});
  const auto named = Thread::create({.name = "worker"});
  const auto second = Thread::create({.target = [] {}, .target_name = "task"});
  CHECK(first->name() == "Thread-1");
  CHECK(named->name() == "worker");
  CHECK(second->name() == "Thread-2 (task)");
  CHECK(main_thread()->name() == "MainThread");
  named->set_name("renamed");
  CHECK(named->name() == "renamed");
}

TEST_CASE("thread: daemon") {
  Program program;
  const auto plain = Thread::create({});
  CHECK_FALSE(plain->daemon());
  plain->set_daemon(true);
  CHECK(plain->daemon());
  const auto daemon = Thread::create({.daemon = true});
  CHECK(daemon->daemon());
  plain->start();
  plain->join();
  CHECK_THROWS_WITH_AS(plain->set_daemon(false), "cannot set daemon status of active thread", RuntimeError);
  CHECK_THROWS_WITH_AS(main_thread()->set_daemon(true), "cannot set daemon status of active thread", RuntimeError);
  CHECK_FALSE(main_thread()->daemon());
}

TEST_CASE("thread: daemon is inherited from the creating thread") {
  Program program;
  for (const bool daemon : {false, true}) {
    ThreadPtr child;
    ThreadPtr contrary;
    const auto parent = Thread::create({.target =
                                            [&] {
                                              child = Thread::create({});
                                              contrary = Thread::create({.daemon = !daemon});
                                            },
                                        .daemon = daemon});
    parent->start();
    parent->join();
    CHECK(child->daemon() == daemon);
    CHECK(contrary->daemon() != daemon);
  }
}

TEST_CASE("thread: current_thread, main_thread, enumerate, active_count") {
  Program program;
  CHECK(current_thread() == program.registry->main_thread());
  CHECK(main_thread() == current_thread());
  CHECK(main_thread()->is_alive());
  CHECK(enumerate() == std::vector{main_thread()});
  Completion go;
  ThreadPtr seen;
  ThreadPtr main_seen;
  const auto thread = Thread::create({.target = [&] {
    seen = current_thread();
    main_seen = main_thread();
    (void)wait(go, Deadline::never());
  }});
  CHECK(active_count() == 1);
  thread->start();
  CHECK(enumerate() == std::vector{main_thread(), thread});
  CHECK(active_count() == 2);
  go.complete();
  thread->join();
  CHECK(active_count() == 1);
  CHECK(seen == thread);
  CHECK(main_seen == main_thread());
}

TEST_CASE("thread: an OS thread that is not ours becomes a dummy") {
  const auto registry = default_registry();
  const std::size_t before = registry->active_count();
  ThreadPtr dummy;
  std::thread([&] {
    dummy = current_thread();
    CHECK(current_thread() == dummy);
    CHECK(dummy->name().starts_with("Dummy-"));
    CHECK(dummy->daemon());
    CHECK(dummy->is_alive());
    CHECK(dummy->native_id() == thread_native_id());
    CHECK(registry->active_count() == before + 1);
    CHECK_THROWS_WITH_AS(dummy->start(), "threads can only be started once", RuntimeError);
    CHECK_THROWS_WITH_AS(dummy->set_daemon(false), "cannot set daemon status of active thread", RuntimeError);
  }).join();
  CHECK_THROWS_WITH_AS(dummy->join(), "cannot join a dummy thread", AssertionError);
  CHECK(registry->active_count() == before);
  CHECK_FALSE(dummy->is_alive());
}

TEST_CASE("thread: an exception ends its thread and nothing else") {
  Program program;
  Lock lock;
  std::vector<std::string> reports;
  program.registry->set_excepthook([&](const ExceptHookArgs& args) {
    std::lock_guard guard(lock);
    try {
      std::rethrow_exception(args.exception);
    } catch (const std::exception& error) {
      reports.push_back(args.thread->name() + ": " + error.what());
    }
  });
  const auto thread = Thread::create({.target = [] { throw ValueError("no good"); }, .name = "unlucky"});
  thread->start();
  thread->join();
  CHECK_FALSE(thread->is_alive());
  CHECK(reports == std::vector<std::string>{"unlucky: no good"});
  // A hook that fails is reported on stderr, and the thread still ends.
  program.registry->set_excepthook([](const ExceptHookArgs&) { throw ValueError("nor this"); });
  const auto second = Thread::create({.target = [] { throw 5; }, .name = "expected on stderr"});
  second->start();
  CHECK(second->join());
}

TEST_CASE("thread: a sleep lasts at least as long as it says, and others run meanwhile") {
  Program program;
  CHECK_THROWS_WITH_AS(sleep_for(-1.0), "sleep length must be non-negative", ValueError);
  CHECK_THROWS_AS(sleep_for(1e30), OverflowError);
  sleep_for(0.0);
  const Nanoseconds start = monotonic_now();
  std::vector<ThreadPtr> threads;
  std::atomic<int> short_sleeps{0};
  for (int i = 0; i < 5; ++i) {
    threads.push_back(Thread::create({.target = [&] {
      const Nanoseconds before = monotonic_now();
      sleep_for(50ms);
      if (monotonic_now() - before < 50'000'000) ++short_sleeps;
    }}));
    threads.back()->start();
  }
  for (const auto& thread : threads) thread->join();
  CHECK(short_sleeps == 0);
  CHECK(monotonic_now() - start >= 50'000'000);
}

TEST_CASE("thread: a thousand at once, or as many as a page holds") {
  const int many = sizeof(void*) == 8 ? 1000 : 40;
  Program program;
  Completion go;
  std::atomic<int> ran{0};
  std::vector<ThreadPtr> threads;
  for (int i = 0; i < many; ++i) {
    threads.push_back(Thread::create({.target = [&] {
      (void)wait(go, Deadline::never());
      ++ran;
    }}));
    threads.back()->start();
  }
  CHECK(active_count() == static_cast<std::size_t>(many) + 1);
  CHECK(program.registry->snapshot().size() == static_cast<std::size_t>(many) + 1);
  go.complete();
  for (const auto& thread : threads) thread->join();
  CHECK(ran == many);
  CHECK(active_count() == 1);
}

}  // namespace
}  // namespace threadbook::runtime
