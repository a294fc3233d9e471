// The bytecode loop.
//
// resume() runs a thread until something is for its executor to decide, and then returns: the VM
// itself never waits, sleeps or blocks, and holds nothing on the C++ stack while it is away. So the
// same VM serves an executor that gives every thread an OS thread and really waits, and one that
// drives all threads from a single OS thread in an order of its choosing.
#pragma once

#include "python/vm/thread_state.h"

namespace threadbook::python {

enum class Outcome : std::uint8_t {
  Finished,   // the bottom frame returned; thread.result has the value
  Raised,     // an exception left the bottom frame; thread.exception has it
  Wait,       // thread.wait says for what; go on with finish_wait()
  Step,       // a watcher did not want the next instruction to be carried out yet; go on with resume()
  SafePoint,  // a flag is set in Interpreter::flags; go on with resume()
  AfterCall,  // likewise; the instruction before the next one has called a builtin, which has returned
};

// REQUIRES: the thread is attached (world.h) and has a frame.
Outcome resume(ThreadState& thread);

// The wait has ended: makes the result of the call that waited. Afterwards resume(). False: thread.wait
// says what is to be waited for next.
bool finish_wait(ThreadState& thread, runtime::WaitResult outcome);

// Pushes the bottom frame: a call of `callable` or the code of a module. False if that raised
// (thread.exception).
bool start_call(ThreadState& thread, Value callable, std::initializer_list<Value> arguments);
bool start_module(ThreadState& thread, LinkedCode* code);

// The line of the program the thread is at; 0 if it runs none.
std::uint32_t current_line(const ThreadState& thread);

}  // namespace threadbook::python
