// Writes the page with the book in it as plain HTML: reads the page shell on standard input, puts
// the book where the shell has its marker, and writes the page on standard output.
//
//     threadbook_static < web/index.html > build/site/index.html
//
// Exit status 0, or 1 with a sentence on standard error when the shell has no marker or the book
// has problems: a build with a broken book should stop there.

#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "book/chapter_sources.h"
#include "book/html.h"
#include "book/load.h"

namespace {

constexpr std::string_view kMarker = "<!-- threadbook:book -->";

}  // namespace

int main() {
  const threadbook::book::LoadedBook loaded = threadbook::book::load_book(threadbook::book::chapter_sources());
  for (const std::string& problem : loaded.problems) std::cerr << problem << '\n';
  if (!loaded.problems.empty()) return 1;

  std::string page((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
  const std::size_t marker = page.find(kMarker);
  if (marker == std::string::npos) {
    std::cerr << "The page shell has no line \"" << kMarker << "\" to put the book at.\n";
    return 1;
  }
  page.replace(marker, kMarker.size(), threadbook::book::to_html(loaded.book));
  std::cout << page << std::flush;
  return std::cout ? 0 : 1;
}
