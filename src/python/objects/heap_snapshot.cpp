#include "python/objects/heap_snapshot.h"

#include <cstring>

#include "python/objects/function.h"
#include "python/objects/object_numbers.h"

namespace threadbook::python {

namespace {

// May what the object holds be another after it was made? Functions of the library can be given attributes, too, but
// who does that to one that others use does it before it starts threads.
bool may_change(const Object* object, const MachineObjects& machine) {
  switch (object->kind) {
    case Kind::Function: return machine.library_file(static_cast<const Function*>(object)).empty();
    case Kind::Free:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::BigInt:
    case Kind::Tuple:
    case Kind::Range:
    case Kind::Slice:
    case Kind::NativeFunction:
    case Kind::BoundMethod:
    case Kind::Member:
    case Kind::Super:
    case Kind::DictView:
    case Kind::CodeProxy: return false;
    default: return true;
  }
}

}  // namespace

HeapSnapshot::HeapSnapshot(Heap& heap, ThreadHeap& maker)
    : heap_(heap), maker_(maker), next_origin_(maker.next_origin_) {
  heap.mutex_.assume_held();  // the world is stopped
  const std::uint8_t mark = heap.mark_.load(std::memory_order_relaxed);
  // The whole cell: what an object occupies of it is not known exactly.
  const auto take = [&](Object* object, std::size_t size) {
    if (object->mark != mark) return;
    objects_.push_back(object);
    if (!may_change(object, heap.machine_objects_)) return;
    if (object->kind == Kind::Cell) {
      auto* cell = static_cast<Cell*>(object);
      cells_.emplace_back(cell, cell->value.load());
      return;
    }
    pieces_.push_back({object, static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(bytes_.size())});
    const auto* begin = reinterpret_cast<const std::byte*>(object);
    bytes_.insert(bytes_.end(), begin, begin + size);
  };
  for (const auto& blocks : heap.blocks_) {
    for (const Heap::Block& block : blocks) {
      for (std::size_t at = 0; at + block.cell_size <= Heap::kBlockBytes; at += block.cell_size) {
        take(reinterpret_cast<Object*>(block.cells + at), block.cell_size);
      }
    }
  }
  for (const Heap::LargeObject& large : heap.large_) take(large.object, large.bytes);
  finalizers_ = heap.finalizers_.size();
  weak_ = heap.weak_;
  weak_changes_ = heap.weak_changes_;
  fired_ = heap.fired_;
  heap.gather_farewells();
  farewells_.emplace(heap.farewells_);
  if (heap.numbers_ == nullptr) return;
  numbers_ = heap.numbers_->given();
  std::vector<ObjectNumbers::Stretch> memory;
  for (const auto& blocks : heap.blocks_) {
    for (const Heap::Block& block : blocks) {
      memory.push_back({reinterpret_cast<std::uintptr_t>(block.cells), Heap::kBlockBytes});
    }
  }
  for (const Heap::LargeObject& large : heap.large_) {
    memory.push_back({reinterpret_cast<std::uintptr_t>(large.object), large.bytes});
  }
  heap.numbers_->begin_origins(std::move(memory));
  for (const Object* object : objects_) {
    const std::uint64_t what = heap.numbers_->origin_of(object) << 8 | static_cast<std::uint8_t>(object->kind);
    fingerprint_ = (fingerprint_ ^ what) * 0x100'0000'01B3u;
  }
}

void HeapSnapshot::restore(bool frees) {
  heap_.mutex_.assume_held();  // the world is stopped
  // What was made since may stand in lists of what was there.
  std::vector<std::pair<Object*, void (*)(Object*)>> late(
      heap_.finalizers_.begin() + static_cast<std::ptrdiff_t>(finalizers_), heap_.finalizers_.end());
  heap_.finalizers_.resize(finalizers_);
  for (const auto& [object, finalize] : late) finalize(object);
  const std::uint8_t mark = heap_.mark_.load(std::memory_order_relaxed);
  for (const auto& [cell, value] : cells_) cell->value.store(value);
  for (const Piece& piece : pieces_) {
    std::memcpy(static_cast<void*>(piece.object), bytes_.data() + piece.at, piece.size);
    piece.object->mark = mark;
  }
  if (heap_.weak_changes_ != weak_changes_) {
    heap_.weak_ = weak_;
    heap_.weak_changes_ = weak_changes_;
  }
  heap_.fired_ = fired_;
  maker_.farewells_.clear();
  heap_.farewells_.go_back_to(*farewells_);
  heap_.count_due();
  maker_.next_origin_ = next_origin_;
  if (heap_.numbers_ == nullptr) return;
  heap_.numbers_->go_back(numbers_);
  if (frees) take_back_cells();
  heap_.numbers_->forget_origins();
}

// In the order in which they will be handed out again, which is that in which they were.
void HeapSnapshot::take_back_cells() {
  const auto& handed_out = heap_.numbers_->handed_out;
  for (auto each = handed_out.rbegin(); each != handed_out.rend(); ++each) {
    auto* cell = static_cast<Heap::FreeCell*>(const_cast<Object*>(each->first));
    cell->kind = Kind::Free;
    cell->mark = 0;
    cell->next = heap_.spare_[each->second];
    heap_.spare_[each->second] = cell;
  }
}

}  // namespace threadbook::python
