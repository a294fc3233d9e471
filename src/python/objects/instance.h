// Instances of classes written in Python, and where every kind of object keeps its attributes.
#pragma once

#include <utility>
#include <vector>

#include "python/objects/class.h"

namespace threadbook::python {

// The first `flags` attributes lie in the object; the rest in a chain of Arrays of growing size
// that begins at `more` and, past ShapeTable::kMaxNames names, ends in a Dict. Nothing in the chain
// is ever moved or replaced: an attribute's slot has one address for life.
struct Instance : Object {
  std::atomic<Object*> more;
  Slot slots[1];
};

// Where the chain begins; nullptr for kinds that have no attributes of their own.
std::atomic<Object*>* attribute_chain(Object* object);

// An instance's own attributes, without its class.
Value own_attribute(RealmThread& thread, Object* object, Str* name);
bool set_own_attribute(RealmThread& thread, Object* object, Str* name, Value value);  // false: has none
std::vector<std::pair<Str*, Value>> own_attributes(RealmThread& thread, Object* object);
// Attribute `index` of an object whose shape has it.
Slot* attribute_slot(Object* object, std::uint32_t index);

// A new instance of a class written in Python, without attributes.
Object* make_instance(RealmThread& thread, Class* cls);

}  // namespace threadbook::python
