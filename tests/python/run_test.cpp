// Runs as the page and the command line use them.
#include "python/run.h"

#include <doctest/doctest.h>

#include <thread>

using namespace threadbook::python;

namespace {

struct Result {
  std::string out, err;
  int status;
};

void take(Run& run, Result& result) {
  std::vector<OutputChunk> chunks;
  run.take_output(chunks);
  for (const OutputChunk& chunk : chunks) {
    (chunk.stream == Stream::Out ? result.out : result.err) += chunk.text;
  }
}

Result finish(Run& run) {
  Result result{};
  while (!run.finished()) {
    run.wait_for_news();
    take(run, result);
  }
  take(run, result);
  result.status = run.status();
  return result;
}

Result run_source(std::string_view source, const RunOptions& options = {}) {
  return finish(*Run::start(source, options));
}

// With the GIL and without it; with a worker for each thread and with carriers that they share.
std::vector<RunOptions> all_ways() {
  std::vector<RunOptions> ways(4);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    ways[i].gil = i % 2 == 0;
    if (i >= 2) ways[i].most_workers = 0;
  }
  return ways;
}

// Waits until the program has printed `word`.
void wait_for_word(Run& run, std::string_view word) {
  Result seen{};
  while (seen.out.find(word) == std::string::npos) {
    REQUIRE(!run.finished());
    run.wait_for_news();
    take(run, seen);
  }
}

// Waits until the main thread waits for what the program has it wait for.
void wait_until_main_waits(const Run& run) {
  for (;;) {
    const auto threads = run.threads();
    const ThreadActivity what = threads.empty() ? ThreadActivity::Starting : threads[0].activity;
    if (what != ThreadActivity::Starting && what != ThreadActivity::Running && what != ThreadActivity::WaitingForGil)
      return;
    std::this_thread::yield();
  }
}

}  // namespace

TEST_CASE("a run prints, ends and reports its status") {
  Result result = run_source("print('hello', 1 + 2)\n");
  CHECK(result.out == "hello 3\n");
  CHECK(result.err.empty());
  CHECK(result.status == 0);
}

TEST_CASE("how a program ends is its exit status") {
  CHECK(run_source("import sys\nsys.exit(7)\n").status == 7);
  CHECK(run_source("raise SystemExit\n").status == 0);
  CHECK(run_source("raise SystemExit('why')\n").status == 1);
  CHECK(run_source("1 / 0\n").status == 1);
  Result wrong = run_source("def f(:\n    pass\n");
  CHECK(wrong.status == 1);
  CHECK(wrong.err.find("SyntaxError: invalid syntax") != std::string::npos);
}

TEST_CASE("the run waits for threads that are no daemons and stops those that are") {
  for (const RunOptions& options : all_ways()) {
    Result result =
        finish(*Run::start("import threading, time\n"
                           "def worker():\n"
                           "    time.sleep(0.05)\n"
                           "    print('worker')\n"
                           "def daemon():\n"
                           "    while True: pass\n"
                           "threading.Thread(target=daemon, daemon=True).start()\n"
                           "threading.Thread(target=worker).start()\n"
                           "print('main')\n",
                           options));
    CHECK(result.out == "main\nworker\n");
    CHECK(result.status == 0);
  }
}

TEST_CASE("stop ends whatever the threads do, and no handler runs") {
  const char* kinds[] = {
      "while True: pass\n",
      "time.sleep(1000)\n",
      "lock.acquire(); lock.acquire()\n",
      "threading.main_thread() is threading.current_thread() or threading.main_thread().join()\n",
      "while True: print('x' * 1000)\n",
      "sum(x for x in forever())\n",
      "while True: [0] * 10000\n",
      "re.match('(a*)*b', 'a' * 60)\n",
  };
  for (const RunOptions& options : all_ways()) {
    for (const char* kind : kinds) {
      CAPTURE(kind);
      std::string source =
          "import re, threading, time\n"
          "lock = threading.Lock()\n"
          "def forever():\n"
          "    while True: yield 1\n"
          "def work():\n"
          "    try:\n"
          "        " +
          std::string(kind) +
          "    finally:\n"
          "        print('FINALLY')\n"
          "threads = [threading.Thread(target=work) for _ in range(3)]\n"
          "for t in threads: t.start()\n"
          "print('ready')\n"
          "while True: time.sleep(1000)\n";
      auto run = Run::start(source, options);
      wait_for_word(*run, "ready");
      run->stop();
      Result result = finish(*run);
      CHECK(result.status == kStoppedStatus);
      CHECK(run->threads().empty());
    }
  }
}

TEST_CASE("an interrupt raises KeyboardInterrupt in the main thread, whatever it does or waits for") {
  constexpr std::string_view kBefore = R"(
import threading, time
lock = threading.Lock()
lock.acquire()
condition = threading.Condition()
deep = threading.Condition(threading.Lock())
class Door:
    def __init__(self): self.inner = threading.Lock()
    def acquire(self, blocking=True): return self.inner.acquire(blocking)
    def release(self): self.inner.release()
foreign = threading.Condition(Door())
def wait(condition):
    condition.acquire()
    try:
        condition.wait()
    finally:
        print(condition._is_owned())
def spin():
    while True:
        pass
barrier = threading.Barrier(2)
try:
    print("ready")
    )";
  constexpr std::string_view kAfter = R"(
except KeyboardInterrupt as error:
    print("caught", error.args, lock.locked(), barrier.broken)
print("goes on")
)";
  struct Case {
    std::string_view wait, prints;
  };
  for (const RunOptions& options : all_ways()) {
    for (const Case& each :
         {Case{"spin()", "caught () True False\n"}, Case{"time.sleep(60)", "caught () True False\n"},
          Case{"lock.acquire()", "caught () True False\n"},
          Case{"threading.RLock().acquire(), lock.__enter__()", "caught () True False\n"},
          Case{"threading.Event().wait()", "caught () True False\n"},
          Case{"threading.Semaphore(0).acquire()", "caught () True False\n"},
          Case{"wait(condition)", "True\ncaught () True False\n"}, Case{"wait(deep)", "True\ncaught () True False\n"},
          Case{"wait(foreign)", "True\ncaught () True False\n"}, Case{"barrier.wait()", "caught () True True\n"},
          Case{"threading.Thread(target=time.sleep, args=(60,), daemon=True).start() or "
               "threading.enumerate()[1].join()",
               "caught () True False\n"}}) {
      CAPTURE(each.wait);
      auto run = Run::start(std::string(kBefore) + std::string(each.wait) + std::string(kAfter), options);
      wait_for_word(*run, "ready");
      if (each.wait != "spin()") wait_until_main_waits(*run);
      run->interrupt();
      const Result result = finish(*run);
      CHECK(result.out == std::string(each.prints) + "goes on\n");
      CHECK(result.err.empty());
      CHECK(result.status == 0);
    }
  }
}

TEST_CASE("an interrupt that nobody catches ends the program, the second one ends the run") {
  auto run =
      Run::start("import time\ntry:\n    print('ready')\n    time.sleep(60)\nfinally:\n    print('finally')\n", {});
  wait_for_word(*run, "ready");
  run->interrupt();
  Result result = finish(*run);
  CHECK(result.out == "finally\n");
  CHECK(result.err.find("KeyboardInterrupt") != std::string::npos);
  CHECK(result.status == kStoppedStatus);

  run = Run::start(R"(
while True:
    try:
        print("ready")
        while True:
            pass
    except KeyboardInterrupt:
        print("not yet")
)",
                   {});
  wait_for_word(*run, "ready");
  run->interrupt();
  wait_for_word(*run, "not yet");
  run->interrupt();
  result = finish(*run);
  CHECK(result.err.empty());
  CHECK(result.status == kStoppedStatus);

  // Also where the main thread has ended and waits for the others.
  run = Run::start("import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()\nprint('ready')\n",
                   {});
  wait_for_word(*run, "ready");
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  run->interrupt();
  result = finish(*run);
  CHECK(result.err.find("Exception ignored in") != std::string::npos);
  CHECK(result.err.find("KeyboardInterrupt") != std::string::npos);
}

TEST_CASE("stop ends every kind of wait") {
  for (std::string_view wait :
       {"condition.acquire(), condition.wait()", "foreign.acquire(), foreign.wait()", "semaphore.acquire()",
        "event.wait()", "barrier.wait()", "acting.wait()", "rlock.acquire()"}) {
    for (const RunOptions& options : all_ways()) {
      CAPTURE(wait);
      auto run = Run::start(R"(
import threading, time
class Door:
    def __init__(self): self.inner = threading.Lock()
    def acquire(self, blocking=True): return self.inner.acquire(blocking)
    def release(self): self.inner.release()
condition, foreign, rlock = threading.Condition(), threading.Condition(Door()), threading.RLock()
semaphore, event, barrier = threading.Semaphore(0), threading.Event(), threading.Barrier(9)
acting = threading.Barrier(2, action=lambda: time.sleep(60))
own = threading.local()
def wait():
    own.condition = condition
    print("waits")
    )" + std::string(wait) + R"(
    time.sleep(60)  # who has got what the others wait for
for n in range(3):
    threading.Thread(target=wait, daemon=n % 2).start()
wait()
)",
                            options);
      wait_for_word(*run, "waits");
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      run->stop();
      CHECK(finish(*run).status == kStoppedStatus);
    }
  }
}

TEST_CASE("a run that is let go stops by itself") {
  auto run = Run::start("while True: pass\n", {});
  run.reset();
  CHECK(run_source("print(1)\n").out == "1\n");
}

TEST_CASE("the threads alive are seen from outside") {
  for (const RunOptions& options : all_ways()) {
    auto run = Run::start(
        "import threading, time\n"
        "t = threading.Thread(target=time.sleep, args=(1000,), name='sleeper', daemon=True)\n"
        "t.start()\n"
        "time.sleep(0.01)\n"
        "print('ready')\n"
        "while True: pass\n",
        options);
    wait_for_word(*run, "ready");
    bool seen = false;
    while (!seen) {
      auto threads = run->threads();
      REQUIRE(!threads.empty());
      CHECK(threads[0].name == "MainThread");
      for (const ThreadSnapshot& each : threads) {
        seen |= each.name == "sleeper" && each.daemon && each.activity == ThreadActivity::Sleeping;
      }
      std::this_thread::yield();
    }
    run->stop();
    CHECK(finish(*run).status == kStoppedStatus);
  }
}

TEST_CASE("threads that share carriers: none keeps one to itself, and each is itself") {
  // More threads than there can be carriers wait busily for one that can run only if they let it.
  constexpr std::string_view kSource = R"(
import threading
own = threading.local()
started, seen = [], []
def wait_for_the_last():
    own.number = len(started)
    started.append(own.number)
    while len(seen) == 0:
        pass
    assert hasattr(own, "number")
    assert threading.current_thread().ident == threading.get_ident()
    seen.append(threading.get_native_id())
def last():
    assert not hasattr(own, "number")
    seen.append(threading.get_native_id())
threads = [threading.Thread(target=wait_for_the_last) for _ in range(20)] + [threading.Thread(target=last)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(seen), len(set(seen)))
)";
  for (RunOptions options : all_ways()) {
    for (std::size_t workers : {0, 2}) {
      options.most_workers = workers;
      const Result result = run_source(kSource, options);
      CHECK(result.out == "21 21\n");
      CHECK(result.err.empty());
    }
  }
}

TEST_CASE("memory beyond the limit is a MemoryError and the program goes on") {
  for (const RunOptions& options : all_ways()) {
    Result result = run_source(
        "try:\n"
        "    x = [0] * 10**12\n"
        "except MemoryError: print('one')\n"
        "def fill():\n"
        "    kept = []\n"
        "    while True: kept.append('x' * 1000000)\n"
        "try: fill()\n"
        "except MemoryError: print('two')\n"
        "for i in range(300): y = 'z' * 1000000\n"
        "print('three')\n",
        options);
    CHECK(result.out == "one\ntwo\nthree\n");
    CHECK(result.status == 0);
  }
}

TEST_CASE("what there is instead of processes, coroutines and signals is said when they are asked for") {
  const Result result = run_source(
      "for name in ('asyncio', 'asyncio.tasks', 'multiprocessing', 'signal', 'subprocess'):\n"
      "    try: __import__(name)\n"
      "    except ModuleNotFoundError as error: print(error)\n"
      "import concurrent.futures\n"
      "try: concurrent.futures.ProcessPoolExecutor(4)\n"
      "except NotImplementedError as error: print(error)\n");
  CHECK(result.out ==
        "No module named 'asyncio' (this book is about threads, and coroutines are not: see threading, queue and "
        "concurrent.futures)\n"
        "No module named 'asyncio' (this book is about threads, and coroutines are not: see threading, queue and "
        "concurrent.futures)\n"
        "No module named 'multiprocessing' (a page has one process: use threading, or "
        "concurrent.futures.ThreadPoolExecutor)\n"
        "No module named 'signal' (a page gets no signals; Stop raises KeyboardInterrupt in the main thread)\n"
        "No module named 'subprocess' (a page cannot start other programs)\n"
        "there are threads here but no processes: use ThreadPoolExecutor, whose calls run in parallel without the "
        "GIL\n");
  CHECK(run_source("async def f(): pass\n").err.find("SyntaxError: async and await are not part of this Python yet") !=
        std::string::npos);
}

TEST_CASE("several runs go on side by side without seeing each other") {
  std::vector<std::unique_ptr<Run>> runs;
  for (int i = 0; i < 4; ++i) {
    RunOptions options;
    options.gil = i % 2 == 0;
    runs.push_back(
        Run::start("import threading\n"
                   "name = threading.Thread().name\n"
                   "x = " +
                       std::to_string(i) +
                       "\n"
                       "print(name, sum(range(1000)) + x)\n",
                   options));
  }
  for (int i = 0; i < 4; ++i) {
    CHECK(finish(*runs[static_cast<std::size_t>(i)]).out == "Thread-1 " + std::to_string(499500 + i) + "\n");
  }
}

TEST_CASE("collecting at every safe point and switching at every safe point change nothing") {
  const char* source =
      "import threading\n"
      "class Node:\n"
      "    def __init__(self, value, next): self.value, self.next = value, next\n"
      "def build(n):\n"
      "    node = None\n"
      "    for i in range(n): node = Node([i, str(i), {i: (i,)}], node)\n"
      "    return node\n"
      "def total(node):\n"
      "    s = 0\n"
      "    while node: s += node.value[0] + len(node.value[1]) + node.value[2][node.value[0]][0]; node = node.next\n"
      "    return s\n"
      "results = []\n"
      "def work(): results.append(total(build(60)))\n"
      "threads = [threading.Thread(target=work) for _ in range(3)]\n"
      "for t in threads: t.start()\n"
      "for t in threads: t.join()\n"
      "print(results)\n";
  for (RunOptions options : all_ways()) {
    options.collect_always = true;
    options.switch_always = true;
    CHECK(finish(*Run::start(source, options)).out == "[3650, 3650, 3650]\n");
  }
}
