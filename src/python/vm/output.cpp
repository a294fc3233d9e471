#include "python/vm/output.h"

#include <iterator>

namespace threadbook::python {

std::uint64_t Output::append(Stream stream, std::string_view utf8) {
  std::uint64_t position = 0;
  {
    runtime::Guard guard(guard_);
    position = written_;
    if (utf8.empty()) return position;
    written_ += utf8.size();
    if (chunks_.empty() || chunks_.back().stream != stream) chunks_.push_back({stream, {}});
    chunks_.back().text.append(utf8);
    pending_.store(pending_.load(std::memory_order_relaxed) + utf8.size());
  }
  if (reader != nullptr) reader->wake();
  return position;
}

bool Output::take(std::vector<OutputChunk>& into) {
  if (is_empty()) return false;
  runtime::Wakeable* to_wake = nullptr;
  if (!guard_.try_lock()) return false;
  std::move(chunks_.begin(), chunks_.end(), std::back_inserter(into));
  chunks_.clear();
  pending_.store(0, std::memory_order_release);
  std::vector<runtime::Wakeable*> all;
  while ((to_wake = waiters_.pop()) != nullptr) all.push_back(to_wake);
  guard_.unlock();
  for (runtime::Wakeable* wakeable : all) wakeable->wake();
  return true;
}

bool Output::try_or_enqueue(runtime::Waiter& waiter) {
  runtime::Guard guard(guard_);
  if (!is_full()) {
    waiters_.leave(waiter);
    return true;
  }
  waiters_.push(waiter);
  return false;
}

bool Output::withdraw(runtime::Waiter& waiter) {
  runtime::Guard guard(guard_);
  waiters_.leave(waiter);
  return true;
}

}  // namespace threadbook::python
