#include "ui/layout/card_layout.h"

#include <doctest/doctest.h>

namespace threadbook::ui {
namespace {

bool inside(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() + 0.01f &&
         inner.bottom() <= outer.bottom() + 0.01f;
}

// What must hold for every card.
void check_card(const CardInput& input, const PageColumns& columns) {
  const CardLayout layout = layout_card(input, columns);
  CHECK(layout.card.w == columns.card_width);
  CHECK(layout.card.h == layout.height);
  for (const Rect& part : {layout.header, layout.notice, layout.editor, layout.code, layout.tools, layout.output,
                           layout.threads, layout.run, layout.stop, layout.reset, layout.gil}) {
    CHECK(inside(part, layout.card));
  }
  for (const Rect& button : {layout.run, layout.stop, layout.reset, layout.gil}) CHECK(inside(button, layout.tools));
  CHECK_FALSE(layout.run.touches(layout.stop));
  CHECK_FALSE(layout.stop.touches(layout.reset));
  CHECK_FALSE(layout.reset.touches(layout.gil));
  CHECK(layout.code.h >= static_cast<float>(input.code_lines) * columns.code_line);
  CHECK((layout.output.h > 0) == input.has_output);
  CHECK((layout.threads.h > 0) == (input.threads > 0));
  CHECK(layout.threads_shown <= input.threads);
  CHECK(layout.thread_rows <= kMostThreadRows);
}

TEST_CASE("the parts of a card stand inside it and beside each other, at every width") {
  for (float width = 320; width <= 2000; width += 40) {
    CAPTURE(width);
    const PageColumns columns = divide_page(width, 800);
    for (const std::size_t lines : {1u, 27u, 400u}) {
      for (const std::size_t threads : {0u, 1u, 6u, 100u}) {
        CardInput input;
        input.code_lines = lines;
        input.threads = threads;
        check_card(input, columns);
        input.has_output = true;
        input.output_lines = lines * threads;
        input.has_notice = true;
        check_card(input, columns);
      }
    }
  }
}

TEST_CASE("an output grows with its lines up to a limit") {
  const PageColumns columns = divide_page(1280, 800);
  CardInput input;
  input.has_output = true;
  input.output_lines = 1;
  const float least = layout_card(input, columns).output.h;
  input.output_lines = 10;
  const float some = layout_card(input, columns).output.h;
  input.output_lines = 5000;
  const float most = layout_card(input, columns).output.h;
  CHECK(least < some);
  CHECK(some < most);
  input.output_lines = kMostConsoleLines;
  CHECK(layout_card(input, columns).output.h == most);
}

TEST_CASE("when not all threads fit, one place is left to say so") {
  const PageColumns columns = divide_page(1280, 800);
  CardInput input;
  input.threads = kMostThreadRows * 2;
  CHECK(layout_card(input, columns).threads_shown == kMostThreadRows * 2);
  input.threads = kMostThreadRows * 2 + 1;
  CHECK(layout_card(input, columns).threads_shown == kMostThreadRows * 2 - 1);
}

TEST_CASE("columns fit into the window and do not overlap") {
  for (float width = 320; width <= 2600; width += 7) {
    CAPTURE(width);
    const PageColumns columns = divide_page(width, 700);
    CHECK(columns.card_x >= 0);
    CHECK(columns.card_x + columns.card_width <= width);
    CHECK(columns.text_x >= columns.card_x);
    CHECK(columns.text_width > 200);
    CHECK(columns.text_x + columns.text_width <= columns.card_x + columns.card_width);
    if (!columns.narrow) CHECK(columns.card_x >= columns.contents.right());
    CHECK((columns.bar_height > 0) == columns.narrow);
  }
}

TEST_CASE("on a wide window code stands exactly under the prose") {
  const PageColumns columns = divide_page(1280, 800);
  CHECK(columns.card_x + columns.gutter == columns.text_x);
  CardInput input;
  CHECK(layout_card(input, columns).code.x == columns.gutter);
}

}  // namespace
}  // namespace threadbook::ui
