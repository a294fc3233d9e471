// A frame: one call in progress. Frames live on the heap, not on the C++ stack, so that a thread
// that must wait can simply return from the bytecode loop (vm/vm.h).
#pragma once

#include <cstdint>

#include "python/objects/value.h"
#include "python/vm/linked_code.h"

namespace threadbook::python {

struct Function;
struct Generator;

// What happens to the value a frame returns.
enum class ReturnAction : std::uint8_t {
  Store,          // into the register
  Discard,        // nowhere
  Instance,       // of __init__: must be None; the result is `extra`
  Truth,          // its truth, as a bool
  NotTruth,       // the opposite
  Operator,       // of an operator's method: into the register, unless it is NotImplemented
  OperatorJump,   // the same, for the conditional jump
  Jump,           // its truth decides the conditional jump the frame stands behind
  Next,           // the next item of ForIter; the end of the iterator leaves the loop
  GeneratorNext,  // of a generator resumed by next() or send(); its end raises StopIteration
  Delegate,       // the next item of YieldFrom
  Unpack,         // a list of the right length, into the registers from reg on
  UnpackStarred,  // a list; the UnpackEx behind which the frame stands is done with it
  Class,          // of a class body: the class is made from its names
  Leave,          // of the bottom frame: the VM returns to its executor
  Traced,         // of a trace function: what it was told of goes on (vm/tracing.h)
  Watched,        // of a frame with an object (vm/frame_object.h): the object, `extra`, knows what becomes of it
};

// Where a result goes: what to do with it, and a register of the frame that waits for it.
struct Destination {
  ReturnAction action = ReturnAction::Store;
  std::uint16_t reg = 0;
  Value extra;  // Instance: the new object; Class: what the class is made from; Traced: the frame's object
};

struct Frame {
  LinkedCode* code;
  const Instruction* pc;  // the next instruction; valid while the frame is not running
  Value* registers;
  Function* function;  // nullptr for modules
  Frame* caller;
  Value handled;            // the exception being handled here; None
  Object* class_names;      // of a class body: a dict, or what __prepare__ gave
  Generator* generator;     // whose frame this is, or nullptr
  Destination destination;  // of what it returns
};

class Marker;
// Visits what `frame` refers to. `waiting`: it is not the innermost, but waits for what it called.
void trace_frame(const Frame& frame, bool waiting, Marker& marker);

}  // namespace threadbook::python
