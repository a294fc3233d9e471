// A run's heap and classes without a program, for tests of containers in C++.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <thread>
#include <vector>

#include "python/objects/container_support.h"
#include "python/vm/interpreter.h"

// doctest would break into a debugger by calling raise(), which is the engine's in these tests.
#undef DOCTEST_BREAK_INTO_DEBUGGER
#define DOCTEST_BREAK_INTO_DEBUGGER() static_cast<void>(0)

namespace threadbook::python {

struct Containers {
  explicit Containers(bool gil = true) : interpreter(options(gil)), thread(interpreter) {}

  static RunOptions options(bool gil) {
    RunOptions options;
    options.gil = gil;
    return options;
  }
  static Value number(std::int64_t i) { return Value::small_int(i); }

  // Runs `work(thread state, number)` on `count` threads at once.
  void in_parallel(int count, const std::function<void(ThreadState&, int)>& work) {
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
      threads.emplace_back([&, i] {
        ThreadState own(interpreter);
        work(own, i);
      });
    }
    for (std::thread& t : threads) t.join();
  }

  Interpreter interpreter;
  ThreadState thread;
};

}  // namespace threadbook::python
