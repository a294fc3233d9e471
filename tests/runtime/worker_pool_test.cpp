// The process's threads: kept, made ahead, handed over. The pool is one for the process, so other
// tests' threads are among those that are idle here.
#include "runtime/worker_pool.h"

#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <vector>

#include "program.h"
#include "runtime/barrier.h"
#include "runtime/this_thread.h"
#include "runtime/thread.h"

namespace threadbook::runtime {
namespace {

WorkerPool& pool() { return WorkerPool::process(); }

// Has threads made ahead while it lives.
struct Ready {
  Ready(std::size_t now, std::size_t later) { pool().keep_ready(now, later); }
  ~Ready() { pool().keep_ready(0, 0); }
};

TEST_CASE("worker pool: threads that ended are used again") {
  constexpr std::size_t kThreads = 4;
  Program program;
  const auto cycle = [&] {
    std::vector<ThreadPtr> threads;
    Completion go;
    for (std::size_t i = 0; i < kThreads; ++i) {
      threads.push_back(Thread::create({.target = [&] { (void)wait(go, Deadline::never()); }}));
      threads.back()->start();
    }
    go.complete();
    for (const auto& thread : threads) thread->join();
  };
  cycle();
  const std::size_t before = WorkerPool::process().thread_count();
  for (int i = 0; i < 200; ++i) cycle();
  // A joined thread's OS thread may be on its way to the pool when the next cycle needs one.
  CHECK(WorkerPool::process().thread_count() <= before + kThreads);
}

TEST_CASE("worker pool: every job runs once, from many threads at a time") {
  constexpr int kThreads = 4;
  constexpr int kJobs = 500;
  Program program;
  std::atomic<int> ran{0};
  std::vector<ThreadPtr> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.push_back(Thread::create({.target = [&] {
      for (int job = 0; job < kJobs; ++job) {
        const auto done = std::make_shared<Completion>();
        const auto launch = WorkerPool::process().run([&ran, done] {
          ++ran;
          done->complete();
        });
        if (launch.error == 0) (void)wait(*done, Deadline::never());
      }
    }}));
    threads.back()->start();
  }
  for (const auto& thread : threads) thread->join();
  CHECK(ran == kThreads * kJobs);
}

TEST_CASE("worker pool: threads that were made ahead are idle and take the next jobs") {
  constexpr std::size_t kAhead = 6;
  Program program;
  const Ready ready(kAhead, 0);
  while (pool().idle_count() < kAhead) sleep_for(0.001);
  Completion go;
  std::vector<std::shared_ptr<Completion>> done;
  for (std::size_t i = 0; i < kAhead; ++i) {
    done.push_back(std::make_shared<Completion>());
    const auto launch = pool().run([&go, ended = done.back()] {
      (void)wait(go, Deadline::never());
      ended->complete();
    });
    CHECK(launch.error == 0);
    CHECK(launch.idle);
  }
  go.complete();
  for (const auto& each : done) (void)wait(*each, Deadline::never());
}

TEST_CASE("worker pool: a thread on its way takes a job, and others are made in its place") {
  constexpr int kRounds = 20, kTogether = 12;
  Program program;
  for (int round = 0; round < kRounds; ++round) {
    const Ready ready(3, 3);
    // All must be there at the same time: a job that waits for a thread that does not come would
    // hold up the others.
    Barrier together(kTogether + 1);
    std::vector<ThreadPtr> threads;
    for (int i = 0; i < kTogether; ++i) {
      threads.push_back(Thread::create({.target = [&] { together.wait(); }}));
      threads.back()->start();
    }
    together.wait();
    for (const auto& thread : threads) thread->join();
  }
}

TEST_CASE("worker pool: every job runs once, while threads are made ahead") {
  constexpr int kThreads = 4, kJobs = 300;
  Program program;
  std::atomic<int> ran{0};
  const Ready ready(2, 2);
  std::vector<ThreadPtr> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.push_back(Thread::create({.target = [&] {
      for (int job = 0; job < kJobs; ++job) {
        const auto done = std::make_shared<Completion>();
        const auto launch = pool().run([&ran, done] {
          ++ran;
          done->complete();
        });
        if (launch.error == 0) (void)wait(*done, Deadline::never());
      }
    }}));
    threads.back()->start();
  }
  for (const auto& thread : threads) thread->join();
  CHECK(ran == kThreads * kJobs);
}

TEST_CASE("worker pool: start says whether the thread has begun or is on its way") {
  Program program;
  const auto thread = Thread::create({.target = [] {}});
  const bool here = thread->start();
  if (!here) (void)wait(thread->begun(), Deadline::never());
  thread->join();
  CHECK(thread->begun().is_done());
}

}  // namespace
}  // namespace threadbook::runtime
