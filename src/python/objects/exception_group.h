// Groups of exceptions (PEP 654): BaseExceptionGroup and ExceptionGroup. What splits them and puts
// them together again is library code (library/groups.py), for a group's derive() may be written in
// Python.
#pragma once

#include "python/objects/exception.h"
#include "python/objects/function.h"

namespace threadbook::python {

// cls(*args), cls derived from BaseExceptionGroup. BaseExceptionGroup itself makes an ExceptionGroup
// where it can. TypeError and ValueError as CPython's constructor.
Status new_exception_group(RealmThread& thread, Class* cls, Tuple* args, Value& result);

// "message (2 sub-exceptions)"
Status exception_group_str(RealmThread& thread, Exception* group, StrBuilder& out);

std::span<const NativeDef> exception_group_methods();

}  // namespace threadbook::python
