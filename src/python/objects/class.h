// Classes, and the namespaces that hold the names of a class or of a module.
//
// A namespace maps a name to a Cell, and a name's cell is never replaced: bytecode that reads a
// global or an attribute of a class keeps the cell and reads its value. So assigning to a global or
// to a counter in a class invalidates nothing.
//
// Classes are made by `new`, belong to the run and live as long as it: they are few, and every
// inline cache may name them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/objects/containers.h"
#include "python/objects/shape.h"
#include "python/objects/str.h"
#include "runtime/mutex.h"

namespace threadbook::python {

struct RealmThread;
class Realm;
class Marker;

struct Cell : Object {
  Slot value;
};

// Names in the order they were first bound. Thread safety: any thread, any function.
class Namespace {
 public:
  // The cell of `name`, or nullptr. The cell's value is Unbound if the name was deleted.
  Cell* find(const Str* name) const;
  // The cell of `name`, made (Unbound) if there is none. `name` is interned.
  Cell* cell(RealmThread& thread, Str* name);
  // Convenience over cell(): is the name new, or unbound until now?
  bool set(RealmThread& thread, Str* name, Value value);
  bool remove(const Str* name);      // false if it is not bound
  Value get(const Str* name) const;  // Unbound if there is none

  struct Item {
    Str* name;
    Value value;
  };
  std::vector<Item> items() const;  // the bound ones
  std::size_t size() const;         // names that have a cell
  // Takes the values of all names but the first `count`. True if one had any.
  bool unbind_from(std::size_t count);
  void trace(Marker& marker) const;

 private:
  mutable runtime::Mutex mutex_;
  std::unordered_map<const Str*, Cell*> cells_ GUARDED_BY(mutex_);
  std::vector<Str*> order_ GUARDED_BY(mutex_);
};

// Calls of builtin classes (`int(x)`) and of builtin functions share this type. `arguments` are
// bound to the signature's parameters, `count` of them.
enum class Status : std::uint8_t {
  Ok,        // the result is in `result`
  Raised,    // the exception is in thread.exception
  Wait,      // thread.wait says for what; the VM returns to its executor
  Fallback,  // calling Python is needed: the library function of the same name takes over
  Pushed,    // a frame was pushed; what it returns is the result
};

struct NativeFunction;

// One list of the builtin classes: identifier, Python name, base, layout of instances.
#define THREADBOOK_BUILTIN_CLASSES(X) \
  X(Object, "object", Object, Instance) \
  X(Type, "type", Object, Class) \
  X(Int, "int", Object, BigInt) \
  X(Bool, "bool", Int, BigInt) \
  X(Float, "float", Object, Boxed) \
  X(Str, "str", Object, Str) \
  X(Bytes, "bytes", Object, Bytes) \
  X(NoneType, "NoneType", Object, Free) \
  X(Ellipsis, "ellipsis", Object, Free) \
  X(NotImplementedType, "NotImplementedType", Object, Free) \
  X(Tuple, "tuple", Object, Tuple) \
  X(List, "list", Object, List) \
  X(Dict, "dict", Object, Dict) \
  X(Set, "set", Object, Set) \
  X(FrozenSet, "frozenset", Object, Set) \
  X(Range, "range", Object, Range) \
  X(Slice, "slice", Object, Slice) \
  X(Cell, "cell", Object, Cell) \
  X(Function, "function", Object, Function) \
  X(Builtin, "builtin_function_or_method", Object, NativeFunction) \
  X(MethodDescriptor, "method_descriptor", Object, NativeFunction) \
  X(Method, "method", Object, BoundMethod) \
  X(Property, "property", Object, Property) \
  X(Member, "member_descriptor", Object, Member) \
  X(StaticMethod, "staticmethod", Object, StaticMethod) \
  X(ClassMethod, "classmethod", Object, ClassMethod) \
  X(Super, "super", Object, Super) \
  X(Module, "module", Object, Module) \
  X(Generator, "generator", Object, Generator) \
  X(Code, "code", Object, CodeProxy) \
  X(Frame, "frame", Object, Frame) \
  X(Traceback, "traceback", Object, Traceback) \
  X(DictKeys, "dict_keys", Object, DictView) \
  X(DictValues, "dict_values", Object, DictView) \
  X(DictItems, "dict_items", Object, DictView) \
  X(ListIterator, "list_iterator", Object, Iterator) \
  X(ListReverseIterator, "list_reverseiterator", Object, Iterator) \
  X(TupleIterator, "tuple_iterator", Object, Iterator) \
  X(StrIterator, "str_ascii_iterator", Object, Iterator) \
  X(BytesIterator, "bytes_iterator", Object, Iterator) \
  X(RangeIterator, "range_iterator", Object, Iterator) \
  X(DictKeyIterator, "dict_keyiterator", Object, Iterator) \
  X(DictValueIterator, "dict_valueiterator", Object, Iterator) \
  X(DictItemIterator, "dict_itemiterator", Object, Iterator) \
  X(DictReverseKeyIterator, "dict_reversekeyiterator", Object, Iterator) \
  X(DictReverseValueIterator, "dict_reversevalueiterator", Object, Iterator) \
  X(DictReverseItemIterator, "dict_reverseitemiterator", Object, Iterator) \
  X(SetIterator, "set_iterator", Object, Iterator) \
  X(LongRangeIterator, "longrange_iterator", Object, Iterator) \
  X(SequenceIterator, "iterator", Object, Iterator) \
  X(CallableIterator, "callable_iterator", Object, Iterator) \
  X(Reversed, "reversed", Object, Iterator) \
  X(Enumerate, "enumerate", Object, Iterator) \
  X(Zip, "zip", Object, Iterator) \
  X(Map, "map", Object, Iterator) \
  X(Filter, "filter", Object, Iterator) \
  X(Deque, "deque", Object, Deque) \
  X(DequeIterator, "_deque_iterator", Object, Iterator) \
  X(DequeReverseIterator, "_deque_reverse_iterator", Object, Iterator) \
  X(Partial, "partial", Object, Partial) \
  X(CallCache, "_lru_cache_wrapper", Object, CallCache) \
  X(WeakReference, "ReferenceType", Object, WeakReference) \
  X(Lock, "lock", Object, Handle) \
  X(ThreadHandle, "_ThreadHandle", Object, Handle)

enum class BuiltinClass : std::uint8_t {
#define THREADBOOK_CLASS(id, name, base, layout) id,
  THREADBOOK_BUILTIN_CLASSES(THREADBOOK_CLASS)
#undef THREADBOOK_CLASS
      Count
};

struct Class : Object {
  enum ClassFlag : std::uint32_t {
    kBuiltin = 1,    // attributes cannot be set
    kException = 2,  // derives from BaseException
    kInstancesHaveDict = 4,
    kHasGetattr = 8,         // __getattr__ or __getattribute__ along the mro
    kHasSetattr = 16,        // __setattr__ or __delattr__ along the mro
    kFinal = 32,             // cannot be a base
    kHasSlots = 64,          // its own __slots__ name attributes
    kCustomMetaclass = 128,  // its metaclass is not `type` itself
    kAbstract = 256,         // __abstractmethods__ is not empty: no instances
    kHasFarewell = 512,      // __del__ along the mro (farewells.h)
  };

  Str* name;
  Str* qualname;
  Class* base;  // the one whose layout the instances have; nullptr for object
  std::vector<Class*> bases;
  std::vector<Class*> mro;  // this class first
  Namespace names;
  Kind instance_kind;
  std::atomic<std::uint32_t> class_flags;
  std::atomic<std::uint8_t> inline_slots;  // attributes new instances have room for; learnt
  Shape* root_shape;
  std::atomic<Shape*> dict_shape;  // of instances whose __dict__ was replaced; nullptr as long as there are none
  NativeFunction* construct;       // makes an instance from arguments; nullptr: Python's way
  BuiltinClass builtin;            // nearest builtin class along the mro
  runtime::Mutex subclasses_mutex;
  std::vector<Class*> subclasses GUARDED_BY(subclasses_mutex);

  bool has(ClassFlag flag) const { return (class_flags.load(std::memory_order_relaxed) & flag) != 0; }
  bool derives_from(const Class* other) const {
    for (const Class* c : mro) {
      if (c == other) return true;
    }
    return false;
  }
  // The first cell along the mro that has a value, or nullptr. Takes locks; see
  // RealmThread::lookup for the cached way.
  Cell* find(const Str* name) const;
};

}  // namespace threadbook::python
