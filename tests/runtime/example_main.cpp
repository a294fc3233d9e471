// A program that uses the thread runtime without Python: it counts the words of some pages, as the
// first chapters of the book do with Python's threads.
//
// A producer puts pages into a Queue, workers take them out and count, a pool does the sums, and
// the main thread waits for all of it. What it prints does not depend on who was quicker.
#include <cstdio>
#include <map>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

#include "runtime/barrier.h"
#include "runtime/lock.h"
#include "runtime/queue.h"
#include "runtime/this_thread.h"
#include "runtime/thread.h"
#include "runtime/thread_pool_executor.h"
#include "runtime/timer.h"

namespace rt = threadbook::runtime;

namespace {

const std::vector<std::string> kPages = {
    "a thread is a flow of control",
    "a lock lets one thread in",
    "a queue hands things from one thread to another",
    "a barrier lets all go at once",
};

using Counts = std::map<std::string, int>;

// Three workers share a queue, and a dictionary behind a lock.
Counts count_words() {
  constexpr int kWorkers = 3;
  rt::Queue<std::string> pages(2);
  rt::Lock lock;
  Counts counts;
  rt::Barrier ready(kWorkers, [] { std::puts("the workers are ready"); });

  std::vector<rt::ThreadPtr> workers;
  for (int i = 0; i < kWorkers; ++i) {
    workers.push_back(rt::Thread::create({.target = [&] {
      ready.wait();
      try {
        for (;;) {
          std::istringstream words(pages.get());
          for (std::string word; words >> word;) {
            std::lock_guard guard(lock);
            ++counts[word];
          }
          pages.task_done();
        }
      } catch (const rt::ShutDown&) {
        // No more pages.
      }
    }}));
    workers.back()->start();
  }
  for (const std::string& page : kPages) pages.put(page);
  pages.join();
  pages.shutdown();
  for (const auto& worker : workers) worker->join();
  return counts;
}

}  // namespace

int main() {
  // Should it ever hang, it says so.
  const auto alarm =
      rt::Timer::create(60.0, [] { std::puts("this takes too long"); }, {.name = "alarm", .daemon = true});
  alarm->start();

  const Counts counts = count_words();
  for (const char* const word : {"a", "thread", "one"}) {
    std::printf("%s: %d\n", word, counts.at(word));
  }

  rt::ThreadPoolExecutor pool({.max_workers = 2, .thread_name_prefix = "sums"});
  const auto length = [](const std::string& page) { return static_cast<int>(page.size()); };
  int total = 0;
  for (const int characters : pool.map(length, kPages)) total += characters;
  std::printf("%d characters\n", total);

  const auto impossible = pool.submit([]() -> int { throw rt::ValueError("no such page"); });
  try {
    impossible.result();
  } catch (const rt::ValueError& error) {
    std::printf("as expected: %s\n", error.what());
  }

  pool.shutdown();
  alarm->cancel();
  alarm->join();
  std::printf("%zu thread left\n", rt::active_count());
  rt::default_registry()->shutdown();
  return 0;
}
