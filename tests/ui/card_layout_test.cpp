#include "ui/layout/card_layout.h"

#include <doctest/doctest.h>

#include <array>

namespace threadbook::ui {
namespace {

bool inside(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() + 0.01f &&
         inner.bottom() <= outer.bottom() + 0.01f;
}

// Title, editor, tools; output and threads.
constexpr std::array<PanelWish, 5> kPanels = {{{46, false}, {300, false}, {58, false}, {200, true}, {90, true}}};

TEST_CASE("the panels of a card stand inside it and beside each other, at every width") {
  for (float width = 320; width <= 2600; width += 20) {
    CAPTURE(width);
    const PageColumns columns = divide_page(width, 800);
    const CardLayout layout = lay_out_card(kPanels, columns);
    REQUIRE(layout.panels.size() == kPanels.size());
    for (std::size_t i = 0; i < kPanels.size(); ++i) {
      CHECK(layout.panels[i].h == kPanels[i].height);
      CHECK(inside(layout.panels[i], {0, 0, layout.width, layout.height}));
      for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(layout.panels[i].touches(layout.panels[k]));
    }
    CHECK(layout.divided == (columns.side_width > 0));
  }
}

TEST_CASE("a wide window shows code and output side by side, once there is any") {
  const PageColumns columns = divide_page(1920, 1080);
  const CardLayout both = lay_out_card(kPanels, columns);
  CHECK(both.panels[3].y == 0);
  CHECK(both.panels[3].x == columns.card_width);
  CHECK(both.height == 404);
  const std::array<PanelWish, 3> before = {{{46, false}, {300, false}, {0, true}}};
  const CardLayout alone = lay_out_card(before, columns);
  CHECK_FALSE(alone.divided);
  CHECK(alone.width == columns.card_width);
}

TEST_CASE("the tools stand beside each other, at every width") {
  for (float width = 320; width <= 2000; width += 10) {
    CAPTURE(width);
    const PageColumns columns = divide_page(width, 800);
    const ToolsLayout layout = lay_out_tools(columns);
    const Rect row{0, 0, columns.card_width, layout.height};
    for (const Rect& part : {layout.run, layout.reset, layout.state, layout.gil}) CHECK(inside(part, row));
    CHECK_FALSE(layout.run.touches(layout.reset));
    CHECK_FALSE(layout.reset.touches(layout.state));
    CHECK_FALSE(layout.state.touches(layout.gil));
    CHECK(layout.state.w >= 44);  // a number of seconds
  }
}

TEST_CASE("an output grows with its lines up to a limit") {
  const float least = lay_out_output(0, kMostConsoleLines, 52, 752).height;
  CHECK(least == lay_out_output(1, kMostConsoleLines, 52, 752).height);
  const float some = lay_out_output(10, kMostConsoleLines, 52, 752).height;
  const float most = lay_out_output(5000, kMostConsoleLines, 52, 752).height;
  CHECK(least < some);
  CHECK(some < most);
  CHECK(lay_out_output(kMostConsoleLines, kMostConsoleLines, 52, 752).height == most);
}

TEST_CASE("columns fit into the window and do not overlap") {
  for (float width = 320; width <= 3000; width += 7) {
    CAPTURE(width);
    const PageColumns columns = divide_page(width, 700);
    CHECK(columns.card_x >= 0);
    CHECK(columns.card_x + columns.card_width + columns.side_width <= width);
    CHECK(columns.text_x >= columns.card_x);
    CHECK(columns.text_width > 200);
    CHECK(columns.text_x + columns.text_width <= columns.card_x + columns.card_width);
    if (!columns.narrow) CHECK(columns.card_x >= columns.contents.right());
    CHECK((columns.bar_height > 0) == columns.narrow);
    CHECK((columns.side_width > 0) == (width >= 1500));
  }
}

TEST_CASE("on a wide window code stands exactly under the prose") {
  for (const float width : {1280.0f, 1920.0f}) {
    const PageColumns columns = divide_page(width, 800);
    CHECK(columns.card_x + columns.gutter == columns.text_x);
    CHECK(card_side(columns) == columns.gutter);
  }
}

}  // namespace
}  // namespace threadbook::ui
