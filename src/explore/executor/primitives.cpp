#include "explore/executor/primitives.h"

#include "explore/executor/scheduler.h"
#include "python/objects/handle.h"
#include "python/objects/object_numbers.h"
#include "python/objects/str.h"

namespace threadbook::explore {

using python::Access;
using python::HandleKind;
using python::Kind;
using python::Manner;
using python::Object;

namespace {

HandleKind handle_kind(const Object* object) { return static_cast<HandleKind>(object->flags); }

// A class is known by its name: it may be made anew in every execution. Two of one name count as one.
std::uint64_t name_number(const python::Class* cls) {
  return std::uint64_t{python::hash_of(cls->qualname != nullptr ? cls->qualname : cls->name)} << 8;
}

template <class T>
const T& as(const Object* object) {
  return *static_cast<const T*>(object);
}

}  // namespace

bool is_ready_now(const Object* object) {
  if (object == nullptr || object->kind != Kind::Handle) return true;
  switch (handle_kind(object)) {
    case HandleKind::Lock: return as<python::LockObject>(object).impl.is_ready();
    case HandleKind::RLock: return !as<python::RLockObject>(object).impl.locked();
    case HandleKind::Semaphore: return as<python::SemaphoreObject>(object).impl.is_ready();
    case HandleKind::Event: return as<python::EventObject>(object).impl.is_ready();
    case HandleKind::Thread: return (*as<python::ThreadHandle>(object).thread)->finished().is_done();
    default: return true;
  }
}

std::optional<Access> access_of_waiting_for(const python::WaitRequest& wait, bool may_give_up) {
  const Object* object = wait.object();
  if (object == nullptr || object->kind != Kind::Handle || wait.target == nullptr) return std::nullopt;
  switch (handle_kind(object)) {
    case HandleKind::Lock:
    case HandleKind::RLock:
    case HandleKind::Semaphore: return Access{object, python::kWhole, Manner::Writes};
    case HandleKind::Event:
    case HandleKind::Thread: return Access{object, python::kWhole, Manner::Reads};
    case HandleKind::Notifier:
      if (!may_give_up) return std::nullopt;
      return Access{object, python::kWhole, Manner::Writes};
    case HandleKind::Notice:
      if (!may_give_up) return std::nullopt;
      return Access{as<python::NoticeObject>(object).notifier, python::kWhole, Manner::Writes};
    case HandleKind::Party: {
      const auto& party = as<python::PartyObject>(object);
      const bool enters = party.impl.state() == runtime::Barrier::Party::State::Entering;
      if (!enters && !may_give_up) return std::nullopt;
      return Access{party.barrier, python::kWhole, Manner::Writes};
    }
    default: return std::nullopt;
  }
}

std::uint64_t number_of(const Object* object, const python::Interpreter& interpreter) {
  if (object == nullptr) return kOutput;
  if (object->kind == Kind::Class) return name_number(static_cast<const python::Class*>(object));
  return interpreter.heap.origin_of(object);
}

bool was_there_before(const Object* object, std::uint64_t number) {
  return object == nullptr || (object->kind != Kind::Class && number >= python::ObjectNumbers::kBefore);
}

Kinship kinship_of(const Access& access, const python::Interpreter& interpreter) {
  if (access.object == nullptr) return {0, access.part};
  switch (access.object->kind) {
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::Deque: {
      const std::uint64_t kind = 16 + static_cast<std::uint64_t>(access.object->kind);
      return {kind, access.part == python::kOrder ? python::kOrder : python::kWhole};
    }
    case Kind::Instance:
    case Kind::Exception: {
      const python::Shape* shape = interpreter.shapes.get(access.object->shape.load(std::memory_order_relaxed));
      return {name_number(shape->cls), access.part};
    }
    case Kind::Class: return {name_number(static_cast<const python::Class*>(access.object)) + 1, access.part};
    case Kind::Handle: return {std::uint64_t{256} + static_cast<std::uint64_t>(access.object->flags), access.part};
    default: return {16 + static_cast<std::uint64_t>(access.object->kind), access.part};
  }
}

}  // namespace threadbook::explore
