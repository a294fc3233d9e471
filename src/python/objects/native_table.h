// The builtin functions of a run: what the tables of NativeDefs (function.h) become.
//
// Cost: every signature is parsed once a run.
//
// Thread safety: any thread, any function.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "python/objects/function.h"
#include "runtime/mutex.h"

namespace threadbook::python {

class NativeTable {
 public:
  explicit NativeTable(Realm& realm) : realm_(realm) {}

  NativeFunction* make(RealmThread& thread, const NativeDef& def, Class* owner, Str* module = nullptr);
  void add_methods(RealmThread& thread, Class* owner, std::span<const NativeDef> methods);
  void add_methods(RealmThread& thread, BuiltinClass id, std::span<const NativeDef> methods);
  // Read-only properties.
  void add_getters(RealmThread& thread, Class* owner, std::span<const NativeDef> getters);
  void add_functions(RealmThread& thread, Namespace& names, std::span<const NativeDef> functions, Str* module);
  // __new__(cls, field, …) of a namedtuple; the last fields have `defaults`.
  void add_record_constructor(RealmThread& thread, Class* owner, Native function, std::span<const Value> fields,
                              std::span<const Value> defaults);

  void trace(Marker& marker) const;

 private:
  NativeFunction* make(RealmThread& thread, Native function, std::unique_ptr<Signature> signature, Class* owner,
                       Str* module, ShapeId shape);
  void add_static(RealmThread& thread, Class* owner, NativeFunction* native);

  Realm& realm_;
  runtime::Mutex mutex_;
  std::vector<std::unique_ptr<Signature>> signatures_ GUARDED_BY(mutex_);
  std::vector<NativeFunction*> constructors_ GUARDED_BY(mutex_);
};

}  // namespace threadbook::python
