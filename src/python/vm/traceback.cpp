#include "python/vm/traceback.h"

#include <vector>

#include "python/vm/interpreter.h"
#include "python/vm/traceback_text.h"

namespace threadbook::python {

void add_traceback_entry(ThreadState& thread, Exception* exception, LinkedCode* code,
                         std::uint32_t instruction) {
  if (code->code->has(Code::kLibrary)) return;
  try {
    auto* entry = thread.heap.make<Traceback>(
        Kind::Traceback, thread.interpreter.shape(BuiltinClass::Traceback), 0);
    entry->code = code;
    entry->instruction = instruction;
    const Value rest = exception->traceback.load();
    entry->next.store(is_kind(rest, Kind::Traceback) ? rest.as_object() : nullptr,
                      std::memory_order_relaxed);
    exception->traceback.store(Value::object(entry));
  } catch (const HeapExhausted&) {
    // A MemoryError on its way: what it can still tell matters more than where it was.
  }
}

std::string format_stack(ThreadState& thread, const Traceback* traceback) {
  std::vector<TracebackLine> lines;
  for (; traceback != nullptr;
       traceback = static_cast<const Traceback*>(traceback->next.load(std::memory_order_acquire))) {
    const Code& code = *traceback->code->code;
    SourceSpan span{};
    if (traceback->instruction < code.spans.size()) span = code.spans[traceback->instruction];
    lines.push_back({code.filename, code.name, span,
                     thread.interpreter.sources.line(code.filename, span.line)});
  }
  return format_entries(lines);
}

}  // namespace threadbook::python
