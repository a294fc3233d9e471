#include "python/objects/callable_repr.h"

#include <algorithm>

#include "python/objects/class.h"
#include "python/objects/operations.h"
#include "python/objects/realm.h"
#include "python/objects/representation.h"

namespace threadbook::python {
namespace {

// Special methods that CPython's classes have as slots rather than as methods.
constexpr std::string_view kSlots[] = {
    "__abs__",     "__add__",       "__and__",          "__bool__",    "__call__",    "__contains__", "__del__",
    "__delattr__", "__delete__",    "__delitem__",      "__divmod__",  "__eq__",      "__float__",    "__floordiv__",
    "__ge__",      "__get__",       "__getattribute__", "__getitem__", "__gt__",      "__hash__",     "__iadd__",
    "__iand__",    "__ifloordiv__", "__ilshift__",      "__imatmul__", "__imod__",    "__imul__",     "__index__",
    "__init__",    "__int__",       "__invert__",       "__ior__",     "__ipow__",    "__irshift__",  "__isub__",
    "__iter__",    "__itruediv__",  "__ixor__",         "__le__",      "__len__",     "__lshift__",   "__lt__",
    "__matmul__",  "__mod__",       "__mul__",          "__ne__",      "__neg__",     "__next__",     "__or__",
    "__pos__",     "__pow__",       "__radd__",         "__rand__",    "__rdivmod__", "__repr__",     "__rfloordiv__",
    "__rlshift__", "__rmatmul__",   "__rmod__",         "__rmul__",    "__ror__",     "__rpow__",     "__rrshift__",
    "__rshift__",  "__rsub__",      "__rtruediv__",     "__rxor__",    "__set__",     "__setattr__",  "__setitem__",
    "__str__",     "__sub__",       "__truediv__",      "__xor__",
};

// Slots that some classes offer as plain methods, because that is quicker to call.
constexpr std::pair<std::string_view, std::string_view> kSlotsAsMethods[] = {
    {"list", "__getitem__"}, {"dict", "__getitem__"},       {"dict", "__contains__"},
    {"set", "__contains__"}, {"frozenset", "__contains__"},
};

bool is_slot(std::string_view cls, std::string_view name) {
  static_assert(std::is_sorted(std::begin(kSlots), std::end(kSlots)));
  return std::binary_search(std::begin(kSlots), std::end(kSlots), name) &&
         std::find(std::begin(kSlotsAsMethods), std::end(kSlotsAsMethods), std::pair(cls, name)) ==
             std::end(kSlotsAsMethods);
}

// A file of library code that stands for a module CPython has in C.
struct NativeFile {
  std::string_view file;    // of src/python/library; with a dot at its end: a package
  std::string_view module;  // of its classes, as their names begin; empty: builtins
  // The functions, classes and methods that this is true of, blanks between. Empty: of all, but for those of which it
  // is `not_of`.
  std::string_view of = {};
  std::string_view not_of = {};
};

constexpr NativeFile kNatives[] = {
    {"_bytearray", ""},
    {"_datetime_date", "datetime"},
    {"_datetime_datetime", "datetime"},
    {"_datetime_delta", "datetime"},
    {"_datetime_time", "datetime"},
    {"_datetime_zone", "datetime"},
    {"_memory_streams", "_io"},
    {"_more_builtins", "", "open breakpoint complex memoryview"},
    {"_queue", "_queue"},
    {"_re_match", "re"},
    {"_re_pattern", "re"},
    {"_sys_input", "_io"},
    {"_sys_streams", "_io"},
    {"_thread", "_thread"},
    {"_weakref_proxy", "weakref"},
    {"abc", "_abc", "get_cache_token"},
    {"aliases", "types"},
    {"atexit", ""},
    {"binascii", ""},
    {"collections", "collections", "OrderedDict defaultdict"},
    {"decimal", "decimal"},
    {"decimal.", "decimal"},
    {"faulthandler", ""},
    {"functools", "functools", "cmp_to_key reduce"},
    {"gc", ""},
    {"hashlib", "_hashlib", {}, "new file_digest"},
    {"hmac", "", "compare_digest"},
    {"io", "_io"},
    {"itertools", "itertools"},
    {"operator", "operator"},
    {"os",
     "posix",
     {},
     "PathLike _Environ execl execle execlp execlpe execvp execvpe fdopen fsdecode fsencode fwalk get_exec_path getenv "
     "getenvb makedirs popen process_cpu_count removedirs renames spawnl spawnle spawnlp spawnlpe spawnv spawnve "
     "spawnvp spawnvpe walk"},
    {"proxies", ""},
    {"random", "_random", "Random.random Random.getrandbits"},
    {"struct", "_struct"},
    {"sys", ""},
    {"time", "time"},
    {"types", "types", "SimpleNamespace"},
    {"warnings", "", "_filters_mutated warn warn_explicit"},
    {"weakref", "", "getweakrefcount getweakrefs"},
};

// Does `list` name `qualname`, or the class it is a method of?
bool lists(std::string_view list, std::string_view qualname) {
  const std::string_view cls = qualname.substr(0, qualname.find('.'));
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find(' '));
    if (word == qualname || word == cls) return true;
    list.remove_prefix(std::min(list.size(), word.size() + 1));
  }
  return false;
}

// What `function` stands for; nullptr: for itself.
const NativeFile* native_of(const RealmThread& thread, const Function* function, std::string_view qualname) {
  const std::string_view file = thread.realm.heap.machine_objects().library_file(function);
  if (file.empty() || qualname.find('<') != std::string_view::npos) return nullptr;
  for (const NativeFile& native : kNatives) {
    const bool is_it = native.file.ends_with('.') ? file.starts_with(native.file) : file == native.file;
    if (!is_it || lists(native.not_of, qualname)) continue;
    if (native.of.empty() || lists(native.of, qualname)) return &native;
  }
  return nullptr;
}

std::string qualname_of(const Function* function) {
  const Str* name = as_str(function->qualname.load());
  return name == nullptr ? "?" : name->to_utf8();
}

// Does a class of the library stand for one that CPython has in C?
bool stands_for_native(std::string_view module, std::string_view cls) {
  return std::any_of(std::begin(kNatives), std::end(kNatives), [&](const NativeFile& native) {
    return !native.module.empty() && module == native.module && !lists(native.not_of, cls) &&
           (native.of.empty() || lists(native.of, cls));
  });
}

// As CPython names the class of `object` in such a text: with its module if it is written in C.
std::string class_name(RealmThread& thread, Value object) {
  Class* cls = class_of(thread, object);
  const Str* module = as_str(cls->names.get(thread.realm.names.module));
  const bool native = module != nullptr && stands_for_native(module->to_utf8(), cls->name->to_utf8());
  return native ? qualified_name(thread, cls) : type_name(thread, object);
}

std::string method_of_class(std::string_view name, std::string_view short_class, std::string_view cls) {
  return text(is_slot(short_class, name) ? "<slot wrapper '" : "<method '", name, "' of '", cls, "' objects>");
}

std::string method_of_object(RealmThread& thread, std::string_view name, std::string_view short_class,
                             std::string_view cls, Value object) {
  const bool slot = is_slot(short_class, name);
  return text(slot ? "<method-wrapper '" : "<built-in method ", name, slot ? "' of " : " of ", cls, " object at ",
              address_text(thread, object), ">");
}

// "datetime.date" of the qualified name "date.today" in a module `native`.
std::string class_in(const NativeFile& native, std::string_view qualname) {
  const std::string_view cls = qualname.substr(0, qualname.rfind('.'));
  return native.module.empty() ? std::string(cls) : text(native.module, ".", cls);
}

}  // namespace

void native_function_repr(RealmThread& thread, NativeFunction* function, StrBuilder& out) {
  const std::string name = function->signature->name->to_utf8();
  Class* owner = function->owner;
  if (owner == nullptr) {
    out.append_utf8(text("<built-in function ", name, ">"));
  } else if (name == "__new__" || name == "maketrans") {
    // Static: bound to the class.
    out.append_utf8(method_of_object(thread, name, "type", "type", Value::object(owner)));
  } else {
    out.append_utf8(method_of_class(name, owner->name->to_utf8(), qualified_name(thread, owner)));
  }
}

void function_repr(RealmThread& thread, Function* function, StrBuilder& out) {
  const std::string qualname = qualname_of(function);
  const NativeFile* native = native_of(thread, function, qualname);
  if (native == nullptr) {
    out.append_utf8(text("<function ", qualname, " at ", address_text(thread, Value::object(function)), ">"));
    return;
  }
  const std::size_t dot = qualname.rfind('.');
  if (dot == std::string::npos) {
    out.append_utf8(text("<built-in function ", qualname, ">"));
  } else {
    const std::string_view cls = std::string_view(qualname).substr(0, dot);
    out.append_utf8(method_of_class(std::string_view(qualname).substr(dot + 1), cls, class_in(*native, qualname)));
  }
}

Status bound_method_repr(RealmThread& thread, BoundMethod* method, StrBuilder& out, int depth) {
  const Value self = method->self;
  const Value addressed = self.is_object() ? self : Value::object(method);
  const std::string short_class = class_of(thread, self)->name->to_utf8();
  std::string name = "?";
  if (is_kind(method->function, Kind::NativeFunction)) {
    name = static_cast<NativeFunction*>(method->function.as_object())->signature->name->to_utf8();
    out.append_utf8(method_of_object(thread, name, short_class, class_name(thread, self), addressed));
    return Status::Ok;
  }
  if (is_kind(method->function, Kind::Function)) {
    auto* function = static_cast<Function*>(method->function.as_object());
    name = qualname_of(function);
    if (const NativeFile* native = native_of(thread, function, name);
        native != nullptr && name.find('.') != std::string::npos) {
      const std::string_view own = std::string_view(name).substr(name.rfind('.') + 1);
      out.append_utf8(method_of_object(thread, own, short_class, class_name(thread, self), addressed));
      return Status::Ok;
    }
  } else if (is_kind(method->function, Kind::Class)) {
    name = static_cast<Class*>(method->function.as_object())->qualname->to_utf8();
  } else if (is_kind(method->function, Kind::Instance)) {
    return Status::Fallback;  // it may have a name
  }
  out.append_utf8(text("<bound method ", name, " of "));
  const Status status = repr_item(thread, self, out, depth + 1);
  if (status != Status::Ok) return status;
  out.append(U'>');
  return Status::Ok;
}

void property_repr(RealmThread& thread, Property* property, StrBuilder& out) {
  const Value getter = property->getter.load();
  if (is_kind(getter, Kind::NativeFunction)) {
    const auto* function = static_cast<const NativeFunction*>(getter.as_object());
    if (function->owner != nullptr) {
      out.append_utf8(text("<attribute '", function->signature->name->to_utf8(), "' of '",
                           qualified_name(thread, function->owner), "' objects>"));
      return;
    }
  }
  if (is_kind(getter, Kind::Function)) {
    const auto* function = static_cast<const Function*>(getter.as_object());
    const std::string qualname = qualname_of(function);
    const NativeFile* native = native_of(thread, function, qualname);
    if (const std::size_t dot = qualname.rfind('.'); native != nullptr && dot != std::string::npos) {
      out.append_utf8(
          text("<attribute '", qualname.substr(dot + 1), "' of '", class_in(*native, qualname), "' objects>"));
      return;
    }
  }
  out.append_utf8(text("<", type_name(thread, Value::object(property)), " object at ",
                       address_text(thread, Value::object(property)), ">"));
}

}  // namespace threadbook::python
