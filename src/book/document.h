// The document model: what a chapter says, free of Markdown and free of any way to show it.
//
// The page lays this model out on a canvas and html.h prints it as a plain document, so both say
// the same. It is made of values: vectors, strings and one variant, no pointers between nodes. A
// reader of the model visits `Block::content` and finds every kind of block in the list below; a
// kind added here is a kind that each of them must answer for, and the compiler says so. Chapters
// stand in one flat list in reading order, each naming its parent by index: going on, going back
// and drawing the outline are then plain loops. The whole book takes some hundred kilobytes and is
// built once, in about a millisecond.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace threadbook::book {

// How a piece of text is set. A piece can be several of them at once.
struct TextStyle {
  bool strong = false;
  bool emphasis = false;
  bool code = false;

  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// A piece of running text in one style. Neighbours differ in style or link. A forced line break is
// a "\n" in `text`; line ends of the Markdown source are single blanks here.
struct Inline {
  std::string text;  // UTF-8
  TextStyle style;
  std::string link;  // "" for none; "#anchor" leads to a chapter of this book; else an address

  friend bool operator==(const Inline&, const Inline&) = default;
};

using Inlines = std::vector<Inline>;

struct Block;
using Blocks = std::vector<Block>;

// A heading inside a chapter. The chapter's own title is not among its blocks.
struct Heading {
  int level = 2;  // 2 is the first level below the chapter's title
  Inlines text;
  std::string anchor;  // unique in its chapter: its words in lower case, joined by hyphens
};

struct Paragraph {
  Inlines text;
};

// A list; an item holds blocks, so lists nest.
struct List {
  bool ordered = false;
  unsigned start = 1;  // the first item's number when ordered
  bool tight = true;   // items stand close together, as their author wrote them
  std::vector<Blocks> items;
};

// Code to read: a signature, a fragment, an output. Not to be run.
struct Code {
  std::string language;  // the word after the fence: "python", "text" or ""
  std::string text;      // ends in "\n"
};

// How the output of an example may rightly differ from one run to the next, for those who compare.
struct Variation {
  bool times = false;        // measured times are printed
  bool any_order = false;    // lines come in any order
  bool gil_matters = false;  // with the GIL off the output may be another
};

// A program to read, edit and run.
struct Example {
  std::string id;      // unique in the book and lasting: its path without ".py", "attributes/ident"
  std::string file;    // "attributes/ident.py", the name a traceback may show
  std::string title;   // plain text
  std::string source;  // the file byte for byte
  bool gil = true;     // how the GIL switch stands before the reader touches it
  Variation variation;
};

enum class Alignment : std::uint8_t { Start, Center, End };

// Every row has as many cells as `alignments`.
struct Table {
  std::vector<Alignment> alignments;
  std::vector<Inlines> head;
  std::vector<std::vector<Inlines>> rows;
};

enum class CalloutKind : std::uint8_t {
  Quote,  // someone else's words
  Note,   // an aside; shown with the label "Note"
  TryIt,  // asks the reader to change the example above; shown with the label "Try it"
};

// Blocks set apart from the text. The label is not part of the blocks; see label().
struct Callout {
  CalloutKind kind = CalloutKind::Quote;
  Blocks blocks;
};

struct ThematicBreak {};

struct Block {
  std::variant<Paragraph, Heading, List, Code, Example, Table, Callout, ThematicBreak> content;
};

// One section of the book, from one Markdown file.
struct Section {
  std::string anchor;                 // unique, lasting: the page's address ends in "#anchor"
  std::string title;                  // plain text, for a list of contents or a window's title
  Inlines heading;                    // the same title with its styles
  int level = 1;                      // 1 for a section without a parent, parent's level + 1 otherwise
  std::optional<std::size_t> parent;  // index into Book::chapters, smaller than its own
  Blocks blocks;
};

// A place to go to: a chapter, and in it a heading or an example.
struct Place {
  std::size_t chapter = 0;  // index into Book::chapters
  std::string fragment;     // "" for the chapter's beginning, a heading's anchor, or an example's id

  friend bool operator==(const Place&, const Place&) = default;
};

// Thread safety: a Book is not changed after it was made; any number of threads may read it.
//
// Invariants (load_book reports what breaks them, tests/book holds the embedded book to them):
// 1. chapters are in reading order: a parent comes before its children, and children follow it
//    at once.
// 2. anchors are unique, and so are the examples' ids.
// 3. each internal link names the anchor of a chapter.
// 4. the first chapter's anchor is "index": it is the front page.
struct Book {
  std::string title;
  std::vector<Section> chapters;

  // The chapter with this anchor (without "#"), or nullptr. Never blocks.
  const Section* find(std::string_view anchor) const;
  // The example with this id, or nullptr. Never blocks.
  const Example* find_example(std::string_view id) const;
  // What an address means, as the reader's browser has it or as a program gives it: "methods.html",
  // "methods.html#start", "methods.html#methods/start"; "" and "index.html" are the front page; "#methods",
  // "methods" and "methods/start" say where to without saying on which page. Never blocks.
  std::optional<Place> place(std::string_view address) const;
};

// The name of a chapter's page: "methods.html". Pages lie in one folder.
std::string page_name(const Section& section);

// What a link of the text is in a page: "methods.html" for "#methods", others as they are.
std::string page_address(std::string_view link);

// The examples of a section in reading order, those inside lists and callouts included. The
// pointers live as long as the section. Never blocks.
std::vector<const Example*> examples(const Section& section);

// The text without styles and links.
std::string plain_text(const Inlines& text);

// What stands above a callout: "Note", "Try it", or "" for a quote.
std::string_view label(CalloutKind kind);

// The book compiled into the program. Made on the first call, which takes about a millisecond; any
// thread may call it, and a second thread that comes during the first call waits for it. Never
// raises.
const Book& the_book();

}  // namespace threadbook::book
