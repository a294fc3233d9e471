// The heap of one run: allocation from per-thread free lists, a tracing collector, one limit.
//
// Design. Small objects come in size classes from 64 KB blocks; a thread takes whole blocks, so
// allocating touches nothing shared. Larger ones come from malloc. Collection is mark and sweep:
// a thread that finds the collection flag at a safe point stops the world (vm/world.h), marks from
// the roots (marker.h), and lets everybody go; dead cells are put back into free lists block by
// block, when a thread next needs cells of that size. Nothing moves.
//
// The rule that keeps the C++ code simple: a collection happens only at a safe point of the
// bytecode loop, never inside a builtin. So C++ code may hold Values in locals across allocations.
// The price is that a builtin must not allocate without bound or call back into Python.
//
// Cost: 8 bytes of header an object; about 10 ns a small allocation; a pause proportional to what
// is alive, some 10 ns an object divided by the threads that mark. Dropping the Heap frees everything
// the run ever allocated.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <exception>
#include <memory>
#include <new>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "python/objects/farewells.h"
#include "python/objects/machine_objects.h"
#include "python/objects/marker.h"
#include "runtime/mutex.h"

namespace threadbook::python {

class Heap;
class ObjectNumbers;
class ThreadHeap;
struct Class;
struct WeakReference;

// Thrown by an allocation that would pass the run's limit. The bytecode loop turns it into
// MemoryError. REQUIRES of every builtin: allocate before you change anything.
struct HeapExhausted : std::exception {
  const char* what() const noexcept override { return "the run's memory limit is reached"; }
};

// Thread safety: as noted at each function.
class Heap {
 public:
  // Ors `collect_bit` into `flags`, the word every thread checks at its safe points, once enough was
  // allocated that a collection is worth its while.
  Heap(std::size_t limit_bytes, std::atomic<std::uint32_t>& flags, std::uint32_t collect_bit,
       const MachineObjects& machine_objects);
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  // REQUIRES: the world is stopped. `visit_roots(marker)` visits every root.
  template <class VisitRoots>
  void collect(VisitRoots visit_roots) {
    mutex_.assume_held();  // the world is stopped
    begin_cycle();
    auto marking = std::make_shared<Marking>(mark_.load(std::memory_order_relaxed), machine_objects_);
    if (live_bytes_ > kWorthHelp) Marking::call_help(marking);
    Marker marker(*marking);
    visit_roots(marker);
    visit_due(marker);
    marker.drain();
    end_cycle(marking->live_bytes() + keep_for_farewells());
  }

  // The same, but to what `visit_spared(marker)` leads to no farewell will ever be said. Where that is something which
  // `leads_on(object)`, what `visit_more(marker)` leads to is spared as well.
  template <class VisitSpared, class LeadsOn, class VisitMore, class VisitRoots>
  void collect_sparing(VisitSpared visit_spared, LeadsOn leads_on, VisitMore visit_more, VisitRoots visit_roots) {
    mutex_.assume_held();  // the world is stopped
    begin_cycle();
    std::size_t bytes = mark_from(visit_spared);
    bool does_lead_on = false;
    for_each_live([&](const Object* object) { does_lead_on |= leads_on(object); });
    if (does_lead_on) bytes += mark_from(visit_more);
    farewells_.forget_marked(mark_.load(std::memory_order_relaxed));
    bytes += mark_from([&](Marker& marker) {
      visit_roots(marker);
      visit_due(marker);
    });
    end_cycle(bytes + keep_for_farewells());
  }

  // At the end of the run: makes the farewells of everything due that `visit_kept(marker)` does not lead to, also
  // where a root does. `values`: what the program's module holds, in the order of its names.
  template <class VisitKept, class VisitRoots>
  void collect_last(std::span<const Value> values, VisitKept visit_kept, VisitRoots visit_roots) {
    mutex_.assume_held();  // the world is stopped
    begin_cycle();
    std::size_t bytes = mark_from(visit_kept);
    bytes += make_all_due(values);
    bytes += mark_from([&](Marker& marker) {
      visit_roots(marker);
      visit_due(marker);
    });
    end_cycle(bytes);
  }

  // For what the heap cannot free by itself: `finalize(object)` is called, with the world stopped,
  // once `object` was found dead, or when the heap is dropped. It must not touch other objects.
  void add_finalizer(Object* object, void (*finalize)(Object*));

  // Weak references (weak_reference.h). Any thread; fired ones only with the world stopped or by the
  // thread that takes them.
  void add_weak(WeakReference* reference);
  std::vector<WeakReference*> weak_references_to(const Object* object);
  std::vector<WeakReference*> take_fired();

  // From now on objects have numbers that are not their addresses (object_numbers.h). REQUIRES: nobody has
  // asked for one yet.
  void number_objects(std::uint64_t seed);
  // nullptr: their addresses serve.
  ObjectNumbers* numbers() const { return numbers_.get(); }
  // What `object` is in every run in which the threads have each done the same: who made it, as its how-manieth
  // (ThreadHeap::set_maker()). REQUIRES: objects are numbered.
  std::uint64_t origin_of(const Object* object) const;

  // Farewells (farewells.h); ThreadHeap::expect_farewell() registers. Any thread.
  Object* take_farewell();  // one that is due; nullptr: none is
  bool is_farewell_said(const Object* object);
  std::size_t farewells_said();
  bool expects_farewells();  // REQUIRES: the world is stopped
  // For what was not registered when it was made. REQUIRES: the world is stopped, just after a collection.
  template <class Wants>
  void register_live(Wants wants) {
    mutex_.assume_held();  // the world is stopped
    const std::unordered_set<const Object*> known = farewells_.known();
    std::vector<Object*> found;
    for_each_live([&](Object* object) {
      if (wants(object) && !known.contains(object)) found.push_back(object);
    });
    farewells_.expect(found);
  }

  // How many callbacks of weak references and farewells wait for a thread to run them.
  std::size_t due_count() const { return due_count_.load(std::memory_order_acquire); }

  // Every thread's heap is attached while it may allocate. Any thread.
  void attach(ThreadHeap& thread_heap);
  void detach(ThreadHeap& thread_heap);

  // The bytes `object` occupies.
  std::size_t size_of(const Object* object) const;
  const MachineObjects& machine_objects() const { return machine_objects_; }

  std::size_t limit() const { return limit_; }
  std::size_t live_bytes() const { return live_bytes_; }  // after the last collection
  std::size_t used_bytes() const { return used_.load(std::memory_order_relaxed); }
  std::size_t collections() const { return collections_; }

  // The longest that the program stood still for a collection. Told by whoever stopped it.
  struct Pause {
    std::int64_t nanoseconds = 0;
    std::size_t live_bytes = 0;  // after it
  };
  void add_pause(std::int64_t nanoseconds) {
    if (nanoseconds > longest_pause_.nanoseconds) longest_pause_ = {nanoseconds, live_bytes_};
  }
  Pause longest_pause() const { return longest_pause_; }

  // After every collection: is what is alive more than the limit?
  bool over_limit() const { return live_bytes_ > limit_; }
  // Debugging: collect at every safe point.
  void set_collect_always(bool on);

 private:
  friend class ThreadHeap;
  friend class HeapSnapshot;

  struct FreeCell : Object {
    FreeCell* next;
  };
  struct Block {
    std::byte* cells;
    std::uint32_t cell_size;
    bool swept;
  };
  struct LargeObject {
    Object* object;
    std::size_t bytes;
  };

  static constexpr std::size_t kCacheLine = 64;
  static constexpr std::size_t kBlockBytes = 64 * 1024;
  static constexpr std::size_t kWorthHelp = 4u << 20;  // alive: marking it takes a millisecond or more
  static constexpr std::size_t kMaxSmall = 2048;
  static constexpr std::size_t kSizeClasses = 40;
  // 16-byte steps to 512, then 256-byte steps to 2048 (classes 32 to 37).
  static constexpr std::size_t size_class(std::size_t bytes) {
    return bytes <= 512 ? (bytes - 1) / 16 : 31 + (bytes - 512 + 255) / 256;
  }
  static std::size_t class_bytes(std::size_t size_class);

  void begin_cycle() REQUIRES(mutex_);
  void end_cycle(std::size_t live_bytes) REQUIRES(mutex_);
  template <class Visit>
  std::size_t mark_from(Visit visit) {
    Marking marking(mark_.load(std::memory_order_relaxed), machine_objects_);
    Marker marker(marking);
    visit(marker);
    marker.drain();
    return marking.live_bytes();
  }
  template <class Take>
  void for_each_live(Take take) REQUIRES(mutex_) {
    const std::uint8_t mark = mark_.load(std::memory_order_relaxed);
    for (const auto& blocks : blocks_) {
      for (const Block& block : blocks) {
        for (std::size_t at = 0; at + block.cell_size <= kBlockBytes; at += block.cell_size) {
          auto* object = reinterpret_cast<Object*>(block.cells + at);
          if (object->mark == mark) take(object);
        }
      }
    }
    for (const LargeObject& large : large_) {
      if (large.object->mark == mark) take(large.object);
    }
  }
  void visit_due(Marker& marker);
  std::size_t keep_for_farewells() REQUIRES(mutex_);
  std::size_t make_all_due(std::span<const Value> values) REQUIRES(mutex_);
  void gather_farewells() REQUIRES(mutex_);
  struct WeakToDead {
    WeakReference* reference;
    bool is_alive;  // itself
  };
  template <class IsDead>
  std::vector<WeakToDead> weak_references_to_dead(IsDead is_dead) const REQUIRES(mutex_);
  void clear(const std::vector<WeakToDead>& references) REQUIRES(mutex_);
  void clear_weak_references() REQUIRES(mutex_);
  void count_due() REQUIRES(mutex_) { due_count_.store(fired_.size() + farewells_.due(), std::memory_order_release); }
  void reserve(std::size_t bytes);  // throws HeapExhausted
  void count_allocated(std::size_t bytes) {
    if (allocated_.fetch_add(bytes, std::memory_order_relaxed) + bytes > budget_) request_collection();
  }
  FreeCell* refill(std::size_t size_class);  // a list of free cells; throws HeapExhausted
  // One, of an object whose maker and number are kept: what refill() is where objects are numbered.
  FreeCell* numbered_cell(ThreadHeap& maker, std::size_t size_class);
  struct FreeCells {
    FreeCell* first = nullptr;
    std::size_t bytes = 0;
  };
  FreeCells sweep(const Block& block);
  bool release_empty_blocks();
  void tidy(std::vector<Block>& blocks, std::size_t& cursor) REQUIRES(mutex_);
  Object* allocate_large(ThreadHeap& maker, std::size_t bytes);
  void request_collection() { flags_.fetch_or(collect_bit_, std::memory_order_relaxed); }

  // Read at every allocation and every safe point.
  const std::size_t limit_;
  std::atomic<std::uint32_t>& flags_;
  const std::uint32_t collect_bit_;
  const MachineObjects machine_objects_;
  std::atomic<std::uint8_t> mark_{1};
  bool collect_always_ = false;
  std::unique_ptr<ObjectNumbers> numbers_;       // constant once the run's program has begun
  std::array<FreeCell*, kSizeClasses> spare_{};  // where objects are numbered: the free cells of all threads
  std::size_t budget_;  // so many bytes may be handed out between two collections; written with the world stopped

  // Written whenever a thread takes a block, so in cache lines of their own.
  alignas(kCacheLine) std::atomic<std::size_t> used_{0};  // bytes of blocks and of large objects
  std::atomic<std::size_t> allocated_{0};                 // handed out since the last collection, more or less
  runtime::Mutex mutex_;  // counts as held while the world is stopped: nobody else is at it then
  std::array<std::vector<Block>, kSizeClasses> blocks_ GUARDED_BY(mutex_);
  std::array<std::size_t, kSizeClasses> sweep_cursor_ GUARDED_BY(mutex_){};
  std::array<std::size_t, kSizeClasses> tidy_cursor_ GUARDED_BY(mutex_){};
  std::vector<LargeObject> large_ GUARDED_BY(mutex_);
  std::vector<ThreadHeap*> threads_ GUARDED_BY(mutex_);
  std::vector<std::pair<Object*, void (*)(Object*)>> finalizers_ GUARDED_BY(mutex_);

  std::unordered_map<const Object*, std::vector<WeakReference*>> weak_ GUARDED_BY(mutex_);
  std::size_t weak_changes_ GUARDED_BY(mutex_) = 0;       // additions to it; a collection counts as one
  std::vector<WeakReference*> fired_ GUARDED_BY(mutex_);  // with a callback to call
  Farewells farewells_ GUARDED_BY(mutex_){machine_objects_};
  std::atomic<std::size_t> due_count_{0};  // of these two

  // Written with the world stopped.
  std::size_t live_bytes_ = 0;
  std::size_t collections_ = 0;
  Pause longest_pause_;
};

// A thread's own end of the heap. Used by that thread only.
class ThreadHeap {
 public:
  explicit ThreadHeap(Heap& heap) : heap_(heap) { heap.attach(*this); }
  ~ThreadHeap() { heap_.detach(*this); }
  ThreadHeap(const ThreadHeap&) = delete;
  ThreadHeap& operator=(const ThreadHeap&) = delete;

  // A T of sizeof(T) + extra_bytes, constructed with `arguments`; its header is filled in with
  // `kind` and `shape`. Throws HeapExhausted.
  template <class T, class... Arguments>
  T* make(Kind kind, ShapeId shape, std::size_t extra_bytes, Arguments&&... arguments) {
    void* memory = allocate(sizeof(T) + extra_bytes);
    T* object = new (memory) T(std::forward<Arguments>(arguments)...);
    object->shape.store(shape, std::memory_order_relaxed);
    object->kind = kind;
    object->mark = heap_.mark_.load(std::memory_order_relaxed);
    object->lock.store(0, std::memory_order_relaxed);
    object->flags = 0;
    return object;
  }

  Heap& heap() { return heap_; }

  // Of a run whose objects are numbered: from now on they are this maker's, counted from 1. Its number is another for
  // each thread, and the same in every run.
  void set_maker(std::uint32_t maker) { next_origin_ = std::uint64_t{maker} << 40 | 1; }

  std::uint64_t next_origin() const { return next_origin_; }

  // While it lives, objects count as made by nobody in particular: what is made once for all, by whoever needs it
  // first, must not change the numbers of what else that thread makes. `name`: a hash of what it is called, by which
  // it is known; what has the same counts as one.
  class ForAll {
   public:
    explicit ForAll(ThreadHeap& heap, std::uint32_t name = 0);
    ~ForAll();
    ForAll(const ForAll&) = delete;
    ForAll& operator=(const ForAll&) = delete;

   private:
    ThreadHeap& heap_;
    const std::uint64_t before_;
  };

  // Takes the other's free cells for its own. REQUIRES: the calling thread is attached to the world, and nobody else is
  // at either of them.
  void trade_cells(ThreadHeap& other) noexcept { free_.swap(other.free_); }

  // A new object, of a class with a __del__ or a generator.
  void expect_farewell(Object* object) { farewells_.push_back(object); }

 private:
  friend class Heap;
  friend class HeapSnapshot;
  void* allocate(std::size_t bytes) {
    if (bytes <= Heap::kMaxSmall) [[likely]] {
      std::size_t size_class = Heap::size_class(bytes);
      Heap::FreeCell* cell = free_[size_class];
      if (cell == nullptr) [[unlikely]] {
        cell = heap_.numbers_ == nullptr ? heap_.refill(size_class) : heap_.numbered_cell(*this, size_class);
      }
      free_[size_class] = cell->next;
      return cell;
    }
    return heap_.allocate_large(*this, bytes);
  }

  Heap& heap_;
  std::array<Heap::FreeCell*, Heap::kSizeClasses> free_{};
  std::vector<Object*> farewells_;  // expected by what was made since the last collection
  std::uint64_t next_origin_ = 1;   // the maker above 40 bits that count
};

}  // namespace threadbook::python
