#include "cli/standard_input.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace threadbook::cli {

bool StandardInput::is_open() { return fcntl(STDIN_FILENO, F_GETFD) != -1; }

bool StandardInput::is_terminal() { return runtime::is_terminal(STDIN_FILENO); }

StandardInput::~StandardInput() {
  {
    std::lock_guard lock(mutex_);
    over_ = true;
  }
  descriptor_.call_away();
  news_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void StandardInput::look() {
  if (run_.wants_input()) {
    if (!thread_.joinable()) thread_ = std::thread([this] { feed(); });
    std::lock_guard lock(mutex_);
    may_look_ = true;
    news_.notify_all();
  } else if (thread_.joinable()) {
    descriptor_.call_away();
  }
}

void StandardInput::feed() {
  while (wait_for_wish()) {
    // Called away, perhaps from an earlier wait, it looks again whether it is needed.
    for (bool answered = false; !answered && is_needed();) {
      answered = descriptor_.wait(STDIN_FILENO) && is_needed() && read_once();
    }
  }
}

bool StandardInput::is_needed() {
  std::lock_guard lock(mutex_);
  return !over_ && run_.wants_input();
}

// False: the run is over.
bool StandardInput::wait_for_wish() {
  std::unique_lock lock(mutex_);
  news_.wait(lock, [this] { return may_look_ || over_; });
  may_look_ = false;
  return !over_;
}

// False: there was nothing after all.
bool StandardInput::read_once() {
  char buffer[64 * 1024];
  const ssize_t count = read(STDIN_FILENO, buffer, sizeof buffer);
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return false;
  if (count > 0) {
    run_.give_input({buffer, static_cast<std::size_t>(count)});
  } else {
    run_.end_input();
  }
  return true;
}

}  // namespace threadbook::cli
