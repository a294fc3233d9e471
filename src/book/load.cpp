#include "book/load.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "book/markdown.h"
#include "book/walk.h"

namespace threadbook::book {
namespace {

constexpr std::string_view kBookTitle = "Concurrent Programming in Python";
constexpr std::string_view kFence = "---";

struct FrontMatter {
  std::map<std::string, std::string, std::less<>> values;
  std::string_view rest;  // the chapter's text after it

  std::string get(std::string_view key) const {
    const auto found = values.find(key);
    return found == values.end() ? std::string() : found->second;
  }
};

// A chapter on its way into the book. Its parent is still a name.
struct Draft {
  std::string name;
  std::string parent;
  int order = 0;
  Section section;
};

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

std::optional<FrontMatter> parse_front_matter(std::string_view text) {
  if (take_line(text) != kFence) return std::nullopt;
  FrontMatter matter;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line == kFence) {
      matter.rest = text;
      return matter;
    }
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    matter.values.emplace(line.substr(0, colon), line.substr(colon + 2));
  }
  return std::nullopt;
}

bool is_anchor(std::string_view anchor) {
  return !anchor.empty() && std::all_of(anchor.begin(), anchor.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// Collects what is wrong, each sentence under the name of its file.
class Problems {
 public:
  void add(std::string_view file, std::string_view sentence) {
    all_.push_back(std::string(file) + ": " + std::string(sentence));
  }
  void add_all(std::string_view file, const std::vector<std::string>& sentences) {
    for (const std::string& sentence : sentences) add(file, sentence);
  }
  std::vector<std::string> take() { return std::move(all_); }

 private:
  std::vector<std::string> all_;
};

std::optional<Draft> parse_chapter(const ChapterSource& source, Problems& problems) {
  const std::optional<FrontMatter> matter = parse_front_matter(source.text);
  if (!matter) {
    problems.add(source.name, "does not open with front matter between two lines of ---");
    return std::nullopt;
  }
  for (const auto& [key, value] : matter->values) {
    static const std::set<std::string_view> known = {"title", "anchor", "parent", "order"};
    if (!known.contains(key)) problems.add(source.name, "front matter has no entry \"" + key + "\"");
  }
  Draft draft;
  draft.name = source.name;
  draft.parent = matter->get("parent");
  draft.section.anchor = matter->get("anchor");
  if (!is_anchor(draft.section.anchor)) {
    problems.add(source.name, "needs an anchor of lower-case letters, digits and hyphens");
    return std::nullopt;
  }
  const std::string order = matter->get("order");
  const auto [end, error] = std::from_chars(order.data(), order.data() + order.size(), draft.order);
  if (error != std::errc() || end != order.data() + order.size()) {
    problems.add(source.name, "needs a whole number as order");
    return std::nullopt;
  }
  std::vector<std::string> sentences;
  draft.section.heading = parse_inline_markdown(matter->get("title"), sentences);
  draft.section.title = plain_text(draft.section.heading);
  draft.section.blocks = parse_markdown(matter->rest, sentences);
  problems.add_all(source.name, sentences);
  return draft;
}

// Whether a section that comes next may have `parent`: it must be the last section or one of those
// around it.
bool encloses_the_end(const std::vector<Section>& chapters, std::size_t parent) {
  for (std::optional<std::size_t> at = chapters.size() - 1; at; at = chapters[*at].parent) {
    if (*at == parent) return true;
  }
  return false;
}

void append_chapter(Draft draft, std::vector<Section>& chapters, Problems& problems) {
  Section& section = draft.section;
  std::optional<std::size_t> parent;
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    if (chapters[i].anchor == section.anchor) {
      problems.add(draft.name, "anchor #" + section.anchor + " belongs to another chapter already");
      return;
    }
    if (chapters[i].anchor == draft.parent) parent = i;
  }
  if (!draft.parent.empty() && !parent) {
    problems.add(draft.name, "parent #" + draft.parent + " is no chapter before this one");
  }
  if (parent && !encloses_the_end(chapters, *parent)) {
    problems.add(draft.name, "order puts it apart from its parent #" + draft.parent);
    parent.reset();
  }
  section.parent = parent;
  section.level = parent ? chapters[*parent].level + 1 : 1;
  chapters.push_back(std::move(section));
}

// Gives each example its source; an example without one leaves the book.
class ExampleFiles {
 public:
  ExampleFiles(std::span<const ChapterSource> sources, Problems& problems) : problems_(problems) {
    for (const ChapterSource& source : sources) {
      if (source.name.ends_with(".py")) files_.emplace(source.name, source.text);
    }
  }

  void fill(std::string_view chapter, Blocks& blocks) {
    for_each_block(blocks, [&](Block& block) {
      if (auto* example = std::get_if<Example>(&block.content)) fill(chapter, *example);
    });
  }

  void report_unused() {
    for (const auto& [name, text] : files_) {
      if (!used_.contains(name)) problems_.add(name, "is an example that no chapter shows");
    }
  }

 private:
  void fill(std::string_view chapter, Example& example) {
    const auto file = files_.find(example.file);
    if (file == files_.end()) {
      problems_.add(chapter, "example " + example.file + " is not there");
      return;
    }
    example.source = file->second;
    if (!used_.insert(example.file).second) {
      problems_.add(chapter, "example " + example.file + " is shown a second time");
    }
  }

  Problems& problems_;
  std::map<std::string_view, std::string_view> files_;
  std::set<std::string, std::less<>> used_;
};

// "What `start()` does" becomes "what-start-does".
std::string anchor_of(std::string_view words) {
  std::string anchor;
  for (const char c : words) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
    if (c >= 'A' && c <= 'Z') {
      anchor += static_cast<char>(c - 'A' + 'a');
    } else if (letter) {
      anchor += c;
    } else if (!anchor.empty() && anchor.back() != '-') {
      anchor += '-';
    }
  }
  while (anchor.ends_with('-')) anchor.pop_back();
  return anchor;
}

void name_headings(Section& section) {
  std::map<std::string, int> seen;
  for_each_block(section.blocks, [&](Block& block) {
    auto* heading = std::get_if<Heading>(&block.content);
    if (heading == nullptr) return;
    heading->anchor = anchor_of(plain_text(heading->text));
    const int times = ++seen[heading->anchor];
    if (times > 1) heading->anchor += "-" + std::to_string(times);
  });
}

void check_links(const Book& book, Problems& problems) {
  for (const Section& section : book.chapters) {
    for_each_text(section.blocks, [&](const Inlines& text) {
      for (const Inline& piece : text) {
        const std::string_view link = piece.link;
        const bool internal = link.starts_with("#") && book.find(link.substr(1)) != nullptr;
        if (link.empty() || internal || link.starts_with("https://")) continue;
        problems.add("#" + section.anchor, "link to " + piece.link + " leads nowhere");
      }
    });
  }
}

}  // namespace

LoadedBook load_book(std::span<const ChapterSource> sources) {
  Problems problems;
  std::vector<Draft> drafts;
  for (const ChapterSource& source : sources) {
    if (!source.name.ends_with(".md")) continue;
    if (std::optional<Draft> draft = parse_chapter(source, problems)) drafts.push_back(std::move(*draft));
  }
  std::sort(drafts.begin(), drafts.end(),
            [](const Draft& a, const Draft& b) { return std::pair(a.order, a.name) < std::pair(b.order, b.name); });

  LoadedBook loaded;
  loaded.book.title = kBookTitle;
  ExampleFiles files(sources, problems);
  for (Draft& draft : drafts) {
    files.fill(draft.name, draft.section.blocks);
    name_headings(draft.section);
    append_chapter(std::move(draft), loaded.book.chapters, problems);
  }
  files.report_unused();
  check_links(loaded.book, problems);
  loaded.problems = problems.take();
  return loaded;
}

}  // namespace threadbook::book
