#include "runtime/registry.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/lock.h"
#include "runtime/this_thread.h"
#include "runtime/worker_pool.h"

namespace threadbook::runtime {
namespace {

using namespace std::chrono_literals;

TEST_CASE("registry: shutdown joins threads that are no daemons, also those started meanwhile") {
  const auto registry = Registry::create();
  MainThreadScope scope(registry);
  std::atomic<int> ended{0};
  const auto parent = Thread::create({.target = [&] {
    const auto child = Thread::create({.target = [&] {
      sleep_for(5ms);
      ++ended;
    }});
    sleep_for(5ms);
    child->start();
    ++ended;
  }});
  parent->start();
  registry->shutdown();
  CHECK(ended == 2);
  CHECK(registry->active_count() == 1);
}

TEST_CASE("registry: shutdown stops daemons after the others have ended") {
  const auto registry = Registry::create();
  MainThreadScope scope(registry);
  std::atomic<bool> worker_ended{false};
  std::atomic<bool> daemon_saw_worker_end{false};
  std::atomic<bool> daemon_unwound{false};
  const auto daemon = Thread::create({.target =
                                          [&] {
                                            try {
                                              sleep_for(3600.0);
                                            } catch (const ThreadStopped&) {
                                              daemon_saw_worker_end = worker_ended.load();
                                              daemon_unwound = true;
                                              throw;
                                            }
                                          },
                                      .daemon = true});
  const auto worker = Thread::create({.target = [&] {
    sleep_for(10ms);
    worker_ended = true;
  }});
  daemon->start();
  worker->start();
  registry->shutdown();
  CHECK(daemon_unwound);
  CHECK(daemon_saw_worker_end);
  CHECK_FALSE(daemon->is_alive());
}

TEST_CASE("registry: with the joining of the others, the main thread counts as ended") {
  const auto registry = Registry::create();
  MainThreadScope scope(registry);
  bool main_alive = true;
  std::size_t count = 0;
  const auto last = Thread::create({.target = [&] {
    main_thread()->join();
    main_alive = main_thread()->is_alive();
    count = active_count();
  }});
  last->start();
  CHECK(main_thread()->is_alive());
  registry->join_non_daemon_threads();
  CHECK_FALSE(main_alive);
  CHECK(count == 2);  // the main thread stays listed, as in CPython
  CHECK(registry->stop_all_threads());
}

TEST_CASE("registry: a stop ends whatever a thread waits for") {
  Program program;
  Lock lock;
  lock.acquire();
  Completion never;
  const auto blocked = Thread::create({.target = [&] { (void)wait_or_throw(never, Deadline::never()); }});
  std::vector<ThreadPtr> threads{blocked,
                                 Thread::create({.target = [] { sleep_for(3600.0); }}),
                                 Thread::create({.target = [&] { lock.acquire(); }}),
                                 Thread::create({.target = [&] { lock.acquire(true, 3600.0); }}),
                                 Thread::create({.target = [&] { blocked->join(); }}),
                                 Thread::create({.target = [&] { blocked->join(3600.0); }}),
                                 Thread::create({.target =
                                                     [] {
                                                       while (!stop_requested()) {
                                                       }
                                                       check_stop();
                                                     }}),
                                 Thread::create({.target = [] {
                                   // Told once, told again: catching it does not help.
                                   for (int i = 0; i < 3; ++i) {
                                     try {
                                       sleep_for(3600.0);
                                     } catch (const ThreadStopped&) {
                                     }
                                   }
                                 }})};
  std::atomic<int> reports{0};
  program.registry->set_excepthook([&](const ExceptHookArgs&) { ++reports; });
  for (const auto& thread : threads) thread->start();
  CHECK(program.registry->stop_all_threads());
  for (const auto& thread : threads) CHECK_FALSE(thread->is_alive());
  CHECK(reports == 0);
  CHECK(program.registry->is_stopping());
  // The main thread was told as well.
  CHECK(stop_requested());
  CHECK_THROWS_AS(sleep_for(3600.0), ThreadStopped);
  CHECK_THROWS_AS(sleep_for(0.0), ThreadStopped);
  CHECK_THROWS_AS(lock.acquire(), ThreadStopped);
  lock.release();
}

TEST_CASE("registry: after a stop no thread starts") {
  Program program;
  const auto thread = Thread::create({.target = [] {}});
  program.registry->request_stop();
  CHECK_THROWS_WITH_AS(thread->start(), "can't create new thread at interpreter shutdown", RuntimeError);
  CHECK_FALSE(thread->is_alive());
  CHECK_FALSE(thread->ident().has_value());
  CHECK_THROWS_AS(thread->join(), RuntimeError);
  CHECK(active_count() == 1);
}

// Stops at every moment of a thread's life: before it begins, while it goes to wait, while it
// waits, while it starts others. A missed stop hangs here.
TEST_CASE("registry: a stop is never missed") {
  for (int round = 0; round < 200; ++round) {
    const auto registry = Registry::create();
    const Launch launch = WorkerPool::process().run([registry] {
      MainThreadScope scope(registry);
      Lock lock;
      lock.acquire();
      try {
        for (int i = 0; i < 3; ++i) {
          Thread::create({.target = [] { sleep_for(3600.0); }})->start();
          const auto locker = Thread::create({.target = [&] { lock.acquire(true, 3600.0); }});
          locker->start();
          if (i == 2) locker->join();
        }
      } catch (const ThreadStopped&) {
      } catch (const RuntimeError&) {  // start() while stopping
      }
      // The lock may go only after the threads that wait for it.
      registry->stop_all_threads();
    });
    REQUIRE(launch.error == 0);
    const Deadline moment = Deadline::after(round * 3000);
    while (!moment.has_passed()) cpu_relax();
    registry->request_stop();
    while (!registry->snapshot().empty() || registry.use_count() > 1) sleep_for(0.0);
  }
}

TEST_CASE("registry: programs do not see each other") {
  Program program;
  const auto outer = current_thread();
  CHECK(Thread::create({})->name() == "Thread-1");
  {
    Program inner;
    CHECK(current_thread() != outer);
    CHECK(main_thread() == inner.registry->main_thread());
    CHECK(active_count() == 1);
    CHECK(Thread::create({})->name() == "Thread-1");
    const auto guest = Thread::create({.target = [] {}, .registry = program.registry});
    CHECK(guest->name() == "Thread-2");
    guest->start();
    guest->join();
    inner.registry->request_stop();
    CHECK(stop_requested());
  }
  CHECK(current_thread() == outer);
  CHECK_FALSE(stop_requested());
}

TEST_CASE("registry: who has ended is told once, the latest if there are too many, and how many more there were") {
  Program program;
  program.registry->keep_ended(3);
  const auto run_one = [&](std::string name) {
    const auto thread =
        Thread::create({.target = [] { current_thread()->record().set_line(7); }, .name = std::move(name)});
    thread->start();
    thread->join();
    // join() returns when a thread has ended for the program; its record is given back a moment later.
    while (program.registry->snapshot().size() > 1) sleep_for(0.0);
  };
  run_one("first");
  EndedThreads ended = program.registry->take_ended();
  REQUIRE(ended.threads.size() == 1);
  CHECK(ended.threads[0].name == "first");
  CHECK(ended.threads[0].line == 7);
  CHECK(ended.forgotten == 0);
  CHECK(program.registry->take_ended().threads.empty());

  for (const char* name : {"a", "b", "c", "d", "e"}) run_one(name);
  ended = program.registry->take_ended();
  CHECK(ended.forgotten == 2);
  REQUIRE(ended.threads.size() == 3);
  CHECK(ended.threads[0].name == "c");
  CHECK(ended.threads[2].name == "e");
}

TEST_CASE("registry: a snapshot tells who is there") {
  Program program;
  Completion go;
  const auto thread = Thread::create({.target =
                                          [&] {
                                            current_thread()->record().set_activity(7);
                                            current_thread()->record().set_line(42);
                                            (void)wait(go, Deadline::never());
                                          },
                                      .name = "worker",
                                      .daemon = true});
  CHECK(program.registry->snapshot().size() == 1);
  thread->start();
  while (thread->record().snapshot()->line != 42) sleep_for(0.0);
  const auto snapshots = program.registry->snapshot();
  REQUIRE(snapshots.size() == 2);
  CHECK(snapshots[0].name == "MainThread");
  CHECK(snapshots[0].ident == main_thread()->ident());
  CHECK_FALSE(snapshots[0].daemon);
  CHECK(snapshots[1].name == "worker");
  CHECK(snapshots[1].ident == thread->ident());
  CHECK(snapshots[1].native_id == thread->native_id());
  CHECK(snapshots[1].daemon);
  CHECK(snapshots[1].activity == 7);
  CHECK(snapshots[1].line == 42);
  thread->set_name("renamed");
  CHECK(program.registry->snapshot()[1].name == "renamed");
  thread->set_name(std::string(kRecordedNameCapacity - 1, 'x') + "é");
  CHECK(program.registry->snapshot()[1].name == std::string(kRecordedNameCapacity - 1, 'x'));
  go.complete();
  thread->join();
  CHECK(program.registry->snapshot().size() == 1);
}

TEST_CASE("registry: snapshots and signals while threads come and go") {
  constexpr std::uint32_t kOwnBit = 1u << 7;
  Program program;
  std::atomic<bool> done{false};
  std::vector<ThreadPtr> threads;
  for (int i = 0; i < 3; ++i) {
    threads.push_back(Thread::create({.target =
                                          [&] {
                                            while (!done) {
                                              const auto child =
                                                  Thread::create({.target =
                                                                      [] {
                                                                        current_thread()->record().set_line(3);
                                                                        current_thread()->set_name("good name");
                                                                      },
                                                                  .name = "good name too"});
                                              child->start();
                                              child->join();
                                            }
                                          },
                                      .name = "parent"}));
    threads.back()->start();
  }
  int strange = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto snapshots = program.registry->snapshot();
    for (const auto& snapshot : snapshots) {
      if (snapshot.name != "MainThread" && snapshot.name != "parent" && snapshot.name != "good name" &&
          snapshot.name != "good name too") {
        ++strange;
      }
      if (snapshot.line != 0 && snapshot.line != 3) ++strange;
    }
    if (!std::is_sorted(snapshots.begin(), snapshots.end(),
                        [](const auto& a, const auto& b) { return a.serial < b.serial; })) {
      ++strange;
    }
    program.registry->signal_all(kOwnBit, i % 2 == 0);
  }
  done = true;
  for (const auto& thread : threads) thread->join();
  CHECK(strange == 0);
  CHECK((this_thread_signals()->load() & kOwnBit) != 0);
  CHECK_FALSE(stop_requested());
}

TEST_CASE("registry: the excepthook can be looked at, and put back") {
  Program program;
  CHECK_FALSE(program.registry->excepthook());
  int calls = 0;
  program.registry->set_excepthook([&](const ExceptHookArgs&) { ++calls; });
  const ExceptHook hook = program.registry->excepthook();
  program.registry->set_excepthook(nullptr);
  CHECK_FALSE(program.registry->excepthook());
  program.registry->set_excepthook(hook);
  program.registry->report_exception({nullptr, current_thread()});
  CHECK(calls == 1);
}

TEST_CASE("registry: the stack size of threads to come") {
  Program program;
  CHECK(stack_size() == 0);
  CHECK(stack_size(1 << 20) == 0);
  CHECK(stack_size() == 1 << 20);
  CHECK_THROWS_WITH_AS(stack_size(-1), "size must be 0 or a positive value", ValueError);
  CHECK_THROWS_WITH_AS(stack_size(4096), "size not valid: 4096 bytes", ValueError);
  CHECK(stack_size() == 1 << 20);
  // More stack than a thread has by default.
  stack_size(64 << 20);
  std::atomic<bool> ran{false};
  const auto deep = Thread::create({.target = [&] {
    volatile char large[32 << 20];
    for (std::size_t i = 0; i < sizeof large; i += 4096) large[i] = 1;
    ran = large[0] == 1;
  }});
  deep->start();
  deep->join();
  CHECK(ran);
  CHECK(stack_size(0) == 64 << 20);
  CHECK(Registry::create()->stack_size() == 0);
}

TEST_CASE("registry: calls at shutdown, the last registered first, before threads are waited for") {
  Program program;
  std::vector<int> calls;
  Completion go;
  program.registry->at_shutdown([&] {
    calls.push_back(1);
    go.complete();
  });
  const std::uint64_t number = program.registry->at_shutdown([&] { calls.push_back(2); });
  program.registry->at_shutdown([&] { throw ValueError("reported"); });
  program.registry->at_shutdown([&] { calls.push_back(3); });
  program.registry->forget_at_shutdown(number);
  program.registry->forget_at_shutdown(number);
  int reports = 0;
  program.registry->set_excepthook([&](const ExceptHookArgs&) { ++reports; });
  const auto thread = Thread::create({.target = [&] { (void)wait(go, Deadline::never()); }});
  thread->start();
  program.registry->join_non_daemon_threads();
  CHECK(calls == std::vector{3, 1});
  CHECK(reports == 1);
  CHECK_FALSE(thread->is_alive());
  CHECK_THROWS_WITH_AS(program.registry->at_shutdown([] {}), "can't register atexit after shutdown", RuntimeError);
  program.registry->join_non_daemon_threads();
  CHECK(calls.size() == 2);
}

}  // namespace
}  // namespace threadbook::runtime
