// A program of its own for a test: a fresh Registry whose main thread is the test's thread.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "runtime/registry.h"
#include "runtime/thread.h"

namespace threadbook::runtime {

struct Program {
  std::shared_ptr<Registry> registry = Registry::create();
  MainThreadScope scope{registry};

  ~Program() { registry->shutdown(); }
};

// Starts `count` threads that call body(i), and joins them when it goes.
class Threads {
 public:
  Threads(int count, const std::function<void(int)>& body) {
    for (int i = 0; i < count; ++i) {
      threads_.push_back(Thread::create({.target = [body, i] { body(i); }}));
      threads_.back()->start();
    }
  }
  ~Threads() { join(); }
  void join() {
    for (const auto& thread : threads_) thread->join();
    threads_.clear();
  }

 private:
  std::vector<ThreadPtr> threads_;
};

}  // namespace threadbook::runtime
