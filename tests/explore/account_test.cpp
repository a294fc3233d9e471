// What is told of a verdict's orders and races beyond what the search knows.
#include "explore/telling/account.h"

#include "explore/explorer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "explore/telling/sentences.h"

namespace threadbook::explore {
namespace {

const std::string kCounter =
    "import threading\n"
    "x = 0\n"
    "def add():\n"
    "    global x\n"
    "    v = x\n"
    "    x = v + 1\n"
    "threads = [threading.Thread(target=add, name=name) for name in ('Ann', 'Bob')]\n"
    "for thread in threads: thread.start()\n"
    "for thread in threads: thread.join()\n"
    "print(x)\n";

Verdict verdict_of(const std::string& source) { return Explorer(source, {}).explore(); }

const Outcome& outcome_that_prints(const Verdict& verdict, const std::string& out) {
  const auto found = std::find_if(verdict.outcomes.begin(), verdict.outcomes.end(),
                                  [&](const Outcome& each) { return each.out == out; });
  REQUIRE(found != verdict.outcomes.end());
  return *found;
}

TEST_CASE("threads are called as the program calls them") {
  const Verdict verdict = verdict_of(kCounter);
  CHECK(thread_words(verdict, "0") == "MainThread");
  CHECK(thread_words(verdict, "1") == "Ann");
  CHECK(thread_words(verdict, "2") == "Bob");
}

TEST_CASE("the switch that loses the update matters, and no other") {
  const Verdict verdict = verdict_of(kCounter);
  const Outcome& lost = outcome_that_prints(verdict, "1\n");
  const auto matters = [](const TurnNote& turn) { return turn.how == TurnNote::Switch::Matters; };
  CHECK(std::count_if(lost.turns.begin(), lost.turns.end(), matters) == 1);
  REQUIRE(lost.otherwise.has_value());
  CHECK(lost.otherwise->out == "2\n");
  CHECK(lost.otherwise->earlier.line == 6);
  const Outcome& kept = outcome_that_prints(verdict, "2\n");
  CHECK(std::none_of(kept.turns.begin(), kept.turns.end(), matters));
}

TEST_CASE("of a race both sides are told, and a schedule for either order") {
  const Verdict verdict = verdict_of(
      "import threading\n"
      "balance = {'a': 0}\n"
      "fork, knife = threading.Lock(), threading.RLock()\n"
      "def change():\n"
      "    balance['a'] = 1\n"
      "def one():\n"
      "    with fork: change()\n"
      "def two():\n"
      "    with knife:\n"
      "        with knife: change()\n"
      "threads = [threading.Thread(target=target) for target in (one, two)]\n"
      "for thread in threads: thread.start()\n"
      "for thread in threads: thread.join()\n");
  REQUIRE(verdict.races.size() == 1);
  const RaceReport& race = verdict.races[0];
  CHECK(race.variable == "balance['a']");
  CHECK_FALSE(race.reversed.empty());
  const RaceReport::Side& one = race.first.called == "Thread-1 (one)" ? race.first : race.second;
  const RaceReport::Side& two = &one == &race.first ? race.second : race.first;
  CHECK(one.locks == std::vector<std::string>{"fork"});
  CHECK(two.locks == std::vector<std::string>{"knife"});
  REQUIRE(two.stack.size() == 2);
  CHECK(two.stack[0].function == "change");
  CHECK(two.stack[0].line == 5);
  CHECK(two.stack[1].function == "two");
  CHECK(two.stack[1].line == 10);
}

TEST_CASE("a lock that a condition's wait has given back is not held") {
  const Verdict verdict = verdict_of(
      "import threading\n"
      "x = 0\n"
      "condition = threading.Condition()\n"
      "def wait():\n"
      "    global x\n"
      "    with condition: condition.wait(timeout=1)\n"
      "    x = 1\n"
      "def other():\n"
      "    global x\n"
      "    x = 2\n"
      "threads = [threading.Thread(target=target) for target in (wait, other)]\n"
      "for thread in threads: thread.start()\n"
      "for thread in threads: thread.join()\n");
  REQUIRE(verdict.races.size() == 1);
  CHECK(verdict.races[0].first.locks.empty());
  CHECK(verdict.races[0].second.locks.empty());
}

TEST_CASE("why threads stand still is told as of a live run") {
  const Verdict verdict = verdict_of(
      "import threading\n"
      "ready = threading.Event()\n"
      "thread = threading.Thread(target=ready.wait, name='Ann')\n"
      "thread.start()\n"
      "thread.join()\n");
  REQUIRE(verdict.outcomes.size() == 1);
  REQUIRE(verdict.outcomes[0].standstill.has_value());
  CHECK(verdict.outcomes[0].standstill->heading == "Standstill: MainThread and Ann can never go on.");
}

}  // namespace
}  // namespace threadbook::explore
