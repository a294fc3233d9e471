#include "python/vm/traceback.h"

#include <algorithm>

#include "python/vm/frame_object.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

void add_traceback_entry(ThreadState& thread, Exception* exception, LinkedCode* code, std::uint32_t instruction) {
  if (code->code->has(Code::kLibrary)) return;
  try {
    auto* entry = thread.heap.make<Traceback>(Kind::Traceback, thread.interpreter.shape(BuiltinClass::Traceback), 0);
    entry->code = code;
    entry->instruction = instruction;
    const Value rest = exception->traceback.load();
    entry->next.store(is_kind(rest, Kind::Traceback) ? rest.as_object() : nullptr, std::memory_order_relaxed);
    exception->traceback.store(Value::object(entry));
  } catch (const HeapExhausted&) {
    // A MemoryError on its way: what it can still tell matters more than where it was.
  }
}

Value traceback_here(ThreadState& thread) {
  const Frame* frame = program_frame(thread);
  if (frame == nullptr) return Value::none();
  auto* entry = thread.heap.make<Traceback>(Kind::Traceback, thread.interpreter.shape(BuiltinClass::Traceback), 0);
  entry->code = frame->code;
  entry->instruction = instruction_of(frame);
  entry->next.store(nullptr, std::memory_order_relaxed);
  return Value::object(entry);
}

std::vector<TracebackLine> entries_of(ThreadState& thread, const Traceback* traceback, std::int64_t limit) {
  std::vector<const Traceback*> chain;
  for (; traceback != nullptr;
       traceback = static_cast<const Traceback*>(traceback->next.load(std::memory_order_acquire))) {
    chain.push_back(traceback);
  }
  const auto count = static_cast<std::int64_t>(chain.size());
  const std::int64_t begin = limit < 0 ? std::max<std::int64_t>(0, count + limit) : 0;
  const std::int64_t end = limit < 0 ? count : std::min(count, limit);

  std::vector<TracebackLine> lines;
  for (std::int64_t i = begin; i < end; ++i) {
    const Code& code = *chain[i]->code->code;
    SourceSpan span{};
    if (chain[i]->instruction < code.spans.size()) span = code.spans[chain[i]->instruction];
    lines.push_back({code.filename, code.name, span, thread.interpreter.sources.line(code.filename, span.line)});
  }
  return lines;
}

}  // namespace threadbook::python
