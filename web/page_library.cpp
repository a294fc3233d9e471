// The page's standard library, as text, which boot.js fetches when the page can be seen and used: first the names of
// all files and the texts that most programs import, then the other texts. A program that is run before what it imports
// is there waits in its own thread until it is.
#include <emscripten.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "python/library/sources.h"

using threadbook::python::LibrarySource;

namespace {

struct Library {
  std::mutex mutex;
  std::condition_variable changed;
  bool named = false;                        // under the mutex
  bool complete = false;                     // under the mutex: no text will come any more
  std::map<std::string, std::string> texts;  // under the mutex; what is in it stays
  std::vector<LibrarySource> sources;        // the main thread's until they are named, then nobody's
};

Library& library() {
  static Library& the_library = *new Library;
  return the_library;
}

}  // namespace

std::span<const LibrarySource> threadbook::python::library_sources() {
  Library& all = library();
  std::unique_lock lock(all.mutex);
  all.changed.wait(lock, [&] { return all.named || all.complete; });
  return all.sources;
}

std::optional<std::string_view> threadbook::python::library_text(const LibrarySource& source) {
  Library& all = library();
  const std::string name(source.name);
  std::unique_lock lock(all.mutex);
  auto found = all.texts.find(name);
  if (found == all.texts.end() && !all.complete) {
    MAIN_THREAD_ASYNC_EM_ASM({
      if (globalThis.threadbookHost) threadbookHost.libraryWanted();
    });
    all.changed.wait(lock, [&] { return (found = all.texts.find(name)) != all.texts.end() || all.complete; });
  }
  if (found == all.texts.end()) return std::nullopt;
  return found->second;
}

// What boot.js calls, on the main thread.
extern "C" {

// Once for each file, in the order of their names.
EMSCRIPTEN_KEEPALIVE void page_library_name(const char* name) {
  library().sources.push_back({*new std::string(name), {}});
}

// The names are all there.
EMSCRIPTEN_KEEPALIVE void page_library_named() {
  {
    const std::lock_guard lock(library().mutex);
    library().named = true;
  }
  library().changed.notify_all();
}

EMSCRIPTEN_KEEPALIVE void page_library_text(const char* name, const char* text) {
  {
    const std::lock_guard lock(library().mutex);
    library().texts.emplace(name, text);
  }
  library().changed.notify_all();
}

// No more texts will come: all are there, or the rest could not be had.
EMSCRIPTEN_KEEPALIVE void page_library_complete() {
  {
    const std::lock_guard lock(library().mutex);
    library().complete = true;
  }
  library().changed.notify_all();
}

}  // extern "C"
