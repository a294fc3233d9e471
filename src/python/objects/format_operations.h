// str.format, and what library code in Python needs to do its work where a value's method is written
// in Python (library/arithmetic.py).
#pragma once

#include "python/objects/operations.h"

namespace threadbook::python {

// template.format(*args, **kwargs); `kwargs` a Dict. Fallback where a field asks for an attribute or
// a value's __format__, __str__, __repr__ or __getitem__ is written in Python.
// ValueError, IndexError, KeyError with CPython's messages.
Status str_format(RealmThread& thread, Str* format, Tuple* args, Dict* kwargs, Value& out);
// template.format_map(mapping). Fallback if `mapping` is no plain dict.
Status str_format_map(RealmThread& thread, Str* format, Value mapping, Value& out);

// Natives of the module `_engine`.
// printf_pieces(format, bytes=False) -> list of tuples (bytes: format has a bytes object's bytes as characters). A
// literal: (text,). A conversion: (the spec without its key, key or None, conversion, how many stars).
Status printf_pieces(RealmThread& thread, Value* arguments, Value& result);
// format_pieces(format) -> list of tuples (literal, name or None, conversion or '', spec).
Status format_pieces(RealmThread& thread, Value* arguments, Value& result);
// format_name(name) -> list: the first part (int or str; '' for automatic), then for each step a
// tuple (is it an attribute?, name or index).
Status format_name(RealmThread& thread, Value* arguments, Value& result);

}  // namespace threadbook::python
