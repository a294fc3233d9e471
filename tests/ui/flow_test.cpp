#include "ui/layout/flow.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "ui/monospace.h"

namespace threadbook::ui {
namespace {

const Monospace kMetrics;

book::Block paragraph(std::string text) {
  book::Paragraph block;
  block.text.push_back({std::move(text), {}, ""});
  return {std::move(block)};
}

// Twice: text, an example, an aside with a list; with a heading before the second.
book::Section small_chapter() {
  book::Section chapter;
  chapter.anchor = chapter.title = "chapter";
  chapter.heading.push_back({"Chapter", {}, ""});
  for (const char* part : {"first", "second"}) {
    if (!chapter.blocks.empty()) chapter.blocks.push_back({book::Heading{2, {{"Second", {}, ""}}, "second"}});
    chapter.blocks.push_back(
        paragraph("Some words to read, and then some more of them, enough for two lines or three."));
    book::Example example;
    example.id = std::string("chapter/") + part;
    example.source = "print(1)\n";
    chapter.blocks.push_back({example});
    book::Callout callout;
    callout.kind = book::CalloutKind::Note;
    callout.blocks.push_back(paragraph("An aside."));
    book::List list;
    list.items.push_back({paragraph("one")});
    list.items.push_back({paragraph("two")});
    callout.blocks.push_back({list});
    chapter.blocks.push_back({callout});
    chapter.blocks.push_back(paragraph("After it."));
  }
  return chapter;
}

TEST_CASE("every block has its place under the one before") {
  const book::Section chapter = small_chapter();
  const PageColumns columns = divide_page(1280, 800);
  Flow flow = lay_out_chapter(chapter, columns, kMetrics);
  CHECK(flow.headings.size() == 1);
  CHECK(flow.examples.size() == 2);
  CHECK(flow.blocks.size() == chapter.blocks.size() + 1);
  stack(flow, 50, [](std::size_t) { return 300.0f; });
  CHECK(flow.elements.front().y == 50);
  for (std::size_t i = 1; i < flow.elements.size(); ++i) {
    const FlowElement& above = flow.elements[i - 1];
    CHECK(flow.elements[i].y > above.y + above.height);
  }
  CHECK(std::is_sorted(flow.blocks.begin(), flow.blocks.end()));
  CHECK(flow.height == doctest::Approx(flow.elements.back().y + flow.elements.back().height));
}

TEST_CASE("a frame holds its elements and none besides") {
  const book::Section chapter = small_chapter();
  Flow flow = lay_out_chapter(chapter, divide_page(1280, 800), kMetrics);
  stack(flow, 0, [](std::size_t) { return 100.0f; });
  REQUIRE(flow.frames.size() == 2);
  for (const FlowFrame& frame : flow.frames) {
    for (std::size_t i = 0; i < flow.elements.size(); ++i) {
      const FlowElement& element = flow.elements[i];
      const bool member = i >= frame.first && i < frame.last;
      const bool within = element.y >= frame.rect.y && element.y + element.height <= frame.rect.bottom();
      CHECK(member == within);
    }
  }
}

TEST_CASE("a card that grows moves what is below it and nothing above") {
  const book::Section chapter = small_chapter();
  Flow flow = lay_out_chapter(chapter, divide_page(1280, 800), kMetrics);
  stack(flow, 0, [](std::size_t) { return 100.0f; });
  const std::vector<FlowElement> before = flow.elements;
  stack(flow, 0, [](std::size_t example) { return example == 0 ? 150.0f : 100.0f; });
  bool below = false;
  for (std::size_t i = 0; i < flow.elements.size(); ++i) {
    CHECK(flow.elements[i].y == before[i].y + (below ? 50 : 0));
    const auto* example = std::get_if<FlowExample>(&flow.elements[i].content);
    if (example && example->example == 0) below = true;
  }
}

TEST_CASE("what is visible is found") {
  const book::Section chapter = small_chapter();
  Flow flow = lay_out_chapter(chapter, divide_page(1280, 800), kMetrics);
  stack(flow, 0, [](std::size_t) { return 400.0f; });
  for (float top = -100; top < flow.height + 100; top += 37) {
    const auto [first, last] = flow.visible(top, top + 200);
    for (std::size_t i = 0; i < flow.elements.size(); ++i) {
      const FlowElement& element = flow.elements[i];
      const bool seen =
          element.y + element.height + element.pad_bottom > top && element.y - element.pad_top < top + 200;
      CHECK(seen == (i >= first && i < last));
    }
  }
}

TEST_CASE("headings and examples are found by their fragments, and a heading by a place below it") {
  const book::Section chapter = small_chapter();
  Flow flow = lay_out_chapter(chapter, divide_page(1280, 800), kMetrics);
  stack(flow, 100, [](std::size_t) { return 400.0f; });
  const std::size_t heading = flow.headings[0].element;
  CHECK(flow.find("second") == heading);
  CHECK(std::get<FlowExample>(flow.elements[flow.find("chapter/second").value()].content).example == 1);
  CHECK(flow.find("third") == std::nullopt);
  CHECK(flow.heading_at(0) == std::nullopt);
  CHECK(flow.heading_at(flow.elements[heading].y - 1) == std::nullopt);
  CHECK(flow.heading_at(flow.elements[heading].y) == 0u);
  CHECK(flow.heading_at(flow.height + 1000) == 0u);
}

TEST_CASE("every chapter of the real book can be laid out at every width") {
  for (const float width : {320.0f, 390.0f, 820.0f, 1280.0f, 2560.0f}) {
    CAPTURE(width);
    const PageColumns columns = divide_page(width, 800);
    for (const book::Section& chapter : book::the_book().chapters) {
      CAPTURE(chapter.anchor);
      Flow flow = lay_out_chapter(chapter, columns, kMetrics);
      stack(flow, 0, [](std::size_t) { return 200.0f; });
      for (const FlowElement& element : flow.elements) {
        CHECK(element.width > 0);
        if (const auto* text = std::get_if<FlowText>(&element.content)) {
          CHECK(text->box.width <= element.width + 0.5f);
        }
      }
    }
  }
}

}  // namespace
}  // namespace threadbook::ui
