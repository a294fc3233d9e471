// A frame: one call in progress. Frames live on the heap, not on the C++ stack, so that a thread
// that must wait can simply return from the bytecode loop (vm/vm.h).
#pragma once

#include <cstdint>

#include "python/vm/linked_code.h"

namespace threadbook::python {

struct Function;
struct Generator;
struct Dict;

// What happens to the value a frame returns.
enum class ReturnAction : std::uint8_t {
  Store,            // into the caller's register return_register
  Discard,          // nowhere
  Instance,         // __init__: must be None; `extra` is the result
  Binary,           // an operator method: NotImplemented goes on with the other operand
  Compare,          // a rich comparison: the same
  Not,              // its truth, negated
  Truth,            // its truth, as a bool
  Jump,             // its truth decides the conditional jump the caller stands at
  Next,             // __next__ or a generator in ForIter; StopIteration leaves the loop
  GeneratorNext,    // a generator resumed by next() or send(): its end raises StopIteration
  Close,            // a generator resumed by close()
  Class,            // a class body: the class is made from its names
  Leave,            // the bottom frame: the VM returns to its executor
};

struct Frame {
  LinkedCode* code;
  const Instruction* pc;     // the next instruction; valid while the frame is not running
  Value* registers;
  Function* function;        // nullptr for modules
  Frame* caller;
  Frame* cached_callee;      // the Frame its next call will use again
  Value handled;             // the exception being handled here; None
  Value extra;               // see ReturnAction
  Dict* class_names;         // of a class body
  Generator* generator;      // whose frame this is, or nullptr
  std::uint16_t return_register;
  ReturnAction action;
};

}  // namespace threadbook::python
