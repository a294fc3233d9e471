// Objects whose insides only the virtual machine knows: generators, frames and code, that of functions included.
//
// They lie in the heap and are printed like all others, but what they refer to is frames and registers, of which
// this floor knows nothing. So the machine above hands down, once a realm, how to treat them. Cost: an indirect
// call for each such object that a collection reaches or repr() writes.
#pragma once

#include <string_view>

#include "python/objects/object.h"

namespace threadbook::python {

class Marker;
struct Function;
struct RealmThread;
class StrBuilder;

// Kind::Generator, Kind::Frame, Kind::CodeProxy. Each function switches on the kind.
struct MachineObjects {
  // Visits what `object` refers to and answers the bytes it occupies, as trace() (marker.h) does.
  std::size_t (*trace)(Object* object, Marker& marker);
  // The bytes `object` occupies.
  std::size_t (*size)(const Object* object);
  // Of a generator: would something be run if it were closed now? Has it ended, so that nothing ever will?
  bool (*runs_when_closed)(const Object* generator);
  bool (*has_ended)(const Object* generator);
  // The file of the library ("datetime", "decimal._context") that `function` is from; empty: it is the program's own.
  std::string_view (*library_file)(const Function* function);
  // Writes "<frame at 0x7f…, …>" and the like.
  void (*repr)(RealmThread& thread, Object* object, StrBuilder& out);
};

}  // namespace threadbook::python
