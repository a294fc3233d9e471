// What crosses between explorer and page: it arrives as it was sent, and what is damaged is refused or is something
// else, but never more than was sent.
#include "explore/wire/wire.h"

#include <doctest/doctest.h>

#include <string>

#include "explore/explorer.h"

namespace threadbook::explore {
namespace {

const char* const kCounter = R"(import threading
counter = 0
def add():
    global counter
    value = counter
    counter = value + 1
first = threading.Thread(target=add, name="Ann")
second = threading.Thread(target=add, name="Bob")
first.start(); second.start()
first.join(); second.join()
print(counter)
)";

StepsView view_of_something() {
  StepsView view;
  view.is_ready = true;
  view.at = 3;
  view.count = 300'000;
  view.end = End::Deadlock;
  view.threads = {{"M", "main", StepsView::State::Ended, 0, "", ""},
                  {"A", "\u00e4nn", StepsView::State::MustWait, 7, "takes fork", "held by B"}};
  view.things = {"counter", "fork"};
  view.rows = {{1, 1, 7, "reads counter: 0", std::string("a\0b", 3), {"0", ""}, {false, true}}};
  view.results = {{End::Raised, "out", "err", true}};
  view.step_lines = {5, 6, 0xffff'ffff};
  view.output_before = 0xffff'ffff'ffff;
  return view;
}

TEST_CASE("a verdict arrives as it was sent") {
  const Verdict sent = Explorer(kCounter, {}).explore();
  REQUIRE(sent.outcomes.size() == 2);
  REQUIRE(sent.races.size() > 0);
  Verdict arrived;
  REQUIRE(from_bytes(to_bytes(sent), arrived));
  CHECK(as_json(arrived, {}) == as_json(sent, {}));
  CHECK(as_text(arrived, {}) == as_text(sent, {}));
  CHECK(to_bytes(arrived) == to_bytes(sent));
}

TEST_CASE("a view, a command and options arrive as they were sent") {
  const StepsView sent = view_of_something();
  StepsView view;
  REQUIRE(from_bytes(to_bytes(sent), view));
  CHECK(view.threads[1].name == "\u00e4nn");
  CHECK(view.rows[0].printed == std::string("a\0b", 3));
  CHECK(view.rows[0].is_new == std::vector<bool>{false, true});
  CHECK(view.end == End::Deadlock);
  CHECK(view.step_lines == sent.step_lines);
  CHECK(view.output_before == sent.output_before);
  CHECK(to_bytes(view) == to_bytes(sent));

  StepCommand command;
  REQUIRE(from_bytes(to_bytes(StepCommand{StepCommand::Kind::GoToWrite, 2, 70, "text", {3, 9}}), command));
  CHECK(command.kind == StepCommand::Kind::GoToWrite);
  CHECK(command.number == 70);
  CHECK(command.lines == std::vector<std::uint32_t>{3, 9});

  ExploreOptions asked, options;
  asked.gil = true;
  asked.seconds = 2.5;
  asked.preemptions = 3;
  REQUIRE(from_bytes(to_bytes(asked), options));
  CHECK(options.gil);
  CHECK(options.seconds == 2.5);
  CHECK(options.preemptions == 3);
}

TEST_CASE("what was cut or lengthened is refused, and what was changed does no harm") {
  const std::string sent = to_bytes(view_of_something());
  for (std::size_t size = 0; size < sent.size(); ++size) {
    StepsView view;
    CHECK_FALSE(from_bytes(std::string_view(sent).substr(0, size), view));
  }
  StepsView view;
  CHECK_FALSE(from_bytes(sent + "x", view));
  std::size_t whole = 0;
  for (std::size_t i = 0; i < sent.size(); ++i) {
    for (const unsigned bits : {0x01u, 0x7fu, 0x80u, 0xffu}) {
      std::string changed = sent;
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ bits);
      StepsView other;
      if (!from_bytes(changed, other)) continue;
      ++whole;
      CHECK(other.rows.size() + other.threads.size() + other.output.size() <= sent.size());
    }
  }
  CHECK(whole > 0);
}

}  // namespace
}  // namespace threadbook::explore
