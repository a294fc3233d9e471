// Who holds a lock, for those who look (vm/observer.h): kept by the thread that takes it, where somebody does.
#pragma once

#include <atomic>
#include <cstdint>

namespace threadbook::python {

// Written by who holds the lock; read by anybody, who may find the thread of one moment and the place of another.
struct HolderNote {
  std::atomic<std::uint32_t> thread{0};    // its serial; 0: nobody
  std::atomic<const void*> code{nullptr};  // where it took the lock: a LinkedCode, and an instruction of it
  std::atomic<const void*> pc{nullptr};
};

}  // namespace threadbook::python
