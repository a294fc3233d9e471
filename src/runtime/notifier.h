// Notifier and Notice: the half of a condition variable that is not its lock.
//
// To wait for a notification is to hold a Notice. It is taken while the condition's lock is still
// held, so that nothing notified from then on is missed; then the lock is released and the thread
// waits for its Notice. notify(n) hands notifications to the n oldest Notices, and who has been
// handed one has it: a thread whose time is over at the same moment has succeeded.
//
// Apart from the lock because whoever uses it may have a lock of another kind: condition.h has
// Lock and RLock, a Python program any object with acquire and release.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "runtime/small_mutex.h"
#include "runtime/waitable.h"

namespace threadbook::runtime {

class Notice;

// Thread safety: every function from every thread. It must outlive its Notices.
//
// Invariant: the list holds the Notices that wait for a notification, oldest first; a Notice that
// was notified or has left is not in it.
class Notifier {
 public:
  // For notify(): everybody.
  static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

  Notifier() = default;
  ~Notifier();
  Notifier(const Notifier&) = delete;
  Notifier& operator=(const Notifier&) = delete;

  // Notifies the `n` oldest Notices, or as many as there are, and returns how many. Never blocks.
  std::size_t notify(std::size_t n = 1) noexcept;

  // How many Notices wait; right for a moment. (What Condition.__repr__ shows.)
  [[nodiscard]] std::size_t waiting() const noexcept;

 private:
  friend class Notice;

  void remove(Notice& notice) noexcept REQUIRES(guard_);

  mutable SmallMutex guard_;
  Notice* first_ GUARDED_BY(guard_) = nullptr;
  Notice* last_ GUARDED_BY(guard_) = nullptr;
  std::size_t count_ GUARDED_BY(guard_) = 0;
};

// One thread's claim to one notification; being notified is what one waits for. Made by the thread
// that will wait, used once, destroyed by it. Thread safety: that of Waitable.
class Notice final : public Waitable {
 public:
  // Takes the last place. Never blocks.
  explicit Notice(Notifier& notifier) noexcept;
  // Leaves if it still waits.
  ~Notice() { leave(); }
  Notice(const Notice&) = delete;
  Notice& operator=(const Notice&) = delete;

  // Gives up the place without waiting any more. Returns whether it had been notified.
  bool leave() noexcept;

  // Once withdrawn it is out of the list and cannot be notified any more.
  [[nodiscard]] bool try_or_enqueue(Waiter& waiter) override;
  [[nodiscard]] bool withdraw(Waiter& waiter) override;
  [[nodiscard]] bool is_ready() const noexcept override;

 private:
  friend class Notifier;

  // Waiting -> Notified by Notifier::notify, -> Gone by leave() and withdraw().
  enum class State : std::uint8_t { Waiting, Notified, Gone };

  Notifier& notifier_;
  State state_ GUARDED_BY(notifier_.guard_) = State::Waiting;
  WaitQueue waiters_ GUARDED_BY(notifier_.guard_);  // of one, once its thread waits
  // Neighbours in the list; its guard is theirs too, of which the compiler knows only one at a time.
  Notice* previous_ = nullptr;
  Notice* next_ = nullptr;
};

}  // namespace threadbook::runtime
