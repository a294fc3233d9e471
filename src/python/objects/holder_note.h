// Who holds a lock and where it was taken, for those who look (vm/observer.h): kept by the thread that takes it, where
// somebody does.
//
// One word, stored as cheaply as can be: a million times a second some nanoseconds count.
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
    store(std::uint64_t{thread} << kPlaceBits | (reinterpret_cast<std::uintptr_t>(place) & kPlaceMask));
  }
  void clear() { store(0); }
  Holder get() const {
    const std::uint64_t word = load();
    return {static_cast<std::uint32_t>(word >> kPlaceBits), word & kPlaceMask};
  }

 private:
  static constexpr int kPlaceBits = 48;  // as far as addresses of programs go, on 64 bits too
  static constexpr std::uint64_t kPlaceMask = (std::uint64_t{1} << kPlaceBits) - 1;

#ifdef __wasm__
  // WebAssembly knows no relaxed order: each atomic store is a fence. A plain one of an aligned word is what relaxed
  // stores are elsewhere: one instruction.
  void store(std::uint64_t word) { word_ = word; }
  std::uint64_t load() const { return word_; }
  volatile std::uint64_t word_ = 0;
#else
  void store(std::uint64_t word) { word_.store(word, std::memory_order_relaxed); }
  std::uint64_t load() const { return word_.load(std::memory_order_relaxed); }
  std::atomic<std::uint64_t> word_{0};
#endif
};

}  // namespace threadbook::python
