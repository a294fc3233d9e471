// The futex on a POSIX system without one that we know: waiters meet at a mutex and a condition
// variable chosen by the word's address. Every wake-up wakes all who wait at that place, so words
// that share one only cost each other a spurious look.
#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "runtime/platform.h"

namespace threadbook::runtime {
namespace {

struct WaitingPlace {
  std::mutex mutex;
  std::condition_variable changed;
};

WaitingPlace& place_of(const std::atomic<std::uint32_t>& word) {
  static auto& places = *new std::array<WaitingPlace, 64>;
  const auto address = reinterpret_cast<std::uintptr_t>(&word);
  return places[(address >> 4) % places.size()];
}

}  // namespace

bool futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t expected, std::optional<Nanoseconds> timeout) {
  WaitingPlace& place = place_of(word);
  std::unique_lock lock(place.mutex);
  if (word.load(std::memory_order_acquire) != expected) return true;
  if (!timeout) {
    place.changed.wait(lock);
    return true;
  }
  return place.changed.wait_for(lock, std::chrono::nanoseconds(*timeout)) == std::cv_status::no_timeout;
}

void futex_wake(const std::atomic<std::uint32_t>& word, int) noexcept {
  WaitingPlace& place = place_of(word);
  // Passing through the mutex makes sure that nobody is between looking at the word and waiting.
  { std::lock_guard lock(place.mutex); }
  place.changed.notify_all();
}

std::uint64_t thread_native_id() noexcept {
  static std::atomic<std::uint64_t> last{0};
  static thread_local const std::uint64_t id = ++last;
  return id;
}

}  // namespace threadbook::runtime
