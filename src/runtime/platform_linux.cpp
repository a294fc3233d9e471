// The platform on Linux: the futex system call and POSIX threads.
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

#include "runtime/platform.h"

namespace threadbook::runtime {
namespace {

// The kernel wants the plain 32-bit word that std::atomic is on this platform.
std::uint32_t* futex_word(const std::atomic<std::uint32_t>& word) {
  static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(std::uint32_t));
  return reinterpret_cast<std::uint32_t*>(const_cast<std::atomic<std::uint32_t>*>(&word));
}

struct Start {
  OsThreadEntry entry;
  void* argument;
};

void* enter(void* memory) {
  const Start start = *static_cast<Start*>(memory);
  delete static_cast<Start*>(memory);
  start.entry(start.argument);
  return nullptr;
}

}  // namespace

bool futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t expected,
                std::optional<Nanoseconds> timeout) {
  timespec relative{};
  if (timeout) {
    if (*timeout <= 0) return false;
    relative.tv_sec = static_cast<time_t>(*timeout / 1'000'000'000);
    relative.tv_nsec = static_cast<long>(*timeout % 1'000'000'000);
  }
  const long result = syscall(SYS_futex, futex_word(word), FUTEX_WAIT_PRIVATE, expected,
                              timeout ? &relative : nullptr, nullptr, 0);
  return !(result == -1 && errno == ETIMEDOUT);
}

void futex_wake(const std::atomic<std::uint32_t>& word, int count) noexcept {
  syscall(SYS_futex, futex_word(word), FUTEX_WAKE_PRIVATE, count, nullptr, nullptr, 0);
}

std::uint64_t thread_native_id() noexcept {
  static thread_local const auto id = static_cast<std::uint64_t>(syscall(SYS_gettid));
  return id;
}

unsigned cpu_count() noexcept {
  const unsigned count = std::thread::hardware_concurrency();
  return count == 0 ? 1 : count;
}

void cpu_relax() noexcept {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

int start_os_thread(OsThreadEntry entry, void* argument, std::size_t stack_size,
                    std::uint64_t& native_id) {
  native_id = 0;
  pthread_attr_t attributes;
  if (const int error = pthread_attr_init(&attributes)) return error;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  int error = stack_size == 0 ? 0 : pthread_attr_setstacksize(&attributes, stack_size);
  if (error == 0) {
    auto* start = new Start{entry, argument};
    pthread_t thread;
    error = pthread_create(&thread, &attributes, enter, start);
    if (error != 0) delete start;
  }
  pthread_attr_destroy(&attributes);
  return error;
}

std::size_t most_os_threads() noexcept {
  return kNoThreadLimit;
}

IdlePolicy idle_worker_policy() noexcept {
  return {.kept = 0, .lifetime = 1'000'000'000};
}

}  // namespace threadbook::runtime
