// The platform on a POSIX system without a futex we know: waiters meet at a mutex and a condition
// variable chosen by the word's address. Every wake-up wakes all who wait at that place, so words
// that share one only cost each other a spurious look.
#include <pthread.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

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
  WaitingPlace& place = place_of(word);
  std::unique_lock lock(place.mutex);
  if (word.load(std::memory_order_acquire) != expected) return true;
  if (!timeout) {
    place.changed.wait(lock);
    return true;
  }
  return place.changed.wait_for(lock, std::chrono::nanoseconds(*timeout)) ==
         std::cv_status::no_timeout;
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

unsigned cpu_count() noexcept {
  const unsigned count = std::thread::hardware_concurrency();
  return count == 0 ? 1 : count;
}

void cpu_relax() noexcept {
  std::this_thread::yield();
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
