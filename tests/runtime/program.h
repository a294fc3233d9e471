// A program of its own for a test: a fresh Registry whose main thread is the test's thread.
#pragma once

#include <memory>

#include "runtime/registry.h"
#include "runtime/thread.h"

namespace threadbook::runtime {

struct Program {
  std::shared_ptr<Registry> registry = Registry::create();
  MainThreadScope scope{registry};

  ~Program() { registry->shutdown(); }
};

}  // namespace threadbook::runtime
