// Shapes: where an object's attributes are, and which class it is of.
//
// All objects of one builtin class share one shape. An instance of a class written in Python starts
// with its class's root shape (no attributes); setting a new attribute moves it to a child shape
// that has one more name. Objects that were given the same attributes in the same order share a
// shape, so one comparison of a shape number tells where an attribute lies: that is what the inline
// caches in the bytecode do. Shapes are made once, never changed and live as long as the run.
//
// An attribute's slot never moves (instance.h), whatever is added later, so a store without a
// lock is never lost to another thread's growth.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "python/objects/object.h"
#include "runtime/mutex.h"

namespace threadbook::python {

struct Class;
struct Str;

struct Shape {
  ShapeId id = 0;
  ShapeId parent = 0;  // the shape without the last name; 0: there is none
  Class* cls = nullptr;
  std::vector<Str*> names;  // attribute i is called names[i]; interned
  bool in_dict = false;     // the attributes are those of a dict that was given to __dict__ (instance.h)

  // The slot of `name`, or -1. `name` is interned.
  int find(const Str* name) const;

 private:
  friend class ShapeTable;
  std::unordered_map<const Str*, int> index_;           // for shapes of many names
  std::unordered_map<const Str*, Shape*> transitions_;  // under ShapeTable::mutex_, of which a shape knows nothing
};

// All shapes of a run.
// Thread safety: every member may be called from any thread; get() takes no lock.
class ShapeTable {
 public:
  // More attributes than this go to a dict of their own (instance.h), so that objects used as
  // dictionaries do not make a shape for every name.
  static constexpr std::size_t kMaxNames = 64;

  ShapeTable();
  ~ShapeTable();

  // A new shape without attributes, for class `cls`.
  Shape* make_root(Class* cls, bool in_dict = false);
  // `from` with `name` added. REQUIRES: name interned and not in `from`, fewer than kMaxNames there.
  Shape* with(Shape* from, Str* name);

  Shape* get(ShapeId id) const {
    return chunks_[id / kChunk].load(std::memory_order_acquire)[id % kChunk].load(std::memory_order_acquire);
  }

 private:
  static constexpr std::size_t kChunk = 1024;
  static constexpr std::size_t kChunks = 16 * 1024;

  // A shape is whole when it is published: from then on get() finds it, and other threads read it without a lock.
  Shape* make(Class* cls) REQUIRES(mutex_);
  Shape* publish(Shape* shape) REQUIRES(mutex_);

  runtime::Mutex mutex_;
  std::vector<std::unique_ptr<Shape>> shapes_ GUARDED_BY(mutex_);
  std::unique_ptr<std::atomic<std::atomic<Shape*>*>[]> chunks_;
};

}  // namespace threadbook::python
