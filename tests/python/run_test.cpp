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

Result run_source(std::string_view source, bool gil = true) {
  RunOptions options;
  options.gil = gil;
  return finish(*Run::start(source, options));
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
  for (bool gil : {true, false}) {
    Result result = run_source(
        "import threading, time\n"
        "def worker():\n"
        "    time.sleep(0.05)\n"
        "    print('worker')\n"
        "def daemon():\n"
        "    while True: pass\n"
        "threading.Thread(target=daemon, daemon=True).start()\n"
        "threading.Thread(target=worker).start()\n"
        "print('main')\n",
        gil);
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
  for (bool gil : {true, false}) {
    for (const char* kind : kinds) {
      CAPTURE(kind);
      std::string source =
          "import re, threading, time\n"
          "lock = threading.Lock()\n"
          "def forever():\n"
          "    while True: yield 1\n"
          "def work():\n"
          "    try:\n"
          "        " + std::string(kind) +
          "    finally:\n"
          "        print('FINALLY')\n"
          "threads = [threading.Thread(target=work) for _ in range(3)]\n"
          "for t in threads: t.start()\n"
          "print('ready')\n"
          "while True: time.sleep(1000)\n";
      RunOptions options;
      options.gil = gil;
      auto run = Run::start(source, options);
      wait_for_word(*run, "ready");
      run->stop();
      Result result = finish(*run);
      CHECK(result.status == kStoppedStatus);
      CHECK(run->threads().empty());
    }
  }
}

TEST_CASE("a run that is let go stops by itself") {
  auto run = Run::start("while True: pass\n", {});
  run.reset();
  CHECK(run_source("print(1)\n").out == "1\n");
}

TEST_CASE("the threads alive are seen from outside") {
  auto run = Run::start(
      "import threading, time\n"
      "t = threading.Thread(target=time.sleep, args=(1000,), name='sleeper', daemon=True)\n"
      "t.start()\n"
      "time.sleep(0.01)\n"
      "print('ready')\n"
      "while True: pass\n",
      {});
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

TEST_CASE("memory beyond the limit is a MemoryError and the program goes on") {
  for (bool gil : {true, false}) {
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
        gil);
    CHECK(result.out == "one\ntwo\nthree\n");
    CHECK(result.status == 0);
  }
}

TEST_CASE("several runs go on side by side without seeing each other") {
  std::vector<std::unique_ptr<Run>> runs;
  for (int i = 0; i < 4; ++i) {
    RunOptions options;
    options.gil = i % 2 == 0;
    runs.push_back(Run::start("import threading\n"
                              "name = threading.Thread().name\n"
                              "x = " + std::to_string(i) + "\n"
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
  for (bool gil : {true, false}) {
    RunOptions options;
    options.gil = gil;
    options.collect_always = true;
    options.switch_always = true;
    CHECK(finish(*Run::start(source, options)).out == "[3650, 3650, 3650]\n");
  }
}
