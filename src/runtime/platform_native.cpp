// What Linux and every other POSIX system have in common: POSIX threads.
#include <pthread.h>

#include <thread>

#include "runtime/platform.h"

namespace threadbook::runtime {
namespace {

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

unsigned cpu_count() noexcept {
  const unsigned count = std::thread::hardware_concurrency();
  return count == 0 ? 1 : count;
}

void cpu_relax() noexcept {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#else
  std::this_thread::yield();
#endif
}

int start_os_thread(OsThreadEntry entry, void* argument, std::size_t stack_size, std::uint64_t& native_id) {
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

std::size_t most_os_threads() noexcept { return kNoThreadLimit; }

IdlePolicy idle_worker_policy() noexcept { return {.kept = 0, .lifetime = 1'000'000'000}; }

}  // namespace threadbook::runtime
