// The platform in a browser or under node: a thread is a Web Worker, the futex is WebAssembly's
// memory.atomic.wait32 and memory.atomic.notify.
#include <emscripten/threading.h>
#include <pthread.h>

#include <cerrno>
#include <limits>

#include "runtime/platform.h"

namespace threadbook::runtime {
namespace {

std::atomic<std::uint64_t> last_native_id{0};
thread_local std::uint64_t own_native_id = 0;

volatile void* futex_address(const std::atomic<std::uint32_t>& word) {
  static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(std::uint32_t));
  return const_cast<std::atomic<std::uint32_t>*>(&word);
}

struct Start {
  OsThreadEntry entry;
  void* argument;
  std::uint64_t native_id;
};

void* enter(void* memory) {
  const Start start = *static_cast<Start*>(memory);
  delete static_cast<Start*>(memory);
  own_native_id = start.native_id;
  start.entry(start.argument);
  return nullptr;
}

}  // namespace

bool futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t expected,
                std::optional<Nanoseconds> timeout) {
  if (timeout && *timeout <= 0) return false;
  const double milliseconds =
      timeout ? static_cast<double>(*timeout) / 1e6 : std::numeric_limits<double>::infinity();
  return emscripten_futex_wait(futex_address(word), expected, milliseconds) != -ETIMEDOUT;
}

void futex_wake(const std::atomic<std::uint32_t>& word, int count) noexcept {
  emscripten_futex_wake(futex_address(word), count);
}

std::uint64_t thread_native_id() noexcept {
  if (own_native_id == 0) own_native_id = ++last_native_id;
  return own_native_id;
}

unsigned cpu_count() noexcept {
  const int count = emscripten_num_logical_cores();
  return count < 1 ? 1u : static_cast<unsigned>(count);
}

void cpu_relax() noexcept {}

int start_os_thread(OsThreadEntry entry, void* argument, std::size_t stack_size,
                    std::uint64_t& native_id) {
  pthread_attr_t attributes;
  if (const int error = pthread_attr_init(&attributes)) return error;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  int error = stack_size == 0 ? 0 : pthread_attr_setstacksize(&attributes, stack_size);
  if (error == 0) {
    native_id = ++last_native_id;
    auto* start = new Start{entry, argument, native_id};
    pthread_t thread;
    error = pthread_create(&thread, &attributes, enter, start);
    if (error != 0) delete start;
  }
  pthread_attr_destroy(&attributes);
  return error;
}

IdlePolicy idle_worker_policy() noexcept {
  return {.kept = 16, .lifetime = 10'000'000'000};
}

}  // namespace threadbook::runtime

// Emscripten's C++ library brings 80 KB of code that makes C++ names readable, for one use: the words with which
// std::terminate names an exception that nobody caught. Defined here it stays out, and the name is told as it is.
extern "C" char* __cxa_demangle(const char*, char*, std::size_t*, int* status) {
  constexpr int kInvalidName = -2;
  if (status != nullptr) *status = kInvalidName;
  return nullptr;
}
