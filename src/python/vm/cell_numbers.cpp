#include "python/vm/cell_numbers.h"

#include "python/objects/marker.h"

namespace threadbook::python {

std::uint16_t CellNumbers::of(Cell* cell) {
  runtime::Guard guard(mutex_);
  auto [place, added] = numbers_.try_emplace(cell, 0);
  if (added) {
    std::size_t number = numbers_.size();
    if (number >= kCount) {
      numbers_.erase(place);
      return 0;
    }
    place->second = static_cast<std::uint16_t>(number);
    cells_[number].store(cell, std::memory_order_release);
  }
  return place->second;
}

void CellNumbers::trace(Marker& marker) const {
  mutex_.assume_held();  // the world is stopped
  for (const auto& [cell, number] : numbers_) marker.visit(cell);
}

}  // namespace threadbook::python
