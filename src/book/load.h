// From the files of the book to its model.
//
// A chapter is a Markdown file that opens with a few lines of front matter:
//
//     ---
//     title: The `threading` module     (Markdown, one line)
//     anchor: the-threading-module      (lower-case letters, digits, hyphens)
//     parent: thread-objects            (an anchor; left out at the top level)
//     order: 2                          (reading order over the whole book)
//     ---
//
// An example is a paragraph that is nothing but a link to a .py file of the book, so any Markdown
// reader can follow it:
//
//     [Five tasks in five threads](example/with_threads.py "times any-order")
//
// The words after the file are optional: `gil=off` sets the switch, and `times`, `any-order`,
// `gil-matters` say how the output may vary (struct Variation). A block quote that opens with
// **Note.** or **Try it.** becomes a callout of that kind.
//
// A mistake in a chapter never stops the rest of the book: loading leaves out what it cannot make
// sense of and says so in `problems`. The tests require that list to be empty, so a reader never
// meets one.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "book/chapter_sources.h"
#include "book/document.h"

namespace threadbook::book {

struct LoadedBook {
  Book book;
  std::vector<std::string> problems;  // sentences that begin with the file's name
};

// Makes the model of these files. Does not block, keeps no reference to `sources`, raises nothing
// but std::bad_alloc.
LoadedBook load_book(std::span<const ChapterSource> sources);

}  // namespace threadbook::book
