#include "runtime/queue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/this_thread.h"
#include "virtual_thread.h"

namespace threadbook::runtime {
namespace {

TEST_CASE("queue: first in, first out; last in, first out; least first") {
  Queue<int> fifo;
  LifoQueue<int> lifo;
  PriorityQueue<int> priority;
  PriorityQueue<int, std::greater<int>> reversed;
  SimpleQueue<int> simple;
  for (const int item : {3, 1, 2}) {
    fifo.put(item);
    lifo.put(item);
    priority.put(item);
    reversed.put(item);
    simple.put(item);
  }
  const auto drain = [](auto& queue) {
    std::vector<int> items;
    while (!queue.empty()) items.push_back(queue.get());
    return items;
  };
  CHECK(drain(fifo) == std::vector{3, 1, 2});
  CHECK(drain(lifo) == std::vector{2, 1, 3});
  CHECK(drain(priority) == std::vector{1, 2, 3});
  CHECK(drain(reversed) == std::vector{3, 2, 1});
  CHECK(drain(simple) == std::vector{3, 1, 2});
}

TEST_CASE("queue: full and empty") {
  Queue<int> queue(2);
  CHECK(queue.maxsize() == 2);
  CHECK(queue.empty());
  CHECK_FALSE(queue.full());
  CHECK_THROWS_AS(queue.get_nowait(), Empty);
  CHECK_THROWS_AS(queue.get(false), Empty);
  CHECK_THROWS_AS(queue.get(true, 0.001), Empty);
  CHECK_THROWS_AS(queue.get(true, 0.0), Empty);
  CHECK_THROWS_WITH(queue.get(false), "");
  queue.put(1);
  queue.put_nowait(2);
  CHECK(queue.full());
  CHECK(queue.qsize() == 2);
  CHECK_THROWS_AS(queue.put_nowait(3), Full);
  CHECK_THROWS_AS(queue.put(3, false), Full);
  CHECK_THROWS_AS(queue.put(3, true, 0.001), Full);
  CHECK_THROWS_WITH(queue.put(3, false), "");
  CHECK(queue.qsize() == 2);
  CHECK(queue.get() == 1);
  CHECK_FALSE(queue.full());
  Queue<int> unlimited(-3);
  CHECK_FALSE(unlimited.full());
}

TEST_CASE("queue: negative timeouts") {
  Queue<int> queue(1);
  const char* const words = "'timeout' must be a non-negative number";
  CHECK_THROWS_WITH_AS(queue.get(true, -1.0), words, ValueError);
  CHECK_THROWS_WITH_AS(queue.put(1, true, -1.0), words, ValueError);
  CHECK_THROWS_AS(queue.get(false, -1.0), Empty);  // not looked at without block
  queue.put(1, false, -1.0);
  CHECK_THROWS_WITH_AS(queue.get(true, -1.0), words, ValueError);
  Queue<int> unlimited;
  unlimited.put(1, true, -1.0);  // nor by a queue that is never full
  SimpleQueue<int> simple;
  CHECK_THROWS_WITH_AS(simple.get(true, -0.5), words, ValueError);
  queue.shutdown();
  CHECK_THROWS_AS(queue.put(1, true, -1.0), ShutDown);
}

TEST_CASE("queue: items that can only be moved") {
  Queue<std::unique_ptr<int>> queue(1);
  queue.put(std::make_unique<int>(5));
  auto refused = std::make_unique<int>(6);
  CHECK(queue.try_put(refused) == QueueResult::NotNow);
  CHECK(refused != nullptr);
  CHECK(*queue.get() == 5);
}

TEST_CASE("queue: a get waits for a put, a put for a get") {
  Program program;
  Queue<int> queue(1);
  std::atomic<int> got{0};
  Threads consumer(1, [&](int) {
    for (int i = 0; i < 3; ++i) got += queue.get(true, 3600.0);
  });
  for (const int item : {1, 10, 100}) queue.put(item, true, 3600.0);
  consumer.join();
  CHECK(got == 111);
}

TEST_CASE("queue: task_done and join") {
  Program program;
  Queue<int> queue;
  queue.join();
  CHECK_THROWS_WITH_AS(queue.task_done(), "task_done() called too many times", ValueError);
  std::atomic<int> done{0};
  for (int i = 0; i < 20; ++i) queue.put(i);
  CHECK(queue.unfinished_tasks() == 20);
  Threads workers(3, [&](int) {
    for (;;) {
      const int item = queue.get();
      if (item < 0) return;
      sleep_for(0.0001);
      ++done;
      queue.task_done();
    }
  });
  queue.join();
  CHECK(done == 20);
  CHECK_THROWS_AS(queue.task_done(), ValueError);
  for (int i = 0; i < 3; ++i) queue.put(-1);
}

TEST_CASE("queue: shut down, what is there can still be got") {
  Queue<int> queue(2);
  queue.put(1);
  queue.put(2);
  CHECK_FALSE(queue.is_shutdown());
  queue.shutdown();
  queue.shutdown();
  CHECK(queue.is_shutdown());
  CHECK_THROWS_AS(queue.put(3), ShutDown);
  CHECK_THROWS_AS(queue.put_nowait(3), ShutDown);
  CHECK(queue.get() == 1);
  CHECK_THROWS_AS(queue.put(3, true, 0.1), ShutDown);
  CHECK(queue.get_nowait() == 2);
  CHECK_THROWS_AS(queue.get(), ShutDown);
  CHECK_THROWS_AS(queue.get_nowait(), ShutDown);
  CHECK_THROWS_WITH(queue.get(), "");
  queue.task_done();
  queue.task_done();
  queue.join();
}

TEST_CASE("queue: an immediate shutdown drops the items and lets joiners go") {
  Program program;
  const auto alive = std::make_shared<int>(0);
  Queue<std::shared_ptr<int>> queue;
  queue.put(alive);
  queue.put(alive);
  queue.put(alive);
  (void)queue.get();
  std::atomic<bool> joined{false};
  Threads joiner(1, [&](int) {
    queue.join();
    joined = true;
  });
  queue.shutdown(true);
  CHECK(alive.use_count() == 1);
  CHECK(queue.qsize() == 0);
  CHECK(queue.unfinished_tasks() == 1);  // the one that was got
  sleep_for(0.002);
  CHECK_FALSE(joined);
  queue.task_done();
  joiner.join();
  CHECK(joined);
}

TEST_CASE("queue: a shutdown reaches everybody who waits") {
  Program program;
  Queue<int> empty;
  Queue<int> full(1);
  full.put(1);
  std::atomic<int> shut_down{0};
  Threads threads(8, [&](int i) {
    try {
      i % 2 == 0 ? (void)empty.get() : full.put(2);
    } catch (const ShutDown&) {
      ++shut_down;
    }
  });
  sleep_for(0.005);
  empty.shutdown();
  full.shutdown();
  threads.join();
  CHECK(shut_down == 8);
  CHECK(full.get() == 1);
}

TEST_CASE("queue: every item arrives once, between impatient producers and consumers") {
  constexpr int kItems = 2000;
  constexpr int kProducers = 3;
  Program program;
  Queue<int> queue(4);
  std::atomic<std::int64_t> put{0};
  std::atomic<std::int64_t> got{0};
  std::atomic<int> count{0};
  Threads consumers(3, [&](int i) {
    std::mt19937 random(static_cast<unsigned>(i));
    for (;;) {
      try {
        got += i == 0 ? queue.get() : queue.get(true, std::chrono::microseconds(random() % 100));
        ++count;
        queue.task_done();
      } catch (const Empty&) {
      } catch (const ShutDown&) {
        return;
      }
    }
  });
  Threads producers(kProducers, [&](int i) {
    std::mt19937 random(static_cast<unsigned>(i));
    for (int item = 1; item <= kItems;) {
      try {
        if (i == 0) {
          queue.put(item);
        } else {
          queue.put(item, true, std::chrono::microseconds(random() % 100));
        }
        put += item++;
      } catch (const Full&) {
      }
    }
  });
  producers.join();
  queue.join();
  queue.shutdown();
  consumers.join();
  CHECK(count == kItems * kProducers);
  CHECK(got == put);
}

TEST_CASE("queue: a stop ends every wait and loses no item") {
  Program program;
  Queue<int> empty;
  Queue<int> full(1);
  full.put(7);
  std::atomic<int> stopped{0};
  for (int i = 0; i < 6; ++i) {
    Thread::create({.target = [&, i] {
      try {
        if (i % 3 == 0) (void)empty.get();
        if (i % 3 == 1) full.put(i);
        if (i % 3 == 2) full.join();
      } catch (const ThreadStopped&) {
        ++stopped;
        throw;
      }
    }})->start();
  }
  CHECK(program.registry->stop_all_threads());
  CHECK(stopped == 6);
  CHECK(full.qsize() == 1);
  CHECK(full.get(false) == 7);
  empty.put(1);
  CHECK(empty.get(false) == 1);
}

TEST_CASE("queue: a look at all the items") {
  PriorityQueue<int> queue;
  for (const int item : {3, 1, 2}) queue.put(item);
  int sum = 0;
  queue.for_each([&](const int& item) { sum += item; });
  CHECK(sum == 6);
}

// What a container and a door should do, in the plainest words.
template <class Queue, class Take>
int run_queue_model(unsigned seed, Take take_from) {
  constexpr std::size_t kThreads = 4;
  constexpr std::int64_t kMaxsize = 3;
  std::mt19937 random(seed);
  int wrong = 0;
  for (int program = 0; program < 1000; ++program) {
    Queue queue(program % 4 == 0 ? 0 : kMaxsize);
    VirtualThread threads[kThreads];
    // The doors, modelled: who stands there, first come first, and who was called.
    struct Place {
      std::deque<std::size_t> line;
      std::vector<bool> called = std::vector<bool>(kThreads);
      void call_first() {
        if (line.empty()) return;
        called[line.front()] = true;
        line.pop_front();
      }
      void call_all() {
        while (!line.empty()) call_first();
      }
    };
    Place places[3];
    QueueState::Door* const doors[] = {&queue.items(), &queue.room(), &queue.all_done()};
    std::vector<int> at(kThreads, -1);  // at which door each thread stands
    std::vector<int> items;
    std::int64_t unfinished = 0;
    bool shut_down = false;
    const auto is_open = [&](int door) {
      if (door == 0) return !items.empty() || shut_down;
      if (door == 1) {
        return queue.maxsize() <= 0 || std::ssize(items) < queue.maxsize() || shut_down;
      }
      return unfinished == 0;
    };
    for (int step = 0; step < 60; ++step) {
      const std::size_t who = random() % kThreads;
      switch (random() % 12) {
        case 0:
        case 1:
        case 2: {  // put
          int item = static_cast<int>(random() % 100);
          const QueueResult expected = shut_down    ? QueueResult::ShutDown
                                       : is_open(1) ? QueueResult::Done
                                                    : QueueResult::NotNow;
          if (queue.try_put(item) != expected) ++wrong;
          if (expected != QueueResult::Done) break;
          items.push_back(item);
          ++unfinished;
          places[0].call_first();
          break;
        }
        case 3:
        case 4:
        case 5: {  // get
          std::optional<int> item;
          const QueueResult expected = !items.empty() ? QueueResult::Done
                                       : shut_down    ? QueueResult::ShutDown
                                                      : QueueResult::NotNow;
          if (queue.try_get(item) != expected) ++wrong;
          if (expected != QueueResult::Done) break;
          if (item != take_from(items)) ++wrong;
          places[1].call_first();
          break;
        }
        case 6:  // task_done
          if (unfinished == 0) break;
          queue.task_done();
          if (--unfinished == 0) places[2].call_all();
          break;
        case 7: {  // shutdown, seldom
          if (random() % 8 != 0) break;
          const bool immediate = random() % 2 == 0;
          queue.shutdown(immediate);
          shut_down = true;
          if (immediate) {
            unfinished -= std::min<std::int64_t>(unfinished, std::ssize(items));
            items.clear();
            if (unfinished == 0) places[2].call_all();
          }
          places[0].call_all();
          places[1].call_all();
          break;
        }
        case 8: {  // leave
          if (at[who] < 0) break;
          Place& place = places[at[who]];
          if (!doors[at[who]]->withdraw(threads[who].waiter)) ++wrong;
          std::erase(place.line, who);
          if (place.called[who] && is_open(at[who])) place.call_first();
          place.called[who] = false;
          at[who] = -1;
          break;
        }
        default: {  // wait, or look again
          if (at[who] < 0) at[who] = static_cast<int>(random() % 3);
          Place& place = places[at[who]];
          const bool through = is_open(at[who]);
          if (doors[at[who]]->try_or_enqueue(threads[who].waiter) != through) ++wrong;
          const auto found = std::find(place.line.begin(), place.line.end(), who);
          if (through) {
            if (found != place.line.end()) place.line.erase(found);
            at[who] = -1;
          } else if (found == place.line.end()) {
            place.line.insert(place.called[who] ? place.line.begin() : place.line.end(), who);
          }
          place.called[who] = false;
        }
      }
      if (queue.qsize() != std::ssize(items) || queue.unfinished_tasks() != unfinished) ++wrong;
      for (std::size_t i = 0; i < kThreads; ++i) {
        const bool called = at[i] >= 0 && places[at[i]].called[i];
        if (threads[i].waiter.is_notified() != called) ++wrong;
      }
    }
    for (std::size_t i = 0; i < kThreads; ++i) {
      if (at[i] >= 0) (void)doors[at[i]]->withdraw(threads[i].waiter);
    }
  }
  return wrong;
}

TEST_CASE("queue as a state machine: random operations agree with a sequential model") {
  const auto take = [](std::vector<int>& items, auto place) {
    const int item = *place;
    items.erase(place);
    return item;
  };
  CHECK(run_queue_model<Queue<int>>(7, [&](auto& items) { return take(items, items.begin()); }) == 0);
  CHECK(run_queue_model<LifoQueue<int>>(8, [&](auto& items) { return take(items, items.end() - 1); }) == 0);
  CHECK(run_queue_model<PriorityQueue<int>>(
            9, [&](auto& items) { return take(items, std::min_element(items.begin(), items.end())); }) == 0);
}

TEST_CASE("simple queue as a state machine: random operations agree with a sequential model") {
  constexpr std::size_t kThreads = 4;
  std::mt19937 random(12);
  int wrong = 0;
  for (int program = 0; program < 1000; ++program) {
    SimpleQueue<int> queue;
    VirtualThread threads[kThreads];
    std::deque<int> items;
    std::deque<std::size_t> line;  // at the door, first come first
    std::vector<bool> stands(kThreads);
    std::vector<bool> called(kThreads);
    const auto call_first = [&] {
      if (line.empty()) return;
      called[line.front()] = true;
      line.pop_front();
    };
    for (int step = 0; step < 50; ++step) {
      const std::size_t who = random() % kThreads;
      switch (random() % 5) {
        case 0: {
          const int item = static_cast<int>(random() % 100);
          queue.put(item);
          items.push_back(item);
          call_first();
          break;
        }
        case 1: {
          std::optional<int> item;
          const QueueResult result = queue.try_get(item);
          if (result != (items.empty() ? QueueResult::NotNow : QueueResult::Done)) ++wrong;
          if (items.empty()) break;
          if (item != items.front()) ++wrong;
          items.pop_front();
          break;
        }
        case 2:
          try {
            const int item = random() % 2 == 0 ? queue.get(false) : queue.get_nowait();
            if (items.empty() || item != items.front()) ++wrong;
            if (!items.empty()) items.pop_front();
          } catch (const Empty&) {
            if (!items.empty()) ++wrong;
          }
          break;
        case 3:  // wait at the door, or look again
          if (queue.items().try_or_enqueue(threads[who].waiter) != !items.empty()) ++wrong;
          if (!items.empty()) {
            std::erase(line, who);
          } else if (!stands[who] || called[who]) {
            line.insert(called[who] ? line.begin() : line.end(), who);
          }
          stands[who] = items.empty();
          called[who] = false;
          break;
        case 4:  // leave
          if (!stands[who]) break;
          if (!queue.items().withdraw(threads[who].waiter)) ++wrong;
          std::erase(line, who);
          if (called[who] && !items.empty()) call_first();
          stands[who] = called[who] = false;
          break;
      }
      if (queue.qsize() != std::ssize(items) || queue.empty() != items.empty()) ++wrong;
      for (std::size_t i = 0; i < kThreads; ++i) {
        if (threads[i].waiter.is_notified() != called[i]) ++wrong;
      }
    }
    for (auto& thread : threads) (void)queue.items().withdraw(thread.waiter);
  }
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace threadbook::runtime
