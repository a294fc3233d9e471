#include "book/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <cassert>
#include <sstream>
#include <utility>

namespace threadbook::book {
namespace {

std::string to_string(const MD_ATTRIBUTE& attribute) {
  return attribute.text == nullptr ? std::string() : std::string(attribute.text, attribute.size);
}

Alignment to_alignment(MD_ALIGN align) {
  switch (align) {
    case MD_ALIGN_CENTER: return Alignment::Center;
    case MD_ALIGN_RIGHT: return Alignment::End;
    default: return Alignment::Start;
  }
}

// Folds md4c's calls into blocks.
//
// What is open right now lies on two stacks: `open_blocks_` for whatever holds blocks (the
// document, a list item, a quote) and `open_lists_` for lists, whose items move into them when they
// end. Text gathers in `text_` until the block it belongs to ends. Items of a tight list bring
// their text without a paragraph around it: it becomes a paragraph as soon as something else begins
// or the item ends.
class Builder {
 public:
  explicit Builder(std::vector<std::string>& problems) : problems_(problems) {}

  void enter_block(MD_BLOCKTYPE type, void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type, void* detail);
  void leave_span(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, std::string_view text);

  Blocks take_blocks() {
    assert(open_blocks_.size() == 1);
    return std::move(open_blocks_.front());
  }

 private:
  template <typename Content>
  void add(Content content) {
    open_blocks_.back().push_back(Block{std::move(content)});
  }
  void add_text(std::string_view text);
  void add_paragraph();
  void add_callout(Blocks blocks);
  Example to_example(const std::string& file);
  void problem(std::string sentence) { problems_.push_back(std::move(sentence)); }

  std::vector<std::string>& problems_;
  std::vector<Blocks> open_blocks_ = std::vector<Blocks>(1);
  std::vector<List> open_lists_;
  Table table_;
  bool in_table_head_ = false;
  Code code_;
  int heading_level_ = 0;
  Inlines text_;
  TextStyle style_;
  std::string link_;        // of the link that is open, or ""
  std::string link_title_;  // of the last link
};

void Builder::enter_block(MD_BLOCKTYPE type, void* detail) {
  add_paragraph();
  switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_LI: open_blocks_.emplace_back(); break;
    case MD_BLOCK_UL: {
      const auto& list = *static_cast<MD_BLOCK_UL_DETAIL*>(detail);
      open_lists_.push_back(List{false, 1, list.is_tight != 0, {}});
      break;
    }
    case MD_BLOCK_OL: {
      const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
      open_lists_.push_back(List{true, list.start, list.is_tight != 0, {}});
      break;
    }
    case MD_BLOCK_H: heading_level_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level); break;
    case MD_BLOCK_CODE: code_ = Code{to_string(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang), {}}; break;
    case MD_BLOCK_TABLE: table_ = Table{}; break;
    case MD_BLOCK_THEAD: in_table_head_ = true; break;
    case MD_BLOCK_TR:
      if (!in_table_head_) table_.rows.emplace_back();
      break;
    case MD_BLOCK_TH: table_.alignments.push_back(to_alignment(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align)); break;
    case MD_BLOCK_HTML:
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_P:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TD: break;
  }
}

void Builder::leave_block(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_P: add_paragraph(); break;
    case MD_BLOCK_QUOTE: {
      Blocks blocks = std::move(open_blocks_.back());
      open_blocks_.pop_back();
      add_callout(std::move(blocks));
      break;
    }
    case MD_BLOCK_LI: {
      add_paragraph();
      Blocks blocks = std::move(open_blocks_.back());
      open_blocks_.pop_back();
      open_lists_.back().items.push_back(std::move(blocks));
      break;
    }
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: {
      List list = std::move(open_lists_.back());
      open_lists_.pop_back();
      add(std::move(list));
      break;
    }
    case MD_BLOCK_HR: add(ThematicBreak{}); break;
    case MD_BLOCK_H: add(Heading{heading_level_, std::exchange(text_, {}), ""}); break;
    case MD_BLOCK_CODE: add(std::exchange(code_, {})); break;
    case MD_BLOCK_TABLE: add(std::exchange(table_, {})); break;
    case MD_BLOCK_THEAD: in_table_head_ = false; break;
    case MD_BLOCK_TH: table_.head.push_back(std::exchange(text_, {})); break;
    case MD_BLOCK_TD: table_.rows.back().push_back(std::exchange(text_, {})); break;
    case MD_BLOCK_HTML:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR: break;
  }
}

void Builder::enter_span(MD_SPANTYPE type, void* detail) {
  switch (type) {
    case MD_SPAN_EM: style_.emphasis = true; break;
    case MD_SPAN_STRONG: style_.strong = true; break;
    case MD_SPAN_CODE: style_.code = true; break;
    case MD_SPAN_A: {
      const auto& link = *static_cast<MD_SPAN_A_DETAIL*>(detail);
      link_ = to_string(link.href);
      link_title_ = to_string(link.title);
      break;
    }
    default: problem("pictures and other extensions of Markdown have no place in a chapter"); break;
  }
}

void Builder::leave_span(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_EM: style_.emphasis = false; break;
    case MD_SPAN_STRONG: style_.strong = false; break;
    case MD_SPAN_CODE: style_.code = false; break;
    case MD_SPAN_A: link_.clear(); break;
    default: break;
  }
}

void Builder::text(MD_TEXTTYPE type, std::string_view text) {
  switch (type) {
    case MD_TEXT_CODE:
      // A code span and a code block bring the same type of text.
      if (style_.code) {
        add_text(text);
      } else {
        code_.text += text;
      }
      break;
    case MD_TEXT_BR: add_text("\n"); break;
    case MD_TEXT_SOFTBR: add_text(" "); break;
    case MD_TEXT_ENTITY: problem("write the character itself instead of " + std::string(text)); break;
    case MD_TEXT_HTML: problem("raw HTML has no place in a chapter: " + std::string(text)); break;
    case MD_TEXT_NULLCHAR: problem("a NUL character"); break;
    default: add_text(text); break;
  }
}

void Builder::add_text(std::string_view text) {
  if (!text_.empty() && text_.back().style == style_ && text_.back().link == link_) {
    text_.back().text += text;
  } else {
    text_.push_back(Inline{std::string(text), style_, link_});
  }
}

bool is_example_file(std::string_view link) { return link.ends_with(".py"); }

void Builder::add_paragraph() {
  if (text_.empty()) return;
  const std::string& link = text_.front().link;
  const bool all_in_one_link =
      std::all_of(text_.begin(), text_.end(), [&](const Inline& piece) { return piece.link == link; });
  if (all_in_one_link && is_example_file(link)) {
    add(to_example(link));
    text_.clear();
    return;
  }
  for (const Inline& piece : text_) {
    if (is_example_file(piece.link)) problem(piece.link + " must stand in a paragraph of its own");
  }
  add(Paragraph{std::exchange(text_, {})});
}

Example Builder::to_example(const std::string& file) {
  Example example;
  example.file = file;
  example.id = file.substr(0, file.size() - std::string_view(".py").size());
  example.title = plain_text(text_);
  std::istringstream words(link_title_);
  for (std::string word; words >> word;) {
    if (word == "gil=off") {
      example.gil = false;
    } else if (word == "times") {
      example.variation.times = true;
    } else if (word == "any-order") {
      example.variation.any_order = true;
    } else if (word == "gil-matters") {
      example.variation.gil_matters = true;
    } else {
      problem("example " + file + ": \"" + word + "\" is none of gil=off, times, any-order, gil-matters");
    }
  }
  return example;
}

void Builder::add_callout(Blocks blocks) {
  CalloutKind kind = CalloutKind::Quote;
  auto* first = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.front().content);
  if (first != nullptr && first->text.front().style.strong) {
    const std::string_view opening = first->text.front().text;
    for (const CalloutKind candidate : {CalloutKind::Note, CalloutKind::TryIt}) {
      if (opening == std::string(label(candidate)) + ".") kind = candidate;
    }
  }
  if (kind != CalloutKind::Quote) {
    Inlines& text = first->text;
    text.erase(text.begin());
    if (!text.empty()) text.front().text.erase(0, text.front().text.find_first_not_of(' '));
    if (plain_text(text).empty()) blocks.erase(blocks.begin());
  }
  add(Callout{kind, std::move(blocks)});
}

Builder& builder(void* pointer) { return *static_cast<Builder*>(pointer); }

}  // namespace

Blocks parse_markdown(std::string_view text, std::vector<std::string>& problems) {
  MD_PARSER parser = {};
  // Raw HTML stays enabled so that it is seen, and reported, instead of passing as text.
  parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    builder(self).enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    builder(self).leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
    builder(self).enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
    builder(self).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* begin, MD_SIZE size, void* self) {
    builder(self).text(type, std::string_view(begin, size));
    return 0;
  };
  Builder result(problems);
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &result) != 0) {
    problems.push_back("not enough memory for the Markdown parser");
    return {};
  }
  return result.take_blocks();
}

Inlines parse_inline_markdown(std::string_view line, std::vector<std::string>& problems) {
  const Blocks blocks = parse_markdown(line, problems);
  if (blocks.size() == 1) {
    if (const auto* paragraph = std::get_if<Paragraph>(&blocks.front().content)) return paragraph->text;
  }
  problems.push_back("\"" + std::string(line) + "\" is not one line of text");
  return {Inline{std::string(line), {}, {}}};
}

}  // namespace threadbook::book
