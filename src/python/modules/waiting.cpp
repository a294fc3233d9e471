#include "python/modules/waiting.h"

#include <cmath>

#include "python/modules/host_call.h"
#include "python/objects/operations.h"
#include "python/vm/executor.h"
#include "python/vm/interpreter.h"
#include "python/vm/output.h"

namespace threadbook::python {

namespace {

Status answer_whether_acquired(ThreadState&, WaitRequest&, runtime::WaitResult outcome, Value& result) {
  result = Value::boolean(outcome == runtime::WaitResult::Acquired);
  return Status::Ok;
}

Status begin(ThreadState& thread) {
  thread.tell(EventKind::WaitsFor, thread.wait.activity, thread.wait.object());
  return Status::Wait;
}

}  // namespace

Status wait_until(ThreadState& thread, Wait wait, runtime::Deadline deadline) {
  thread.wait.target = wait.target;
  thread.wait.deadline = deadline;
  thread.wait.finish = wait.finish != nullptr ? wait.finish : answer_whether_acquired;
  thread.wait.of = wait.of;
  thread.wait.memory = std::move(wait.memory);
  thread.wait.activity = wait.activity;
  return begin(thread);
}

Status wait_for(ThreadState& thread, Wait wait) {
  const runtime::Deadline deadline = deadline_after(thread, wait.span);
  return wait_until(thread, std::move(wait), deadline);
}

Status wait_on(ThreadState& thread, WaitRequest& ended) {
  thread.wait = std::move(ended);
  thread.wait.deadline = runtime::Deadline::never();
  return begin(thread);
}

Status then_wait_for(ThreadState& thread, WaitRequest& ended, runtime::Waitable& target, const Primitive& of,
                     FinishWait finish) {
  thread.wait = std::move(ended);
  thread.wait.target = &target;
  thread.wait.deadline = runtime::Deadline::never();
  thread.wait.activity = of.purpose();
  thread.wait.instead = &of;
  thread.wait.finish = finish;
  return begin(thread);
}

Status answer_none(ThreadState&, WaitRequest&, runtime::WaitResult, Value& result) {
  result = Value::none();
  return Status::Ok;
}

runtime::Deadline deadline_after(ThreadState& thread, runtime::Span span) {
  // Those two need no clock.
  if (span.is_forever() || span.is_none()) return span.from(0);
  return span.from(thread.interpreter.executor->now());
}

const Value* kept_arguments(const WaitRequest& ended) { return as_tuple(ended.of)->items; }

Status ask_before(ThreadState& thread, std::span<const Value> arguments, Touch touch, FinishWait then) {
  thread.wait = {};
  thread.wait.finish = then;
  thread.wait.of = Value::object(python::make_tuple(thread, arguments));
  if (arguments[0].is_object()) thread.wait.instead = arguments[0].as_object();
  thread.wait.operation = touch;
  return Status::Wait;
}

namespace {

// What is still to be written, in a run that is watched: each piece when the executor likes.
struct Writing final : WaitMemory {
  Stream stream = Stream::Out;
  std::vector<std::string> pieces;  // the next one last
};

Status write_next(ThreadState& thread, WaitRequest& ended, runtime::WaitResult, Value& result) {
  auto& writing = static_cast<Writing&>(*ended.memory);
  thread.interpreter.output->append(writing.stream, writing.pieces.back());
  writing.pieces.pop_back();
  result = Value::none();
  if (writing.pieces.empty()) return Status::Ok;
  thread.wait = std::move(ended);
  return Status::Wait;
}

}  // namespace

Status write_output(ThreadState& thread, Stream stream, std::string_view utf8, Value& result, std::size_t end) {
  if (thread.is_watched() && !utf8.empty()) {
    auto writing = std::make_unique<Writing>();
    writing->stream = stream;
    if (end > 0) writing->pieces.emplace_back(utf8.substr(utf8.size() - end));
    if (end < utf8.size()) writing->pieces.emplace_back(utf8.substr(0, utf8.size() - end));
    thread.wait = {};
    thread.wait.finish = write_next;
    thread.wait.memory = std::move(writing);
    thread.wait.operation = Touch::Writes;
    return Status::Wait;
  }
  Output& output = *thread.interpreter.output;
  thread.tell_of_output(utf8.size(), output.append(stream, utf8));
  result = Value::none();
  if (!output.is_full()) return Status::Ok;
  return wait_for(thread, {.target = &output, .activity = ThreadActivity::WaitingForOutput, .finish = answer_none});
}

// ---- how long, from arguments ----

Status int_argument(ThreadState& thread, Value value, std::int64_t& out) {
  Status status = as_index(thread, value, out);
  if (status != Status::Fallback) return status;
  return raise(thread, ExceptionType::TypeError,
               text("'", type_name(thread, value), "' object cannot be interpreted as an integer"));
}

Status acquire_argument(ThreadState& thread, Value blocking, Value timeout, runtime::Span& out) {
  bool is_blocking = blocking.is_true();
  if (!blocking.is_bool()) {
    std::int64_t number = 0;
    Status status = as_index(thread, blocking, number);
    if (status != Status::Ok) return status;
    is_blocking = number != 0;
  }
  if (is_blocking && timeout == Value::small_int(-1)) {
    out = runtime::Span::forever();
    return Status::Ok;
  }
  std::int64_t length = 0;
  Status status = nanoseconds_argument(thread, timeout, length);
  if (status != Status::Ok) return status;
  return host_call(thread, [&] { out = runtime::acquire_span(is_blocking, length); });
}

Status timeout_argument(ThreadState& thread, Value timeout, runtime::Span& out, FirstStep first) {
  if (timeout.is_none()) {
    out = runtime::Span::forever();
    return Status::Ok;
  }
  const Value plain = unbox(timeout);
  if (!plain.is_double() && !is_int(plain)) {
    const std::string type = type_name(thread, timeout);
    return raise(thread, ExceptionType::TypeError,
                 first == FirstStep::Compare ? text("'>' not supported between instances of '", type, "' and 'int'")
                                             : text("unsupported operand type(s) for +: 'float' and '", type, "'"));
  }
  if (first == FirstStep::Compare && plain.is_double() && std::isnan(plain.as_double())) {
    out = runtime::Span::none();  // is not more than 0
    return Status::Ok;
  }
  std::int64_t length = 0;
  Status status = nanoseconds_argument(thread, timeout, length);
  if (status != Status::Ok) return status;
  if (length <= 0) {
    out = runtime::Span::none();
    return Status::Ok;
  }
  return host_call(thread, [&] { out = runtime::acquire_span(true, length); });
}

}  // namespace threadbook::python
