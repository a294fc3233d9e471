#include "explore/schedule.h"

#include <doctest/doctest.h>

namespace threadbook::explore {
namespace {

TEST_CASE("a schedule is a short text, and can be read again") {
  Schedule schedule;
  schedule.program = hash_of_program("print(1)");
  schedule.gil = true;
  schedule.turns = {{"0", 7}, {"1:2", 40}, {"0", 9}, {"1:2", 2000}, {"1:2", 0}, {"0", 0}};
  const std::string text = to_text(schedule);
  CHECK(text == "2-" + text.substr(2, text.find('-', 2) - 2) + "-ag-1:2-eMx4_30x.10");
  const auto again = schedule_from(text);
  REQUIRE(again.has_value());
  CHECK(again->program == schedule.program);
  CHECK(again->gil);
  CHECK_FALSE(again->keeps_durations);
  REQUIRE(again->turns.size() == 6);
  CHECK(again->turns[1].thread == "1:2");
  CHECK(again->turns[1].until == 40);
  CHECK(again->turns[2].until == 9);
  CHECK(again->turns[3].until == 2000);
  CHECK(again->turns[5].until == 0);
  CHECK(to_text(*again) == text);
}

TEST_CASE("what is no schedule is none") {
  for (const char* text : {"",
                           "1",
                           "3-0-a",
                           "1-xyz-a",
                           "1-0",
                           "1-0-",
                           "1-0-b",
                           "1-0-a-",
                           "1-0-a-0.",
                           "1-0-a-0.0",
                           "1-0-a-0_",
                           "1-0-a-0 ",
                           "1-0-aa",
                           "1-11112222333344445-a",
                           "1-0-a-0.1__0.2",
                           "2-0-a-",
                           "2-0-a-1",
                           "2-0-a-1-",
                           "2-0-a--M",
                           "2-0-a--_1",
                           "2-0-a--_1.",
                           "2-0-a--2!",
                           "2-0-a-1..2-2",
                           "2-0-a-x-2",
                           "2-0-a--_zzzzzzzzz."}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(schedule_from(text).has_value());
  }
  CHECK(schedule_from("1-0-a").has_value());
  CHECK(schedule_from("2-0-a").has_value());
}

TEST_CASE("a schedule as it was told at first can still be read") {
  const auto schedule = schedule_from("1-5f0c2a97d1e3b486-k-0.7_1:2.14_0");
  REQUIRE(schedule.has_value());
  CHECK(schedule->program == 0x5f0c'2a97'd1e3'b486u);
  CHECK(schedule->keeps_durations);
  REQUIRE(schedule->turns.size() == 3);
  CHECK(schedule->turns[1].thread == "1:2");
  CHECK(schedule->turns[1].until == 40);
  CHECK(schedule->turns[2].until == 0);
}

TEST_CASE("a thousand switches take no more than two kilobytes, of two threads or of eight") {
  for (const std::size_t threads : {2, 8}) {
    Schedule schedule;
    std::vector<std::uint32_t> places(threads, 5);
    for (std::size_t i = 0; i <= 1000; ++i) {
      const std::size_t thread = i % threads;
      schedule.turns.push_back({std::to_string(thread), places[thread] += 1 + static_cast<std::uint32_t>(i * 7 % 5)});
    }
    const std::string text = to_text(schedule);
    CHECK(text.size() <= 2000);
    CHECK(to_text(*schedule_from(text)) == text);
  }
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
