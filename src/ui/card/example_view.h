// Paints an example's card: header, editor, tools, and below them what the run has to show.
#pragma once

#include "ui/card/example.h"
#include "ui/layout/card_layout.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

// What of a card is scrolled, as its overlays report it.
struct CardScroll {
  float code_left = 0;
  float console_left = 0;
  float console_top = 0;
  bool console_follows = true;  // the newest line stays in view until the reader scrolls up
};

// What a card must make room for.
CardInput card_input(const Example& example, const PageColumns& columns);

// `corner` is the card's top left corner in the page. Paints only what is between `top` and `bottom`.
void paint_card(const View& view, const Example& example, const CardLayout& layout, const CardScroll& scroll,
                Point corner, std::size_t index, float top, float bottom);

// "Finished in 1.003 s": what the header says, and the reader who listens hears.
std::string state_sentence(const Example& example);

}  // namespace threadbook::ui
