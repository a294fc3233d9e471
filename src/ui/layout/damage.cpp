#include "ui/layout/damage.h"

#include <algorithm>
#include <utility>

namespace threadbook::ui {
namespace {

int cells(int pixels) { return (pixels + Damage::kCell - 1) / Damage::kCell; }

// The order matters: what is added later lies over what was there.
std::uint64_t with(std::uint64_t cell, std::uint64_t look) {
  std::uint64_t sum = (cell ^ look) * 0x9E3779B97F4A7C15u;
  return sum ^ (sum >> 29);
}

}  // namespace

void Damage::begin(int width, int height) {
  if (width != width_ || height != height_) {
    width_ = width;
    height_ = height;
    columns_ = cells(width);
    rows_ = cells(height);
    known_ = false;
  }
  now_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
}

void Damage::add(const PixelArea& area, std::uint64_t look) {
  const int left = std::max(area.left, 0) / kCell, right = cells(std::min(area.right, width_));
  const int top = std::max(area.top, 0) / kCell, bottom = cells(std::min(area.bottom, height_));
  for (int row = top; row < bottom; ++row) {
    for (int column = left; column < right; ++column) {
      std::uint64_t& cell = now_[static_cast<std::size_t>(row * columns_ + column)];
      cell = with(cell, look);
    }
  }
}

PixelArea Damage::end() {
  PixelArea changed{width_, height_, 0, 0};
  if (std::exchange(known_, true)) {
    for (int row = 0; row < rows_; ++row) {
      for (int column = 0; column < columns_; ++column) {
        const auto cell = static_cast<std::size_t>(row * columns_ + column);
        if (now_[cell] == before_[cell]) continue;
        changed.left = std::min(changed.left, column * kCell);
        changed.top = std::min(changed.top, row * kCell);
        changed.right = std::min(std::max(changed.right, (column + 1) * kCell), width_);
        changed.bottom = std::min(std::max(changed.bottom, (row + 1) * kCell), height_);
      }
    }
  } else {
    changed = {0, 0, width_, height_};
  }
  std::swap(before_, now_);
  return changed.empty() ? PixelArea{} : changed;
}

}  // namespace threadbook::ui
