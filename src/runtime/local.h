// Local: threading.local for C++, a variable of which every thread has its own.
//
// Unlike thread_local it is an object: it may be a member, many may exist, and its values end with
// the Thread they belong to, although its OS thread may go on to carry another (worker_pool.h).
//
//   Local<std::vector<int>> seen;     // in every thread an empty vector at first
//   seen->push_back(5);
//   Local<int> level([] { return 3; });
//
// A thread's first use makes its value; every other use is a look into a small table of the
// thread's own, without any lock.
#pragma once

#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>

#include "runtime/small_mutex.h"
#include "runtime/thread.h"

namespace threadbook::runtime {

// What a thread's table of locals refers to: one Local, as long as either of them lives.
class LocalSlot {
 public:
  virtual ~LocalSlot() = default;
  // Destroys the value that belongs to `values`, on its thread, when the thread ends.
  virtual void drop(const LocalValues& values) noexcept = 0;
};

// One thread's table of locals. Used by that thread alone.
class LocalValues {
 public:
  LocalValues() = default;
  // Destroys the values; one whose destructor uses a Local again gets a new value, which goes too.
  ~LocalValues();
  LocalValues(const LocalValues&) = delete;
  LocalValues& operator=(const LocalValues&) = delete;

  // The calling thread's. Blocks for a moment if it has no Thread object yet.
  static LocalValues& of_this_thread();

  // find(): the value under `slot`, null if there is none. insert() puts one there, which the slot
  // goes on to own.
  [[nodiscard]] void* find(const LocalSlot* slot) const noexcept {
    const auto found = values_.find(slot);
    return found == values_.end() ? nullptr : found->second.value;
  }
  void insert(std::shared_ptr<LocalSlot> slot, void* value);

 private:
  struct Entry {
    std::shared_ptr<LocalSlot> slot;  // kept, so that its address is not used again meanwhile
    void* value;                      // owned by the slot
  };
  std::unordered_map<const LocalSlot*, Entry> values_;
};

// Thread safety: every function from every thread; the values are their threads' own.
//
// Invariant: a value lives until its thread ends or the Local is destroyed, whichever is first.
template <class T>
class Local {
 public:
  // `initial` makes a thread's first value, on that thread.
  explicit Local(std::function<T()> initial = [] { return T(); })
      : initial_(std::move(initial)), slot_(std::make_shared<Slot>()) {}
  // REQUIRES: no thread uses a value any more. Destroys the values of all threads, on this one.
  ~Local() { slot_->clear(); }
  Local(const Local&) = delete;
  Local& operator=(const Local&) = delete;

  // The calling thread's value. Raises what `initial` raises, and then tries again the next time.
  [[nodiscard]] T& get() {
    LocalValues& values = LocalValues::of_this_thread();
    if (void* const value = values.find(slot_.get())) return *static_cast<T*>(value);
    auto made = std::make_unique<T>(initial_());
    T& value = *made;
    slot_->keep(values, std::move(made));
    values.insert(slot_, &value);
    return value;
  }
  [[nodiscard]] T& operator*() { return get(); }
  [[nodiscard]] T* operator->() { return &get(); }

 private:
  class Slot final : public LocalSlot {
   public:
    void keep(const LocalValues& values, std::unique_ptr<T> value) {
      Guard guard(guard_);
      owned_[&values] = std::move(value);
    }
    void drop(const LocalValues& values) noexcept override {
      std::unique_ptr<T> value;  // destroyed outside the guard
      Guard guard(guard_);
      const auto found = owned_.find(&values);
      if (found == owned_.end()) return;
      value = std::move(found->second);
      owned_.erase(found);
    }
    void clear() noexcept {
      std::unordered_map<const LocalValues*, std::unique_ptr<T>> owned;
      Guard guard(guard_);
      owned.swap(owned_);
    }

   private:
    SmallMutex guard_;
    std::unordered_map<const LocalValues*, std::unique_ptr<T>> owned_ GUARDED_BY(guard_);
  };

  const std::function<T()> initial_;
  const std::shared_ptr<Slot> slot_;
};

}  // namespace threadbook::runtime
