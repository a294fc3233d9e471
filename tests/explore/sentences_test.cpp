// What verdicts say, word for word.
#include "explore/telling/sentences.h"

#include <doctest/doctest.h>

#include <string>

namespace threadbook::explore {
namespace {

Verdict with_names() {
  Verdict verdict;
  verdict.threads = {{"0", "MainThread"}, {"1", "Ann"}};
  return verdict;
}

RaceReport race_on(std::string variable) {
  RaceReport race;
  race.variable = std::move(variable);
  race.first = {"1", 9, true, "Ann", {{"add", 9}}, {}};
  race.second = {"2", 12, false, "Bob", {{"look", 12}}, {}};
  return race;
}

TEST_CASE("a race") {
  RaceReport race = race_on("counter");
  CHECK(
      sentence_of(race) ==
      "Race on counter: Ann writes it in line 9, Bob reads it in line 12, and nothing says which comes first: neither "
      "holds a lock.");
  race.first.locks = {"fork", "knife"};
  race.second.stack.push_back({"main", 20});
  CHECK(sentence_of(race) ==
        "Race on counter: Ann writes it in line 9, holding fork and knife, Bob reads it in line 12, called from line "
        "20, and nothing says which comes first: no lock in common.");
}

TEST_CASE("a race on what has no name, by threads whose names are not known") {
  RaceReport race = race_on("");
  race.first.called = race.second.called = "";
  race.first.thread = "0";
  CHECK(sentence_of(race) ==
        "Race: main writes it in line 9, thread 2 reads it in line 12, and nothing says which comes first: neither "
        "holds a lock.");
}

TEST_CASE("a race that may be meant") {
  RaceReport race = race_on("done");
  race.is_question = true;
  CHECK(sentence_of(race).ends_with(
      "What reads only asks, as one polls a flag: it may be meant so, and opinions differ whether it should."));
}

TEST_CASE("turns of an order") {
  const Verdict verdict = with_names();
  CHECK(turn_words(verdict, {"1", 12, "x = v + 1", TurnNote::Switch::Forced}) == "Ann to line 12: x = v + 1");
  CHECK(turn_words(verdict, {"2", 0, "", TurnNote::Switch::Matters}) == "thread 2 to its end");
}

TEST_CASE("where an order parts from one that ends otherwise") {
  const Verdict verdict = with_names();
  Difference difference{{"1", 12, "x = v + 1", false}, {"2", 0, "", true}, "", End::Finished, "2\n"};
  CHECK(sentence_of(verdict, difference) ==
        "It ends otherwise, and prints 2, if Ann goes on in line 12 (x = v + 1) before thread 2 begins.");
  difference.later.is_first = false;
  difference.out = "much\nmore\n";
  CHECK(sentence_of(verdict, difference) ==
        "It ends otherwise, if Ann goes on in line 12 (x = v + 1) before thread 2 ends.");
  difference.end = End::Deadlock;
  CHECK(sentence_of(verdict, difference) ==
        "It ends otherwise: threads are left that can never go on, if Ann goes on in line 12 (x = v + 1) before thread "
        "2 ends.");
}

TEST_CASE("how far a search is") {
  Verdict verdict;
  ExploreOptions options;
  CHECK(heading_of(verdict, options, true) == "Looking for orders");
  verdict.traces = 1;
  verdict.seconds = 0.0021;
  CHECK(heading_of(verdict, options, true) == "Looking: 1 order so far");
  CHECK(heading_of(verdict, options, false) == "Stopped after 1 order, in 2.1 ms");
  verdict.is_complete = true;
  CHECK(heading_of(verdict, options, false) == "There is one order only, in 2.1 ms");
  verdict.traces = 4;
  CHECK(heading_of(verdict, options, false) == "All 4 orders tried, in 2.1 ms");
}

}  // namespace
}  // namespace threadbook::explore
