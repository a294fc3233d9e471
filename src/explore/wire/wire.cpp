#include "explore/wire/wire.h"

#include "explore/wire/bytes.h"

namespace threadbook::explore {

// ---- what each is made of ------------------------------------------------------------------------------

template <class Archive>
void fields(Archive& archive, ExploreOptions& it) {
  archive(it.gil, it.keeps_durations, it.first, it.bound, it.random, it.pct, it.seed, it.seconds, it.most_steps,
          it.preemptions, it.in_full);
}

template <class Archive>
void fields(Archive& archive, Standstill& it) {
  archive(it.heading, it.sentences, it.chains);
}

template <class Archive>
void fields(Archive& archive, TurnNote& it) {
  archive(it.thread, it.line, it.code, it.how);
}

template <class Archive>
void fields(Archive& archive, Difference::Side& it) {
  archive(it.thread, it.line, it.code, it.is_first);
}

template <class Archive>
void fields(Archive& archive, Difference& it) {
  archive(it.earlier, it.later, it.schedule, it.end, it.out);
}

template <class Archive>
void fields(Archive& archive, Outcome& it) {
  archive(it.end, it.status, it.out, it.err, it.traces, it.schedule, it.switches, it.tie, it.standstill, it.turns,
          it.otherwise);
}

template <class Archive>
void fields(Archive& archive, StackEntry& it) {
  archive(it.function, it.line);
}

template <class Archive>
void fields(Archive& archive, RaceReport::Side& it) {
  archive(it.thread, it.line, it.writes, it.called, it.stack, it.locks);
}

template <class Archive>
void fields(Archive& archive, RaceReport& it) {
  archive(it.variable, it.first, it.second, it.is_question, it.schedule, it.switches, it.tie, it.reversed);
}

template <class Archive>
void fields(Archive& archive, Verdict& it) {
  archive(it.is_complete, it.traces, it.blocked, it.begun_anew, it.outcomes, it.races, it.seconds, it.executions,
          it.preemptions, it.drawn, it.log_of_estimate, it.threads);
}

template <class Archive>
void fields(Archive& archive, StepCommand& it) {
  archive(it.kind, it.thread, it.number, it.text, it.lines);
}

template <class Archive>
void fields(Archive& archive, StepsView::Thread& it) {
  archive(it.letter, it.name, it.state, it.line, it.next, it.why);
}

template <class Archive>
void fields(Archive& archive, StepsView::Row& it) {
  archive(it.step, it.thread, it.line, it.words, it.printed, it.values, it.is_new);
}

template <class Archive>
void fields(Archive& archive, StepsView::Result& it) {
  archive(it.end, it.out, it.err, it.is_here);
}

template <class Archive>
void fields(Archive& archive, StepsView& it) {
  archive(it.is_ready, it.is_busy, it.obeyed, it.at, it.count, it.end, it.next, it.threads, it.things, it.rows,
          it.first_row, it.all_rows, it.row, it.results, it.step_lines, it.output, it.output_before, it.schedule,
          it.has_other);
}

// ---- to and from ---------------------------------------------------------------------------------------

namespace {

// `value` is only read, whatever fields() could do.
template <class Value>
std::string packed(const Value& value) {
  Packer packer;
  packer(const_cast<Value&>(value));
  return packer.take();
}

template <class Value>
bool unpacked(std::string_view bytes, Value& value) {
  Unpacker unpacker(bytes);
  unpacker(value);
  return unpacker.is_whole();
}

}  // namespace

std::string to_bytes(const ExploreOptions& options) { return packed(options); }
std::string to_bytes(const Verdict& verdict) { return packed(verdict); }
std::string to_bytes(const StepCommand& command) { return packed(command); }
std::string to_bytes(const StepsView& view) { return packed(view); }

bool from_bytes(std::string_view bytes, ExploreOptions& options) { return unpacked(bytes, options); }
bool from_bytes(std::string_view bytes, Verdict& verdict) { return unpacked(bytes, verdict); }
bool from_bytes(std::string_view bytes, StepCommand& command) { return unpacked(bytes, command); }
bool from_bytes(std::string_view bytes, StepsView& view) { return unpacked(bytes, view); }

}  // namespace threadbook::explore
