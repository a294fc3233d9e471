// Dicts that show what an object keeps elsewhere: globals() and the __dict__ of modules and instances.
//
// Names live in cells and in shapes, where bytecode finds them without a dict. A live dict is an
// ordinary dict (type dict, storage of its own) whose `more` refers to its owner: what is written to
// it is written to the owner as well, a value is read from the owner, and before it is looked at as
// a whole it is brought up to date. Only its keys that are str belong to the owner.
//
// Thread safety: every function from any thread; none holds a lock while it takes another's.
#pragma once

#include "python/objects/dict.h"

namespace threadbook::python {

struct Module;

// The owner of a live dict, a Module or an object with attributes; nullptr for any other dict.
Object* live_owner(RealmThread& thread, const Dict* dict);

// A live dict of `owner`: for a module always the same one.
Dict* live_dict(RealmThread& thread, Object* owner);
// Makes `dict` (a plain one) the live dict of `module`, which gets its names.
void make_live(RealmThread& thread, Dict* dict, Module* module);

// Brings the entries up to date, if the dict is a live one.
void live_refresh_slow(RealmThread& thread, Dict* dict);
inline void live_refresh(RealmThread& thread, Dict* dict) {
  if (dict->more.load(std::memory_order_relaxed) != nullptr) [[unlikely]]
    live_refresh_slow(thread, dict);
}

// One name of the owner's. Unbound: there is none; as `value` deletes it.
Value live_get(RealmThread& thread, Object* owner, Str* name);
void live_set(RealmThread& thread, Object* owner, Str* name, Value value);

}  // namespace threadbook::python
