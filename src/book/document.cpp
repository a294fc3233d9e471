#include "book/document.h"

#include <algorithm>

#include "book/chapter_sources.h"
#include "book/load.h"
#include "book/walk.h"

namespace threadbook::book {

const Section* Book::find(std::string_view anchor) const {
  const auto found =
      std::find_if(chapters.begin(), chapters.end(), [&](const Section& section) { return section.anchor == anchor; });
  return found == chapters.end() ? nullptr : &*found;
}

const Example* Book::find_example(std::string_view id) const {
  for (const Section& section : chapters) {
    for (const Example* example : examples(section)) {
      if (example->id == id) return example;
    }
  }
  return nullptr;
}

std::vector<const Example*> examples(const Section& section) {
  std::vector<const Example*> found;
  for_each_block(section.blocks, [&](const Block& block) {
    if (const auto* example = std::get_if<Example>(&block.content)) found.push_back(example);
  });
  return found;
}

std::string plain_text(const Inlines& text) {
  std::string plain;
  for (const Inline& piece : text) plain += piece.text;
  return plain;
}

std::string_view label(CalloutKind kind) {
  switch (kind) {
    case CalloutKind::Quote: return "";
    case CalloutKind::Note: return "Note";
    case CalloutKind::TryIt: return "Try it";
  }
  return "";
}

const Book& the_book() {
  static const Book book = load_book(chapter_sources()).book;
  return book;
}

}  // namespace threadbook::book
