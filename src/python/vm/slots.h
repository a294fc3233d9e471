// __slots__: the attributes a class names in advance, and whether its instances have others.
//
// A slot's value lies where any attribute does (instance.h); what __slots__ changes is that the class has
// a Member for each name, and that its instances have no __dict__ and so accept no other names.
#pragma once

#include "python/objects/operations.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

struct SlotsPlan {
  bool has_dict = true;     // the instances have a __dict__
  std::vector<Str*> names;  // mangled; sorted
};

// Reads __slots__ in `names`, a class's body; the errors of CPython if they make no sense.
Status plan_slots(ThreadState& thread, Str* class_name, const std::vector<Class*>& bases, const Class* layout,
                  Dict* names, SlotsPlan& plan);
// Gives the new class its Members.
void add_slots(ThreadState& thread, Class* cls, const SlotsPlan& plan);

}  // namespace threadbook::python
