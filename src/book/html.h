// The book as plain HTML, a page for each chapter: what a reader sees first, what search engines and screen readers
// get, and all there is for a browser that lacks what the canvas needs.
//
// Only structure, no style and no script. A page is put together from parts that the shell (web/index.html) has places
// for: what belongs into its <head>, the list of contents, the chapter. Every place that Book::place knows has an
// element with that fragment as its id: headings have their anchor, examples are figures under their own id; both
// have a link to themselves. Each top-level block of a chapter says its number, `data-block`: the title is 0, what
// follows counts from 1. By it the canvas, when it takes over, finds the place where the reader is.
//
// Linear in the size of what is printed. Nothing here blocks or raises.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "book/document.h"

namespace threadbook::book {

// For a page's <head>, one element a line: title, description, what other sites show of a link to it, and which pages
// come before and after. `base` is the address of the book's folder, ending in a slash, or "" where that is not
// known: then what needs a whole address is left out.
std::string head_html(const Book& book, std::size_t chapter, std::string_view base);

// The list of contents, an <ol> whose entries lead to the chapters' pages. `current` is marked. With `ids` each entry
// has its chapter's anchor as its id, so that "index.html#methods", which was a chapter's address when the book was
// one page, leads a reader without scripts to the link.
std::string contents_html(const Book& book, std::size_t current, bool ids);
inline constexpr std::size_t kNoChapter = static_cast<std::size_t>(-1);

// The chapter: an <article>, and behind it a <nav> with the chapters before and after.
std::string chapter_html(const Book& book, std::size_t chapter);

// What the chapter is about: its first sentences as plain text, as many as a search engine shows.
std::string description(const Section& section);

// sitemap.xml: the addresses of all pages.
std::string sitemap(const Book& book, std::string_view base);

// `text` with the characters that mean something in HTML text and quoted attributes written as
// references.
std::string escape_html(std::string_view text);

}  // namespace threadbook::book
