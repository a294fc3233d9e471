// The header every heap object starts with, the list of object kinds, and the shared slot.
//
// Thread safety. Without the GIL any thread may read any object at any time. These invariants keep
// a racy Python program from ever corrupting the engine:
//   1. An object's kind and size never change, and it is initialised before its address is stored
//      in a slot another thread can read (Slot::store releases, Slot::load acquires).
//   2. A field another thread can read and write is a Slot or a std::atomic.
//   3. An operation of more than one step on a container holds the object's lock (ObjectLock);
//      readers that do not lock only follow pointers that stay valid until the next collection.
//   4. Memory is reclaimed only while the world is stopped (heap.h).
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>

#include "python/objects/value.h"

namespace threadbook::python {

// Every layout an object can have. The collector's trace() switches on it.
#define THREADBOOK_OBJECT_KINDS(X) \
  X(Free)     /* a free cell; never seen by a program */ \
  X(Instance) /* an object of a class written in Python */ \
  X(Class) \
  X(Str) \
  X(Bytes) \
  X(BigInt) /* an int of more than 48 bits */ \
  X(Boxed)  /* an instance of a subclass of int, float, str, tuple, bytes */ \
  X(Tuple) \
  X(List) \
  X(Deque) \
  X(Dict) \
  X(Set) /* set and frozenset */ \
  X(Range) \
  X(Slice) \
  X(Cell)     /* a variable shared by closures, a module's or a class's name */ \
  X(Function) /* a function written in Python */ \
  X(NativeFunction) \
  X(BoundMethod) \
  X(Partial)   /* functools.partial */ \
  X(CallCache) /* what functools.lru_cache makes of a function */ \
  X(Property) \
  X(Member) /* what a name of __slots__ is in its class */ \
  X(StaticMethod) \
  X(ClassMethod) \
  X(Super) \
  X(Module) \
  X(Iterator) /* over a builtin container */ \
  X(DictView) \
  X(Generator) \
  X(Exception) \
  X(Traceback) \
  X(WeakReference) \
  X(Handle) /* wraps something of C++: a lock, a thread, a random generator */ \
  X(Array)  /* storage of a list or of attributes; raw slots */ \
  X(DictTable) \
  X(SetTable) \
  X(Buffer)    /* raw bytes, the shared tail of strings built by appending */ \
  X(CodeProxy) /* a code object as Python sees it */ \
  X(Frame)     /* a picture of a frame */

enum class Kind : std::uint8_t {
#define THREADBOOK_KIND(name) name,
  THREADBOOK_OBJECT_KINDS(THREADBOOK_KIND)
#undef THREADBOOK_KIND
};

using ShapeId = std::uint32_t;

// 8 bytes, natively and in WebAssembly. The shape is a number, not a pointer, so that an inline
// cache (shape, epoch, slot) fits one word that is read and written whole.
struct Object {
  std::atomic<ShapeId> shape;      // its class, and where its attributes are (shape.h)
  Kind kind;                       // constant after construction
  std::uint8_t mark;               // collection cycle that last reached it; written with the world stopped
  std::atomic<std::uint8_t> lock;  // ObjectLock
  std::uint8_t flags;              // meaning belongs to the kind; constant after construction
};
static_assert(sizeof(Object) == 8);

// A place for a value that several threads may read and write.
class Slot {
 public:
  Slot() : bits_(Value::unbound().bits()) {}
  explicit Slot(Value value) : bits_(value.bits()) {}
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;

  Value load() const { return Value::from_bits(bits_.load(std::memory_order_acquire)); }
  void store(Value value) { bits_.store(value.bits(), std::memory_order_release); }
  // For an object no other thread can see yet.
  void initialize(Value value) { bits_.store(value.bits(), std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> bits_;
};
static_assert(sizeof(Slot) == 8);

// A one-byte lock in the object's header, for operations of several steps on a container. Held for
// a few instructions and never across a safe point, so waiters spin and then yield. With the GIL
// there is nothing to exclude: `parallel` false makes it free.
class ObjectLock {
 public:
  ObjectLock(Object* object, bool parallel) : object_(parallel ? object : nullptr) {
    if (object_ != nullptr) acquire(object_);
  }
  ~ObjectLock() {
    if (object_ != nullptr) object_->lock.store(0, std::memory_order_release);
  }
  ObjectLock(const ObjectLock&) = delete;
  ObjectLock& operator=(const ObjectLock&) = delete;

 private:
  static void acquire(Object* object) {
    std::uint8_t expected = 0;
    if (!object->lock.compare_exchange_weak(expected, 1, std::memory_order_acquire)) {
      acquire_slow(object);
    }
  }
  static void acquire_slow(Object* object);

  Object* object_;
};

// The locks of two containers of which one operation makes use, always taken in the order of their addresses
// (nothing moves), so that two threads that do the same the other way round do not wait for each other. Either
// may be nullptr, for what needs no lock, and both the same.
class ObjectLocks {
 public:
  ObjectLocks(Object* a, Object* b, bool parallel)
      : lower_(std::min(a, b, std::less<>()), parallel),
        upper_(a == b ? nullptr : std::max(a, b, std::less<>()), parallel) {}

 private:
  ObjectLock lower_, upper_;
};

// True if `value` is a heap object of `kind`.
inline bool is_kind(Value value, Kind kind) { return value.is_object() && value.as_object()->kind == kind; }

}  // namespace threadbook::python
