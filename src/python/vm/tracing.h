// sys.settrace() and sys.setprofile(): telling functions of the program what a thread does.
//
// While some thread of a run has such a function every instruction of the program's code has the opcode
// Trace in place of its own (Interpreter::set_traced; library code stays as it is, and shows as C does in
// CPython). The bytecode loop knows nothing else of tracing, so a run that does not trace pays nothing.
// Executing Trace is asking trace_instruction(), which goes through what there may be to tell of the
// instruction, step by step: the frame was entered, a line begins, a builtin is called, a value is about to
// be returned. A function is called like any other: its frame is pushed, and when it has returned (traced())
// the same Trace is executed again and goes on at the next step. Only when nothing is left the instruction
// itself is executed.
//
// What comes from unwinding (exception, return without a value) and from a delegate's yield is no
// instruction: there the exception or the value waits in the frame's object while a function runs.
#pragma once

#include "python/vm/thread_state.h"

namespace threadbook::python {

struct FrameObject;

// Sets a function of this thread, or (`all`) of all threads. None: no more of it.
void set_tracing(ThreadState& thread, bool profile, Value function, bool all);

// The running frame is about to execute the instruction before its pc. Ok: it should. Pushed: the program
// is told something first; Raised.
Status trace_instruction(ThreadState& thread);
// The instruction that trace_instruction() has said Ok of is not executed yet: the next time nothing is told of it.
void keep_told(ThreadState& thread);

// `value` was yielded to the running frame, a generator that delegates, which will yield it. Ok: it should.
Status trace_delegated_yield(ThreadState& thread, Value value);

// While an exception unwinds the running frame: telling of it, before a handler is looked for, and of leaving,
// if there is none. True: a function is told first, and the exception waits. Afterwards unwinding begins again
// with `told` as it was left in Tracing::resumed; 0: nothing has been told here. `reraised`: that the exception
// came here is no news.
bool trace_exception(ThreadState& thread, std::uint8_t told, bool reraised);
bool trace_leaving(ThreadState& thread, std::uint8_t told);
inline constexpr std::uint8_t kToldOfHandlers = 5;  // from here on the frame is being left
// An iterator has ended by an exception, which goes no further: it is cleared, and the loop that asked for the
// next item is told of it, if anybody traces. Ok, Pushed, or Raised: of another one.
Status trace_stop_iteration(ThreadState& thread);

// A trace function has returned `value`: goes on with what it was told of.
Status traced(ThreadState& thread, const Destination& destination, Value value);
// It has raised, and is set no more. True: the frame it was told of should be left, handler or not.
bool trace_failed(ThreadState& thread, const Destination& destination);

}  // namespace threadbook::python
