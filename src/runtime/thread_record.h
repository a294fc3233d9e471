// ThreadRecord: what others may see of a thread, and how they reach it, without a lock.
//
// A Registry keeps one record per live thread in a list that only grows (slot_list.h). The thread
// writes its record; a user interface on a browser's main thread, which must never block, reads it
// at any moment, and stops the thread through it. Updating the line or the activity costs one
// relaxed store.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/seqlock.h"
#include "runtime/slot_list.h"
#include "runtime/waitable.h"

namespace threadbook::runtime {

// One live thread at one moment.
struct ThreadSnapshot {
  std::string name;             // UTF-8, cut to kRecordedNameCapacity bytes
  std::uint64_t ident = 0;      // Thread::ident
  std::uint64_t native_id = 0;  // Thread::native_id; 0 until the thread has reported it
  std::uint64_t serial = 0;     // counts the threads of a Registry in the order they started
  bool daemon = false;
  std::uint8_t activity = 0;  // what the floor above last said the thread does
  std::uint32_t line = 0;     // where in its source
};

// How much of a thread's name a record keeps, in bytes.
inline constexpr std::size_t kRecordedNameCapacity = 88;

// The part of a record that seldom changes.
struct ThreadIdentity {
  std::uint64_t serial = 0;  // 0: nobody's
  std::uint64_t ident = 0;
  std::uint64_t native_id = 0;
  bool daemon = false;
  std::uint8_t name_size = 0;
  char name[kRecordedNameCapacity] = {};

  // Cuts `text` at a character's boundary if it is too long.
  void set_name(std::string_view text) noexcept;
};

// Thread safety: as each function says.
class ThreadRecord final : public Slot {
 public:
  // For the thread the record belongs to and what runs on it; one relaxed store each. The numbers
  // mean whatever the floor above lets them mean.
  void set_activity(std::uint8_t activity) noexcept { activity_.store(activity, std::memory_order_relaxed); }
  void set_line(std::uint32_t line) noexcept { line_.store(line, std::memory_order_relaxed); }

  // Anybody may raise a bit, and unparks the thread afterwards if it should look at once. A record
  // changes hands when a thread ends, so a bit may reach the next one: it is a hint to look at what
  // is really asked for.
  [[nodiscard]] Signals& signals() noexcept { return signals_; }
  [[nodiscard]] const Signals& signals() const noexcept { return signals_; }
  void unpark() noexcept {
    if (Wakeable* const sleeper = sleeper_.load()) sleeper->wake();
  }

  // A number no other live thread has, recycled later; what a thread's ident usually is.
  [[nodiscard]] std::uint64_t address() const noexcept { return reinterpret_cast<std::uintptr_t>(this); }

  // The thread as it is now; nothing if the record is nobody's. Never blocks.
  [[nodiscard]] std::optional<ThreadSnapshot> snapshot() const;

  // For Thread and Registry. Serialised by the Thread that owns the record.
  void set_identity(const ThreadIdentity& identity) noexcept { identity_.store(identity); }
  [[nodiscard]] ThreadIdentity identity() const noexcept { return identity_.load().value_or(ThreadIdentity{}); }
  // Before it runs anything: whom unpark() wakes from now on, a Parker or what stands for the thread on its carrier.
  void set_sleeper(Wakeable* sleeper) noexcept { sleeper_.store(sleeper); }
  // Makes a claimed record as good as new, and nobody's.
  void reset() noexcept;

 private:
  Signals signals_{0};
  std::atomic<Wakeable*> sleeper_{nullptr};
  std::atomic<std::uint32_t> line_{0};
  std::atomic<std::uint8_t> activity_{0};
  Seqlock<ThreadIdentity> identity_;
};

}  // namespace threadbook::runtime
