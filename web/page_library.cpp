// The page's library_sources(): the standard library's text, which boot.js fetches beside the program and
// hands over, file by file, before the program starts. From then on it does not change, so any thread may read it.
#include <emscripten.h>

#include <string>
#include <vector>

#include "python/library/sources.h"

namespace {

std::vector<threadbook::python::LibrarySource>& sources() {
  static auto& the_sources = *new std::vector<threadbook::python::LibrarySource>;
  return the_sources;
}

// Copies the text to where it stays for as long as the page.
std::string_view keep(const char* text) { return *new std::string(text); }

}  // namespace

std::span<const threadbook::python::LibrarySource> threadbook::python::library_sources() { return sources(); }

// Called once for each file, in the order of their names, on the main thread.
extern "C" EMSCRIPTEN_KEEPALIVE void page_library(const char* name, const char* text) {
  sources().push_back({keep(name), keep(text)});
}
