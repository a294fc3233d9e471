#pragma once

// The part of the standard library that is written in Python (src/python/library), as text.
//
// The engine reads no disk: whoever builds a program with it says where the text comes from, by
// linking one definition of these functions. Programs that carry it link threadbook_library
// (src/cmake/embed.cmake compiles the files in); the page fetches it beside its program, so that
// neither keeps the other from being cached, and what most programs never import after the rest:
// it defines the functions itself (web/page_library.cpp).

#include <optional>
#include <span>
#include <string_view>

namespace threadbook::python {

struct LibrarySource {
  std::string_view name;  // Path below src/python/library, e.g. "threading.py".
  std::string_view text;  // UTF-8, as in the file; for library_text() alone.
};

// All library files, sorted by name. The views live as long as the program, and the answer is the
// same from the first run on. In the page it blocks until the names are there; may be called from
// any thread but the page's main one.
std::span<const LibrarySource> library_sources();

// The text of one of them, which lives as long as the program; nothing if it could not be had. In
// the page it blocks until that is known; may be called from any thread but the page's main one.
std::optional<std::string_view> library_text(const LibrarySource& source);

}  // namespace threadbook::python
