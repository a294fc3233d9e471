#include "python/vm/linker.h"

#include <algorithm>

#include "python/objects/operations.h"
#include "python/vm/executor.h"
#include "python/vm/interpreter.h"
#include "python/vm/watching.h"

namespace threadbook::python {

namespace {

Value make_constant(ThreadState& thread, const Constant& constant) {
  struct Visitor {
    ThreadState& thread;
    Value operator()(Constant::None) { return Value::none(); }
    Value operator()(Constant::Ellipsis) { return Value::ellipsis(); }
    Value operator()(bool b) { return Value::boolean(b); }
    Value operator()(std::int64_t i) { return make_int(thread, i); }
    Value operator()(const Constant::BigInt& i) { return make_int(thread, *from_digits(i.digits, i.base)); }
    Value operator()(double d) { return Value::number(d); }
    Value operator()(const std::string& s) {
      Str* text = make_str_utf8(thread, s);
      // Like CPython: what looks like a name may be used as one.
      return Value::object(text->length <= 64 ? thread.interpreter.intern(text) : text);
    }
    Value operator()(const Constant::Bytes& b) { return Value::object(make_bytes(thread, b.value)); }
    Value operator()(const Constant::Tuple& t) {
      Tuple* tuple = make_tuple(thread, static_cast<std::uint32_t>(t.items.size()));
      for (std::size_t i = 0; i < t.items.size(); ++i) tuple->items[i] = make_constant(thread, t.items[i]);
      return Value::object(tuple);
    }
  };
  return std::visit(Visitor{thread}, constant.value);
}

}  // namespace

// Gives its own instructions the opcodes that they should have now.
void Linker::patch(LinkedCode& linked) {
  for (std::size_t i = 0; i < linked.own.size(); ++i) {
    const Op op = linked.code->instructions[i].op;
    linked.own[i].op = traced_ && !linked.is_library ? Op::Trace : watched_ && is_watchable(op) ? Op::Watch : op;
  }
}

LinkedCode* Linker::link(ThreadState& thread, std::shared_ptr<const Code> code, Module* module) {
  const ThreadHeap::ForAll for_all(thread.heap);
  auto linked = std::make_unique<LinkedCode>();
  linked->is_library = code->has(Code::kLibrary);
  linked->module = module;
  linked->instructions = code->instructions.data();
  linked->registers = code->registers;
  constexpr std::uint32_t kTakesMore = Code::kGenerator | Code::kVarArgs | Code::kVarKeywords;
  if (code->keyword_only == 0 && (code->flags & kTakesMore) == 0) linked->plain_arguments = code->positional;
  linked->may_end_unfinished =
      code->has(Code::kGenerator) &&
      (!code->exception_ranges.empty() ||
       std::any_of(code->instructions.begin(), code->instructions.end(),
                   [](const Instruction& instruction) { return instruction.op == Op::YieldFrom; }));
  linked->name = interpreter_.intern(code->name);
  linked->qualname = interpreter_.intern(code->qualname);
  for (const Constant& constant : code->constants) linked->constants.push_back(make_constant(thread, constant));
  for (const std::string& name : code->names) linked->names.push_back(interpreter_.intern(name));
  for (const std::string& name : code->local_names) linked->local_names.push_back(interpreter_.intern(name));
  for (const std::string& name : code->cache_names) linked->cache_names.push_back(interpreter_.intern(name));
  for (const std::string& name : code->global_names) {
    linked->globals.push_back(module->names->cell(thread, interpreter_.intern(name)));
    linked->global_names.push_back(interpreter_.intern(name));
  }
  linked->builtins.reset(new std::atomic<Cell*>[code->global_names.size()]());
  linked->caches.reset(new InlineCache[code->cache_names.size()]());
  linked->children = std::vector<std::atomic<LinkedCode*>>(code->children.size());
  if (!code->has(Code::kLibrary) || interpreter_.executor->watcher() != nullptr) {
    linked->own = code->instructions;
    linked->instructions = linked->own.data();
  }
  linked->code = std::move(code);
  runtime::Guard guard(mutex_);
  if (traced_ || watched_) patch(*linked);
  if (!linked->is_library) programs_.emplace(reinterpret_cast<std::uintptr_t>(linked->own.data()), linked.get());
  linked_.push_back(std::move(linked));
  return linked_.back().get();
}

std::uint32_t Linker::line_of(std::uint64_t address) const {
  runtime::Guard guard(mutex_);
  auto after = programs_.upper_bound(address - 1);
  if (after == programs_.begin()) return 0;
  const auto& [begin, code] = *--after;
  const std::uint64_t index = (address - begin) / sizeof(Instruction);
  const auto& spans = code->code->spans;
  return index >= 1 && index <= spans.size() ? spans[index - 1].line : 0;
}

void Linker::set_traced(bool traced) {
  runtime::Guard guard(mutex_);
  if (traced == traced_) return;
  traced_ = traced;
  for (const auto& linked : linked_) patch(*linked);
}

void Linker::set_watched(bool watched) {
  runtime::Guard guard(mutex_);
  if (watched == watched_) return;
  watched_ = watched;
  for (const auto& linked : linked_) patch(*linked);
}

void Linker::trace(Marker& marker) const {
  mutex_.assume_held();  // the world is stopped
  for (const auto& linked : linked_) {
    for (Value constant : linked->constants) marker.visit(constant);
    marker.visit(linked->object.load(std::memory_order_relaxed));
  }
}

}  // namespace threadbook::python
