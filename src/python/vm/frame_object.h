// Code and frames as a program sees them: function.__code__, traceback.tb_frame, sys._getframe().
//
// A frame has one object, made when it is first asked for. From then on the frame is *watched*: the
// object stands in its destination (a generator's frame: in the generator), so that whatever takes the
// frame off the stack comes by here, and calls that nobody watches pay nothing. A frame that is left
// leaves its variables with its object. The frames of other threads and of tracebacks are pictures: they
// stay as they were when they were taken. Frames of library code have no objects, as in tracebacks.
#pragma once

#include "python/objects/operations.h"
#include "python/vm/generator.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

struct CodeObject : Object {
  LinkedCode* code;
};

struct FrameObject : Object {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::uint32_t kEntry = 0xFFFFFFFE;

  LinkedCode* code;
  std::atomic<Frame*> frame;         // nullptr: it was left, or this is a picture
  std::atomic<ThreadState*> thread;  // whose stack it is on, unless it is a generator's
  Generator* generator;              // whose frame it is, until it is left
  std::uint32_t instruction;         // the one it was at when it was left
  Object* back;                      // FrameObject or nullptr; a generator's frame has one only while it runs
  Value locals;                      // the dict f_locals gave; None: nobody has asked
  Destination destination;           // the frame's own

  // What sys.settrace() needs to know of it (tracing.h).
  Slot trace;  // f_trace
  std::atomic<bool> trace_lines, trace_opcodes;
  std::uint8_t step;    // of telling of the instruction it is at: what comes next
  std::uint8_t event;   // the one being told of
  std::uint8_t after;   // what is to be done then
  std::uint32_t shown;  // the instruction f_lineno tells of; kNone: the one it is at; kEntry: the first line
  std::uint32_t last;   // the instruction executed before this one; kNone: there was none
  std::uint32_t lined;  // the last one that is of a line, likewise
  Value pending;        // what waits meanwhile: an exception, a value to yield
  Value called;         // the builtin being called, for the profile function

  std::uint32_t kept;  // variables here, once it was left
  Value variables[1];  // room for as many as its code has
  std::size_t variable_count() const;
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
// False: it is none that can be set, or its value is wrong (thread.exception).
bool set_frame_attribute(ThreadState& thread, FrameObject* frame, Str* name, Value value);
std::uint32_t line_of(const FrameObject* frame);

// The object of a frame of this thread, made if need be.
FrameObject* watch(ThreadState& thread, Frame* frame);
// The one it has, or nullptr.
inline FrameObject* object_of(const Frame& frame) {
  Object* object = frame.generator != nullptr                          ? frame.generator->frame_object
                   : frame.destination.action == ReturnAction::Watched ? frame.destination.extra.as_object()
                                                                       : nullptr;
  return static_cast<FrameObject*>(object);
}
inline const Destination& destination_of(const Frame& frame) {
  const bool watched = frame.destination.action == ReturnAction::Watched;
  return watched ? static_cast<FrameObject*>(frame.destination.extra.as_object())->destination : frame.destination;
}
// The instruction it is at counts as told of.
void remember_place(FrameObject* object);
// The frame is about to be taken off the stack for good. Answers its destination.
Destination leave(Frame* frame);

// The module of the program's frame. A thread whose target is a builtin has none: the main module.
Module* program_module(ThreadState& thread);

// globals() and locals() of a frame (nullptr: of the main module): live dicts of its module, the names of a class body,
// a copy of a function's variables.
Value frame_globals(ThreadState& thread, const Frame* frame);
Value frame_locals(ThreadState& thread, const Frame* frame);

// The frame of the program that runs or waits for library code; nullptr if there is none.
Frame* program_frame(ThreadState& thread);
Frame* program_frame_above(Frame* frame);
SourceSpan span_of(const LinkedCode* code, std::uint32_t instruction);
std::uint32_t instruction_of(const Frame* frame);

}  // namespace threadbook::python
