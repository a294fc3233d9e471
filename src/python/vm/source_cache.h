// The source text of a run's files, for the lines that tracebacks show.
//
// Python's linecache reads the disk when a traceback is printed. A run has no disk: whoever compiles
// a file puts its text here first. Cost: the text once more, and a mutex that only tracebacks take.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/mutex.h"

namespace threadbook::python {

// Thread safety: every function from any thread; none waits for longer than a line takes to copy.
class SourceCache {
 public:
  // `source` (UTF-8) is what `filename` contains; replaces what was known of it.
  void add(std::string_view filename, std::string_view source);

  // Line `number`, from 1, without its end; empty if the file or the line is unknown.
  std::string line(std::string_view filename, std::uint32_t number) const;

 private:
  mutable runtime::Mutex mutex_;
  std::map<std::string, std::vector<std::string>, std::less<>> files_ GUARDED_BY(mutex_);
};

}  // namespace threadbook::python
