// What going to a step costs in a long order: the best times in milliseconds of one step back from the end, and of a
// jump to the middle and from there to the end, each until the view of it is there.
//
//     threadbook_stepping_bench
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <thread>

#include "explore/stepping/stepping.h"

namespace {

using namespace threadbook::explore;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 5;

// A million steps: each adding is two.
constexpr const char* kProgram = R"(
import threading
x = 0
def work():
    global x
    for i in range(250_000):
        x = x + 1
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
)";

class Reader {
 public:
  // Milliseconds until it stands there.
  double tell(StepCommand::Kind kind, std::uint64_t number = 0) {
    const Clock::time_point begin = Clock::now();
    stepping_.tell({.kind = kind, .number = number});
    ++told_;
    while (view().obeyed < told_ || view().is_busy) std::this_thread::sleep_for(std::chrono::microseconds(100));
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  }
  const StepsView& view() {
    stepping_.poll();
    return *stepping_.view();
  }

 private:
  Stepping stepping_{kProgram, {}};
  std::uint64_t told_ = 0;
};

}  // namespace

int main() {
  Reader reader;
  reader.tell(StepCommand::Kind::Finish);
  const std::size_t steps = reader.view().count;
  double back = 1e9, there = 1e9, end = 1e9;
  for (int i = 0; i < kRounds; ++i) {
    back = std::min(back, reader.tell(StepCommand::Kind::Go, steps - 1));
    there = std::min(there, reader.tell(StepCommand::Kind::Go, steps / 2));
    end = std::min(end, reader.tell(StepCommand::Kind::Go, steps));
  }
  std::printf("%zu %.1f %.1f %.1f\n", steps, back, there, end);
}
