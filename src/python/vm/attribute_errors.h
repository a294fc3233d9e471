// AttributeError: its words, and the `name` and `obj` by which a report finds what was meant.
//
// CPython gives every AttributeError that leaves a reading of an attribute these two, whoever raised it: a property's
// getter, a __getattr__ of a class or module. Here such code has frames of its own, so it is done where the exception
// leaves them; the instruction that waits for the attribute says which it is. Costs nothing while nothing is raised.
#pragma once

#include "python/objects/exception.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// "'A' object has no attribute 'x'", of reading it.
Status raise_no_attribute(ThreadState& thread, Value object, Str* name);
// The same where CPython 3.11 gives neither `name` nor `obj`: of setting or deleting it.
Status raise_no_attribute_unnamed(ThreadState& thread, Value object, Str* name);
// "property 'x' of 'A' object has no getter".
Status raise_no_getter(ThreadState& thread, Value object, Str* name);

// Gives the exception being raised, if it is an AttributeError that has neither, `name` and `obj`.
void name_attribute(ThreadState& thread, Value object, Str* name);
// The same for an exception that has just left the frame called by `caller`, if that waits for an attribute.
void name_awaited_attribute(ThreadState& thread, const Frame& caller);
// The register with the first argument of a call of getattr(), and the name in the one behind it; 0 if `call` is none.
// What they hold is needed until the call has returned: an AttributeError that leaves it is to know both.
std::uint16_t getattr_arguments(const Value* registers, const Instruction& call);

}  // namespace threadbook::python
