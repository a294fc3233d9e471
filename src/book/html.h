// The book as plain HTML: for browsers that lack what the page needs, for search engines and for
// screen readers.
//
// Only structure, no style sheet and no script: a list of contents in a <nav>, then an <article>
// with one <section> for each chapter, nested as the chapters are, each under its anchor as id.
// Headings go down in steps of one from the book's <h1>. Examples are figures with a caption and
// their source. The page shell embeds the result between its own elements. Linear in the size of
// the book.
#pragma once

#include <string>
#include <string_view>

#include "book/document.h"

namespace threadbook::book {

// The <nav class="book-contents"> and the <article class="book">, UTF-8, ending in a newline. Never
// blocks.
std::string to_html(const Book& book);

// `text` with the characters that mean something in HTML text and quoted attributes written as
// references.
std::string escape_html(std::string_view text);

}  // namespace threadbook::book
