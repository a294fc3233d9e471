// Python programs in all orders: as a plain enumerator of interleavings finds them, replayed, and by chance.
#include "explore/explorer.h"
#include "explore/replay.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "explore/enumerator.h"
#include "explore/schedule.h"

namespace threadbook::explore {
namespace {

std::string threads_of(std::string_view targets) {
  return "threads = [threading.Thread(target=target) for target in (" + std::string(targets) + "," +
         ")]\nfor thread in threads: thread.start()\nfor thread in threads: thread.join()\n";
}

struct Program {
  std::string name;
  std::string source;
  std::size_t results;
};

std::vector<Program> programs() {
  const std::string begin = "import threading\n";
  return {
      {"two that add",
       begin + "x = 0\ndef add():\n    global x\n    v = x\n    x = v + 1\n" + threads_of("add, add") + "print(x)\n",
       2},
      {"an attribute",
       begin + "class C: pass\nc = C()\nc.x = 0\ndef add():\n    c.x += 1\n" + threads_of("add, add") + "print(c.x)\n",
       2},
      {"an item", begin + "c = {'x': 0}\ndef add():\n    c['x'] += 1\n" + threads_of("add, add") + "print(c)\n", 2},
      {"two items",
       begin + "c = {'x': 0, 'y': 0}\ndef f():\n    c['x'] += 1\ndef g():\n    c['y'] += 1\n" + threads_of("f, g") +
           "print(c)\n",
       1},
      {"a cell",
       begin + "def main():\n    x = 0\n    def add():\n        nonlocal x\n        x += 1\n    threads = "
               "[threading.Thread(target=add) for _ in range(2)]\n    for t in threads: t.start()\n    for t in "
               "threads: t.join()\n    print(x)\nmain()\n",
       2},
      {"a list",
       begin + "a = []\ndef one(): a.append(1)\ndef two(): a.append(2)\n" + threads_of("one, two") + "print(a)\n", 2},
      {"the order of a dict",
       begin + "d = {}\ndef one(): d[1] = 1\ndef two(): d[2] = 2\n" + threads_of("one, two") + "print(d)\n", 2},
      {"a class attribute",
       begin + "class C:\n    x = 0\ndef add():\n    C.x = C().x + 1\n" + threads_of("add, add") + "print(C.x)\n", 2},
      {"locks in two orders",
       begin +
           "a, b = threading.Lock(), threading.Lock()\ndef f():\n    with a:\n        with b: "
           "pass\ndef g():\n    with b:\n        with a: pass\n" +
           threads_of("f, g") + "print('ends')\n",
       2},
      {"an event",
       begin +
           "e = threading.Event()\nx = 0\ndef f():\n    global x\n    x = 1\n    e.set()\ndef g():\n    "
           "e.wait()\n    print(x)\n" +
           threads_of("f, g"),
       1},
      {"a lost wake-up",
       begin +
           "c = threading.Condition()\ndef f():\n    with c: c.wait()\ndef g():\n    with c: "
           "c.notify()\n" +
           threads_of("f, g") + "print('ends')\n",
       2},
      {"a semaphore",
       begin +
           "s = threading.Semaphore(1)\na = []\ndef f():\n    with s: a.append(1)\ndef g():\n    with s: "
           "a.append(2)\n" +
           threads_of("f, g") + "print(a)\n",
       2},
      {"a queue",
       begin + "import queue\nq = queue.Queue()\ndef f(): q.put(1)\ndef g(): print(q.get())\n" + threads_of("f, g"), 1},
      {"a timeout",
       begin +
           "l = threading.Lock()\nl.acquire()\ndef f():\n    print(l.acquire(timeout=1))\ndef g():\n    "
           "l.release()\n" +
           threads_of("f, g"),
       2},
      {"a barrier",
       begin + "b = threading.Barrier(2)\ndef f():\n    b.wait()\n" + threads_of("f, f") + "print('ends')\n", 1},
      {"an exception", begin + "x = []\ndef f(): x.append(1)\ndef g(): x[0]\n" + threads_of("f, g"), 2},
      {"two that print", begin + "def f(): print('a')\ndef g(): print('b')\n" + threads_of("f, g"), 4},
      {"a flag that is polled",
       begin +
           "done = False\nx = 0\ndef f():\n    global done, x\n    x = 1\n    done = "
           "True\ndef g():\n    while not done: pass\n    print(x)\n" +
           threads_of("f, g"),
       1},
      {"a flag that is set for a moment",
       begin +
           "flag = False\ndef f():\n    global flag\n    flag = True\n    flag = "
           "False\ndef g():\n    while not flag: pass\n" +
           threads_of("f, g") + "print('ends')\n",
       2},
      {"an event that is polled",
       begin +
           "e = threading.Event()\ndef f(): e.set()\ndef g():\n    while not e.is_set(): "
           "pass\n    print('seen')\n" +
           threads_of("f, g"),
       1},
      {"a value of each thread",
       begin + "local = threading.local()\nlocal.x = 1\ndef f(): local.x = 2\n" + threads_of("f, f") +
           "print(local.x)\n",
       1},
      {"a generator that is shared",
       begin +
           "def g():\n    yield from range(2)\nit = g()\na = []\ndef f():\n    "
           "a.append(next(it))\n" +
           threads_of("f, f") + "print(sorted(a))\n",
       1},
      {"objects made by threads",
       begin +
           "class C:\n    def __init__(self): self.x = 0\nboxes = []\nready = "
           "threading.Event()\ndef f():\n    boxes.append(C())\n    ready.set()\n    "
           "boxes[0].x += 1\ndef g():\n    ready.wait()\n    boxes[0].x += 1\n" +
           threads_of("f, g") + "print(boxes[0].x)\n",
       2},
      {"a thread that starts one",
       begin +
           "x = 0\ndef inner():\n    global x\n    x = 1\ndef f():\n    t = "
           "threading.Thread(target=inner)\n    t.start()\n    print(x)\n    t.join()\n" +
           threads_of("f"),
       2},
  };
}

TEST_CASE("the search finds as many traces of a Python program as all its interleavings have, whenever is collected") {
  for (const Program& program : programs()) {
    CAPTURE(program.name);
    Enumerator enumerator(100'000);
    enumerator.enumerate(program.source, {}, false);
    ExploreOptions options;
    options.in_full = false;  // that would be as many executions again
    const Verdict verdict = Explorer(program.source, options).explore();
    CHECK(verdict.is_complete);
    CHECK(verdict.blocked == 0);
    REQUIRE(enumerator.is_complete());
    CHECK(verdict.traces == enumerator.traces.size());
    CHECK(verdict.outcomes.size() == enumerator.results.size());
    CHECK(verdict.outcomes.size() == program.results);
    options.run.collect_always = true;
    CHECK(Explorer(program.source, options).explore().traces == verdict.traces);
  }
}

// "x = x + 1" as two steps, with something between them at which CPython can take the GIL away, or nothing.
TEST_CASE("where the GIL can change hands there are fewer orders") {
  const auto orders = [](const std::string& between, bool gil) {
    ExploreOptions options;
    options.gil = gil;
    const Verdict verdict =
        Explorer("import threading\nx = 0\ndef nothing(): pass\ndef add():\n    global x\n    v = x\n" + between +
                     "    x = v + 1\na = threading.Thread(target=add)\nb = threading.Thread("
                     "target=add)\na.start(); b.start()\na.join(); b.join()\nprint(x)\n",
                 options)
            .explore();
    REQUIRE(verdict.is_complete);
    return std::pair(verdict.traces, verdict.outcomes.size());
  };
  CHECK(orders("", false) == std::pair<std::uint64_t, std::size_t>(4, 2));
  CHECK(orders("", true) == std::pair<std::uint64_t, std::size_t>(2, 1));
  CHECK(orders("    nothing()\n", true) == std::pair<std::uint64_t, std::size_t>(4, 2));
  CHECK(orders("    for _ in range(3000): pass\n", true) == std::pair<std::uint64_t, std::size_t>(4, 2));
}

TEST_CASE("what was found can be had again by its schedule") {
  for (const Program& program : programs()) {
    CAPTURE(program.name);
    Explorer explorer(program.source, {});
    const Verdict verdict = explorer.explore();
    for (const Outcome& outcome : verdict.outcomes) {
      CAPTURE(outcome.schedule);
      const auto schedule = schedule_from(outcome.schedule);
      REQUIRE(schedule.has_value());
      const Execution execution = replay(program.source, {}, *schedule);
      CHECK(execution.end == outcome.end);
      CHECK(execution.out == outcome.out);
      CHECK(execution.err == outcome.err);
    }
  }
}

// Some hundred orders, so that others are called to help.
std::string many_orders(int threads) {
  std::string targets = "add";
  for (int i = 1; i < threads; ++i) targets += ", add";
  return "import threading\nx = 0\ndef add():\n    global x\n    v = x\n    x = v + 1\n" + threads_of(targets) +
         "print(x)\n";
}

TEST_CASE("several who search come to the same verdict as one") {
  ExploreOptions options;
  Explorer alone(many_orders(4), options);
  const Verdict& expected = alone.explore();
  CHECK(expected.traces == 576);
  for (unsigned jobs : {2u, 4u}) {
    options.jobs = jobs;
    Explorer together(many_orders(4), options);
    const Verdict& verdict = together.explore();
    CHECK(verdict.is_complete);
    CHECK(verdict.blocked == 0);
    CHECK(as_json(verdict, options).substr(0, as_json(verdict, options).find("\"seconds\"")) ==
          as_json(expected, options).substr(0, as_json(expected, options).find("\"seconds\"")));
  }
}

TEST_CASE("several who search stop when they are told to") {
  ExploreOptions options;
  options.jobs = 3;
  Explorer explorer(many_orders(7), options);
  const Verdict& verdict = explorer.explore([&](const Verdict& so_far) {
    if (so_far.traces == 1000) explorer.stop();
  });
  CHECK_FALSE(verdict.is_complete);
  CHECK(verdict.traces >= 1000);
}

TEST_CASE("several who search try no more orders than were asked for") {
  ExploreOptions options;
  options.jobs = 3;
  options.bound = 1500;
  Explorer explorer(many_orders(7), options);
  CHECK(explorer.explore().traces == 1500);
}

TEST_CASE("executions by chance are the same with the same seed") {
  const std::string source = programs()[0].source;
  ExploreOptions options;
  options.random = 50;
  Explorer one(source, options), same(source, options);
  const Verdict& a = one.explore();
  const Verdict& b = same.explore();
  CHECK(a.traces == 50);
  CHECK_FALSE(a.is_complete);
  REQUIRE(a.outcomes.size() == b.outcomes.size());
  for (std::size_t i = 0; i < a.outcomes.size(); ++i) CHECK(a.outcomes[i].traces == b.outcomes[i].traces);
}

}  // namespace
}  // namespace threadbook::explore
