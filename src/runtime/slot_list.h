// A list of slots that only grows: how the runtime remembers threads without a lock.
//
// A slot is claimed, used and released, over and over, and its memory is not given back before
// the list goes. So a reader may walk the list at any moment, on any thread, the browser's main
// thread included: a slot it looks at may change hands under its eyes, which its members have to
// bear, but it never becomes something else. Claiming looks for a free slot only where there is one,
// and from where the last was found, so that thousands that come and go in any usual order cost a few
// steps each.
#pragma once

#include <atomic>
#include <concepts>
#include <cstddef>

namespace threadbook::runtime {

// The base of what a SlotList holds.
class Slot {
 public:
  Slot() = default;
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;

 private:
  template <class T>
  friend class SlotList;

  std::atomic<bool> claimed_{true};  // a new slot belongs to the one who made it
  Slot* next_ = nullptr;             // constant once the slot is in the list
};

// Thread safety: everything but the destructor may be called from any thread at any time, and
// nothing blocks.
//
// Invariants:
// 1. A slot that is in the list stays there, at the same address, until the list is destroyed.
// 2. Between claim() and release() a slot has one owner. What the owner wrote before release()
//    is visible to the next owner after claim().
template <class T>
class SlotList {
 public:
  SlotList() = default;
  SlotList(const SlotList&) = delete;
  SlotList& operator=(const SlotList&) = delete;
  ~SlotList() {
    Slot* slot = head_.load(std::memory_order_acquire);
    while (slot != nullptr) {
      Slot* const next = slot->next_;
      delete static_cast<T*>(slot);
      slot = next;
    }
  }

  // A slot of the caller's own: one that was released, as its last owner left it, or a new one.
  [[nodiscard]] T& claim() {
    static_assert(std::derived_from<T, Slot>);
    if (free_.load(std::memory_order_relaxed) > 0) {
      Slot* const begin = hint_.load(std::memory_order_acquire);
      Slot* found = claim_between(begin, nullptr);
      if (found == nullptr) found = claim_between(head_.load(std::memory_order_acquire), begin);
      if (found != nullptr) return static_cast<T&>(*found);
    }
    T* const made = new T;
    Slot* head = head_.load(std::memory_order_relaxed);
    do {
      made->next_ = head;
      // Sequentially consistent, so that whoever raises a flag and then walks the list either
      // meets this slot or is seen by its owner: see Registry::request_stop.
    } while (!head_.compare_exchange_weak(head, made));
    return *made;
  }

  // REQUIRES: the caller claimed `slot` from this list.
  void release(T& slot) noexcept {
    // The count goes up first: it may promise too many for a moment, never too few.
    free_.fetch_add(1, std::memory_order_relaxed);
    static_cast<Slot&>(slot).claimed_.store(false, std::memory_order_release);
  }

  // Calls visit(T&) for every slot, claimed or not, newest first.
  template <class Visit>
  void for_each(Visit&& visit) const {
    for (Slot* slot = head_.load(); slot != nullptr; slot = slot->next_) {
      visit(static_cast<T&>(*slot));
    }
  }

 private:
  Slot* claim_between(Slot* slot, const Slot* end) noexcept {
    for (; slot != end; slot = slot->next_) {
      bool claimed = false;
      // A look before the exchange keeps the cache line shared while the slot is taken.
      if (!slot->claimed_.load(std::memory_order_relaxed) &&
          slot->claimed_.compare_exchange_strong(claimed, true, std::memory_order_acquire, std::memory_order_relaxed)) {
        free_.fetch_sub(1, std::memory_order_relaxed);
        hint_.store(slot->next_, std::memory_order_release);
        return slot;
      }
    }
    return nullptr;
  }

  std::atomic<Slot*> head_{nullptr};
  std::atomic<std::size_t> free_{0};  // released, more or less
  std::atomic<Slot*> hint_{nullptr};  // where to look first
};

}  // namespace threadbook::runtime
