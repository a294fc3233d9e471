#include "python/objects/intern_table.h"

#include <algorithm>
#include <cstdlib>

#include "python/objects/heap.h"

namespace threadbook::python {

namespace {

// Room for `text` and `extra` bytes of characters, outside of the heap.
Str* make_outside(ShapeId shape, std::size_t length, std::size_t extra, std::uint8_t flags) {
  auto* text = static_cast<Str*>(std::malloc(sizeof(Str) + extra));
  if (text == nullptr) throw HeapExhausted();
  new (text) Str();
  text->shape.store(shape, std::memory_order_relaxed);
  text->kind = Kind::Str;
  text->mark = 0;
  text->lock.store(0, std::memory_order_relaxed);
  text->length = static_cast<std::uint32_t>(length);
  text->hash.store(0, std::memory_order_relaxed);
  text->flags = static_cast<std::uint8_t>(flags | Str::kInterned);
  return text;
}

}  // namespace

InternTable::~InternTable() {
  for (Str* text : owned_) std::free(text);
}

Str* InternTable::latin1(std::string_view latin1) {
  bool ascii = std::all_of(latin1.begin(), latin1.end(), [](char c) { return (c & 0x80) == 0; });
  Str* text = make_outside(shape_, latin1.size(), latin1.size(), ascii ? Str::kAscii : 0);
  std::copy(latin1.begin(), latin1.end(), text->narrow);
  return keep(text);
}

Str* InternTable::of(Str* text) {
  if (Str* known = find(text)) return known;
  if (!text->is_wide()) return latin1(text->latin1());
  Str* copy = make_outside(shape_, text->length, text->length * sizeof(char32_t), Str::kWide);
  auto source = text->utf32();
  std::copy(source.begin(), source.end(), copy->wide);
  return keep(copy);
}

Str* InternTable::find(const Str* text) {
  if (text->is_interned()) return const_cast<Str*>(text);
  runtime::Guard guard(mutex_);
  auto found = by_text_.find(text);
  return found == by_text_.end() ? nullptr : found->second;
}

Str* InternTable::keep(Str* text) {
  runtime::Guard guard(mutex_);
  auto [place, added] = by_text_.emplace(text, text);
  if (added) {
    owned_.push_back(text);
  } else {
    std::free(text);
  }
  return place->second;
}

void InternTable::set_shape(ShapeId shape) {
  mutex_.assume_held();  // nobody else is there yet
  shape_ = shape;
  for (Str* text : owned_) text->shape.store(shape);
}

}  // namespace threadbook::python
