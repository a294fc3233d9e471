// The text of the book as it lies in src/book/chapters, compiled into the program.
//
// A page has no file system worth the name and a book that is missing a file is no book, so the
// build turns every .md and .py file below src/book/chapters into constant data and generates the
// definition of chapter_sources(). Nothing here is parsed; load.h does that. Costs the size of the
// text, no start-up work.
#pragma once

#include <span>
#include <string_view>

namespace threadbook::book {

// One file of the book. Both views refer to constant data that lives as long as the program.
struct ChapterSource {
  std::string_view name;  // path below src/book/chapters with forward slashes: "attributes/ident.py"
  std::string_view text;  // the file byte for byte: UTF-8, lines end in "\n"
};

// Every chapter and example file, in no particular order. Never blocks; safe from any thread.
std::span<const ChapterSource> chapter_sources();

}  // namespace threadbook::book
