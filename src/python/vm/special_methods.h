// Operators of objects whose class has the method in Python: straight from the bytecode to it.
//
// The library's operation__… functions know all of CPython's rules. Most often these come down to one
// method of the first operand's class that is asked first, and here it is called without a detour, as
// the frame of the instruction. If it answers NotImplemented, the library goes on from there.
//
// All: Pushed, or Ok with the result in `out`, Wait, Raised; as call().
#pragma once

#include "python/objects/operations.h"
#include "python/vm/calls.h"

namespace threadbook::python {

// REQUIRES: the instruction that is executed has the operands: if the method declines they are read
// there again (operator_declined).
Status call_binary(ThreadState& thread, BinaryOp op, Value a, Value b, bool in_place, std::uint16_t reg, Value& out);
// `jump`: the truth of the answer decides the conditional jump behind the instruction.
Status call_compare(ThreadState& thread, CompareOp op, Value a, Value b, bool jump, std::uint16_t reg, Value& out);
Status call_unary(ThreadState& thread, UnaryOp op, Value value, std::uint16_t reg, Value& out);

// A method called by ReturnAction::Operator or OperatorJump has answered NotImplemented.
Status operator_declined(ThreadState& thread, const Destination& destination);

Status call_get_item(ThreadState& thread, Value container, Value key, std::uint16_t reg, Value& out);
Status call_set_item(ThreadState& thread, Value container, Value key, Value value);
Status call_delete_item(ThreadState& thread, Value container, Value key);
// `destination`: Truth or NotTruth.
Status call_contains(ThreadState& thread, Value container, Value item, const Destination& destination, Value& out);
Status call_iter(ThreadState& thread, Value iterable, std::uint16_t reg, Value& out);

}  // namespace threadbook::python
