// What instructions do beyond a few lines: the parts of the bytecode loop that need no access to its
// local state. Private to src/python/vm.
#pragma once

#include <span>

#include "python/objects/operations.h"
#include "python/vm/calls.h"

namespace threadbook::python {

// ---- variables ----
Status raise_unbound_local(ThreadState& thread, Str* name);
Status raise_unbound_cell(ThreadState& thread, Frame* frame, std::uint16_t reg, Str* name);
Status raise_undefined(ThreadState& thread, Str* name);
bool load_builtin(ThreadState& thread, LinkedCode* code, std::uint16_t global, Value& out);
// A name in a class body: from the body's names, then from the global variable or (`is_cell`) the cell
// in register `place`.
Status load_name(ThreadState& thread, Frame* frame, std::uint16_t place, Str* name, bool is_cell,
                 const Destination& destination, Value& out);
// `value` Unbound deletes.
Status store_name(ThreadState& thread, Frame* frame, Str* name, Value value);
// Gives `name`, __annotations__, an empty dict if it has no value: in a class body, or the global variable `place`.
Status setup_annotations(ThreadState& thread, Frame* frame, std::uint16_t place, Str* name);

// ---- operators ----
Status binary(ThreadState& thread, BinaryOp op, Value a, Value b, bool in_place, std::uint16_t reg, Value& out);
inline bool is_same(Value a, Value b) { return a == b; }

// ---- iteration ----
// The next item of a generator or of an instance; Ok with Unbound at the end.
Status next_item(ThreadState& thread, Value iterator, const Destination& destination, Value& out);
// R[first], … = the `count` items of `value`. Fallback: it is no builtin container.
Status unpack(ThreadState& thread, Value value, Value* first, std::uint16_t count);
Status unpack_starred(ThreadState& thread, Value value, Value* first, std::uint16_t before, std::uint16_t after);

// ---- attributes, with the inline cache number `cache` of the frame's code ----
Status load_attribute_caching(ThreadState& thread, Frame* frame, std::uint16_t object, std::uint16_t cache,
                              const Destination& destination, Value& out);
Status store_attribute_caching(ThreadState& thread, Frame* frame, Value object, std::uint16_t cache, Value value,
                               const Destination& destination, Value& out);
Status load_method_caching(ThreadState& thread, Frame* frame, std::uint16_t object, std::uint16_t cache,
                           std::uint16_t to);
Status load_with_method(ThreadState& thread, Value manager, bool exit, Value& function, Value& self);
Status zero_argument_super(ThreadState& thread, Value cell, Value self, Value& out);

Status make_super(ThreadState& thread, Class* cls, Value self, Value& out);

// ---- displays ----
Status build_set(ThreadState& thread, std::span<const Value> items, const Destination& destination, Value& out);
Status build_dict(ThreadState& thread, std::span<const Value> pairs, const Destination& destination, Value& out);
// The dict `target`, which nobody else has seen, with the entries of `mapping` added. `keywords`: they are
// for a call. Fallback if that needs Python, or words for an error.
Status merge_dict(ThreadState& thread, Value& target, Value mapping, bool keywords);
Status display_set_add(ThreadState& thread, Value set, Value item, Value& out);
Status format_interpolated(ThreadState& thread, Value value, int conversion, Str* spec, Value& out);
// `*value` in a display or call: words "'int' object is not iterable" as CPython does there.
void word_unpack_error(ThreadState& thread, Value value);

// ---- functions and calls ----
Value make_function(ThreadState& thread, Frame* frame, std::uint16_t child, const Value* options);
Status call_with_containers(ThreadState& thread, Value callable, Value positional, Value keywords,
                            const Destination& destination, Value& out);

// ---- generators ----
Status generator_yielded(ThreadState& thread, Value value);
// Takes the running frame, a generator's, off the stack until it is resumed.
void suspend_generator(ThreadState& thread);
Status generator_returned(ThreadState& thread, Value value);
Status raise_stop_iteration(ThreadState& thread);  // without a value
// One step of yield from.
Status delegate(ThreadState& thread, Value iterator, Value sent);

// ---- exceptions ----
Status match_exception(ThreadState& thread, Value exception, Value type, bool& out);
void raise_memory_error(ThreadState& thread);

}  // namespace threadbook::python
