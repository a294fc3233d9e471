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

book::Book small_book() {
  book::Book book;
  for (const char* anchor : {"first", "second"}) {
    book::Section section;
    section.anchor = section.title = anchor;
    section.heading.push_back({anchor, {}, ""});
    section.blocks.push_back(
        paragraph("Some words to read, and then some more of them, enough for two lines or three."));
    book::Example example;
    example.id = std::string(anchor) + "/example";
    example.source = "print(1)\n";
    section.blocks.push_back({example});
    book::Callout callout;
    callout.kind = book::CalloutKind::Note;
    callout.blocks.push_back(paragraph("An aside."));
    book::List list;
    list.items.push_back({paragraph("one")});
    list.items.push_back({paragraph("two")});
    callout.blocks.push_back({list});
    section.blocks.push_back({callout});
    section.blocks.push_back(paragraph("After it."));
    book.chapters.push_back(std::move(section));
  }
  return book;
}

TEST_CASE("every block has its place under the one before") {
  const book::Book book = small_book();
  const PageColumns columns = divide_page(1280, 800);
  Flow flow = lay_out_book(book, columns, kMetrics);
  CHECK(flow.sections.size() == 2);
  CHECK(flow.examples.size() == 2);
  stack(flow, 50, [](std::size_t) { return 300.0f; });
  CHECK(flow.elements.front().y == 50);
  for (std::size_t i = 1; i < flow.elements.size(); ++i) {
    const FlowElement& above = flow.elements[i - 1];
    CHECK(flow.elements[i].y > above.y + above.height);
  }
  CHECK(flow.sections[1].y > flow.sections[0].y);
  CHECK(flow.height == doctest::Approx(flow.elements.back().y + flow.elements.back().height));
}

TEST_CASE("a frame holds its elements and none besides") {
  const book::Book book = small_book();
  Flow flow = lay_out_book(book, divide_page(1280, 800), kMetrics);
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
  const book::Book book = small_book();
  Flow flow = lay_out_book(book, divide_page(1280, 800), kMetrics);
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
  const book::Book book = small_book();
  Flow flow = lay_out_book(book, divide_page(1280, 800), kMetrics);
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

TEST_CASE("the section at a place is the last that has begun") {
  const book::Book book = small_book();
  Flow flow = lay_out_book(book, divide_page(1280, 800), kMetrics);
  stack(flow, 100, [](std::size_t) { return 400.0f; });
  CHECK(flow.section_at(0) == 0);
  CHECK(flow.section_at(flow.sections[1].y - 1) == 0);
  CHECK(flow.section_at(flow.sections[1].y) == 1);
  CHECK(flow.section_at(flow.height + 1000) == 1);
}

TEST_CASE("the real book can be laid out at every width") {
  for (const float width : {320.0f, 390.0f, 820.0f, 1280.0f, 2560.0f}) {
    CAPTURE(width);
    const PageColumns columns = divide_page(width, 800);
    Flow flow = lay_out_book(book::the_book(), columns, kMetrics);
    stack(flow, 0, [](std::size_t) { return 200.0f; });
    CHECK(flow.sections.size() == book::the_book().chapters.size());
    for (const FlowElement& element : flow.elements) {
      CHECK(element.width > 0);
      if (const auto* text = std::get_if<FlowText>(&element.content)) {
        CHECK(text->box.width <= element.width + 0.5f);
      }
    }
  }
}

}  // namespace
}  // namespace threadbook::ui
