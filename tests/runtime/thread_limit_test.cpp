// What happens when the system has no thread left. Provoked by a limit on address space, which
// sanitizers need too much of themselves, and which only Linux enforces.
#include <doctest/doctest.h>

#if defined(__linux__) && !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)

#include <sys/resource.h>

#include <cstdio>
#include <string>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/this_thread.h"

namespace threadbook::runtime {
namespace {

// Lets the process grow by no more than `bytes` while it lives.
class AddressSpaceLimit {
 public:
  explicit AddressSpaceLimit(rlim_t bytes) {
    getrlimit(RLIMIT_AS, &before_);
    rlim_t pages = 0;
    if (std::FILE* const file = std::fopen("/proc/self/statm", "r")) {
      unsigned long size = 0;
      if (std::fscanf(file, "%lu", &size) == 1) pages = size;
      std::fclose(file);
    }
    rlimit limit = before_;
    limit.rlim_cur = pages * 4096 + bytes;
    setrlimit(RLIMIT_AS, &limit);
  }
  ~AddressSpaceLimit() { setrlimit(RLIMIT_AS, &before_); }
  AddressSpaceLimit(const AddressSpaceLimit&) = delete;
  AddressSpaceLimit& operator=(const AddressSpaceLimit&) = delete;

 private:
  rlimit before_{};
};

TEST_CASE("thread limit: a start that the system refuses leaves everything as it was") {
  Program program;
  Completion go;
  const auto create = [&] { return Thread::create({.target = [&] { (void)wait(go, Deadline::never()); }}); };
  std::vector<ThreadPtr> started;
  started.reserve(2000);
  ThreadPtr refused;
  std::string message;
  {
    AddressSpaceLimit limit(100u << 20);
    while (!refused && started.size() < started.capacity()) {
      const ThreadPtr thread = create();
      try {
        thread->start();
        started.push_back(thread);
      } catch (const RuntimeError& error) {
        refused = thread;
        message = error.what();
      }
    }
  }
  REQUIRE(refused);
  CHECK(message == "can't start new thread");
  CHECK_FALSE(refused->is_alive());
  CHECK_FALSE(refused->ident().has_value());
  CHECK_THROWS_WITH_AS(refused->join(), "cannot join thread before it is started", RuntimeError);
  CHECK(active_count() == started.size() + 1);
  CHECK(program.registry->snapshot().size() == started.size() + 1);
  // With room again, it may be tried again.
  refused->start();
  go.complete();
  for (const auto& thread : started) thread->join();
  CHECK(refused->join());
}

}  // namespace
}  // namespace threadbook::runtime

#endif
