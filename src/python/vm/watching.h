// Watching: which instructions touch what another thread could notice, and what they touch.
//
// While a run's watcher is on, such an instruction has the opcode Watch in place of its own (Linker::set_watched()),
// in the program's code and in the library's. Executing Watch is asking may_execute(), which works out from the
// operands what the instruction would touch and puts it to the watcher. Builtin functions are known by their names:
// which methods of containers only read, which change one item; of the rest it is supposed that they read what they
// are given and change what they are methods of.
#pragma once

#include "python/compiler/opcodes.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// May it touch what others can notice?
bool is_watchable(Op op);

// The running frame is about to execute the instruction before its pc. False: not yet.
bool may_execute(ThreadState& thread);

}  // namespace threadbook::python
