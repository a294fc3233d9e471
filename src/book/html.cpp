#include "book/html.h"

#include <algorithm>
#include <optional>

#include "book/walk.h"

namespace threadbook::book {
namespace {

constexpr int kDeepestHeading = 6;
constexpr std::size_t kDescriptionLength = 200;  // bytes; search engines show about 160 characters

std::string element(std::string_view name, std::string_view content) {
  return "<" + std::string(name) + ">" + std::string(content) + "</" + std::string(name) + ">";
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escape_html(value) + "\"";
}

// Prints text and blocks; what it printed so far is `out`.
class Printer {
 public:
  std::string out;

  void blocks(const Blocks& list) {
    for (const Block& block : list) {
      std::visit([&](const auto& content) { print(content); }, block.content);
    }
  }

  // The blocks of a chapter, which say their numbers.
  void numbered(const Blocks& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      number_ = attribute("data-block", std::to_string(i + 1));
      std::visit([&](const auto& content) { print(content); }, list[i].content);
    }
  }

  void inlines(const Inlines& text) {
    std::string_view open_link;  // a link over several styles is one <a>
    for (const Inline& piece : text) {
      if (piece.link != open_link) {
        if (!open_link.empty()) out += "</a>";
        if (!piece.link.empty()) out += "<a" + attribute("href", page_address(piece.link)) + ">";
        open_link = piece.link;
      }
      print(piece);
    }
    if (!open_link.empty()) out += "</a>";
  }

 private:
  // The start tag of a block. The first of a numbered block has its number.
  void open(std::string_view name, std::string_view attributes = "") {
    out += "<" + std::string(name) + std::string(attributes) + number_ + ">";
    number_.clear();
  }

  void permalink(std::string_view fragment, std::string_view what) {
    out += " <a class=\"permalink\"" + attribute("href", "#" + std::string(fragment)) +
           attribute("aria-label", "Link to " + std::string(what)) + ">#</a>";
  }

  void print(const Inline& piece) {
    std::string html = escape_html(piece.text);
    for (std::size_t at = 0; (at = html.find('\n', at)) != std::string::npos; at += 5) {
      html.replace(at, 1, "<br>\n");
    }
    if (piece.style.code) html = element("code", html);
    if (piece.style.emphasis) html = element("em", html);
    if (piece.style.strong) html = element("strong", html);
    out += html;
  }

  void print(const Paragraph& paragraph) {
    open("p");
    inlines(paragraph.text);
    out += "</p>\n";
  }

  void print(const Heading& heading) {
    const std::string name = "h" + std::to_string(std::clamp(heading.level, 2, kDeepestHeading));
    open(name, attribute("id", heading.anchor));
    inlines(heading.text);
    permalink(heading.anchor, "this section");
    out += "</" + name + ">\n";
  }

  void print(const List& list) {
    const std::string name = list.ordered ? "ol" : "ul";
    std::string attributes = list.tight ? "" : " class=\"loose\"";
    if (list.ordered && list.start != 1) attributes += attribute("start", std::to_string(list.start));
    open(name, attributes);
    out += "\n";
    for (const Blocks& item : list.items) {
      out += "<li>";
      const auto* only = item.size() == 1 ? std::get_if<Paragraph>(&item.front().content) : nullptr;
      if (list.tight && only != nullptr) {
        inlines(only->text);
      } else {
        out += "\n";
        blocks(item);
      }
      out += "</li>\n";
    }
    out += "</" + name + ">\n";
  }

  void print(const Code& code) {
    open("pre");
    out += "<code";
    if (!code.language.empty()) out += attribute("class", "language-" + code.language);
    out += ">" + escape_html(code.text) + "</code></pre>\n";
  }

  void print(const Example& example) {
    open("figure", " class=\"example\"" + attribute("id", example.id) + (example.gil ? "" : " data-gil=\"off\""));
    out += "\n<figcaption>" + escape_html(example.title);
    permalink(example.id, "this example");
    out += "</figcaption>\n";
    print(Code{"python", example.source});
    out += "</figure>\n";
  }

  void cell(std::string_view name, std::string_view scope, Alignment alignment, const Inlines& text) {
    out += "<" + std::string(name);
    if (!scope.empty()) out += attribute("scope", scope);
    if (alignment != Alignment::Start) out += attribute("class", alignment == Alignment::Center ? "center" : "end");
    out += ">";
    inlines(text);
    out += "</" + std::string(name) + ">";
  }

  void print(const Table& table) {
    open("table");
    out += "\n<thead>\n<tr>";
    for (std::size_t i = 0; i < table.head.size(); ++i) cell("th", "col", table.alignments[i], table.head[i]);
    out += "</tr>\n</thead>\n<tbody>\n";
    for (const std::vector<Inlines>& row : table.rows) {
      out += "<tr>";
      // The first column says what the row is about.
      for (std::size_t i = 0; i < row.size(); ++i) {
        cell(i == 0 ? "th" : "td", i == 0 ? "row" : "", table.alignments[i], row[i]);
      }
      out += "</tr>\n";
    }
    out += "</tbody>\n</table>\n";
  }

  void print(const Callout& callout) {
    if (callout.kind == CalloutKind::Quote) {
      open("blockquote");
      out += "\n";
      blocks(callout.blocks);
      out += "</blockquote>\n";
      return;
    }
    const std::string name(label(callout.kind));
    const std::string_view kind = callout.kind == CalloutKind::Note ? "note" : "try-it";
    open("div", " class=\"callout " + std::string(kind) + "\" role=\"note\"" + attribute("aria-label", name));
    out += "\n" + element("p", element("strong", name)) + "\n";
    blocks(callout.blocks);
    out += "</div>\n";
  }

  void print(const ThematicBreak&) {
    open("hr");
    out += "\n";
  }

  std::string number_;  // the attribute that the next block's tag gets
};

// Calls `open` before a chapter and `close` after it and all that lie inside it.
template <typename Open, typename Close>
void walk_outline(const Book& book, Open&& open, Close&& close) {
  std::optional<std::size_t> inside;
  const auto close_until = [&](std::optional<std::size_t> parent) {
    while (inside && inside != parent) {
      close(*inside);
      inside = book.chapters[*inside].parent;
    }
  };
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    close_until(book.chapters[i].parent);
    open(i);
    inside = i;
  }
  close_until(std::nullopt);
}

bool has_children(const Book& book, std::size_t chapter) {
  return std::any_of(book.chapters.begin(), book.chapters.end(),
                     [&](const Section& other) { return other.parent == chapter; });
}

std::string inline_html(const Inlines& text) {
  Printer printer;
  printer.inlines(text);
  return std::move(printer.out);
}

// The front page's address is the folder's.
std::string whole_address(const Section& section, std::string_view base) {
  return std::string(base) + (section.anchor == "index" ? "" : page_name(section));
}

std::string meta(std::string_view kind, std::string_view name, std::string_view content) {
  return "<meta" + attribute(kind, name) + attribute("content", content) + ">\n";
}

std::string step(std::string_view rel, std::string_view word, const Section& section) {
  return "<a" + attribute("rel", rel) + attribute("href", page_name(section)) + "><span>" + std::string(word) +
         "</span> " + inline_html(section.heading) + "</a>\n";
}

// What is on the page: links to the chapter's headings.
std::string headings_html(const Section& section) {
  std::string html;
  for (const Block& block : section.blocks) {
    const auto* heading = std::get_if<Heading>(&block.content);
    if (heading == nullptr || heading->level > 2) continue;
    html += "<li><a" + attribute("href", page_name(section) + "#" + heading->anchor) + ">" +
            escape_html(plain_text(heading->text)) + "</a></li>\n";
  }
  return html.empty() ? html : "\n<ul class=\"headings\">\n" + html + "</ul>\n";
}

}  // namespace

std::string head_html(const Book& book, std::size_t chapter, std::string_view base) {
  const Section& section = book.chapters[chapter];
  const bool front = chapter == 0;
  const std::string about = description(section);
  std::string head = element("title", escape_html(section.title + " \u00b7 Threadbook")) + "\n";
  head += meta("name", "description", about);
  head += meta("property", "og:site_name", "Threadbook");
  head += meta("property", "og:type", front ? "website" : "article");
  head += meta("property", "og:title", section.title);
  head += meta("property", "og:description", about);
  if (base.empty()) {
    head += meta("name", "twitter:card", "summary");
  } else {
    head += meta("name", "twitter:card", "summary_large_image");
    head += meta("property", "og:url", whole_address(section, base));
    head += meta("property", "og:image", std::string(base) + "picture.png");
    head += "<link rel=\"canonical\"" + attribute("href", whole_address(section, base)) + ">\n";
  }
  const auto link = [&](std::string_view rel, const Section& to) {
    head += "<link" + attribute("rel", rel) + attribute("href", page_name(to)) + ">\n";
  };
  if (chapter > 0) link("prev", book.chapters[chapter - 1]);
  if (chapter + 1 < book.chapters.size()) link("next", book.chapters[chapter + 1]);
  return head;
}

std::string contents_html(const Book& book, std::size_t current, bool ids) {
  std::string html = "<ol>\n";
  walk_outline(
      book,
      [&](std::size_t i) {
        const Section& section = book.chapters[i];
        html += "<li" + (ids ? attribute("id", section.anchor) : "") + "><a" + attribute("href", page_name(section));
        if (i == current) html += " aria-current=\"page\"";
        html += ">" + inline_html(section.heading) + "</a>";
        if (i == current) html += headings_html(section);
        if (has_children(book, i)) html += "\n<ol>\n";
      },
      [&](std::size_t i) { html += has_children(book, i) ? "</ol>\n</li>\n" : "</li>\n"; });
  return html + "</ol>\n";
}

std::string chapter_html(const Book& book, std::size_t chapter) {
  const Section& section = book.chapters[chapter];
  Printer printer;
  printer.out = "<article" + attribute("data-level", std::to_string(section.level)) + ">\n<h1 data-block=\"0\">";
  printer.inlines(section.heading);
  printer.out += "</h1>\n";
  printer.numbered(section.blocks);
  printer.out += "</article>\n<nav class=\"onward\" aria-label=\"Previous and next chapter\">\n";
  if (chapter > 0) printer.out += step("prev", "Previous", book.chapters[chapter - 1]);
  if (chapter + 1 < book.chapters.size()) printer.out += step("next", "Next", book.chapters[chapter + 1]);
  printer.out += "</nav>\n";
  return std::move(printer.out);
}

std::string description(const Section& section) {
  for (const Block& block : section.blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    if (paragraph == nullptr) continue;
    std::string text = plain_text(paragraph->text);
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (text.size() <= kDescriptionLength) return text;
    // Whole sentences where one ends in time, else whole words.
    const std::size_t sentence = text.rfind(". ", kDescriptionLength);
    if (sentence != std::string::npos && sentence >= kDescriptionLength / 3) return text.substr(0, sentence + 1);
    return text.substr(0, text.rfind(' ', kDescriptionLength)) + " \u2026";
  }
  return section.title;
}

std::string sitemap(const Book& book, std::string_view base) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const Section& section : book.chapters) {
    xml += "<url><loc>" + escape_html(whole_address(section, base)) + "</loc></url>\n";
  }
  xml += "<url><loc>" + escape_html(std::string(base) + "reference.html") + "</loc></url>\n";
  return xml + "</urlset>\n";
}

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
