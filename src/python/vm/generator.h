// Generators: a frame that outlives its calls.
#pragma once

#include "python/objects/function.h"
#include "python/vm/frame.h"

namespace threadbook::python {

// Created   -> Running by the first next(), -> Finished by close().
// Suspended -> Running by next(), send(), throw(), close().
// Running   -> Suspended by yield, -> Finished by return or an exception.
// A compare-and-swap to Running decides between threads; the loser raises ValueError "generator
// already executing", or takes another cursor of the same iterator (vm/library_iterator.h).
enum class GeneratorState : std::uint8_t { Created, Suspended, Running, Finished };

struct Generator : Object {
  std::atomic<GeneratorState> state;
  bool delegating;          // suspended inside a yield from
  bool resumed;             // and has not executed an instruction since, for who traces
  std::uint32_t registers;  // how many follow
  Str* name;
  Str* qualname;
  Object* frame_object;  // of its frame, once somebody has asked for it (vm/frame_object.h)
  // Of a library iterator's first cursor (vm/library_iterator.h): how to make another, the list of those made.
  Tuple* recipe;  // nullptr in any other generator
  std::atomic<Object*> cursors;
  Frame frame;       // registers and function valid until finished
  Value storage[1];  // the frame's registers
};

// Is it suspended where closing it runs code: inside a `try` or a `with`, or where it delegates to an iterator that is
// no generator and may have a close()?
bool is_left_unfinished(const Generator& generator);

}  // namespace threadbook::python
