#include "ui/layout/page_columns.h"

#include <algorithm>
#include <cmath>

namespace threadbook::ui {
namespace {

constexpr float kNarrowBelow = 900;
constexpr float kPhoneBelow = 600;
constexpr float kContentsWidth = 288;
constexpr float kDrawerWidth = 312;
constexpr float kBarHeight = 52;
constexpr float kMeasure = 648;  // about 74 characters of 17 px Inter
constexpr float kGutter = 52;
constexpr float kWideFrom = 1500;
constexpr float kLeastSide = 380;
constexpr float kMostSide = 720;
constexpr float kWideMargin = 40;

}  // namespace

PageColumns divide_page(float width, float height) {
  PageColumns columns;
  columns.narrow = width < kNarrowBelow;
  columns.phone = width < kPhoneBelow;
  if (columns.narrow) {
    columns.bar_height = kBarHeight;
    columns.contents = {0, 0, std::min(kDrawerWidth, width * 0.86f), height};
    const bool phone = columns.phone;
    const float margin = phone ? 20 : 56;
    columns.gutter = phone ? 40 : kGutter;
    columns.text_width = std::min(kMeasure, std::floor(width - 2 * margin));
    columns.text_x = std::floor((width - columns.text_width) / 2);
    // On a phone a card takes all the width there is but a hair.
    columns.card_x = phone ? 8 : columns.text_x - columns.gutter;
    columns.card_width = phone ? width - 16 : columns.text_width + 2 * columns.gutter;
    if (phone) {
      columns.body_size = 16.5f;
      columns.line_height = 27;
      columns.code_size = 13;
      columns.code_line = 21;
    }
  } else {
    columns.contents = {0, 0, kContentsWidth, height};
    columns.gutter = kGutter;
    const float room = width - kContentsWidth;
    columns.text_width = std::min(kMeasure, std::floor(room - 2 * (kGutter + 24)));
    columns.text_x = kContentsWidth + std::floor((room - columns.text_width) / 2);
    columns.card_x = columns.text_x - columns.gutter;
    columns.card_width = columns.text_width + 2 * columns.gutter;
    if (width >= kWideFrom) {
      columns.side_width = std::clamp(room - columns.card_width - 3 * kWideMargin, kLeastSide, kMostSide);
      columns.card_x = kContentsWidth + std::floor((room - columns.card_width - columns.side_width) / 2);
      columns.text_x = columns.card_x + columns.gutter;
    }
  }
  return columns;
}

}  // namespace threadbook::ui
