// The page's library_sources(): the standard library's text, which boot.js fetches last, when the page can be seen and
// used, and hands over file by file. A program that is run before all of it is there waits in its own thread until
// it is; afterwards the text does not change, so any thread may read it.
#include <emscripten.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "python/library/sources.h"

namespace {

struct Library {
  std::mutex mutex;
  std::condition_variable completed;
  bool complete = false;                                   // under the mutex
  std::vector<threadbook::python::LibrarySource> sources;  // the main thread's until it is complete, then nobody's
};

Library& library() {
  static Library& the_library = *new Library;
  return the_library;
}

// Copies the text to where it stays for as long as the page.
std::string_view keep(const char* text) { return *new std::string(text); }

}  // namespace

// Blocks until the library is complete: not for the main thread.
std::span<const threadbook::python::LibrarySource> threadbook::python::library_sources() {
  Library& all = library();
  std::unique_lock lock(all.mutex);
  all.completed.wait(lock, [&] { return all.complete; });
  return all.sources;
}

extern "C" {

// Called once for each file, in the order of their names, on the main thread.
EMSCRIPTEN_KEEPALIVE void page_library(const char* name, const char* text) {
  library().sources.push_back({keep(name), keep(text)});
}

// No more will come: all are there, or the rest could not be had.
EMSCRIPTEN_KEEPALIVE void page_library_complete() {
  {
    const std::lock_guard lock(library().mutex);
    library().complete = true;
  }
  library().completed.notify_all();
}

}  // extern "C"
