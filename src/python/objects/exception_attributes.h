// What exceptions know beyond their arguments, and how C++ code raises the ones that know more.
//
// A builtin exception derives its attributes (StopIteration.value, OSError.errno, …) from `args`
// when they are read: making one costs nothing more than a plain Exception, and most are never
// looked at. Only what a program assigns, or a constructor's keyword gives, is stored, among the
// instance's own attributes.
#pragma once

#include <span>

#include "python/objects/exception.h"
#include "python/objects/function.h"

namespace threadbook::python {

// exception.name for what BaseException and the builtin classes define: args, __cause__,
// __context__, __traceback__, __suppress_context__, and the class's own (value, code, msg, name,
// path, obj, errno, strerror, filename, lineno, …). False if it is none of these; an attribute of
// the instance or of its class may still have that name. `name` is interned. Raises nothing.
bool exception_attribute(RealmThread& thread, Exception* exception, Str* name, Value& out);

// exception.name = value for the same names; `value` Unbound: del. `handled` false: another
// attribute, or the deletion of a class's own, and nothing happened. TypeError as CPython's
// ("exception cause must be None or derive from BaseException"); Fallback for args = an iterable
// written in Python.
Status set_exception_attribute(RealmThread& thread, Exception* exception, Str* name, Value value, bool& handled);

// Raise with the attributes that CPython sets: its suggestions ("Did you mean: 'print'?") and
// programs read them. Always Status::Raised.
Status raise_attribute_error(RealmThread& thread, std::string_view utf8_message, Value object, Str* name);
Status raise_name_error(RealmThread& thread, ExceptionType type, std::string_view utf8_message, Str* name);
Status raise_import_error(RealmThread& thread, ExceptionType type, std::string_view utf8_message, Str* name);

// cls(*args, **keywords) but for an __init__ in Python: checks the arguments as the builtin class
// does, and picks OSError's subclass for its errno. `keywords`: the names, nullptr for none;
// `values`: one each. TypeError "ValueError() takes no keyword arguments".
Status new_exception(RealmThread& thread, Class* cls, Tuple* args, const Tuple* keywords, const Value* values,
                     Value& result);

// Methods of BaseException, inherited by all.
std::span<const NativeDef> exception_methods();

}  // namespace threadbook::python
