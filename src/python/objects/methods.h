// The methods of the builtin classes: one table a class, in the order of CPython's documentation. The interpreter puts
// them into its classes when it starts.
//
// How a signature says what kind of attribute it makes (NativeDef in function.h):
//   "__new__(cls, …)"   the constructor: fills Class::construct
//   "name(cls, …)"      any other whose first parameter is `cls`: a class method (int.from_bytes)
//   "name(self, …)"     a method
//   "name(…)"           without either: a static method (str.maketrans)
// The tables called …_getters hold read-only properties (int.real): "name(self, /)".
//
// Names like "__add__" are there so that `(5).__add__(3)` and super().__add__(other) work. Operators
// written as such do not go through them: the bytecode calls operations.h. They answer
// NotImplemented where Python's do.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

std::span<const NativeDef> str_methods();
std::span<const NativeDef> bytes_methods();
std::span<const NativeDef> int_methods();
std::span<const NativeDef> int_getters();
std::span<const NativeDef> bool_methods();
std::span<const NativeDef> float_methods();
std::span<const NativeDef> float_getters();
std::span<const NativeDef> list_methods();
std::span<const NativeDef> tuple_methods();
std::span<const NativeDef> deque_methods();
std::span<const NativeDef> deque_getters();
std::span<const NativeDef> dict_methods();
std::span<const NativeDef> dict_view_methods();
std::span<const NativeDef> set_methods();
std::span<const NativeDef> frozenset_methods();
std::span<const NativeDef> range_methods();
std::span<const NativeDef> range_getters();
std::span<const NativeDef> slice_methods();
std::span<const NativeDef> slice_getters();
// Of every class whose instances are Iterators: __iter__, __next__, __length_hint__.
std::span<const NativeDef> iterator_methods();
// The constructors of those a program can call; added to iterator_methods().
std::span<const NativeDef> enumerate_methods();
std::span<const NativeDef> zip_methods();
std::span<const NativeDef> map_methods();
std::span<const NativeDef> filter_methods();
std::span<const NativeDef> reversed_methods();

// For library code in Python (module `_engine`): str.format's template taken apart.
std::span<const NativeDef> text_engine_functions();

}  // namespace threadbook::python
