// Code bound to a run: its constants as values, the cells of its globals, its inline caches.
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "python/compiler/code.h"
#include "python/objects/class.h"

namespace threadbook::python {

struct Module;

// One word: shape number (32 bits), epoch (12), kind (4), place (16). Read and written whole, so
// that threads that race on it see an old entry or a new one, never half of each.
using CacheWord = std::atomic<std::uint64_t>;

// Made once per Code and module of a run; owned by the interpreter; lives as long as the run.
struct LinkedCode {
  std::shared_ptr<const Code> code;
  Module* module = nullptr;
  const Instruction* instructions = nullptr;
  std::vector<Value> constants;
  std::vector<Str*> names;
  std::vector<Str*> local_names;            // interned; parameters first
  std::vector<Cell*> globals;               // of code->global_names
  std::vector<Str*> global_names;
  std::unique_ptr<std::atomic<Cell*>[]> builtins;  // the same in builtins; nullptr until looked up
  std::vector<Str*> cache_names;
  std::unique_ptr<CacheWord[]> caches;
  std::vector<std::atomic<LinkedCode*>> children;  // linked when first needed
  Str* name = nullptr;
  Str* qualname = nullptr;
  std::atomic<Object*> object{nullptr};            // as the program sees it, once it has asked
};

}  // namespace threadbook::python
