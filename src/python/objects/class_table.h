// The classes of a run: the builtin ones, which are there from its beginning, and those a program makes.
//
// A class lives as long as its realm, so inline caches may name it. What changes in a class, a name that comes or
// goes, makes caches stale: changed() counts it.
//
// Thread safety: any thread, any function.
#pragma once

#include <memory>
#include <vector>

#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "runtime/mutex.h"

namespace threadbook::python {

class ClassTable {
 public:
  // Makes the builtin classes, without methods yet. REQUIRES: the shapes and interned strings of `realm` are there.
  explicit ClassTable(Realm& realm);

  Class* get(BuiltinClass id) const { return builtins_[static_cast<std::size_t>(id)]; }
  Class* get(ExceptionType type) const { return exceptions_[static_cast<std::size_t>(type)]; }
  // Of the objects of that class, which are all of one shape.
  ShapeId shape(BuiltinClass id) const { return shapes_[static_cast<std::size_t>(id)]; }

  // A class written in Python. `mro` is without the class itself.
  Class* make(Str* name, Class* metaclass, std::vector<Class*> bases, Class* layout_base, std::vector<Class*> mro);
  // A class of a module written in C++, `module`.`name`, that cannot be a base. `module` nullptr: it
  // passes for a builtin.
  Class* make_native(RealmThread& thread, Str* module, std::string_view name, Kind layout);

  // Something was added to or removed from the names of `cls`: inline caches are stale.
  void changed(Class* cls);
  void refresh_flags(Class* cls);  // kHasGetattr, kHasSetattr, kHasFarewell

  void trace(Marker& marker) const;
  std::vector<Class*> all();

 private:
  Class* add_native(std::string_view name, Class* base, Kind layout);
  void add_builtins();
  void add_exceptions();

  Realm& realm_;
  Class* builtins_[static_cast<std::size_t>(BuiltinClass::Count)] = {};
  Class* exceptions_[static_cast<std::size_t>(ExceptionType::Count)] = {};
  ShapeId shapes_[static_cast<std::size_t>(BuiltinClass::Count)] = {};
  runtime::Mutex mutex_;
  std::vector<std::unique_ptr<Class>> owned_ GUARDED_BY(mutex_);
};

}  // namespace threadbook::python
