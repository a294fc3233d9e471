// The executor's other half: what a thread touches, whether it is worth a step, and whether a thread goes round.
#include <algorithm>
#include <bit>
#include <utility>

#include "explore/executor/deterministic_executor.h"
#include "explore/executor/primitives.h"
#include "explore/search/search.h"
#include "python/compiler/opcodes.h"
#include "python/vm/interpreter.h"

namespace threadbook::explore {

using python::Access;
using python::Manner;
using python::ThreadState;
using python::Touch;

namespace {

constexpr std::uint64_t kOdd = 0x9E37'79B9'7F4A'7C15u;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t mixed = (a ^ (b + kOdd + (a << 6) + (a >> 2))) * 0xBF58'476D'1CE4'E5B9u;
  return mixed ^ (mixed >> 31);
}

bool is_primitive(const Access& access) {
  return access.object != nullptr && access.object->kind == python::Kind::Handle;
}
bool changes(const Access& access) { return access.manner != Manner::Reads; }

// Where the thread is, and what its variables are there. Two sums, so that the processor makes both at the same time.
std::uint64_t state_of(const ThreadState& thread) {
  std::uint64_t a = thread.depth, b = 0;
  for (const python::Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    a = (a ^ reinterpret_cast<std::uintptr_t>(frame->pc)) * kOdd;
    const python::Value* const registers = frame->registers;
    std::uint32_t i = 0;
    for (; i + 1 < frame->code->registers; i += 2) {
      a = (std::rotl(a, 29) ^ registers[i].bits()) * kOdd;
      b = (std::rotl(b, 31) ^ registers[i + 1].bits()) * kOdd;
    }
    if (i < frame->code->registers) b = (std::rotl(b, 31) ^ registers[i].bits()) * kOdd;
  }
  return mix(a, b);
}

}  // namespace

// ---- steps ---------------------------------------------------------------------------------------------

Touched DeterministicExecutor::touched_of(const Access& access) const {
  Touched touched = manner_of_touching_;
  touched.object = number_of(access.object, interpreter_);
  touched.of = access.object;
  touched.part = access.part;
  // Somebody asks for the order of what is added.
  touched.manner = access.part == python::kOrder && access.manner == Manner::Adds ? Manner::Writes : access.manner;
  touched.was_ready = is_ready_now(access.object);
  touched.is_primitive = is_primitive(access);
  return touched;
}

std::optional<Access> DeterministicExecutor::access_of_wait(const Member& member) const {
  const python::WaitRequest& wait = member.state.wait;
  const python::Object* const main_thread = interpreter_.main_thread_handle.as_object();
  if (waits_for_all(wait)) return Access{main_thread, python::kOthersEnd, Manner::Reads};
  if (wait.operation != Touch::None) {
    const python::Object* object = wait.object();
    return Access{object,
                  object == nullptr       ? 1
                  : object == main_thread ? python::kWhoLives
                                          : python::kWhole,
                  wait.operation == Touch::Writes ? Manner::Writes : Manner::Reads};
  }
  return access_of_waiting_for(wait, !waits_untimed(wait));
}

std::vector<DeterministicExecutor::Standing> DeterministicExecutor::standings() {
  std::vector<Standing> all;
  for (const auto& member : members_) {
    if (member->started == nullptr && member->stand == Stand::AtEnd) continue;
    all.push_back({member->number, member->state, pending_step(*member), can_go_on(*member)});
  }
  return all;
}

// What it would do if it were chosen now.
Step DeterministicExecutor::pending_step(Member& member) {
  Step step;
  step.thread = member.number;
  step.position = member.position;
  step.awaits = member.is_spinning;
  if (!is_fine()) return step;
  step.line = python::current_line(member.state);
  switch (member.stand) {
    case Stand::Running: break;
    case Stand::Before: step.touches = member.next; break;
    case Stand::AtEnd:
      step.ends = true;
      for (const Access& access : accesses_of_end(member)) {
        step.touches.push_back(touched_of(access));
        step.touches.back().was_ready = false;
      }
      break;
    case Stand::Waiting:
      if (const auto access = access_of_wait(member)) step.touches.push_back(touched_of(*access));
      step.may_wait = waits_untimed(member.state.wait);
      break;
  }
  return step;
}

bool DeterministicExecutor::waits_for_all(const python::WaitRequest& wait) {
  return wait.activity == python::ThreadActivity::Joining && wait.target == nullptr && wait.operation == Touch::None;
}

bool DeterministicExecutor::is_any_left() const {
  return std::any_of(members_.begin(), members_.end(),
                     [](const auto& each) { return each->started != nullptr && !each->thread->daemon(); });
}

std::vector<Access> DeterministicExecutor::accesses_of_end(const Member& member) const {
  const python::Object* const main_thread = interpreter_.main_thread_handle.as_object();
  std::vector<Access> accesses{{member.state.thread_object.as_object(), python::kWhole, Manner::Writes},
                               {main_thread, python::kWhoLives, Manner::Adds}};
  if (!member.thread->daemon()) accesses.push_back({main_thread, python::kOthersEnd, Manner::Adds});
  return accesses;
}

bool DeterministicExecutor::asks_now(const python::WaitRequest& wait) const {
  return !wait.deadline.is_never() && wait.deadline.time() <= runtime::Deadline::passed().time();
}

bool DeterministicExecutor::waits_untimed(const python::WaitRequest& wait) const {
  if (wait.operation != Touch::None || asks_now(wait)) return false;
  if (waits_for_all(wait)) return true;
  return wait.target != nullptr && (options_.keeps_durations || wait.deadline.is_never());
}

// `begins`: it is at code of the program, not of the library.
bool DeterministicExecutor::is_place_to_switch(const Member& member, bool begins) const {
  if (options_.contention == nullptr) return true;  // who knows nothing of the program must be able to stop anywhere
  return (begins || member.enters_library) && (options_.granularity == Granularity::Shared || member.could_switch());
}

// Of the instruction before the frame's pc.
void DeterministicExecutor::look_at_instruction(const python::Frame& frame) {
  using python::Op;
  const python::LinkedCode& code = *frame.code;
  const python::Instruction& in = code.original(frame.pc - 1);
  const python::Instruction& next = code.original(frame.pc);
  Touched& touched = manner_of_touching_;
  touched = {};
  if (!code.is_library) touched.place.line = python::current_line(current_->state);
  bool loads = false;
  switch (in.op) {
    case Op::LoadGlobal:
    case Op::LoadName: loads = true; [[fallthrough]];
    case Op::StoreGlobal:
    case Op::DeleteGlobal: touched.place.name = code.global_names[in.b]; break;
    case Op::LoadAttr: loads = true; [[fallthrough]];
    case Op::StoreAttr:
      touched.place.name = code.cache_names[in.c];
      touched.place.is_attribute = true;
      break;
    case Op::LoadCell:
      loads = true;
      touched.place.name = code.names[in.c];
      break;
    case Op::LoadItem:
    case Op::In:
    case Op::NotIn: loads = true; break;
    case Op::Call:
    case Op::CallMethod:
    case Op::CallKw:
    case Op::CallEx: touched.is_atomic = true; break;
    default: break;
  }
  switch (next.op) {
    case Op::JumpIfTrue:
    case Op::JumpIfFalse:
    case Op::TestNone:
    case Op::TestIs: touched.is_question = loads && next.a == in.a; break;
    case Op::Not: touched.is_question = loads && next.b == in.a; break;
    case Op::TestLt:
    case Op::TestLe:
    case Op::TestEq:
    case Op::TestNe:
    case Op::TestGt:
    case Op::TestGe: touched.is_question = loads && (next.a == in.a || next.b == in.a); break;
    case Op::TestLtI:
    case Op::TestLeI:
    case Op::TestEqI:
    case Op::TestNeI:
    case Op::TestGtI:
    case Op::TestGeI: touched.is_question = loads && next.a == in.a; break;
    default: break;
  }
}

// ---- what is touched ---------------------------------------------------------------------------------

bool DeterministicExecutor::note(const Access& access) {
  if (!is_on) return false;
  if (options_.contention == nullptr) return true;
  if (is_boring(access)) return false;
  if (const std::size_t collections = interpreter_.heap.collections(); collections != collections_) {
    collections_ = collections;
    contended_ = {};
  }
  const std::uint64_t place = (reinterpret_cast<std::uintptr_t>(access.object) >> 4) + access.part * kOdd;
  Contended& there = contended_[(place ^ place >> 32) % contended_.size()];
  if (there.object == access.object && there.part == access.part && there.is_known) return true;
  const Kinship kin = kinship_of(access, interpreter_);
  const std::uint64_t number = number_of(access.object, interpreter_);
  const std::uint64_t exact = mix(number, kin.part);
  const std::uint64_t key = was_there_before(access.object, number) ? exact : mix(kin.kind, kin.part);
  if (options_.contention->note(exact, key, current_->number, access.manner)) forget_boring();
  if (!options_.contention->is_contended(key)) {
    bores(access);
    return false;
  }
  there = {access.object, access.part, true};
  return true;
}

// Part of the step that goes on.
void DeterministicExecutor::record(const Access& access, bool was_ready) {
  if (access.manner != Manner::Reads) ++current_->changes;
  if (!note(access)) return;
  Touched touched = touched_of(access);
  touched.was_ready = was_ready;
  scheduler_->touching(current_->state, touched);
  if (goes_on_to_ == 0 || is_any_spinning_) step_.touches.push_back(touched);
}

void DeterministicExecutor::touched(ThreadState&, const Access& access) { record(access, is_ready_now(access.object)); }

bool DeterministicExecutor::may_touch(ThreadState&, std::span<const Access> accesses, bool begins) {
  if (!is_on) return true;
  Member& member = *current_;
  // What the library imports is nobody's business.
  const auto counts = [&](const Access& access) { return begins || access.object != interpreter_.modules; };
  if (member.is_granted) {
    member.is_granted = false;
    step_.is_fickle = are_fickle;
    look_at_instruction(*member.state.frame);
    if (!begins) member.enters_library = false;
    for (const Access& access : accesses) {
      if (counts(access)) record(access, true);
    }
    return true;
  }
  if (begins) member.enters_library = true;
  if (!accesses.empty()) {
    // Places are the program's: however much the library does for it, it is there once.
    member.touches_something(begins);
  }
  bool is_contended = false;
  for (const Access& access : accesses) {
    is_contended |= counts(access) && note(access);
    member.changes += access.manner != Manner::Reads;
  }
  if (!is_contended) return true;
  const bool passes = member.position < goes_on_to_;  // nobody wants it to stop here
  const bool is_told = !passes || is_any_spinning_ || std::any_of(accesses.begin(), accesses.end(), is_primitive);
  if (!is_told && std::any_of(accesses.begin(), accesses.end(), changes)) {
    if (!begins) member.enters_library = false;
    return true;
  }
  look_at_instruction(*member.state.frame);
  if (!is_place_to_switch(member, begins)) {
    step_.is_fickle = true;  // whether it comes to this goes by what came before
    for (const Access& access : accesses) {
      if (counts(access)) record(access, true);
    }
    return true;
  }
  member.next.clear();
  for (const Access& access : accesses) {
    if (!counts(access) || !note(access)) continue;
    member.next.push_back(touched_of(access));
  }
  look_for_rounds(member, member.next);
  if (member.is_spinning || !passes) return false;
  if (!begins) member.enters_library = false;
  for (const Access& access : accesses) {
    if (is_told && counts(access)) record(access, true);
  }
  return true;
}

// ---- going round ---------------------------------------------------------------------------------------

// The thread stands before a step that touches this. Has it been there before, and only looked since?
void DeterministicExecutor::look_for_rounds(Member& member, std::span<const Touched> touches) {
  for (const Touched& touched : touches) {
    if (touched.manner == Manner::Reads) continue;
    ++member.changes;
    return;
  }
  if (std::exchange(member.changes_by_then, member.changes) != member.changes) {
    member.times_looked = 0;
    member.rounds.clear();
    member.looked_at.clear();
  }
  look_at(member, touches);
  // The longer it goes on without a round, the less often this is asked.
  constexpr std::size_t kAlways = 256, kMostLooks = 1 << 16;
  if (member.looked_at.size() > kMostLooks) ++member.changes;  // that is none of a round
  const std::size_t times = ++member.times_looked;
  if (times > kAlways && times % (std::bit_floor(times) / kAlways) != 0) return;
  const std::uint64_t state = state_of(member.state);
  if (std::find(member.rounds.begin(), member.rounds.end(), state) != member.rounds.end()) {
    member.is_spinning = true;
  } else if (times <= kAlways || std::has_single_bit(times)) {
    member.rounds.push_back(state);
  }
}

// What it has read already, in one of the last few looks, need not be kept twice.
void DeterministicExecutor::look_at(Member& member, std::span<const Touched> touches) {
  constexpr std::size_t kFew = 16;
  std::vector<Touched>& looked_at = member.looked_at;
  for (const Touched& touched : touches) {
    const auto last = looked_at.end() - static_cast<std::ptrdiff_t>(std::min(kFew, looked_at.size()));
    const bool is_known = std::any_of(last, looked_at.end(), [&](const Touched& each) {
      return each.object == touched.object && each.part == touched.part;
    });
    if (!is_known) looked_at.push_back(touched);
  }
}

// Now and then: is the thread where it was, and has changed nothing since?
bool DeterministicExecutor::goes_round_blindly(Member& member) {
  const std::uint64_t state = state_of(member.state);
  if (state == member.state_then && member.changes == member.changes_then) {
    member.looked_at.clear();
    member.is_spinning = true;
    return true;
  }
  // However many safe points there are in one round, some time the same one is met again.
  if (++member.looks; (member.looks & (member.looks - 1)) == 0) {
    member.state_then = state;
    member.changes_then = member.changes;
  }
  return false;
}

void DeterministicExecutor::wake_those_who_spin() {
  for (const auto& each : members_) {
    if (!each->is_spinning || !are_dependent(step_.touches, each->looked_at)) continue;
    each->is_spinning = false;
    each->awaited = true;
    ++each->changes;
  }
}

}  // namespace threadbook::explore
