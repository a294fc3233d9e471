// Executors: what one decides (who runs, what time it is, who is told), seen from a program.
#include "python/vm/executor.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "explore/executor/deterministic_executor.h"
#include "explore/executor/round_robin.h"
#include "python/run.h"
#include "python/vm/observer.h"

namespace threadbook::python {
namespace {

RunOptions round_robin(std::uint64_t seed) {
  RunOptions options;
  options.executor = explore::executor_in_turn(seed);
  return options;
}

std::string output_of(Run& run) {
  run.wait();
  std::vector<OutputChunk> chunks;
  while (run.take_output(chunks)) {
  }
  std::string text;
  for (const OutputChunk& chunk : chunks) text += chunk.text;
  return text;
}

std::string output_of(std::string_view source, RunOptions options) {
  return output_of(*Run::start(source, std::move(options)));
}

// Keeps what it is told.
class Recorder final : public Observer {
 public:
  std::uint32_t happened(const Event& event) noexcept override {
    std::lock_guard guard(mutex_);
    events_.push_back(event);
    os_threads_.insert(std::this_thread::get_id());
    return 1;  // of everything
  }
  // How often, of what a thread that waits for it shows.
  std::size_t count(EventKind kind, ThreadActivity what) const {
    return static_cast<std::size_t>(std::count_if(
        events_.begin(), events_.end(), [&](const Event& event) { return event.kind == kind && event.what == what; }));
  }
  const std::vector<Event>& events() const { return events_; }
  // How many OS threads have told.
  std::size_t os_threads() const { return os_threads_.size(); }

 private:
  std::mutex mutex_;
  std::vector<Event> events_;
  std::set<std::thread::id> os_threads_;
};

constexpr std::string_view kCounting = R"(
import threading
count = 0
def add():
    global count
    for _ in range(100):
        seen = count
        int(1)
        count = seen + 1
threads = [threading.Thread(target=add) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(count)
)";

TEST_CASE("an executor of one OS thread runs all of a program's threads") {
  // In turn, after every call: of three that read the same number, and write it back one larger, one counts.
  CHECK(output_of(kCounting, round_robin(1)) == output_of(kCounting, round_robin(1)));
  CHECK(std::stoi(output_of(kCounting, round_robin(1))) < 300);

  Recorder recorder;
  RunOptions options = round_robin(1);
  options.observer = std::shared_ptr<Observer>(std::shared_ptr<void>(), &recorder);
  output_of(kCounting, options);
  CHECK(recorder.count(EventKind::Began, ThreadActivity::Running) == 4);
  CHECK(recorder.os_threads() == 1);
}

TEST_CASE("an executor has the clock: hours of sleep and of waiting are over at once") {
  const auto begin = std::chrono::steady_clock::now();
  CHECK(output_of(R"(
import queue, threading, time
begin, wall = time.monotonic(), time.time()
time.sleep(3600)
print(round(time.monotonic() - begin), round(time.time() - wall), round(time.perf_counter() - begin))
lock = threading.Lock()
lock.acquire()
print(lock.acquire(timeout=3600), threading.Event().wait(1800), round(time.monotonic() - begin))
try:
    queue.Queue().get(timeout=60)
except queue.Empty:
    print(round(time.monotonic() - begin))
order = []
def sleep(span):
    time.sleep(span)
    order.append(span)
threads = [threading.Thread(target=sleep, args=(span,)) for span in (300, 100, 200)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(order, round(time.monotonic() - begin))
)",
                  round_robin(1)) == "3600 3600 3600\nFalse False 9000\n9060\n[100, 200, 300] 9360\n");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::minutes(30));  // of two and a half hours
}

TEST_CASE("a run can be the same run again") {
  constexpr std::string_view kNumbers = R"(
import os, random, threading, uuid
class A: pass
objects = [A() for _ in range(20)]
print(objects, set(objects), [id(o) for o in objects], [hash(o) for o in objects])
print(random.random(), random.getrandbits(100), os.urandom(8), uuid.uuid4(), os.getpid())
threads = [threading.Thread(target=lambda: print(threading.get_ident(), threading.get_native_id())) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(threads, threading.Lock(), threading.RLock(), print, objects.append, {len, print, A, abs})
import gc
del objects[3:]
gc.collect()
others = [A() for _ in range(30)]
print(len({id(o) for o in objects + others}), [id(o) for o in objects], set(others))
)";
  const std::string first = output_of(kNumbers, round_robin(7));
  CHECK(first == output_of(kNumbers, round_robin(7)));
  CHECK(first != output_of(kNumbers, round_robin(8)));
  CHECK(first.find("\n33 ") != std::string::npos);
  // The live executor's is another one each time.
  CHECK(output_of("import os\nprint(os.urandom(16))\n", {}) != output_of("import os\nprint(os.urandom(16))\n", {}));
}

TEST_CASE("the executor of one OS thread can be stopped and interrupted, whatever its threads wait for") {
  for (const std::string_view wait : {"threading.Lock().acquire() or lock.acquire()", "spin()", "event.wait()"}) {
    CAPTURE(wait);
    const std::string source =
        "import threading\nlock = threading.Lock(); lock.acquire()\nevent = threading.Event()\n"
        "def spin():\n    while True: pass\n"
        "threading.Thread(target=event.wait, daemon=True).start()\n"
        "try:\n    print('ready')\n    " +
        std::string(wait) + "\n    lock.acquire()\nexcept KeyboardInterrupt: print('caught')\n";
    for (const bool interrupts : {true, false}) {
      auto run = Run::start(source, round_robin(1));
      std::vector<OutputChunk> chunks;
      while (chunks.empty()) {
        run->wait_for_news();
        run->take_output(chunks);
      }
      interrupts ? run->interrupt() : run->stop();
      CHECK(output_of(*run) == (interrupts ? "caught\n" : ""));
      CHECK(run->status() == (interrupts ? 0 : kStoppedStatus));
    }
  }
}

TEST_CASE("start() returns once the new thread runs") {
  // With the GIL it then goes on until it waits: each prints before the next is started.
  for (int round = 0; round < 20; ++round) {
    CHECK(output_of(R"(
import sys, threading
sys.setswitchinterval(100)
ran = []
for n in range(5):
    threading.Thread(target=ran.append, args=(n,)).start()
    print(len(ran) == n + 1, end=" ")
)",
                    {}) == "True True True True True ");
  }
  // And its begin has been told, with the GIL or without.
  for (const bool gil : {true, false}) {
    Recorder recorder;
    RunOptions options;
    options.gil = gil;
    options.observer = std::shared_ptr<Observer>(std::shared_ptr<void>(), &recorder);
    output_of("import threading\nthread = threading.Thread(target=int)\nthread.start()\nthread.join()\n", options);
    CHECK(recorder.count(EventKind::Began, ThreadActivity::Running) == 2);
    CHECK(recorder.count(EventKind::Ended, ThreadActivity::Finished) == 2);
  }
}

TEST_CASE("an observer is told of every primitive, whether it had to be waited for or not") {
  constexpr std::string_view kAtOnce = R"(
import threading, queue
lock = threading.Lock()
with lock: pass
lock.acquire(); lock.release()
rlock = threading.RLock()
with rlock:
    with rlock: pass
semaphore = threading.Semaphore(2)
semaphore.acquire(); semaphore.release()
event = threading.Event()
event.set(); event.wait()
line = queue.Queue()
line.put(1); line.get()
)";
  Recorder at_once;
  RunOptions options;
  options.observer = std::shared_ptr<Observer>(std::shared_ptr<void>(), &at_once);
  output_of(kAtOnce, options);
  using A = ThreadActivity;
  CHECK(at_once.count(EventKind::Got, A::WaitingForSemaphore) == 1);
  CHECK(at_once.count(EventKind::Released, A::WaitingForSemaphore) == 1);
  CHECK(at_once.count(EventKind::Got, A::WaitingForEvent) == 1);
  CHECK(at_once.count(EventKind::Released, A::WaitingForEvent) == 1);
  CHECK(at_once.count(EventKind::Got, A::WaitingForQueue) == 1);
  CHECK(at_once.count(EventKind::Released, A::WaitingForQueue) == 1);
  CHECK(at_once.count(EventKind::Got, A::WaitingForLock) >= 4);
  CHECK(at_once.count(EventKind::Got, A::WaitingForLock) == at_once.count(EventKind::Released, A::WaitingForLock));
  for (const Event& event : at_once.events()) CHECK(event.kind != EventKind::TimedOut);

  constexpr std::string_view kWaiting = R"(
import threading, queue, time
from concurrent.futures import Future
lock, condition, event = threading.Lock(), threading.Condition(), threading.Event()
semaphore, barrier, line, future = threading.Semaphore(0), threading.Barrier(2), queue.Queue(), Future()
other = queue.SimpleQueue()
def wait():
    with lock: pass
    with condition: condition.wait()
    event.wait(); semaphore.acquire(); barrier.wait(); line.get(); other.get(); future.result()
with lock:
    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(1)
time.sleep(1)
with condition: condition.notify()
for release in (event.set, semaphore.release, barrier.wait, lambda: line.put(1), lambda: other.put(1)):
    time.sleep(1)
    release()
time.sleep(1)
future.set_result(1)
thread.join()
threading.Event().wait(1)
)";
  Recorder waiting;
  options = round_robin(1);  // whose seconds are over at once, and in which nobody is early
  options.observer = std::shared_ptr<Observer>(std::shared_ptr<void>(), &waiting);
  CHECK(output_of(kWaiting, options) == "");
  for (const A what : {A::WaitingForLock, A::WaitingForCondition, A::WaitingForEvent, A::WaitingForSemaphore,
                       A::WaitingForBarrier, A::WaitingForQueue, A::WaitingForResult, A::Joining, A::Starting}) {
    CAPTURE(activity_words(what));
    CHECK(waiting.count(EventKind::WaitsFor, what) >= 1);
    CHECK(waiting.count(EventKind::Got, what) >= 1);
  }
  CHECK(waiting.count(EventKind::WaitsFor, A::Sleeping) == 8);
  CHECK(waiting.count(EventKind::TimedOut, A::WaitingForEvent) == 1);
  // What is waited for is had, or given up, before anything else happens to the thread.
  std::vector<const Event*> open;
  for (const Event& event : waiting.events()) {
    const auto same = std::find_if(open.begin(), open.end(), [&](const Event* e) { return e->thread == event.thread; });
    if (event.kind == EventKind::WaitsFor) {
      CHECK(same == open.end());
      open.push_back(&event);
    } else if (same != open.end() && event.kind != EventKind::StillWaits && event.kind != EventKind::Woken &&
               event.kind != EventKind::WantsGil && event.kind != EventKind::HasGil) {
      CHECK((event.kind == EventKind::Got || event.kind == EventKind::TimedOut));
      CHECK(event.what == (*same)->what);
      CHECK(event.of == (*same)->of);
      open.erase(same);
    }
  }
  CHECK(open.empty());
}

TEST_CASE("snapshots name threads by serials, and what each waits for by its purpose") {
  auto run = Run::start(R"(
import queue, threading
from concurrent.futures import Future
waits = [threading.Lock().acquire, threading.Condition().wait, threading.Event().wait, threading.Semaphore(0).acquire,
         threading.Barrier(2).wait, queue.Queue().get, queue.SimpleQueue().get, Future().result]
waits[0]()
def condition_wait(wait=waits[1]):
    with wait.__self__: wait()
waits[1] = condition_wait
for wait in waits:
    threading.Thread(target=wait, name="same", daemon=True).start()
print("ready")
import time
time.sleep(3600)
)",
                        {});
  const std::vector<ThreadActivity> expected = {
      ThreadActivity::Sleeping,        ThreadActivity::WaitingForLock,      ThreadActivity::WaitingForCondition,
      ThreadActivity::WaitingForEvent, ThreadActivity::WaitingForSemaphore, ThreadActivity::WaitingForBarrier,
      ThreadActivity::WaitingForQueue, ThreadActivity::WaitingForQueue,     ThreadActivity::WaitingForResult};
  std::vector<ThreadActivity> seen;
  while (seen != expected) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    REQUIRE_FALSE(run->finished());
    seen.clear();
    std::uint64_t serial = 0;
    for (const ThreadSnapshot& thread : run->threads()) {
      CHECK(thread.serial > serial);
      serial = thread.serial;
      seen.push_back(thread.activity);
    }
  }
  run->stop();
  run->wait();
}

// Stops all of it as soon as a thread is to go on that never comes to another step.
class Stopper final : public explore::Scheduler {
 public:
  std::size_t next(std::span<const explore::Candidate> ready) override {
    for (std::size_t i = 0; i < ready.size(); ++i) {
      if (ready[i].thread == 0) continue;
      stops = true;
      return i;
    }
    return 0;
  }
  void ended(explore::End how, std::span<const explore::Step>) override { end = how; }

  std::atomic<bool> stops{false};
  explore::End end = explore::End::Finished;
};

TEST_CASE("an execution that is to stop does so in the midst of a step, too") {
  Stopper stopper;
  explore::DeterministicOptions options;
  options.granularity = explore::Granularity::Shared;
  options.stops = &stopper.stops;
  Run::start("import threading\ndef f():\n    i = 0\n    while True: i += 1\nthreading.Thread(target=f).start()\n",
             explore::driven_by(stopper, {}, options))
      ->wait();
  CHECK(stopper.end == explore::End::Stopped);
}

}  // namespace
}  // namespace threadbook::python
