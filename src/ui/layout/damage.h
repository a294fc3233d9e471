// Damage: which part of a frame differs from the one before, so that only that is painted.
//
// The frame is divided into cells. What is painted is added to each cell it touches, as a number made of how it looks;
// a cell whose sum is another than in the frame before has changed. So nobody has to say what a key, a click or a line
// of output changes, and nothing that did change is missed but by a chance of one in 2^64.
// What changes far apart, a line that is typed and the output of another program, is told apart.
//
// Why: where the processor paints in place of a graphics card, a whole frame takes it some tens of milliseconds. Cost:
// linear in what is painted; what covers the whole frame touches each cell (a few hundred).
//
// Thread safety: none; the main thread only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace threadbook::ui {

// Pixels [left, right) x [top, bottom).
struct PixelArea {
  int left = 0, top = 0, right = 0, bottom = 0;

  bool empty() const { return left >= right || top >= bottom; }
  friend bool operator==(const PixelArea&, const PixelArea&) = default;
};

class Damage {
 public:
  static constexpr int kCell = 64;              // pixels
  static constexpr std::size_t kMostAreas = 4;  // each costs another look at what is painted

  // A frame of this size begins. Where the size is new, all of it is damaged.
  void begin(int width, int height);
  // Something is painted in `area`, over what was added before; `look` is a hash of all that it looks like.
  void add(const PixelArea& area, std::uint64_t look);
  // The frame is complete: what differs from the last one, in whole cells, from top to bottom; none if nothing does.
  // Between two areas lies at least a row of cells that is as it was. Valid until the next call.
  const std::vector<PixelArea>& end();

  // Nothing is known of what is shown: the next frame is damaged as a whole.
  void forget() { known_ = false; }

 private:
  PixelArea changed_in(int row) const;

  int width_ = 0, height_ = 0;  // pixels
  int columns_ = 0, rows_ = 0;
  bool known_ = false;
  std::vector<std::uint64_t> before_, now_;  // by row and column
  std::vector<PixelArea> areas_;
};

}  // namespace threadbook::ui
