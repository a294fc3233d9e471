// How the heap and repr() are to treat generators, frames and code: what the machine hands down to its realm.
#pragma once

#include "python/objects/machine_objects.h"

namespace threadbook::python {

MachineObjects machine_objects();

}  // namespace threadbook::python
