// Instances of classes written in Python, and where every kind of object keeps its attributes.
#pragma once

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

}  // namespace threadbook::python
