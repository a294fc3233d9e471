// repr() of what can be called: functions and methods, bound or not, written in C++ or in Python, and the properties
// of builtin classes. CPython tells a function of the program, `<function f at 0x…>`, from one of its own in C,
// `<built-in function len>`, and knows four ways to say method; which one fits is seen from the name and the class.
//
// Library code written in Python here that CPython has in C is shown as what it stands for: a list of files tells.
#pragma once

#include "python/objects/function.h"
#include "python/objects/str.h"

namespace threadbook::python {

void native_function_repr(RealmThread& thread, NativeFunction* function, StrBuilder& out);
void function_repr(RealmThread& thread, Function* function, StrBuilder& out);
// Fallback where that takes the repr of an object whose __repr__ is Python.
Status bound_method_repr(RealmThread& thread, BoundMethod* method, StrBuilder& out, int depth);
void property_repr(RealmThread& thread, Property* property, StrBuilder& out);

}  // namespace threadbook::python
