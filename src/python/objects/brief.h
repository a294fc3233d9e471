// What a value is, in a few characters: for whoever looks at a program from outside.
//
// As repr() writes it where that is short, and never by Python code: of an object of the program its class and its
// attributes are told, of a long container its first items and how many there are.
//
// Thread safety: while no other thread is attached. Allocates nothing in the heap. Costs: bounded, whatever the value.
#pragma once

#include <string>

#include "python/objects/realm_thread.h"

namespace threadbook::python {

// UTF-8 without line breaks, some hundred characters at most.
std::string brief(RealmThread& thread, Value value);

}  // namespace threadbook::python
