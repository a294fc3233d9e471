// A thread's stack of frames and of their registers: what every call pushes and every return pops.
#pragma once

#include "python/objects/function.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

// Room for `count` more registers, in another chunk of the stack.
void grow_stack(ThreadState& thread, std::size_t count);
Status raise_too_deep(ThreadState& thread);

// Pushes a frame without arguments; RecursionError may be Raised. Registers are Unbound.
inline Status push_frame(ThreadState& thread, LinkedCode* code, Function* function, const Destination& destination) {
  if (thread.depth >= thread.interpreter.recursion_limit.load(std::memory_order_relaxed)) [[unlikely]] {
    return raise_too_deep(thread);
  }
  std::size_t count = code->registers;
  if (static_cast<std::size_t>(thread.stack_end - thread.stack_top) < count) [[unlikely]]
    grow_stack(thread, count);
  if (thread.depth >= thread.frames.size()) [[unlikely]]
    thread.frames.push_back(std::make_unique<Frame>());
  Frame* frame = thread.frames[thread.depth].get();
  Value* registers = thread.stack_top;
  frame->code = code;
  frame->pc = code->instructions;
  frame->registers = registers;
  frame->function = function;
  frame->caller = thread.frame;
  frame->handled = Value::none();
  frame->class_names = nullptr;
  frame->generator = nullptr;
  frame->destination = destination;
  for (std::size_t i = 0; i < count; ++i) registers[i] = Value::unbound();
  thread.stack_top = registers + count;
  if (function != nullptr && function->closure != nullptr) {
    Value* cells = registers + code->code->first_free;
    for (std::uint32_t i = 0; i < function->closure->length; ++i) cells[i] = function->closure->items[i];
  }
  ++thread.depth;
  thread.frame = frame;
  return Status::Pushed;
}

// Unlinks the running frame, giving its registers back.
inline void pop_frame(ThreadState& thread) {
  Frame* frame = thread.frame;
  thread.frame = frame->caller;
  --thread.depth;
  if (frame->generator != nullptr) return;
  thread.stack_top = frame->registers;
  if (thread.stack_chunk > 0 && thread.stack_top == thread.stack[thread.stack_chunk].values.get()) [[unlikely]] {
    --thread.stack_chunk;
    auto& chunk = thread.stack[thread.stack_chunk];
    thread.stack_top = chunk.top;
    thread.stack_end = chunk.values.get() + chunk.size;
  }
}

}  // namespace threadbook::python
