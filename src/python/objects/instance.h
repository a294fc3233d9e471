// Instances of classes written in Python, and where every kind of object keeps its attributes.
#pragma once

#include <utility>
#include <vector>

#include "python/objects/class.h"

namespace threadbook::python {

struct Dict;

// The first `flags` attributes lie in the object; the rest in a chain of Arrays of growing size
// that begins at `more` and, past ShapeTable::kMaxNames names, ends in a Dict. Nothing in the chain
// is ever moved or replaced: an attribute's slot has one address for life. Only the Dict is, when another
// is given to __dict__; then the shape is one without names (Shape::in_dict), all attributes are the dict's,
// and the Array before it holds a former self: an object nobody sees, with the attributes there were, for
// the dicts that have shown them (live_dict.h).
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
// object.__dict__ = dict: from now on the object's attributes are what is in the dict, and the other way round.
void replace_attributes(RealmThread& thread, Object* object, Dict* dict);
// The shape of `cls`'s instances then.
Shape* dict_shape_of(RealmThread& thread, Class* cls);
// The dict that was given to __dict__; nullptr if none was.
Dict* attribute_dict(RealmThread& thread, Object* object);
// Of an object that has such a dict: the one with the attributes it had before.
Object* former_self(Object* object);
// May objects of this shape have attributes that it does not name?
bool may_overflow(const Shape* shape);
// Attribute `index` of an object whose shape has it.
Slot* attribute_slot(Object* object, std::uint32_t index);

// A new instance of a class written in Python, without attributes.
Object* make_instance(RealmThread& thread, Class* cls);

}  // namespace threadbook::python
