// Stepping through a program by hand: rows, what comes next, back and onto other branches, schedules.
#include "explore/stepping/stepping.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "explore/replay.h"
#include "explore/schedule.h"

namespace threadbook::explore {
namespace {

using Kind = StepCommand::Kind;

const std::string kCounter =
    "import threading\n"
    "counter = 0\n"
    "def add_one():\n"
    "    global counter\n"
    "    seen = counter\n"
    "    counter = seen + 1\n"
    "a = threading.Thread(target=add_one)\n"
    "b = threading.Thread(target=add_one)\n"
    "a.start(); b.start()\n"
    "a.join(); b.join()\n"
    "print(counter)\n";

// A program that is stepped through, each command waited for.
class Reader {
 public:
  explicit Reader(const std::string& source) : stepping_(source, {}) { wait(); }

  const StepsView& tell(StepCommand command) {
    stepping_.tell(std::move(command));
    wait();
    return view();
  }
  const StepsView& take(std::size_t thread) { return tell({Kind::Take, thread}); }
  const StepsView& go(std::size_t step) { return tell({Kind::Go, 0, step}); }
  const StepsView& finish() { return tell({Kind::Finish}); }
  const StepsView& view() const { return view_; }

  // Of the rows that are steps, those done: "A reads counter: 0".
  std::vector<std::string> steps() const {
    std::vector<std::string> all;
    for (const StepsView::Row& row : view().rows) {
      if (row.step != 0 && row.step <= view().at) all.push_back(view().threads[row.thread].letter + " " + row.words);
    }
    return all;
  }
  std::string value(std::size_t row, const std::string& thing) const {
    const auto& things = view().things;
    const auto at = static_cast<std::size_t>(std::find(things.begin(), things.end(), thing) - things.begin());
    REQUIRE(at < things.size());
    return view().rows.at(row).values.at(at);
  }

 private:
  void wait() {
    do {
      while (!stepping_.poll()) std::this_thread::sleep_for(std::chrono::microseconds(50));
      view_ = *stepping_.view();
    } while (view().is_busy);
  }

  Stepping stepping_;
  StepsView view_;
};

TEST_CASE("the reader is the scheduler: a counter that prints 1, and after going back 2") {
  Reader reader(kCounter);
  const StepsView& view = reader.view();
  REQUIRE(view.threads.size() == 3);
  CHECK(view.at == 0);
  CHECK(view.count == 0);
  CHECK(view.rows.size() == 1);
  CHECK(view.rows[0].words == "starts A, B");
  CHECK(reader.value(0, "counter") == "0");
  CHECK(view.threads[0].letter == "M");
  CHECK(view.threads[0].state == StepsView::State::MustWait);
  CHECK(view.threads[0].next == "joins A");
  CHECK(view.threads[0].line == 10);
  CHECK(view.threads[1].name == "Thread-1 (add_one)");
  CHECK(view.threads[1].state == StepsView::State::CanGoOn);
  CHECK(view.threads[1].next == "reads counter: 0");
  CHECK(view.threads[1].line == 5);

  reader.take(1);
  reader.take(2);
  CHECK(reader.steps() == std::vector<std::string>{"A reads counter: 0", "B reads counter: 0"});
  CHECK(view.threads[1].next == "writes counter \u2190 1");
  CHECK(view.threads[1].line == 6);
  reader.take(1);
  CHECK(view.rows.back().words == "writes counter \u2190 1");
  CHECK(reader.value(2, "counter") == "0");
  CHECK(reader.value(3, "counter") == "1");
  CHECK(view.rows.back().is_new[0]);
  reader.take(0);  // it must wait: nothing is done
  CHECK(view.at == 3);
  reader.finish();
  CHECK(view.end == End::Finished);
  CHECK(view.output == "1\n");
  CHECK(view.rows.back().printed == "1\n");
  REQUIRE(view.results.size() == 1);
  CHECK(view.results[0].is_here);
  CHECK(view.results[0].out == "1\n");
  CHECK(view.threads[1].state == StepsView::State::Ended);
  const std::size_t all = view.count;

  reader.go(1);
  CHECK(view.at == 1);
  CHECK(view.count == all);
  CHECK(view.output.empty());
  CHECK_FALSE(view.end.has_value());
  CHECK(view.rows.size() == view.all_rows);
  CHECK(view.threads[2].next == "reads counter: 0");
  CHECK_FALSE(view.has_other);
  reader.tell({Kind::RunThread, 1});
  CHECK(view.has_other);
  CHECK(view.threads[1].state == StepsView::State::Ended);
  reader.finish();
  CHECK(view.output == "2\n");
  CHECK(view.results.size() == 2);
  CHECK(view.results[1].is_here);
  reader.tell({Kind::OpenOther});
  CHECK(view.output == "1\n");
  CHECK(view.results.size() == 2);
  CHECK(view.at == all);
  reader.tell({Kind::OpenResult, 0, 1});
  CHECK(view.output == "2\n");
}

TEST_CASE("a schedule leads to the step that it was told at, in another run too") {
  Reader reader(kCounter);
  reader.take(1);
  reader.take(2);
  reader.take(2);
  const std::string schedule = reader.view().schedule;
  Reader other(kCounter);
  other.tell({Kind::OpenSchedule, 0, 0, schedule});
  CHECK(other.steps() == reader.steps());
  CHECK(other.view().at == 3);
  CHECK(other.view().schedule == schedule);
  // Another program's is none.
  Reader stranger(kCounter + "\n");
  stranger.tell({Kind::OpenSchedule, 0, 0, schedule});
  CHECK(stranger.view().at == 0);
  // The same as replay() has it, to the end.
  reader.finish();
  CHECK(replay(kCounter, {}, *schedule_from(reader.view().schedule)).out == reader.view().output);
}

TEST_CASE("a lock is shown with who holds it, and who must wait says why") {
  Reader reader(
      "import threading\n"
      "fork, knife = threading.Lock(), threading.Lock()\n"
      "def eat(first, second):\n"
      "    with first:\n"
      "        with second: pass\n"
      "threading.Thread(target=eat, args=(fork, knife)).start()\n"
      "threading.Thread(target=eat, args=(knife, fork)).start()\n");
  const StepsView& view = reader.view();
  CHECK(view.threads[1].next == "takes fork");
  CHECK(view.threads[1].line == 4);
  reader.take(1);
  reader.take(2);
  CHECK(reader.steps() == std::vector<std::string>{"A takes fork", "B takes knife"});
  CHECK(reader.value(view.rows.size() - 1, "fork") == "held by A");
  CHECK(reader.value(view.rows.size() - 1, "knife") == "held by B");
  CHECK(view.threads[1].state == StepsView::State::MustWait);
  CHECK(view.threads[1].next == "takes knife");
  CHECK(view.threads[1].why == "held by B");
  CHECK(view.threads[0].next == "waits for the others to end");
  CHECK(view.end == End::Deadlock);
  CHECK(view.results.size() == 1);
  CHECK(view.results[0].is_finding());
  reader.go(1);
  reader.tell({Kind::RunThread, 1});
  CHECK(reader.value(view.rows.size() - 1, "fork") == "free");
}

TEST_CASE("to a line, to a place to stop at, to what wrote a value and to what printed") {
  Reader reader(
      "import threading\n"
      "total = 0\n"
      "def add(n):\n"
      "    global total\n"
      "    for i in range(3):\n"
      "        total += n\n"
      "    print('done', n)\n"
      "ts = [threading.Thread(target=add, args=(n,)) for n in (1, 10)]\n"
      "for t in ts: t.start()\n"
      "for t in ts: t.join()\n");
  const StepsView& view = reader.view();
  CHECK(std::find(view.step_lines.begin(), view.step_lines.end(), 7) != view.step_lines.end());
  reader.tell({Kind::RunToLine, 0, 7});
  CHECK(view.at == 6);
  const std::size_t place = view.at;
  reader.tell({Kind::GoToWrite, 0, view.rows.size() - 2});
  CHECK(view.at == 4);
  reader.go(place);
  reader.tell({Kind::StopAt, 0, 0, "", {6}});
  reader.finish();
  CHECK(view.at > place);
  CHECK_FALSE(view.end.has_value());
  reader.tell({Kind::StopAt});
  reader.finish();
  CHECK(view.end == End::Finished);
  CHECK(view.output.find("done 10") != std::string::npos);
  reader.tell({Kind::GoToOutput, 0, 0});
  CHECK(view.output.starts_with("done"));
  CHECK(view.output.size() < 14);
}

TEST_CASE("programs without steps, with errors, and that never end") {
  Reader plain("print(1)\n");
  CHECK(plain.view().end == End::Finished);
  CHECK(plain.view().output == "1\n");
  plain.go(3);
  plain.tell({Kind::GoToOutput, 0, 0});
  plain.take(0);
  CHECK(plain.view().obeyed == 3);
  Reader wrong("def f(:\n");
  CHECK(wrong.view().end == End::Raised);
  CHECK(wrong.view().output.find("SyntaxError") != std::string::npos);

  Reader raises(
      "import threading\nx = 0\ndef f():\n    global x\n    x = 1 / x\nfor _ in '12': "
      "threading.Thread(target=f).start()\n");
  raises.finish();
  CHECK(raises.view().end == End::Raised);
  CHECK(raises.view().output.find("ZeroDivisionError") != std::string::npos);

  Reader polls(
      "import threading\ndone = False\ndef f():\n    while not done: pass\ndef g():\n    global done\n    done = True\n"
      "for each in (g, f): threading.Thread(target=each).start()\n");
  for (int round = 0; round < 2; ++round) polls.take(2);
  CHECK(polls.view().threads[2].state == StepsView::State::MustWait);
  CHECK(polls.view().threads[2].why == "looks again when something has changed");
  polls.finish();
  CHECK(polls.view().end == End::Finished);
}

}  // namespace
}  // namespace threadbook::explore
