// The futex on Linux: the system call.
#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>

#include "runtime/platform.h"

namespace threadbook::runtime {
namespace {

// The kernel wants the plain 32-bit word that std::atomic is on this platform.
std::uint32_t* futex_word(const std::atomic<std::uint32_t>& word) {
  static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(std::uint32_t));
  return reinterpret_cast<std::uint32_t*>(const_cast<std::atomic<std::uint32_t>*>(&word));
}

}  // namespace

bool futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t expected, std::optional<Nanoseconds> timeout) {
  timespec relative{};
  if (timeout) {
    if (*timeout <= 0) return false;
    relative.tv_sec = static_cast<time_t>(*timeout / 1'000'000'000);
    relative.tv_nsec = static_cast<long>(*timeout % 1'000'000'000);
  }
  const long result =
      syscall(SYS_futex, futex_word(word), FUTEX_WAIT_PRIVATE, expected, timeout ? &relative : nullptr, nullptr, 0);
  return !(result == -1 && errno == ETIMEDOUT);
}

void futex_wake(const std::atomic<std::uint32_t>& word, int count) noexcept {
  syscall(SYS_futex, futex_word(word), FUTEX_WAKE_PRIVATE, count, nullptr, nullptr, 0);
}

std::uint64_t thread_native_id() noexcept {
  static thread_local const auto id = static_cast<std::uint64_t>(syscall(SYS_gettid));
  return id;
}

}  // namespace threadbook::runtime
