// What is seen of a program from outside: stacks and variables, while it runs and at its end.
#include "python/vm/inspection.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "python/run.h"

namespace threadbook::python {
namespace {

// Looks until `is_there` likes what it sees. The program ends by being stopped.
template <class IsThere>
Inspection seen_while_running(std::string_view program, bool gil, IsThere is_there) {
  RunOptions options;
  options.gil = gil;
  const auto run = Run::start(program, std::move(options));
  Inspection seen;
  while (!run->finished()) {
    run->look();
    run->wait_for_news(0.01);
    if (auto picture = run->take_inspection()) seen = std::move(*picture);
    if (is_there(seen)) break;
  }
  REQUIRE_FALSE(run->finished());
  run->stop();
  run->wait();
  return seen;
}

Inspection seen_at_end(std::string_view program) {
  RunOptions options;
  options.looks_at_end = true;
  const auto run = Run::start(program, std::move(options));
  run->wait();
  auto picture = run->take_inspection();
  REQUIRE(picture);
  CHECK_FALSE(run->take_inspection());
  return std::move(*picture);
}

std::string value_of(const std::vector<InspectedVariable>& variables, std::string_view name) {
  const auto found = std::find_if(variables.begin(), variables.end(),
                                  [&](const InspectedVariable& variable) { return variable.name == name; });
  return found == variables.end() ? "(none)" : found->value;
}

TEST_CASE("inspection: threads that wait and one that computes are seen where they are, with their variables") {
  constexpr std::string_view kProgram = R"(
import threading
fork = threading.Lock()
meals = 3

def eat(name, times, tool):
    left = times * 2
    with fork:
        pass

def count():
    number = 0
    while True:
        number += 1

fork.acquire()
threading.Thread(target=eat, args=("Ann", 4, fork), name="Ann").start()
threading.Thread(target=count, name="counter").start()
fork.acquire()
)";
  for (const bool gil : {true, false}) {
    CAPTURE(gil);
    const auto is_there = [](const Inspection& seen) {
      const auto is_in = [&](std::size_t thread, std::uint32_t line) {
        return !seen.threads[thread].frames.empty() && seen.threads[thread].frames.front().line == line;
      };
      return seen.threads.size() == 3 && is_in(0, 19) && is_in(1, 8) && !seen.threads[2].frames.empty() &&
             value_of(seen.threads[2].frames.front().variables, "number") != "(none)";
    };
    const Inspection seen = seen_while_running(kProgram, gil, is_there);
    CHECK(seen.threads[0].frames.front().function == "<module>");
    const InspectedFrame& eat = seen.threads[1].frames.front();
    CHECK(eat.function == "eat");
    CHECK(value_of(eat.variables, "name") == "'Ann'");
    CHECK(value_of(eat.variables, "left") == "8");
    CHECK(value_of(eat.variables, "tool") == "fork: <locked _thread.lock>");
    CHECK(seen.threads[2].frames.front().function == "count");
    CHECK(value_of(seen.globals, "meals") == "3");
    CHECK(value_of(seen.globals, "fork") == "<locked _thread.lock>");
    CHECK(value_of(seen.globals, "eat") == "(none)");
    CHECK(value_of(seen.globals, "threading") == "(none)");
  }
}

TEST_CASE("inspection: a call's own and its closure's variables, the innermost call first") {
  constexpr std::string_view kProgram = R"(
import threading

def outer(depth):
    total = 10
    def inner(step):
        nonlocal total
        total += step
        threading.Event().wait()
    inner(depth)

outer(5)
)";
  const auto is_there = [](const Inspection& seen) {
    return seen.threads.size() == 1 && seen.threads[0].frames.size() == 3 &&
           seen.threads[0].frames[0].function == "outer.<locals>.inner";
  };
  const Inspection seen = seen_while_running(kProgram, true, is_there);
  const std::vector<InspectedFrame>& frames = seen.threads[0].frames;
  CHECK(frames[0].line == 9);
  CHECK(value_of(frames[0].variables, "step") == "5");
  CHECK(value_of(frames[0].variables, "total") == "15");
  CHECK(frames[1].function == "outer");
  CHECK(frames[1].line == 10);
  CHECK(value_of(frames[1].variables, "depth") == "5");
}

TEST_CASE("inspection: values are told in short, however large, deep or strange they are") {
  const Inspection seen = seen_at_end(R"(
from collections import deque
class Account:
    def __init__(self):
        self.balance = 100
        self.owner = "Ann"
    def __repr__(self):
        raise RuntimeError("must not be called")
class Slow:
    __slots__ = ("a",)
account = Account()
slow = Slow()
nothing, yes = None, True
half = 0.5
large = 10 ** 30
huge = 10 ** 4000
text = "it's"
long_text = "x" * 100000
items = [1, 2.5, "three", [4, [5, [6]]]]
many = list(range(100000))
pair = (1,)
table = {"a": 1, 2: [3]}
big_table = dict.fromkeys(range(100000))
some = {1}
queue = deque([1, 2])
loop = []
loop.append(loop)
error = ValueError("no", 3)
)");
  const auto value = [&](std::string_view name) { return value_of(seen.globals, name); };
  CHECK(value("account") == "<Account balance=100 owner='Ann'>");
  CHECK(value("slow") == "<Slow>");
  CHECK(value("nothing") == "None");
  CHECK(value("yes") == "True");
  CHECK(value("half") == "0.5");
  CHECK(value("large") == "1000000000000000000000000000000");
  CHECK(value("huge") == "an int of 13288 bits");
  CHECK(value("text") == "\"it's\"");
  CHECK(value("long_text").size() < 80);
  CHECK(value("items") == "[1, 2.5, 'three', [4, [\u2026]]]");
  CHECK(value("many") == "[0, 1, 2, 3, 4, 5, 6, 7, \u2026] 100000 items");
  CHECK(value("pair") == "(1,)");
  CHECK(value("table") == "{'a': 1, 2: [3]}");
  CHECK(value("big_table").ends_with("\u2026} 100000 items"));
  CHECK(value("some") == "{1}");
  CHECK(value("queue") == "deque([1, 2])");
  CHECK(value("loop") == "[[[\u2026]]]");
  CHECK(value("error") == "ValueError('no', 3)");
  for (const InspectedVariable& variable : seen.globals) CHECK(variable.value.size() < 300);
}

TEST_CASE("inspection: at the end of a program that failed its variables are as the failure left them") {
  const Inspection seen = seen_at_end("count = 0\nfor count in range(5):\n    if count == 3:\n        1 / 0\n");
  CHECK(value_of(seen.globals, "count") == "3");
}

TEST_CASE("inspection: looking over and over harms no program, and one that has ended shows no threads") {
  for (const bool gil : {true, false}) {
    CAPTURE(gil);
    RunOptions options;
    options.gil = gil;
    const auto run = Run::start(R"(
import threading
def work(n):
    things = {}
    for i in range(3000):
        things[i % 7] = [i, str(i)]
        fresh = [things[i % 7]]
for round in range(5):
    threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
    for t in threads: t.start()
    for t in threads: t.join()
print("done")
)",
                                std::move(options));
    std::vector<OutputChunk> written;
    while (!run->finished()) {
      run->look();
      run->wait_for_news(0.0005);
      (void)run->take_inspection();
      run->take_output(written);
    }
    run->take_output(written);
    REQUIRE(written.size() == 1);
    CHECK(written[0].text == "done\n");
    CHECK(run->status() == 0);
    run->look();
  }
}

}  // namespace
}  // namespace threadbook::python
