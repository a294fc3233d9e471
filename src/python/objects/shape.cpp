#include "python/objects/shape.h"

namespace threadbook::python {

namespace {
constexpr std::size_t kLinearSearch = 8;
}

int Shape::find(const Str* name) const {
  if (names.size() <= kLinearSearch) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == name) return static_cast<int>(i);
    }
    return -1;
  }
  auto found = index_.find(name);
  return found == index_.end() ? -1 : found->second;
}

ShapeTable::ShapeTable() : chunks_(new std::atomic<std::atomic<Shape*>*>[kChunks]()) {
  publish(make(nullptr));  // number 0 is no shape, so an empty inline cache never matches
}

ShapeTable::~ShapeTable() {
  for (std::size_t i = 0; i < kChunks; ++i) delete[] chunks_[i].load(std::memory_order_relaxed);
}

Shape* ShapeTable::make(Class* cls) {
  shapes_.push_back(std::make_unique<Shape>());
  Shape* shape = shapes_.back().get();
  shape->id = static_cast<ShapeId>(shapes_.size() - 1);
  shape->cls = cls;
  return shape;
}

Shape* ShapeTable::publish(Shape* shape) {
  auto& chunk = chunks_[shape->id / kChunk];
  if (chunk.load(std::memory_order_relaxed) == nullptr) {
    chunk.store(new std::atomic<Shape*>[kChunk](), std::memory_order_release);
  }
  chunk.load(std::memory_order_relaxed)[shape->id % kChunk].store(shape, std::memory_order_release);
  return shape;
}

Shape* ShapeTable::make_root(Class* cls, bool in_dict) {
  runtime::Guard guard(mutex_);
  Shape* shape = make(cls);
  shape->in_dict = in_dict;
  return publish(shape);
}

Shape* ShapeTable::with(Shape* from, Str* name) {
  runtime::Guard guard(mutex_);
  auto found = from->transitions_.find(name);
  if (found != from->transitions_.end()) return found->second;
  Shape* shape = make(from->cls);
  shape->parent = from->id;
  shape->names = from->names;
  shape->names.push_back(name);
  if (shape->names.size() > kLinearSearch) {
    for (std::size_t i = 0; i < shape->names.size(); ++i) {
      shape->index_.emplace(shape->names[i], static_cast<int>(i));
    }
  }
  publish(shape);
  from->transitions_.emplace(name, shape);
  return shape;
}

}  // namespace threadbook::python
