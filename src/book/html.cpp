#include "book/html.h"

#include <algorithm>
#include <optional>

#include "book/walk.h"

namespace threadbook::book {
namespace {

constexpr int kChapterHeading = 2;  // <h1> is the book's title, so a chapter of level 1 begins with <h2>
constexpr int kDeepestHeading = 6;

std::string element(std::string_view name, std::string_view content) {
  return "<" + std::string(name) + ">" + std::string(content) + "</" + std::string(name) + ">";
}

// Prints one book; what it printed so far is `out_`.
class Printer {
 public:
  std::string print(const Book& book);

 private:
  void print_contents(const Book& book);
  void print_section(const Section& section);
  void print_blocks(const Blocks& blocks);
  void print_inlines(const Inlines& text);
  void print_inline(const Inline& piece);
  void print_heading(int level, std::string_view id, const Inlines& text);

  void print(const Paragraph& paragraph);
  void print(const Heading& heading);
  void print(const List& list);
  void print(const Code& code);
  void print(const Example& example);
  void print(const Table& table);
  void print(const Callout& callout);
  void print(const ThematicBreak&) { out_ += "<hr>\n"; }

  std::string out_;
  int section_heading_ = kChapterHeading;  // of the section being printed
};

// Calls `open` before a section and `close` after it and all that lie inside it.
template <typename Open, typename Close>
void walk_outline(const Book& book, Open&& open, Close&& close) {
  std::optional<std::size_t> inside;
  const auto close_until = [&](std::optional<std::size_t> parent) {
    while (inside && inside != parent) {
      close(book.chapters[*inside]);
      inside = book.chapters[*inside].parent;
    }
  };
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    close_until(book.chapters[i].parent);
    open(book.chapters[i]);
    inside = i;
  }
  close_until(std::nullopt);
}

bool has_children(const Book& book, const Section& section) {
  const std::size_t index = static_cast<std::size_t>(&section - book.chapters.data());
  return std::any_of(book.chapters.begin(), book.chapters.end(),
                     [&](const Section& other) { return other.parent == index; });
}

std::string Printer::print(const Book& book) {
  print_contents(book);
  out_ += "<article class=\"book\">\n" + element("h1", escape_html(book.title)) + "\n";
  walk_outline(
      book, [&](const Section& section) { print_section(section); }, [&](const Section&) { out_ += "</section>\n"; });
  out_ += "</article>\n";
  return std::move(out_);
}

void Printer::print_contents(const Book& book) {
  out_ += "<nav class=\"book-contents\" aria-label=\"Contents\">\n<ol>\n";
  walk_outline(
      book,
      [&](const Section& section) {
        out_ += "<li><a href=\"#" + escape_html(section.anchor) + "\">";
        print_inlines(section.heading);
        out_ += "</a>";
        if (has_children(book, section)) out_ += "\n<ol>\n";
      },
      [&](const Section& section) { out_ += has_children(book, section) ? "</ol>\n</li>\n" : "</li>\n"; });
  out_ += "</ol>\n</nav>\n";
}

void Printer::print_section(const Section& section) {
  const std::string anchor = escape_html(section.anchor);
  const std::string title_id = anchor + "-title";
  out_ += "<section id=\"" + anchor + "\" aria-labelledby=\"" + title_id + "\">\n";
  section_heading_ = kChapterHeading + section.level - 1;
  print_heading(section_heading_, title_id, section.heading);
  print_blocks(section.blocks);
}

void Printer::print_blocks(const Blocks& blocks) {
  for (const Block& block : blocks) {
    std::visit([&](const auto& content) { print(content); }, block.content);
  }
}

void Printer::print_inlines(const Inlines& text) {
  std::string_view open_link;  // a link over several styles is one <a>
  for (const Inline& piece : text) {
    if (piece.link != open_link) {
      if (!open_link.empty()) out_ += "</a>";
      if (!piece.link.empty()) out_ += "<a href=\"" + escape_html(piece.link) + "\">";
      open_link = piece.link;
    }
    print_inline(piece);
  }
  if (!open_link.empty()) out_ += "</a>";
}

void Printer::print_inline(const Inline& piece) {
  std::string html = escape_html(piece.text);
  for (std::size_t at = 0; (at = html.find('\n', at)) != std::string::npos; at += 5) {
    html.replace(at, 1, "<br>\n");
  }
  if (piece.style.code) html = element("code", html);
  if (piece.style.emphasis) html = element("em", html);
  if (piece.style.strong) html = element("strong", html);
  out_ += html;
}

void Printer::print_heading(int level, std::string_view id, const Inlines& text) {
  const std::string name = "h" + std::to_string(std::min(level, kDeepestHeading));
  out_ += "<" + name;
  if (!id.empty()) out_ += " id=\"" + std::string(id) + "\"";
  out_ += ">";
  print_inlines(text);
  out_ += "</" + name + ">\n";
}

void Printer::print(const Paragraph& paragraph) {
  out_ += "<p>";
  print_inlines(paragraph.text);
  out_ += "</p>\n";
}

void Printer::print(const Heading& heading) { print_heading(section_heading_ + heading.level - 1, "", heading.text); }

void Printer::print(const List& list) {
  out_ += list.ordered ? "<ol" : "<ul";
  if (list.ordered && list.start != 1) out_ += " start=\"" + std::to_string(list.start) + "\"";
  out_ += ">\n";
  for (const Blocks& item : list.items) {
    out_ += "<li>";
    const auto* only = item.size() == 1 ? std::get_if<Paragraph>(&item.front().content) : nullptr;
    if (list.tight && only != nullptr) {
      print_inlines(only->text);
    } else {
      out_ += "\n";
      print_blocks(item);
    }
    out_ += "</li>\n";
  }
  out_ += list.ordered ? "</ol>\n" : "</ul>\n";
}

void Printer::print(const Code& code) {
  out_ += "<pre><code";
  if (!code.language.empty()) out_ += " class=\"language-" + escape_html(code.language) + "\"";
  out_ += ">" + escape_html(code.text) + "</code></pre>\n";
}

void Printer::print(const Example& example) {
  std::string id = "example-" + example.id;
  std::replace(id.begin(), id.end(), '/', '-');
  out_ += "<figure class=\"example\" id=\"" + escape_html(id) + "\">\n";
  out_ += element("figcaption", escape_html(example.title)) + "\n";
  print(Code{"python", example.source});
  out_ += "</figure>\n";
}

void Printer::print(const Table& table) {
  const auto print_cell = [&](std::string_view open, std::size_t column, const Inlines& text) {
    static constexpr std::string_view kAlign[] = {"", " style=\"text-align: center\"", " style=\"text-align: end\""};
    out_ += "<" + std::string(open);
    out_ += kAlign[static_cast<std::size_t>(table.alignments[column])];
    out_ += ">";
    print_inlines(text);
    out_ += "</" + std::string(open.substr(0, 2)) + ">";
  };
  out_ += "<table>\n<thead>\n<tr>";
  for (std::size_t i = 0; i < table.head.size(); ++i) print_cell("th scope=\"col\"", i, table.head[i]);
  out_ += "</tr>\n</thead>\n<tbody>\n";
  for (const std::vector<Inlines>& row : table.rows) {
    out_ += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      // The first column says what the row is about.
      print_cell(i == 0 ? "th scope=\"row\"" : "td", i, row[i]);
    }
    out_ += "</tr>\n";
  }
  out_ += "</tbody>\n</table>\n";
}

void Printer::print(const Callout& callout) {
  if (callout.kind == CalloutKind::Quote) {
    out_ += "<blockquote>\n";
    print_blocks(callout.blocks);
    out_ += "</blockquote>\n";
    return;
  }
  const std::string name(label(callout.kind));
  const std::string_view kind = callout.kind == CalloutKind::Note ? "note" : "try-it";
  out_ += "<div class=\"callout " + std::string(kind) + "\" role=\"note\" aria-label=\"" + name + "\">\n";
  out_ += element("p", element("strong", name)) + "\n";
  print_blocks(callout.blocks);
  out_ += "</div>\n";
}

}  // namespace

std::string to_html(const Book& book) { return Printer().print(book); }

std::string escape_html(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default: html += c;
    }
  }
  return html;
}

}  // namespace threadbook::book
