// Linking: from compiled code, which runs share, to code bound to one run (linked_code.h).
//
// What was linked is kept as long as the run: frames, tracebacks and inline caches name it.
//
// Thread safety: any thread, any function, but for what says otherwise.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "python/vm/linked_code.h"
#include "runtime/mutex.h"

namespace threadbook::python {

class Interpreter;
class Marker;
struct ThreadState;

class Linker {
 public:
  explicit Linker(Interpreter& interpreter) : interpreter_(interpreter) {}

  // `code` with its constants made, and its global names looked up in `module`.
  LinkedCode* link(ThreadState& thread, std::shared_ptr<const Code> code, Module* module);
  // Puts Trace in place of all opcodes of the program's code, or takes it away; that of code linked later too.
  // REQUIRES: the world is stopped.
  void set_traced(bool traced);
  // The same with Watch in place of the opcodes that may touch what others can notice (vm/watching.h), in library code,
  // too, where the run's executor has a watcher. REQUIRES: the world is stopped.
  void set_watched(bool watched);
  // The line of the program's instruction before this address; 0 if it is none. Blocks for moments.
  std::uint32_t line_of(std::uint64_t address) const;
  // REQUIRES: the world is stopped.
  void trace(Marker& marker) const;

 private:
  Interpreter& interpreter_;
  mutable runtime::Mutex mutex_;
  std::vector<std::unique_ptr<LinkedCode>> linked_ GUARDED_BY(mutex_);
  std::map<std::uint64_t, const LinkedCode*> programs_ GUARDED_BY(mutex_);  // code of the program, by its address
  bool traced_ GUARDED_BY(mutex_) = false;
  bool watched_ GUARDED_BY(mutex_) = false;

  void patch(LinkedCode& linked) REQUIRES(mutex_);
};

}  // namespace threadbook::python
