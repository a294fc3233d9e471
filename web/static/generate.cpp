// Writes the book's pages as plain HTML: one for each chapter, from the shell web/index.html, and the page for
// addresses that do not exist, from web/404.html.
//
//     threadbook_static SHELLS FOLDER [BASE]
//
// SHELLS is the folder of the two shells, FOLDER where the pages go. BASE is the address at which the book will be
// published, if that is known: pages then name their own address, and there is a sitemap.xml.
//
// Exit status 0, or 1 with sentences on standard error when a shell lacks a marker, the book has problems or a file
// cannot be written: a build with a broken book should stop there.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "book/chapter_sources.h"
#include "book/html.h"
#include "book/load.h"
#include "book/walk.h"

namespace {

namespace book = threadbook::book;

// A sentence about what is wrong.
struct Failure {
  std::string sentence;
};

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) throw Failure{path + " cannot be read."};
  return text;
}

void write(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text << std::flush;
  if (!file) throw Failure{path + " cannot be written."};
}

// Puts `part` where the shell has its marker, "<!-- threadbook:NAME -->".
void fill(std::string& shell, std::string_view name, std::string_view part) {
  const std::string marker = "<!-- threadbook:" + std::string(name) + " -->";
  const std::size_t at = shell.find(marker);
  if (at == std::string::npos) throw Failure{"The page shell has no line \"" + marker + "\"."};
  shell.replace(at, marker.size(), part);
}

// The elements of the shell have names too, and a place in the text must not be called the same.
void check_names(const std::string& shell, const book::Section& chapter) {
  book::for_each_block(chapter.blocks, [&](const book::Block& block) {
    const auto* heading = std::get_if<book::Heading>(&block.content);
    if (heading == nullptr || shell.find(" id=\"" + heading->anchor + "\"") == std::string::npos) return;
    throw Failure{"#" + chapter.anchor + ": the page shell has an element \"" + heading->anchor +
                  "\" already; call the heading otherwise."};
  });
}

void write_pages(const book::Book& the_book, const std::string& shells, const std::string& folder,
                 std::string_view base) {
  const std::string shell = read(shells + "/index.html");
  for (std::size_t i = 0; i < the_book.chapters.size(); ++i) {
    check_names(shell, the_book.chapters[i]);
    std::string page = shell;
    fill(page, "head", book::head_html(the_book, i, base));
    fill(page, "title", book::escape_html(the_book.chapters[i].title));
    fill(page, "subtitle", book::escape_html(the_book.title));
    fill(page, "contents", book::contents_html(the_book, i, i == 0));
    fill(page, "chapter", book::chapter_html(the_book, i));
    write(folder + "/" + book::page_name(the_book.chapters[i]), page);
  }
  std::string missing = read(shells + "/404.html");
  fill(missing, "contents", book::contents_html(the_book, book::kNoChapter, false));
  write(folder + "/404.html", missing);
  if (!base.empty()) write(folder + "/sitemap.xml", book::sitemap(the_book, base));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3 && count != 4) {
    std::cerr << "threadbook_static SHELLS FOLDER [BASE]\n";
    return 1;
  }
  const book::LoadedBook loaded = book::load_book(book::chapter_sources());
  for (const std::string& problem : loaded.problems) std::cerr << problem << '\n';
  if (!loaded.problems.empty()) return 1;

  std::string base = count == 4 ? arguments[3] : "";
  if (!base.empty() && !base.ends_with('/')) base += '/';
  try {
    write_pages(loaded.book, arguments[1], arguments[2], base);
  } catch (const Failure& failure) {
    std::cerr << failure.sentence << '\n';
    return 1;
  }
  return 0;
}
