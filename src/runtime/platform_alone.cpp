// The platform of a program that has one OS thread for good (alone.h): what is started runs at once and to its end, on
// the stack of whoever starts it. Nobody can wake one who waits, so a wait without an end is a mistake.
#include <cerrno>
#include <cstdlib>

#include "runtime/alone.h"
#include "runtime/platform.h"

namespace threadbook::runtime {

bool futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t expected, std::optional<Nanoseconds> timeout) {
  if (word.load() != expected) return true;
  if (!timeout) std::abort();
  return false;
}

void futex_wake(const std::atomic<std::uint32_t>&, int) noexcept {}

std::uint64_t thread_native_id() noexcept { return 1; }

bool is_alone() noexcept { return true; }

unsigned cpu_count() noexcept { return 1; }

int start_os_thread(OsThreadEntry entry, void* argument, std::size_t, std::uint64_t& native_id) {
  native_id = thread_native_id();
  entry(argument);
  return 0;
}

std::size_t most_os_threads() noexcept { return kNoThreadLimit; }

std::size_t os_threads_for_others() noexcept { return 0; }

std::size_t enough_os_threads() noexcept { return kNoThreadLimit; }

IdlePolicy idle_worker_policy() noexcept { return {.kept = 0, .lifetime = 0}; }

bool is_terminal(int) noexcept { return false; }

}  // namespace threadbook::runtime
