#include "python/objects/heap.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "python/objects/weak_reference.h"

namespace threadbook::python {

namespace {
// Below this a collection is not worth stopping anybody for.
constexpr std::size_t kFirstThreshold = 16u << 20;
}  // namespace

void ObjectLock::acquire_slow(Object* object) {
  for (int spins = 0;; ++spins) {
    std::uint8_t expected = 0;
    if (object->lock.load(std::memory_order_relaxed) == 0 &&
        object->lock.compare_exchange_weak(expected, 1, std::memory_order_acquire)) {
      return;
    }
    if (spins > 100) std::this_thread::yield();
  }
}

Heap::Heap(std::size_t limit_bytes, std::atomic<std::uint32_t>& flags, std::uint32_t collect_bit)
    : limit_(limit_bytes), threshold_(kFirstThreshold), flags_(flags), collect_bit_(collect_bit) {}

Heap::~Heap() {
  for (auto& [object, finalize] : finalizers_) finalize(object);
  for (auto& blocks : blocks_) {
    for (Block& block : blocks) std::free(block.cells);
  }
  for (LargeObject& large : large_) std::free(large.object);
}

std::size_t Heap::class_bytes(std::size_t size_class) {
  if (size_class < 32) return (size_class + 1) * 16;
  return 512 + (size_class - 31) * 256;
}

void Heap::attach(ThreadHeap& thread_heap) {
  std::lock_guard guard(mutex_);
  threads_.push_back(&thread_heap);
}

void Heap::detach(ThreadHeap& thread_heap) {
  // The cells left in its free lists are found again by the next sweep: they carry an old mark.
  std::lock_guard guard(mutex_);
  std::erase(threads_, &thread_heap);
}

void Heap::add_finalizer(Object* object, void (*finalize)(Object*)) {
  std::lock_guard guard(mutex_);
  finalizers_.emplace_back(object, finalize);
}

void Heap::set_collect_always(bool on) {
  collect_always_ = on;
  if (on) request_collection();
}

void Heap::reserve(std::size_t bytes) {
  std::size_t used = used_.load(std::memory_order_relaxed);
  do {
    // Garbage counts until it is collected, so small objects may pass the limit by a quarter;
    // whether what is *alive* passes it is decided after each collection.
    std::size_t hard_limit = limit_ + limit_ / 4;
    if (bytes > hard_limit || used > hard_limit - bytes) {
      request_collection();
      throw HeapExhausted();
    }
  } while (!used_.compare_exchange_weak(used, used + bytes, std::memory_order_relaxed));
  if (used + bytes > threshold_.load(std::memory_order_relaxed)) {
    request_collection();
  }
}

Object* Heap::allocate_large(std::size_t bytes) {
  reserve(bytes);
  void* memory = std::malloc(bytes);
  if (memory == nullptr) {
    used_.fetch_sub(bytes, std::memory_order_relaxed);
    request_collection();
    throw HeapExhausted();
  }
  std::lock_guard guard(mutex_);
  large_.push_back({static_cast<Object*>(memory), bytes});
  return static_cast<Object*>(memory);
}

Heap::FreeCell* Heap::refill(std::size_t size_class) {
  std::lock_guard guard(mutex_);
  auto& blocks = blocks_[size_class];
  // First what the last collection left in blocks of this size.
  for (std::size_t& i = sweep_cursor_[size_class]; i < blocks.size();) {
    Block& block = blocks[i++];
    if (block.swept) continue;
    FreeCell* cells = sweep(block);
    if (cells != nullptr) {
      return cells;
    }
  }
  std::size_t cell_size = class_bytes(size_class);
  reserve(kBlockBytes);
  auto* cells = static_cast<std::byte*>(std::malloc(kBlockBytes));
  if (cells == nullptr) {
    used_.fetch_sub(kBlockBytes, std::memory_order_relaxed);
    throw HeapExhausted();
  }
  FreeCell* first = nullptr;
  std::size_t count = kBlockBytes / cell_size;
  for (std::size_t i = count; i-- > 0;) {
    auto* cell = reinterpret_cast<FreeCell*>(cells + i * cell_size);
    cell->kind = Kind::Free;
    cell->mark = 0;
    cell->next = first;
    first = cell;
  }
  blocks.push_back({cells, static_cast<std::uint32_t>(cell_size), true});
  return first;
}

Heap::FreeCell* Heap::sweep(Block& block) {
  std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  FreeCell* first = nullptr;
  std::size_t count = kBlockBytes / block.cell_size;
  for (std::size_t i = count; i-- > 0;) {
    auto* object = reinterpret_cast<Object*>(block.cells + i * block.cell_size);
    if (object->mark == mark) continue;
    auto* cell = static_cast<FreeCell*>(object);
    cell->kind = Kind::Free;
    cell->mark = 0;
    cell->next = first;
    first = cell;
  }
  block.swept = true;
  return first;
}

void Heap::begin_cycle() {
  // Marks count 1 to 255; 0 is a free cell's. Before the count starts again every block must have
  // been swept, or a dead cell's old mark would look new.
  std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  if (mark == 255) {
    for (auto& blocks : blocks_) {
      for (Block& block : blocks) {
        std::size_t count = kBlockBytes / block.cell_size;
        for (std::size_t i = 0; i < count; ++i) {
          auto* object = reinterpret_cast<Object*>(block.cells + i * block.cell_size);
          if (object->mark != mark) object->mark = 0, object->kind = Kind::Free;
          else object->mark = 1;
        }
      }
    }
    for (LargeObject& large : large_) large.object->mark = 1;
    mark = 1;
  }
  mark_.store(static_cast<std::uint8_t>(mark + 1), std::memory_order_relaxed);
}

void Heap::end_cycle(const Marker& marker) {
  std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  // Cells in the threads' free lists belong to blocks that are about to be swept again.
  for (ThreadHeap* thread : threads_) thread->free_.fill(nullptr);
  for (auto& blocks : blocks_) {
    for (Block& block : blocks) block.swept = false;
  }
  sweep_cursor_.fill(0);
  clear_weak_references();
  std::erase_if(finalizers_, [&](auto& entry) {
    if (entry.first->mark == mark) return false;
    entry.second(entry.first);
    return true;
  });
  std::erase_if(large_, [&](LargeObject& large) {
    if (large.object->mark == mark) return false;
    used_.fetch_sub(large.bytes, std::memory_order_relaxed);
    std::free(large.object);
    return true;
  });
  live_bytes_ = marker.live_bytes();
  ++collections_;
  // Collect again when as much as is alive now was allocated on top, and in any case before the
  // limit is near. Blocks stay, so what counts is growth over what they can hold.
  std::size_t used = used_.load(std::memory_order_relaxed);
  std::size_t room = limit_ > used ? (limit_ - used) / 2 : 0;
  std::size_t growth = std::max(live_bytes_, kFirstThreshold);
  std::size_t reusable = used > live_bytes_ ? used - live_bytes_ : 0;
  growth = growth > reusable ? growth - reusable : 0;
  threshold_.store(used + std::max<std::size_t>(std::min(growth, room), 1u << 20),
                   std::memory_order_relaxed);
  if (collect_always_) request_collection();
}

void Heap::add_weak(WeakReference* reference) {
  std::lock_guard guard(mutex_);
  weak_[reference->referent.load()].push_back(reference);
}

std::vector<WeakReference*> Heap::weak_references_to(const Object* object) {
  std::lock_guard guard(mutex_);
  auto found = weak_.find(object);
  return found == weak_.end() ? std::vector<WeakReference*>() : found->second;
}

std::vector<WeakReference*> Heap::take_fired() {
  std::lock_guard guard(mutex_);
  fired_count_.store(0);
  return std::exchange(fired_, {});
}

void Heap::visit_fired(Marker& marker) {
  for (WeakReference* reference : fired_) marker.visit(reference);
}

// REQUIRES: everything alive is marked, nothing swept yet.
void Heap::clear_weak_references() {
  std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  for (auto entry = weak_.begin(); entry != weak_.end();) {
    const Object* object = entry->first;
    std::vector<WeakReference*>& references = entry->second;
    std::erase_if(references, [&](WeakReference* reference) { return reference->mark != mark; });
    // Classes are never freed, and not marked either.
    bool dead = object->mark != mark && object->kind != Kind::Class;
    for (WeakReference* reference : references) {
      if (!dead) break;
      reference->referent.store(nullptr);
      if (!reference->callback.load().is_none()) fired_.push_back(reference);
    }
    entry = dead || references.empty() ? weak_.erase(entry) : std::next(entry);
  }
  fired_count_.store(fired_.size());
}

void Marker::drain() {
  while (!pending_.empty()) {
    Object* object = pending_.back();
    pending_.pop_back();
    live_bytes_ += size_of(object);
    trace(object, *this);
  }
}

}  // namespace threadbook::python
