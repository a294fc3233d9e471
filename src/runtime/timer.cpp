#include "runtime/timer.h"

#include <utility>

namespace threadbook::runtime {

Timer::Timer(Timeout interval, std::function<void()> function, ThreadOptions<> options)
    : Thread(std::move(options)), interval_(interval), function_(std::move(function)) {}

void Timer::run() {
  const auto function = std::exchange(function_, nullptr);
  if (!over_.wait(interval_) && function) function();
  over_.set();
}

}  // namespace threadbook::runtime
