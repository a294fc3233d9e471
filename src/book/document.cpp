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

namespace {

// Has the chapter a heading of this anchor, or an example of this id?
bool has_fragment(const Section& section, std::string_view fragment) {
  bool found = false;
  for_each_block(section.blocks, [&](const Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) found |= heading->anchor == fragment;
    if (const auto* example = std::get_if<Example>(&block.content)) found |= example->id == fragment;
  });
  return found;
}

}  // namespace

std::optional<Place> Book::place(std::string_view address) const {
  const std::size_t hash = address.find('#');
  const bool fragment_given = hash != std::string_view::npos;
  std::string_view page = address.substr(0, hash);
  const std::string_view fragment = fragment_given ? address.substr(hash + 1) : std::string_view();
  constexpr std::string_view kEnding = ".html";
  const bool is_page = page.empty() || page.ends_with(kEnding);
  if (page.ends_with(kEnding)) page.remove_suffix(kEnding.size());
  if (page.empty()) page = "index";

  const auto chapter_called = [&](std::string_view anchor) -> std::optional<std::size_t> {
    const Section* section = find(anchor);
    if (section == nullptr) return std::nullopt;
    return static_cast<std::size_t>(section - chapters.data());
  };
  if (const std::optional<std::size_t> chapter = chapter_called(page)) {
    if (fragment.empty()) return Place{*chapter, ""};
    if (has_fragment(chapters[*chapter], fragment)) return Place{*chapter, std::string(fragment)};
  }
  // No page, or one that has no such place: the words may name it all the same.
  const std::string_view wanted = fragment.empty() ? page : fragment;
  if (is_page && fragment.empty()) return std::nullopt;
  if (const std::optional<std::size_t> chapter = chapter_called(wanted)) return Place{*chapter, ""};
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    for (const Example* example : examples(chapters[i])) {
      if (example->id == wanted) return Place{i, example->id};
    }
  }
  return std::nullopt;
}

std::string page_name(const Section& section) { return section.anchor + ".html"; }

std::string page_address(std::string_view link) {
  return link.starts_with('#') ? std::string(link.substr(1)) + ".html" : std::string(link);
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
