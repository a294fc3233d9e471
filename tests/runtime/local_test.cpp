#include "runtime/local.h"

#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/event.h"
#include "runtime/this_thread.h"

namespace threadbook::runtime {
namespace {

// Counts how many of it live.
struct Counted {
  explicit Counted(std::atomic<int>& live) : live_(&live) { ++*live_; }
  Counted(Counted&& other) noexcept : live_(std::exchange(other.live_, nullptr)) {}
  ~Counted() {
    if (live_) --*live_;
  }

 private:
  std::atomic<int>* live_;
};

TEST_CASE("local: every thread has its own") {
  Program program;
  Local<int> number;
  Local<std::string> text([] { return std::string("new"); });
  *number = 1;
  std::atomic<int> wrong{0};
  Threads(4, [&](int i) {
    if (*number != 0 || *text != "new") ++wrong;
    *number = i + 10;
    *text += std::to_string(i);
    sleep_for(0.002);
    if (*number != i + 10 || *text != "new" + std::to_string(i)) ++wrong;
  });
  CHECK(wrong == 0);
  CHECK(*number == 1);
  CHECK(text->size() == 3);
}

TEST_CASE("local: a value ends with its thread, before the join") {
  Program program;
  std::atomic<int> live{0};
  Local<Counted> local([&] { return Counted(live); });
  Event go;
  std::atomic<int> made{0};
  Threads threads(3, [&](int) {
    (void)local.get();
    ++made;
    go.wait();
  });
  while (made < 3) sleep_for(0.001);
  CHECK(live == 3);
  go.set();
  threads.join();
  CHECK(live == 0);
  // The same OS thread carries another Thread, which has another value.
  Local<int> number;
  for (int i = 0; i < 5; ++i) {
    std::atomic<int> first{-1};
    Threads(1, [&](int) { first = (*number)++; });
    CHECK(first == 0);
  }
}

TEST_CASE("local: values end with the Local, whatever their threads do") {
  Program program;
  std::atomic<int> live{0};
  auto local = std::make_unique<Local<Counted>>([&] { return Counted(live); });
  Event go;
  std::atomic<int> made{0};
  Threads threads(3, [&](int) {
    (void)local->get();
    ++made;
    go.wait();
    Local<int> another;  // makes the thread tidy its table up
    *another = 1;
  });
  (void)local->get();
  while (made < 3) sleep_for(0.001);
  CHECK(live == 4);
  local.reset();
  CHECK(live == 0);
  go.set();
}

TEST_CASE("local: an initial value that cannot be made is tried again") {
  Program program;
  int tries = 0;
  Local<int> local([&] {
    if (++tries == 1) throw ValueError("not yet");
    return 5;
  });
  CHECK_THROWS_AS((void)local.get(), ValueError);
  CHECK(*local == 5);
  CHECK(tries == 2);
}

TEST_CASE("local: a destructor may use a Local, also the one it comes from") {
  Program program;
  Local<int> other;
  std::atomic<int> destroyed{0};
  struct Uses {
    Local<int>* other;
    std::atomic<int>* destroyed;
    Uses(Local<int>* a, std::atomic<int>* b) : other(a), destroyed(b) {}
    Uses(Uses&& from) noexcept : other(from.other), destroyed(std::exchange(from.destroyed, nullptr)) {}
    ~Uses() {
      if (destroyed == nullptr) return;
      ++**other;
      ++*destroyed;
    }
  };
  Local<Uses> local([&] { return Uses(&other, &destroyed); });
  Threads(2, [&](int) { (void)local.get(); });
  CHECK(destroyed == 2);
  CHECK(*other == 0);
}

TEST_CASE("local: random uses agree with a table") {
  constexpr int kLocals = 6;
  Program program;
  std::atomic<int> wrong{0};
  std::vector<std::unique_ptr<Local<int>>> locals;
  for (int i = 0; i < kLocals; ++i) {
    locals.push_back(std::make_unique<Local<int>>([i] { return i; }));
  }
  Threads(4, [&](int me) {
    std::mt19937 random(static_cast<unsigned>(me));
    int table[kLocals];
    for (int i = 0; i < kLocals; ++i) table[i] = i;
    for (int step = 0; step < 2000; ++step) {
      const auto which = random() % kLocals;
      if (**locals[which] != table[which]) ++wrong;
      table[which] = **locals[which] = static_cast<int>(random());
    }
  });
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace threadbook::runtime
