// Code bound to a run: its constants as values, the cells of its globals, its inline caches.
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "python/compiler/code.h"
#include "python/objects/class.h"
#include "python/vm/inline_cache.h"

namespace threadbook::python {

struct Module;

// Made once per Code and module of a run; owned by the interpreter; lives as long as the run.
struct LinkedCode {
  std::shared_ptr<const Code> code;
  Module* module = nullptr;
  const Instruction* instructions = nullptr;
  // What every call needs to know, at hand.
  std::uint16_t registers = 0;
  // How many arguments a call has that only copies them: positional ones, none left out. kNotPlain
  // where that is not all, as with *args or in generators.
  std::uint16_t plain_arguments = kNotPlain;
  static constexpr std::uint16_t kNotPlain = 0xFFFF;
  // Of a generator: does it have a place where closing it runs code (generator.h)?
  bool may_end_unfinished = false;
  bool is_library = false;  // Code::kLibrary
  std::vector<Value> constants;
  std::vector<Str*> names;
  std::vector<Str*> local_names;  // interned; parameters first
  std::vector<Cell*> globals;     // of code->global_names
  std::vector<Str*> global_names;
  std::unique_ptr<std::atomic<Cell*>[]> builtins;  // the same in builtins; nullptr until looked up
  std::vector<Str*> cache_names;
  std::unique_ptr<InlineCache[]> caches;
  std::vector<std::atomic<LinkedCode*>> children;  // linked when first needed
  Str* name = nullptr;
  Str* qualname = nullptr;
  std::atomic<Object*> object{nullptr};  // as the program sees it, once it has asked
  // Of a program's code, and in a run that may be watched of all: a copy of its own, which `instructions` are. While
  // somebody traces all opcodes of the program's are Trace; while somebody watches some are Watch.
  std::vector<Instruction> own;

  // The instruction at `place` in `instructions`, with the opcode it has when nobody traces.
  const Instruction& original(const Instruction* place) const {
    return code->instructions[static_cast<std::size_t>(place - instructions)];
  }
};

}  // namespace threadbook::python
