// Tracebacks: where an exception passed, and the text of it.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "python/objects/exception.h"
#include "python/vm/thread_state.h"
#include "python/vm/traceback_text.h"

namespace threadbook::python {

// Notes that `exception` left `instruction` (an index) of `code`. The VM calls this while it
// unwinds, innermost frame first: each entry goes in front of those before. Library code is left
// out, as C functions are in CPython. Never throws: with the heap exhausted the entry is missing.
void add_traceback_entry(ThreadState& thread, Exception* exception, LinkedCode* code, std::uint32_t instruction);

// The entries of `traceback`, outermost first. With a `limit` above 0 only so many, with one below 0
// only the last so many.
std::vector<TracebackLine> entries_of(ThreadState& thread, const Traceback* traceback,
                                      std::int64_t limit = std::numeric_limits<std::int64_t>::max());

// "print" for the NameError of a misspelt `prnt`, the attribute next to the one asked for for an
// AttributeError; empty if nothing is near. CPython's rule: the candidate with the fewest edits,
// weighed by the length of the words (a change of case is half an edit). `attributes`: those of an AttributeError's
// object, its dir(), which may take Python code to tell.
std::string suggestion(ThreadState& thread, const Exception* exception, const std::vector<std::string>& attributes);

// A traceback of one entry: the place where the thread's innermost frame of the program is. None: it has none.
Value traceback_here(ThreadState& thread);

}  // namespace threadbook::python
