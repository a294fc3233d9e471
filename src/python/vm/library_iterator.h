// Iterators whose work library code does, in a generator function: map, filter, most of itertools.
//
// CPython's are no generators: several threads may be inside one of them at once, a function it calls may
// ask it for its next item, and after an exception it goes on with the item that follows. So a library
// iterator is not one generator but as many cursors as there are calls of next() going on in it. What the
// iterator knows lies in the arguments of its function and in the variables around it, which all cursors share (the
// iterator it goes through, a list of what it remembers); a cursor keeps nothing of its own from one item to the next.
// Who finds the first cursor executing takes another, and where one has ended a new one begins: that the iterator as a
// whole is at its end must be seen from what is shared.
//
// Cost: none for a thread alone, which resumes one and the same generator.
//
// REQUIRES of such a function: what it changes in its arguments it changes by single operations of
// containers, and a thread that stops between two of them leaves nothing in which others lose their way.
#pragma once

#include "python/vm/generator.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// The first cursor of a library iterator. `recipe`: the generator function and its arguments.
Status first_cursor(ThreadState& thread, Tuple* recipe, Generator*& out);

// In place of the first cursor, which is executing or has ended: one that was neither when we looked.
// REQUIRES: first->recipe.
Status another_cursor(ThreadState& thread, Generator* first, Generator*& out);

}  // namespace threadbook::python
