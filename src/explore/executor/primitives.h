// What waiting for a primitive and operating on it means to others.
#pragma once

#include <optional>

#include "python/vm/interpreter.h"
#include "python/vm/thread_state.h"

namespace threadbook::explore {

// Could somebody who waits for this primitive have it now? True of what nobody waits for.
bool is_ready_now(const python::Object* object);

// What the end of that wait touches; nothing if only this thread has to do with it, as with its own place in a
// condition's queue. `may_give_up`: it may also end because its time is over.
std::optional<python::Access> access_of_waiting_for(const python::WaitRequest& wait, bool may_give_up);

// The number of an object that is the same in every execution.
std::uint64_t number_of(const python::Object* object, const python::Interpreter& interpreter);
// Was it there before the first thread was started?
bool was_there_before(const python::Object* object, std::uint64_t number);

// What a variable has in common with others: for Contention.
struct Kinship {
  std::uint64_t kind;  // of objects
  std::uint64_t part;  // attributes are told apart, items are not
};
Kinship kinship_of(const python::Access& access, const python::Interpreter& interpreter);

}  // namespace threadbook::explore
