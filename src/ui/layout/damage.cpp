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

PixelArea both(const PixelArea& a, const PixelArea& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
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
  const int left = std::max(area.left, 0), right = std::min(area.right, width_);
  const int top = std::max(area.top, 0), bottom = std::min(area.bottom, height_);
  if (left >= right || top >= bottom) return;
  for (int row = top / kCell; row < cells(bottom); ++row) {
    for (int column = left / kCell; column < cells(right); ++column) {
      std::uint64_t& cell = now_[static_cast<std::size_t>(row * columns_ + column)];
      cell = with(cell, look);
    }
  }
}

const std::vector<PixelArea>& Damage::end() {
  areas_.clear();
  if (!std::exchange(known_, true)) {
    areas_.push_back({0, 0, width_, height_});
  } else {
    bool continues = false;  // the row before has changed too
    for (int row = 0; row < rows_; ++row) {
      const PixelArea area = changed_in(row);
      if (area.empty()) {
        continues = false;
      } else if (std::exchange(continues, true)) {
        areas_.back() = both(areas_.back(), area);
      } else {
        areas_.push_back(area);
      }
    }
    while (areas_.size() > kMostAreas) {
      const PixelArea last = areas_.back();
      areas_.pop_back();
      areas_.back() = both(areas_.back(), last);
    }
  }
  std::swap(before_, now_);
  return areas_;
}

PixelArea Damage::changed_in(int row) const {
  const std::size_t first = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_);
  int left = columns_, right = 0;
  for (int column = 0; column < columns_; ++column) {
    const std::size_t cell = first + static_cast<std::size_t>(column);
    if (now_[cell] == before_[cell]) continue;
    left = std::min(left, column);
    right = column + 1;
  }
  return {left * kCell, row * kCell, std::min(right * kCell, width_), std::min((row + 1) * kCell, height_)};
}

}  // namespace threadbook::ui
