// Code and frames as a program sees them: function.__code__, traceback.tb_frame, sys._getframe().
//
// A frame object is a picture of a frame, taken when it was asked for: it keeps nothing alive that a
// running frame needs, and stays as it is when the frame goes on. Frames of library code are left
// out, as in tracebacks.
#pragma once

#include "python/objects/operations.h"

namespace threadbook::python {

struct CodeObject : Object {
  LinkedCode* code;
};

struct FrameObject : Object {
  LinkedCode* code;
  std::uint32_t instruction;  // the one it is at
  Object* back;               // FrameObject or nullptr
  Value locals;               // a dict; None: nobody knows them any more (of a traceback)
};

// The one code object of `code`.
Value code_object(ThreadState& thread, LinkedCode* code);
// co_name and so on; Unbound if it is none of these.
Value code_attribute(ThreadState& thread, CodeObject* code, Str* name);

// The frame of the program `depth` calls up from the one that runs; None if there are not so many.
Value frame_object(ThreadState& thread, std::int64_t depth);
// A list of (ident, frame) of all threads that run Python, the youngest first. Stops the world for a moment.
Value frames_of_threads(ThreadState& thread);
// The frame of one entry of a traceback.
Value frame_object(ThreadState& thread, const Traceback* entry);
// f_back and so on; Unbound if it is none of these.
Value frame_attribute(ThreadState& thread, FrameObject* frame, Str* name);

// The module of the program's frame. A thread whose target is a builtin has none: the main module.
Module* program_module(ThreadState& thread);

// globals() and locals() of a frame (nullptr: of the main module): live dicts of its module, the names of a class body, a copy of
// a function's variables.
Value frame_globals(ThreadState& thread, const Frame* frame);
Value frame_locals(ThreadState& thread, const Frame* frame);

// The frame of the program that runs or waits for library code; nullptr if there is none.
Frame* program_frame(ThreadState& thread);
Frame* program_frame_above(Frame* frame);
SourceSpan span_of(const LinkedCode* code, std::uint32_t instruction);
std::uint32_t instruction_of(const Frame* frame);

}  // namespace threadbook::python
