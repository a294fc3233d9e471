// What Python's operators and protocols do with values, in C++.
//
// These functions never call Python code: where a method written in Python is needed they answer
// Status::Fallback, without having changed anything, and the caller passes that on (a builtin's
// fallback is a library function in Python; the VM pushes a frame). Raised means that
// thread.exception is set. Nesting is bounded: deeply nested containers answer Fallback too, and
// the library code runs into RecursionError as Python code does.
#pragma once

#include <string>

#include "python/numeric/bigint.h"
#include "python/numeric/result.h"
#include "python/objects/dict.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/objects/realm_thread.h"

namespace threadbook::python {

// ---- classes -----------------------------------------------------------------------------------
Class* class_of(RealmThread& thread, Value value);
std::string type_name(RealmThread& thread, Value value);               // UTF-8, "int"
bool is_instance(RealmThread& thread, Value value, BuiltinClass cls);  // subclasses too

// The plain builtin value inside an instance of a subclass of int, str, …; else `value` itself.
inline Value unbox(Value value) {
  return is_kind(value, Kind::Boxed) ? static_cast<Boxed*>(value.as_object())->payload : value;
}
// Casts that look through Boxed; nullptr if `value` is something else.
Str* as_str(Value value);
Tuple* as_tuple(Value value);
inline List* as_list(Value v) { return is_kind(v, Kind::List) ? static_cast<List*>(v.as_object()) : nullptr; }
inline Dict* as_dict(Value v) { return is_kind(v, Kind::Dict) ? static_cast<Dict*>(v.as_object()) : nullptr; }
inline Set* as_set(Value v) { return is_kind(v, Kind::Set) ? static_cast<Set*>(v.as_object()) : nullptr; }
inline Class* as_class(Value v) { return is_kind(v, Kind::Class) ? static_cast<Class*>(v.as_object()) : nullptr; }
inline Exception* as_exception(Value v) {
  return is_kind(v, Kind::Exception) ? static_cast<Exception*>(v.as_object()) : nullptr;
}

// ---- integers ----------------------------------------------------------------------------------
// int objects: small, bool, BigInt or a subclass's.
bool is_int(Value value);
Value make_int(RealmThread& thread, std::int64_t value);
Value make_int(RealmThread& thread, const BigInt& value);
Value make_int(RealmThread& thread, BigIntView value);
// The digits of an int value, for functions of numeric/bigint.h. REQUIRES: is_int(value).
class IntOperand {
 public:
  explicit IntOperand(Value value);
  BigIntView view() const { return view_; }
  operator BigIntView() const { return view_; }

 private:
  Int64Digits small_;
  BigIntView view_;
};
// For an int value: small enough for int64? (does not raise)
bool to_int64(Value value, std::int64_t& out);
// operator.index(): Ok with the value clamped to int64; TypeError "'str' object cannot be interpreted
// as an integer"; Fallback for __index__ written in Python.
Status as_index(RealmThread& thread, Value value, std::int64_t& out);
// A number as double: int (OverflowError), float; Fallback for __float__; TypeError "must be real
// number, not str".
Status as_double(RealmThread& thread, Value value, double& out);
// Maps a pure function's error to a raised exception.
Status raise(RealmThread& thread, const PyError& error);

// ---- protocols ---------------------------------------------------------------------------------
Status truth(RealmThread& thread, Value value, bool& out);
// hash(): TypeError "unhashable type: 'list'".
Status hash_value(RealmThread& thread, Value value, std::uint64_t& out);
// a == b as containers compare: identical objects are equal.
Status equals(RealmThread& thread, Value a, Value b, bool& out);
enum class CompareOp : std::uint8_t { Lt, Le, Eq, Ne, Gt, Ge };
Status compare(RealmThread& thread, CompareOp op, Value a, Value b, Value& out);
enum class BinaryOp : std::uint8_t { Add, Sub, Mul, MatMul, Div, Mod, Pow, LShift, RShift, Or, Xor, And, FloorDiv };
// TypeError "unsupported operand type(s) for +: 'int' and 'str'" and the special ones of CPython
// ('can only concatenate str (not "int") to str', …). `in_place` for += and so on: lists, sets, dicts change.
Status binary_op(RealmThread& thread, BinaryOp op, Value a, Value b, bool in_place, Value& out);
enum class UnaryOp : std::uint8_t { Negative, Positive, Invert };
Status unary_op(RealmThread& thread, UnaryOp op, Value value, Value& out);
Status contains(RealmThread& thread, Value container, Value item, bool& out);
Status length(RealmThread& thread, Value value, std::int64_t& out);
Status get_item(RealmThread& thread, Value container, Value key, Value& out);
Status set_item(RealmThread& thread, Value container, Value key, Value value);
Status delete_item(RealmThread& thread, Value container, Value key);

// ---- text --------------------------------------------------------------------------------------
Status repr(RealmThread& thread, Value value, StrBuilder& out);
Status str_of(RealmThread& thread, Value value, StrBuilder& out);
// format(value, spec) for builtin values.
Status format_value(RealmThread& thread, Value value, Str* spec, Value& out);

// ---- iteration ---------------------------------------------------------------------------------
// iter(value) for builtin containers and iterators; TypeError "'int' object is not iterable";
// Fallback for __iter__ or __getitem__ written in Python. A generator is its own iterator.
Status get_iter(RealmThread& thread, Value value, Value& out);
// One step of a builtin Iterator: Ok and `out`, Unbound at the end. Fallback for generators and
// instances. RuntimeError "dictionary changed size during iteration".
Status iterator_next(RealmThread& thread, Value iterator, Value& out);
// All items of a builtin iterable (list, tuple, str, dict, set, range, bytes, views, Iterators) at
// once. Fallback as above; `what` completes the TypeError ("'int' object is not iterable").
Status collect(RealmThread& thread, Value iterable, std::vector<Value>& out);

// ---- slices ------------------------------------------------------------------------------------
struct SliceBounds {
  std::int64_t start, stop, step, length;
};
// slice.indices(): ValueError "slice step cannot be zero", TypeError "slice indices must be integers
// or None or have an __index__ method".
Status slice_bounds(RealmThread& thread, Slice* slice, std::int64_t length, SliceBounds& out);

}  // namespace threadbook::python
