// Gathering and Party: what threading.Barrier is a binding of.
//
// A thread that comes to the barrier makes a Party and has it arrive. If it is the last, library
// code runs the barrier's action, which may be anything, and then lets the others go, or tells them
// that it failed.
#include "python/modules/host_call.h"
#include "python/modules/thread_module.h"
#include "python/modules/waiting.h"
#include "python/objects/operations.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

using Values = Value*;
using State = runtime::Barrier::Party::State;

// ---- Gathering ----

runtime::Barrier& barrier_of(Value value) { return handle_as<BarrierObject>(value)->impl; }

// Gathering(parties)
Status gathering_new(ThreadState& thread, Values arguments, Value& result) {
  std::int64_t parties = 0;
  Status status = int_argument(thread, arguments[1], parties);
  if (status != Status::Ok) return status;
  return host_call(thread, [&] {
    result = Value::object(make_handle<BarrierObject>(thread, arguments[0], HandleKind::Barrier, parties));
  });
}

Status gathering_reset(ThreadState& thread, Values arguments, Value& result) {
  barrier_of(arguments[0]).reset();
  return released(thread, *handle_as<BarrierObject>(arguments[0]), result);
}

Status gathering_abort(ThreadState& thread, Values arguments, Value& result) {
  barrier_of(arguments[0]).abort();
  return released(thread, *handle_as<BarrierObject>(arguments[0]), result);
}

Status gathering_waiting(ThreadState& thread, Values arguments, Value& result) {
  result = make_int(thread, barrier_of(arguments[0]).n_waiting());
  return Status::Ok;
}

Status gathering_broken(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(barrier_of(arguments[0]).broken());
  return Status::Ok;
}

// party(): the calling thread's.
Status gathering_party(ThreadState& thread, Values arguments, Value& result) {
  Class* cls = class_of(thread, arguments[0]);
  Value party_class = cls->names.get(thread.interpreter.intern("Party"));
  auto* party =
      make_handle<PartyObject>(thread, party_class, HandleKind::Party, handle_as<BarrierObject>(arguments[0]));
  thread.interpreter.heap.add_finalizer(party, [](Object* dead) { static_cast<PartyObject*>(dead)->impl.~Party(); });
  result = Value::object(party);
  return Status::Ok;
}

// ---- Party ----

PartyObject* party_of(Value value) { return handle_as<PartyObject>(value); }

// What arrive() answers: the party's number; False if it is to run the action; None if the barrier
// is broken.
Status arrived(ThreadState& thread, const PartyObject* party, Value& result) {
  switch (party->impl.state()) {
    case State::Passed: result = make_int(thread, party->impl.index()); break;
    case State::Acting: result = Value::boolean(false); break;
    default: result = Value::none(); break;
  }
  return Status::Ok;
}

Wait wait_of(PartyObject* party, FinishWait finish) {
  return {.target = &party->impl, .activity = party->barrier->purpose(), .of = Value::object(party), .finish = finish};
}

Status fate_is_known(ThreadState& thread, WaitRequest& ended, runtime::WaitResult, Value& result) {
  PartyObject* party = party_of(ended.of);
  if (party->impl.state() != State::Waiting) return arrived(thread, party, result);
  // Its time is over, but all have arrived: the action takes that long, no longer the others.
  return wait_on(thread, ended);
}

Status is_let_in(ThreadState& thread, WaitRequest& ended, runtime::WaitResult, Value& result) {
  PartyObject* party = party_of(ended.of);
  if (party->impl.state() != State::Waiting) return arrived(thread, party, result);
  return wait_until(thread, wait_of(party, fate_is_known), party->deadline);
}

// arrive(timeout)
Status party_arrive(ThreadState& thread, Values arguments, Value&) {
  PartyObject* party = party_of(arguments[0]);
  runtime::Span span = runtime::Span::forever();
  Status status = timeout_argument(thread, arguments[1], span, FirstStep::Add);
  if (status != Status::Ok) return status;
  // From now on, however long it takes to be let in.
  party->deadline = deadline_after(thread, span);
  return wait_for(thread, wait_of(party, is_let_in));
}

// release() and fail(): the action's end. False: the barrier was broken meanwhile.
Status party_release(ThreadState& thread, Values arguments, Value& result) {
  PartyObject* party = party_of(arguments[0]);
  party->barrier->impl.release(party->impl);
  return released(thread, *party->barrier, result);
}

Status party_fail(ThreadState& thread, Values arguments, Value& result) {
  PartyObject* party = party_of(arguments[0]);
  party->barrier->impl.fail(party->impl);
  return released(thread, *party->barrier, result);
}

Status party_index(ThreadState& thread, Values arguments, Value& result) {
  result = make_int(thread, party_of(arguments[0])->impl.index());
  return Status::Ok;
}

constexpr NativeDef kGatheringMethods[] = {
    {"__new__(cls, parties, /)", native<gathering_new>},
    {"reset(self, /)", operation<gathering_reset, 1, Touch::Writes>},
    {"abort(self, /)", operation<gathering_abort, 1, Touch::Writes>},
    {"waiting(self, /)", operation<gathering_waiting, 1, Touch::Reads>},
    {"broken(self, /)", operation<gathering_broken, 1, Touch::Reads>},
    {"party(self, /)", native<gathering_party>},
};

constexpr NativeDef kPartyMethods[] = {
    {"arrive(self, timeout, /)", native<party_arrive>},
    {"release(self, /)", operation<party_release, 1, Touch::Writes>},
    {"fail(self, /)", operation<party_fail, 1, Touch::Writes>},
    {"index(self, /)", native<party_index>},
};

}  // namespace

void add_barriers(ThreadState& thread, Module& module) {
  Class* gathering = add_handle_class(thread, module, "Gathering", kGatheringMethods);
  Class* party = add_handle_class(thread, module, "Party", kPartyMethods);
  gathering->names.set(thread, party->name, Value::object(party));
}

}  // namespace threadbook::python
