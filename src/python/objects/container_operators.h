// What operators do with list, tuple, dict, set, frozenset, range, slices and dict views.
//
// The dispatchers (binary_op, compare, hash_value, get_item, …) come here once they know that no
// method written in Python is in the way. These functions treat an instance of a subclass as the
// plain container it is, so that super().__getitem__(key) can call them too.
//
// None of them calls Python. Status::Fallback says that an item's __eq__, __hash__ or __lt__ is
// written in Python; nothing has changed then, and the library code takes over.
#pragma once

#include "python/objects/operations.h"

namespace threadbook::python {

// + and * of sequences, | & ^ - of sets and views, | of dicts; `in_place` for += and so on, which
// change a list, set or dict and answer it. Ok with `out` NotImplemented if `a` and `b` have no such
// operator. TypeError 'can only concatenate list (not "int") to list', "can't multiply sequence by
// non-int of type 'float'", for += of a list also "'int' object is not iterable".
Status container_binary_op(RealmThread& thread, BinaryOp op, Value a, Value b, bool in_place, Value& out);

// A bool; Ok with `out` NotImplemented unless both are containers that can be compared so. `depth`
// counts nesting; beyond kMaxCompareDepth the answer is Fallback.
inline constexpr int kMaxCompareDepth = 100;
Status container_compare(RealmThread& thread, CompareOp op, Value a, Value b, int depth, Value& out);

// compare() and equals() for what a container holds, `depth` levels down.
Status compare_items(RealmThread& thread, CompareOp op, Value a, Value b, int depth, Value& out);
Status items_equal(RealmThread& thread, Value a, Value b, int depth, bool& out);

// container[key] and its siblings, of exactly the container: no __missing__, no override.
Status container_get_item(RealmThread& thread, Value container, Value key, Value& out);
Status container_set_item(RealmThread& thread, Value container, Value key, Value value);
Status container_delete_item(RealmThread& thread, Value container, Value key);
Status container_contains(RealmThread& thread, Value container, Value item, bool& out);
// len(); REQUIRES: is_container(value).
std::int64_t container_length(Value value);
Status container_iter(RealmThread& thread, Value value, Value& out);
// All items at this moment, appended; REQUIRES: is_container(value).
void container_collect(RealmThread& thread, Value value, std::vector<Value>& out);

// list, tuple, dict, set, frozenset, range or dict view, or an instance of a subclass.
bool is_container(Value value);

// dict.update(source, **keywords); either may be Unbound. A source that is used up before Python must take over
// is replaced by a list of what it gave.
Status dict_update(RealmThread& thread, Dict* dict, Value& source, Value keywords);

}  // namespace threadbook::python
