#include "python/objects/heap.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "python/objects/object_numbers.h"
#include "python/objects/weak_reference.h"

namespace threadbook::python {

namespace {
// So much is allocated between two collections at least: fewer are not worth stopping anybody for.
constexpr std::size_t kLeastBudget = 16u << 20;
// After so many collections every block has been swept: fewer than there are marks.
constexpr std::size_t kTidyCycles = 64;
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

Heap::Heap(std::size_t limit_bytes, std::atomic<std::uint32_t>& flags, std::uint32_t collect_bit,
           const MachineObjects& machine_objects)
    : limit_(limit_bytes),
      flags_(flags),
      collect_bit_(collect_bit),
      machine_objects_(machine_objects),
      budget_(kLeastBudget) {}

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
  runtime::Guard guard(mutex_);
  threads_.push_back(&thread_heap);
}

void Heap::detach(ThreadHeap& thread_heap) {
  // The cells left in its free lists are found again by the next sweep: they carry an old mark.
  runtime::Guard guard(mutex_);
  std::erase(threads_, &thread_heap);
  farewells_.expect(thread_heap.farewells_);
}

void Heap::add_finalizer(Object* object, void (*finalize)(Object*)) {
  runtime::Guard guard(mutex_);
  finalizers_.emplace_back(object, finalize);
}

void Heap::number_objects(std::uint64_t seed) { numbers_ = std::make_unique<ObjectNumbers>(seed); }

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
    while (bytes > hard_limit || used > hard_limit - bytes) {
      if (!release_empty_blocks()) {
        request_collection();
        throw HeapExhausted();
      }
      used = used_.load(std::memory_order_relaxed);
    }
  } while (!used_.compare_exchange_weak(used, used + bytes, std::memory_order_relaxed));
}

// Its thread's list stays empty, so that every allocation comes here.
Heap::FreeCell* Heap::numbered_cell(ThreadHeap& maker, std::size_t size_class) {
  FreeCell*& spare = spare_[size_class];
  if (spare == nullptr) spare = refill(size_class);
  FreeCell* cell = spare;
  spare = cell->next;
  cell->next = nullptr;
  if (!numbers_->counts_origins()) return cell;
  if (maker.next_origin_ >= ObjectNumbers::kOnce) {
    numbers_->note_once(cell, maker.next_origin_);
    return cell;
  }
  numbers_->note_origin(cell, maker.next_origin_++);
  numbers_->handed_out.emplace_back(cell, static_cast<std::uint8_t>(size_class));
  return cell;
}

std::uint64_t Heap::origin_of(const Object* object) const { return numbers_->origin_of(object); }

ThreadHeap::ForAll::ForAll(ThreadHeap& heap, std::uint32_t name) : heap_(heap), before_(heap.next_origin_) {
  heap.next_origin_ = ObjectNumbers::kOnce | name;
}
ThreadHeap::ForAll::~ForAll() { heap_.next_origin_ = before_; }

Object* Heap::allocate_large(ThreadHeap& maker, std::size_t bytes) {
  reserve(bytes);
  void* memory = std::malloc(bytes);
  if (memory == nullptr) {
    used_.fetch_sub(bytes, std::memory_order_relaxed);
    request_collection();
    throw HeapExhausted();
  }
  count_allocated(bytes);
  if (numbers_ != nullptr && numbers_->counts_origins()) {
    auto* object = static_cast<Object*>(memory);
    if (maker.next_origin_ >= ObjectNumbers::kOnce) {
      numbers_->note_once(object, maker.next_origin_);
    } else {
      numbers_->note_origin(object, maker.next_origin_++);
    }
  }
  runtime::Guard guard(mutex_);
  large_.push_back({static_cast<Object*>(memory), bytes});
  return static_cast<Object*>(memory);
}

Heap::FreeCell* Heap::refill(std::size_t size_class) {
  // First what the last collection left in blocks of this size. Only choosing a block is done under
  // the lock: sweeping it is the work, and several threads may have to.
  for (;;) {
    Block block{};
    {
      runtime::Guard guard(mutex_);
      auto& blocks = blocks_[size_class];
      std::size_t& cursor = sweep_cursor_[size_class];
      while (cursor < blocks.size() && blocks[cursor].swept) ++cursor;
      if (cursor == blocks.size()) break;
      blocks[cursor].swept = true;
      block = blocks[cursor++];
    }
    FreeCells cells = sweep(block);
    if (cells.first == nullptr) continue;
    count_allocated(cells.bytes);
    return cells.first;
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
  count_allocated(kBlockBytes);
  runtime::Guard guard(mutex_);
  blocks_[size_class].push_back({cells, static_cast<std::uint32_t>(cell_size), true});
  return first;
}

// The cells of a block that hold nothing alive, as a list.
Heap::FreeCells Heap::sweep(const Block& block) {
  std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  FreeCells free;
  std::size_t count = kBlockBytes / block.cell_size;
  for (std::size_t i = count; i-- > 0;) {
    auto* object = reinterpret_cast<Object*>(block.cells + i * block.cell_size);
    if (object->mark == mark) continue;
    auto* cell = static_cast<FreeCell*>(object);
    cell->kind = Kind::Free;
    cell->mark = 0;
    cell->next = free.first;
    free.first = cell;
    free.bytes += block.cell_size;
  }
  return free;
}

// A block serves cells of one size for as long as it is there. Gives back those in which the last
// collection left nothing alive. False: there is none.
bool Heap::release_empty_blocks() {
  runtime::Guard guard(mutex_);
  std::size_t released = 0;
  std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  for (auto& blocks : blocks_) {
    std::erase_if(blocks, [&](const Block& block) {
      if (block.swept) return false;
      for (std::size_t at = 0; at + block.cell_size <= kBlockBytes; at += block.cell_size) {
        if (reinterpret_cast<const Object*>(block.cells + at)->mark == mark) return false;
      }
      std::free(block.cells);
      released += kBlockBytes;
      return true;
    });
  }
  used_.fetch_sub(released, std::memory_order_relaxed);
  return released > 0;
}

// Sweeps the next few of the blocks that nobody needed cells of.
void Heap::tidy(std::vector<Block>& blocks, std::size_t& cursor) {
  for (std::size_t n = (blocks.size() + kTidyCycles - 1) / kTidyCycles; n > 0; --n) {
    if (cursor >= blocks.size()) cursor = 0;
    if (!blocks[cursor].swept) sweep(blocks[cursor]);
    ++cursor;
  }
}

void Heap::begin_cycle() {
  // Marks count 1 to 255 and begin again; 0 is a free cell's. A cell that died long ago must not be
  // left with a mark that will come again, so each cycle tidies a part of the blocks.
  for (std::size_t i = 0; i < kSizeClasses; ++i) tidy(blocks_[i], tidy_cursor_[i]);
  std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  mark_.store(mark == 255 ? 1 : static_cast<std::uint8_t>(mark + 1), std::memory_order_relaxed);
}

void Heap::end_cycle(std::size_t live_bytes) {
  std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  // Cells in the threads' free lists belong to blocks that are about to be swept again.
  for (ThreadHeap* thread : threads_) thread->free_.fill(nullptr);
  spare_.fill(nullptr);
  if (numbers_ != nullptr) numbers_->handed_out.clear();
  for (auto& blocks : blocks_) {
    for (Block& block : blocks) block.swept = false;
  }
  sweep_cursor_.fill(0);
  clear_weak_references();
  if (numbers_ != nullptr) numbers_->forget_dead(mark);
  farewells_.sweep(mark);
  count_due();
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
  live_bytes_ = live_bytes;
  ++collections_;
  // Collect again when as much as is alive now was allocated on top, and sooner if that would come
  // near the limit.
  std::size_t room = limit_ > live_bytes_ ? (limit_ - live_bytes_) / 2 : 0;
  budget_ = std::max<std::size_t>(std::min(std::max(live_bytes_, kLeastBudget), room), 1u << 20);
  allocated_.store(0, std::memory_order_relaxed);
  if (collect_always_) request_collection();
}

void Heap::add_weak(WeakReference* reference) {
  runtime::Guard guard(mutex_);
  weak_[reference->referent.load()].push_back(reference);
  ++weak_changes_;
}

std::vector<WeakReference*> Heap::weak_references_to(const Object* object) {
  runtime::Guard guard(mutex_);
  auto found = weak_.find(object);
  return found == weak_.end() ? std::vector<WeakReference*>() : found->second;
}

std::vector<WeakReference*> Heap::take_fired() {
  runtime::Guard guard(mutex_);
  std::vector<WeakReference*> fired = std::exchange(fired_, {});
  count_due();
  return fired;
}

Object* Heap::take_farewell() {
  runtime::Guard guard(mutex_);
  Object* object = farewells_.take_due();
  count_due();
  // The next collection is not to be waited for: it finds those whose owners have had theirs.
  if (object == nullptr && farewells_.take_deferred()) request_collection();
  return object;
}

bool Heap::is_farewell_said(const Object* object) {
  runtime::Guard guard(mutex_);
  return farewells_.was_said(object);
}

std::size_t Heap::farewells_said() {
  runtime::Guard guard(mutex_);
  return farewells_.said();
}

bool Heap::expects_farewells() {
  mutex_.assume_held();  // the world is stopped
  gather_farewells();
  return farewells_.is_any_expected();
}

void Heap::gather_farewells() {
  for (ThreadHeap* thread : threads_) farewells_.expect(thread->farewells_);
}

void Heap::visit_due(Marker& marker) {
  mutex_.assume_held();  // the world is stopped
  for (WeakReference* reference : fired_) marker.visit(reference);
  farewells_.visit_due(marker);
}

// REQUIRES: everything alive is marked, nothing swept yet. Marks the dead that expect a farewell and what they refer
// to; answers the bytes.
std::size_t Heap::keep_for_farewells() {
  gather_farewells();
  const std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  const std::vector<Object*> dead = farewells_.dead(mark);
  if (dead.empty()) return 0;
  // Whether they go now or live through their referents' farewells depends on what is chosen, and then
  // it can no longer be seen what was dead.
  const std::vector<WeakToDead> weak = weak_references_to_dead(
      [&](const Object* object) { return object->mark != mark && object->kind != Kind::Class; });
  const Farewells::Choice choice = farewells_.choose(mark, dead);
  if (choice.are_cycles) clear(weak);
  return choice.bytes;
}

std::size_t Heap::make_all_due(std::span<const Value> values) {
  gather_farewells();
  const std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  const std::vector<Object*> dead = farewells_.dead(mark);
  const std::unordered_set<const Object*> gone(dead.begin(), dead.end());
  clear(weak_references_to_dead([&](const Object* object) { return gone.contains(object); }));
  return farewells_.choose_all(mark, dead, values);
}

template <class IsDead>
std::vector<Heap::WeakToDead> Heap::weak_references_to_dead(IsDead is_dead) const {
  const std::uint8_t mark = mark_.load(std::memory_order_relaxed);
  std::vector<WeakToDead> found;
  for (const auto& [object, references] : weak_) {
    if (!is_dead(object)) continue;
    for (WeakReference* reference : references) found.push_back({reference, reference->mark == mark});
  }
  return found;
}

// Those that are alive, and have a callback, fire.
void Heap::clear(const std::vector<WeakToDead>& references) {
  for (const WeakToDead& entry : references) {
    weak_.erase(entry.reference->referent.exchange(nullptr));
    if (entry.is_alive && !entry.reference->callback.load().is_none()) fired_.push_back(entry.reference);
  }
}

// REQUIRES: everything alive is marked, nothing swept yet.
void Heap::clear_weak_references() {
  ++weak_changes_;
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
}

}  // namespace threadbook::python
