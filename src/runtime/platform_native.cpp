// What Linux and every other POSIX system have in common: POSIX threads.
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

#include "runtime/alone.h"
#include "runtime/descriptor_wait.h"
#include "runtime/errors.h"
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

bool is_alone() noexcept { return false; }

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

std::size_t os_threads_for_others() noexcept { return 0; }

// Most systems give as many.
std::size_t enough_os_threads() noexcept { return 1000; }

IdlePolicy idle_worker_policy() noexcept { return {.kept = 0, .lifetime = 1'000'000'000}; }

bool is_terminal(int descriptor) noexcept { return isatty(descriptor) == 1; }

DescriptorWait::DescriptorWait() {
  if (pipe(pipe_) != 0) throw RuntimeError("no pipe to wait with");
  for (const int end : pipe_) {
    fcntl(end, F_SETFD, FD_CLOEXEC);
    fcntl(end, F_SETFL, O_NONBLOCK);
  }
}

DescriptorWait::~DescriptorWait() {
  for (const int end : pipe_) close(end);
}

bool DescriptorWait::wait(int descriptor) {
  pollfd waited[] = {{descriptor, POLLIN, 0}, {pipe_[0], POLLIN, 0}};
  while (poll(waited, 2, -1) < 0 && errno == EINTR) {
  }
  if (!called_away_.exchange(false)) return true;
  char calls[16];
  while (read(pipe_[0], calls, sizeof calls) > 0) {
  }
  return false;
}

void DescriptorWait::call_away() noexcept {
  called_away_.store(true);
  const char call = 0;
  // A full pipe has calls enough in it.
  [[maybe_unused]] const ssize_t written = write(pipe_[1], &call, 1);
}

}  // namespace threadbook::runtime
