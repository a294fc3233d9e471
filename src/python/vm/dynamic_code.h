// Code that a program makes while it runs: eval(), exec(), compile().
//
// The source is compiled to Code as any other and linked to the module whose names are the globals.
// Globals that are a plain dict become the live dict of a module without a name (objects/live_dict.h),
// so functions defined by exec() see what is done to the dict later. Cost: what was compiled and
// linked is kept as long as the run, so the same text is compiled once.
#pragma once

#include <map>
#include <string>

#include "python/compiler/code.h"
#include "python/objects/operations.h"
#include "python/vm/thread_state.h"
#include "runtime/mutex.h"

namespace threadbook::python {

// What a run has compiled and linked this way. Thread safety: any thread.
class DynamicCode {
 public:
  std::shared_ptr<const Code> find(const std::string& key) const;
  void add(const std::string& key, std::shared_ptr<const Code> code);
  // `code` linked to `module`, once.
  LinkedCode* link(ThreadState& thread, const std::shared_ptr<const Code>& code, Module* module);
  // What exec() puts into globals as __builtins__.
  Value builtins_dict(ThreadState& thread);

 private:
  static constexpr std::size_t kMaxTexts = 512;

  mutable runtime::Mutex mutex_;
  std::map<std::string, std::shared_ptr<const Code>> texts_ GUARDED_BY(mutex_);
  std::map<std::pair<const Code*, const Module*>, LinkedCode*> linked_ GUARDED_BY(mutex_);
  Value builtins_ GUARDED_BY(mutex_);
};

// eval(source, globals, locals) and exec(): Pushed. compile(): a code object.
Status eval_function(ThreadState& thread, Value* arguments, Value& result);
Status exec_function(ThreadState& thread, Value* arguments, Value& result);
Status compile_function(ThreadState& thread, Value* arguments, Value& result);

}  // namespace threadbook::python
