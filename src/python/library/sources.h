#pragma once

// The part of the standard library that is written in Python (src/python/library), as text.
//
// The engine reads no disk: whoever builds a program with it says where the text comes from, by
// linking one definition of library_sources(). Programs that carry it link threadbook_library
// (src/cmake/embed.cmake compiles the files in); the page fetches it beside its program, so that
// neither keeps the other from being cached, and defines the function itself
// (web/page_library.cpp).

#include <span>
#include <string_view>

namespace threadbook::python {

struct LibrarySource {
  std::string_view name;  // Path below src/python/library, e.g. "threading.py".
  std::string_view text;  // UTF-8, as in the file.
};

// All library files, sorted by name. The views live as long as the program, and the answer is the
// same from the first run on. Never blocks; may be called from any thread.
std::span<const LibrarySource> library_sources();

}  // namespace threadbook::python
