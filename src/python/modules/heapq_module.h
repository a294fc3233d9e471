// _heapq and _bisect: the functions of heapq and bisect over lists whose items C++ can compare. Where a
// __lt__ is written in Python nothing has been changed yet, and the library functions of the same names
// do it (library/heapq.py, library/bisect.py).
//
// Thread safety: the list is read and written item by item, each of them atomically. Two threads that
// change one heap at the same time without a lock can leave it out of order, as in CPython's
// free-threaded build; they cannot lose its memory.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

std::span<const NativeDef> heapq_functions();
std::span<const NativeDef> bisect_functions();

}  // namespace threadbook::python
