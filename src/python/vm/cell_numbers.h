// Numbers for cells, so that an inline cache (inline_cache.h) can name one in 16 bits.
//
// A cell that was given a number lives as long as the run. Cost: half a megabyte a run, of which only what is used
// is touched.
//
// Thread safety: any thread; get() takes no lock.
#pragma once

#include <atomic>
#include <memory>
#include <unordered_map>

#include "python/objects/class.h"
#include "runtime/mutex.h"

namespace threadbook::python {

class CellNumbers {
 public:
  // A number for `cell`; 0: there are too many.
  std::uint16_t of(Cell* cell);
  Cell* get(std::uint16_t number) const { return cells_[number].load(std::memory_order_acquire); }
  // REQUIRES: the world is stopped.
  void trace(Marker& marker) const;

 private:
  static constexpr std::size_t kCount = 65536;

  std::unique_ptr<std::atomic<Cell*>[]> cells_ { new std::atomic<Cell*>[ kCount ]() };
  runtime::Mutex mutex_;
  std::unordered_map<Cell*, std::uint16_t> numbers_ GUARDED_BY(mutex_);
};

}  // namespace threadbook::python
