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
    CHECK((layout.side_height > 0) == (columns.side_width > 0));
    CHECK(layout.code_height == 404);
  }
}

TEST_CASE("a wide window shows code and output side by side") {
  const PageColumns columns = divide_page(1920, 1080);
  const CardLayout layout = lay_out_card(kPanels, columns);
  CHECK(layout.panels[3].y == 0);
  CHECK(layout.panels[3].x == columns.card_width);
  CHECK(layout.width == columns.card_width + columns.side_width);
  CHECK(layout.height == 404);
  CHECK(layout.side_height == 290);
}

TEST_CASE("beside code an output keeps its height until its lines need more, and the lanes below it stand still") {
  for (const float code : {160.0f, 400.0f, 500.0f, 800.0f, 5000.0f}) {
    CAPTURE(code);
    const LineLimits limits = lines_beside(code, 0);
    CHECK(lines_beside(code, 180).least == limits.least);
    CHECK(lines_beside(code, 500).least <= limits.least);
    CHECK(limits.least >= 5);
    CHECK(limits.most >= limits.least);
    const float first = lay_out_output(0, limits, 46, 22, 700).height;
    CHECK(lay_out_output(limits.least, limits, 46, 22, 700).height == first);
    CHECK(lay_out_output(limits.most, limits, 46, 22, 700).height > first);
    // Code of some length leaves room for the lanes too.
    if (code >= 440) CHECK(first + 224 <= code);
  }
}

TEST_CASE("the tools stand beside each other, at every width") {
  for (float width = 320; width <= 2000; width += 10) {
    CAPTURE(width);
    const PageColumns columns = divide_page(width, 800);
    const ToolsLayout layout = lay_out_tools(columns);
    const Rect row{0, 0, columns.card_width, layout.height};
    for (const Rect& part : {layout.run, layout.step, layout.orders, layout.reset, layout.state, layout.gil})
      CHECK(inside(part, row));
    CHECK_FALSE(layout.run.touches(layout.step));
    CHECK_FALSE(layout.step.touches(layout.orders));
    CHECK_FALSE(layout.orders.touches(layout.reset));
    CHECK((layout.reset.w > 0) == !columns.phone);
    CHECK_FALSE(layout.orders.touches(layout.state));
    CHECK_FALSE(layout.reset.touches(layout.state));
    CHECK_FALSE(layout.state.touches(layout.gil));
    CHECK(layout.state.w >= 44);  // a number of seconds
  }
}

TEST_CASE("an output grows with its lines up to a limit") {
  const LineLimits limits;
  const float least = lay_out_output(0, limits, 0, 52, 752).height;
  CHECK(least == lay_out_output(1, limits, 0, 52, 752).height);
  const float some = lay_out_output(10, limits, 0, 52, 752).height;
  const float most = lay_out_output(5000, limits, 0, 52, 752).height;
  CHECK(least < some);
  CHECK(some < most);
  CHECK(lay_out_output(limits.most, limits, 0, 52, 752).height == most);
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

TEST_CASE("what is written in a card stands under the prose, and so does code where it has the room") {
  for (float width = 320; width <= 2600; width += 20) {
    CAPTURE(width);
    const PageColumns columns = divide_page(width, 800);
    CHECK(columns.card_x + card_side(columns) == columns.text_x);
    if (width >= 600) CHECK(columns.card_x + columns.gutter == columns.text_x);
  }
}

}  // namespace
}  // namespace threadbook::ui
