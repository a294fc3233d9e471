#include "explore/schedule.h"

#include <doctest/doctest.h>

namespace threadbook::explore {
namespace {

TEST_CASE("a schedule is a short text, and can be read again") {
  Schedule schedule;
  schedule.program = hash_of_program("print(1)");
  schedule.gil = true;
  schedule.turns = {{"0", 7}, {"1:2", 40}, {"0", 0}};
  const std::string text = to_text(schedule);
  CHECK(text == "1-" + text.substr(2, text.find('-', 2) - 2) + "-ag-0.7_1:2.14_0");
  const auto again = schedule_from(text);
  REQUIRE(again.has_value());
  CHECK(again->program == schedule.program);
  CHECK(again->gil);
  CHECK_FALSE(again->keeps_durations);
  REQUIRE(again->turns.size() == 3);
  CHECK(again->turns[1].thread == "1:2");
  CHECK(again->turns[1].until == 40);
  CHECK(again->turns[2].until == 0);
  CHECK(to_text(*again) == text);
}

TEST_CASE("what is no schedule is none") {
  for (const char* text : {"", "1", "2-0-a", "1-xyz-a", "1-0", "1-0-", "1-0-b", "1-0-a-", "1-0-a-0.", "1-0-a-0.0",
                           "1-0-a-0_", "1-0-a-0 ", "1-0-aa", "1-11112222333344445-a", "1-0-a-0.1__0.2"}) {
    CAPTURE(text);
    CHECK_FALSE(schedule_from(text).has_value());
  }
  CHECK(schedule_from("1-0-a").has_value());
}

TEST_CASE("the turns of an execution end where their thread goes on later") {
  ThreadNames names;
  names.child(0, 0);
  names.child(0, 1);
  std::vector<Step> steps(5);
  const std::pair<ThreadNumber, std::uint32_t> places[] = {{1, 2}, {1, 3}, {2, 2}, {1, 6}, {2, 9}};
  for (std::size_t i = 0; i < steps.size(); ++i)
    steps[i].thread = places[i].first, steps[i].position = places[i].second;
  const std::vector<Turn> turns = turns_of(steps, {}, names);
  REQUIRE(turns.size() == 5);
  CHECK(turns[0].thread == "0");
  CHECK(turns[0].until == 0);
  CHECK(turns[1].thread == "1");
  CHECK(turns[1].until == 6);
  CHECK(turns[2].thread == "2");
  CHECK(turns[2].until == 9);
  CHECK(turns[3].until == 0);
  CHECK(turns[4].until == 0);
}

}  // namespace
}  // namespace threadbook::explore
