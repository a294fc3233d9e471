// Who holds a lock and where it was taken, for those who look (vm/observer.h): kept by the thread that takes it, where
// somebody does.
//
// One word, since every store that others read costs a browser some nanoseconds: a million times a second that counts.
#pragma once

#include <atomic>
#include <cstdint>

namespace threadbook::python {

class HolderNote {
 public:
  struct Holder {
    std::uint32_t thread = 0;  // the lower 16 bits of its serial; 0: nobody
    std::uint64_t place = 0;   // the address of an instruction, Linker::line_of()
  };

  void set(std::uint32_t thread, const void* place) {
    word_.store(std::uint64_t{thread} << kPlaceBits | (reinterpret_cast<std::uintptr_t>(place) & kPlaceMask),
                std::memory_order_relaxed);
  }
  void clear() { word_.store(0, std::memory_order_relaxed); }
  Holder get() const {
    const std::uint64_t word = word_.load(std::memory_order_relaxed);
    return {static_cast<std::uint32_t>(word >> kPlaceBits), word & kPlaceMask};
  }

 private:
  static constexpr int kPlaceBits = 48;  // as far as addresses of programs go, on 64 bits too
  static constexpr std::uint64_t kPlaceMask = (std::uint64_t{1} << kPlaceBits) - 1;

  std::atomic<std::uint64_t> word_{0};
};

}  // namespace threadbook::python
