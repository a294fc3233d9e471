// What operators do with str and bytes, and instances of their subclasses.
#pragma once

#include "python/objects/operations.h"
#include "python/objects/text_values.h"

namespace threadbook::python {

// The Bytes inside `value`, or nullptr.
Bytes* as_bytes(Value value);

// +, * and %. Ok with `out` NotImplemented if neither is text or there is no such operator. TypeError
// 'can only concatenate str (not "int") to str', "can't multiply sequence by non-int of type 'float'".
// Fallback where `%` needs a __str__ or __repr__ in Python.
Status text_binary_op(RealmThread& thread, BinaryOp op, Value a, Value b, Value& out);
// str % values. Library counterpart: str____mod__.
Status printf_format(RealmThread& thread, Str* format, Value values, Value& out);

// A bool; NotImplemented unless both are str or both bytes.
Status text_compare(RealmThread& thread, CompareOp op, Value a, Value b, Value& out);
// hash(value). REQUIRES: a str or bytes.
std::uint64_t text_hash(Value value);
// item in text: TypeError "'in <string>' requires string as left operand, not int"; for bytes an int
// in range(256) or bytes.
Status text_contains(RealmThread& thread, Value text, Value item, bool& out);
// text[key] for an int or a slice. IndexError "string index out of range".
Status text_get_item(RealmThread& thread, Value text, Value key, Value& out);
// len(text). REQUIRES: a str or bytes.
std::int64_t text_length(Value text);

}  // namespace threadbook::python
