#pragma once

// The part of the standard library that is written in Python, carried inside the program.
//
// The files of src/python/library are compiled in as text by the build (src/cmake/embed.cmake), so
// that the engine reads no disk and runs the same in a page and on the command line. Cost: the
// text's size in the binary; nothing at start-up.

#include <span>
#include <string_view>

namespace threadbook::python {

struct LibrarySource {
  std::string_view name;  // Path below src/python/library, e.g. "threading.py".
  std::string_view text;  // UTF-8, as in the file.
};

// All library files, sorted by name. The views live as long as the program. Never blocks; may be
// called from any thread.
std::span<const LibrarySource> library_sources();

}  // namespace threadbook::python
