#include "runtime/shared_carriers.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "runtime/in_order.h"
#include "runtime/worker_pool.h"

namespace threadbook::runtime {
namespace {

// Native ids of passengers are larger than those that systems give.
std::atomic<std::uint64_t> last_native_id{std::uint64_t{1} << 32};

// The timekeeper looks no more often.
constexpr Nanoseconds kLeastInterval = 100'000;

// Never destroyed: see Wakeable.
SlotList<Passenger>& all_passengers() {
  static auto& passengers = *new SlotList<Passenger>;
  return passengers;
}
SlotList<SharedCarriers>& all_carriers() {
  static auto& carriers = *new SlotList<SharedCarriers>;
  return carriers;
}

}  // namespace

// ---- waking ----

void Passenger::wake() noexcept {
  State seen = state_.load(std::memory_order_relaxed);
  State then = seen;
  // An exchange also where it changes nothing: what the caller did before is visible in the next turn.
  do {
    then = seen == Running ? Noticed : seen == Waiting ? Ready : seen;
  } while (!state_.compare_exchange_weak(seen, then, std::memory_order_acq_rel, std::memory_order_relaxed));
  // From here on it takes no turn before we have put it where one finds it.
  if (seen == Waiting) carriers_->add_ready(*this);
}

void SharedCarriers::add_ready(Passenger& passenger) noexcept {
  passenger.behind_ = woken_.load(std::memory_order_relaxed);
  // Sequentially consistent: either a carrier about to sleep sees the passenger, or we see the carrier.
  while (!woken_.compare_exchange_weak(passenger.behind_, &passenger)) {
  }
  if (!wake_a_carrier()) watch_turns();
}

// Somebody is ready and has no carrier.
void SharedCarriers::watch_turns() noexcept {
  if (idle_timekeeper_.load() == nullptr) return;
  if (Parker* const timekeeper = idle_timekeeper_.exchange(nullptr)) timekeeper->unpark();
}

bool SharedCarriers::wake_a_carrier() noexcept {
  for (Seat& seat : seats_) {
    if (seat.sleeper_.load() == nullptr) continue;
    if (Parker* const sleeper = seat.sleeper_.exchange(nullptr)) {
      sleeper->unpark();
      return true;
    }
  }
  return false;
}

// Behind those that are ready, in the order in which they were woken.
void SharedCarriers::gather() {
  Passenger* next = in_order<&Passenger::behind_>(woken_.exchange(nullptr));
  while (next != nullptr) enqueue(*std::exchange(next, next->behind_));
}

void SharedCarriers::enqueue(Passenger& passenger) {
  passenger.behind_ = nullptr;
  (first_ != nullptr ? last_->behind_ : first_) = &passenger;
  last_ = &passenger;
}

// ---- passengers come and go ----

SharedCarriers& SharedCarriers::claim(std::size_t most, Flag flag) {
  SharedCarriers& carriers = all_carriers().claim();
  Guard guard(carriers.mutex_);
  carriers.most_ = std::clamp<std::size_t>(most, 1, kMostCarriers);
  carriers.flag_ = flag;
  return carriers;
}

void SharedCarriers::give_back() { all_carriers().release(*this); }

Passenger* SharedCarriers::admit() {
  Guard starting(starting_);
  bool wants_timekeeper = false, wants_carrier = false;
  {
    Guard guard(mutex_);
    ++passengers_;
    wants_timekeeper = !has_timekeeper_;
    wants_carrier = carriers_ < std::min(most_, passengers_);
  }
  if ((wants_timekeeper && !start_timekeeper()) || (wants_carrier && !start_carrier())) {
    Guard guard(mutex_);
    forget_one();
    return nullptr;
  }
  Passenger& passenger = all_passengers().claim();
  passenger.carriers_ = this;
  passenger.native_id_ = last_native_id.fetch_add(1, std::memory_order_relaxed);
  return &passenger;
}

bool SharedCarriers::start_timekeeper() {
  {
    Guard guard(mutex_);
    has_timekeeper_ = true;
  }
  if (WorkerPool::process().run([this] { keep_time(); }).error == 0) return true;
  Guard guard(mutex_);
  has_timekeeper_ = false;
  return false;
}

// False: there is none at all.
bool SharedCarriers::start_carrier() {
  Seat* seat = nullptr;
  {
    Guard guard(mutex_);
    std::size_t free = 0;
    while (seats_[free].has_worker_) ++free;
    seat = &seats_[free];
    seat->number_ = free;
    seat->has_worker_ = true;
    ++carriers_;
  }
  if (WorkerPool::process().run([this, seat] { carry(*seat); }).error == 0) return true;
  Guard guard(mutex_);
  seat->has_worker_ = false;
  return --carriers_ > 0;
}

void SharedCarriers::board(Passenger& passenger, std::unique_ptr<Journey> journey) {
  passenger.journey_ = std::move(journey);
  passenger.state_.store(Passenger::Ready, std::memory_order_relaxed);
  add_ready(passenger);
}

// There is one passenger less. With the last one the workers go.
void SharedCarriers::forget_one() {
  if (--passengers_ > 0) return;
  while (wake_a_carrier()) {
  }
  if (timekeeper_ != nullptr) timekeeper_->unpark();
}

void SharedCarriers::leave(Passenger& passenger) {
  const std::unique_ptr<Journey> journey = std::move(passenger.journey_);
  passenger.state_.exchange(Passenger::Gone, std::memory_order_acq_rel);
  all_passengers().release(passenger);
  Guard guard(mutex_);
  forget_one();
  // The journey ends last, outside the mutex: the program may end with it, and give all this back.
}

// ---- a carrier ----

void SharedCarriers::carry(Seat& seat) {
  Parker& parker = this_thread_parker();
  while (Passenger* const passenger = next(seat, parker)) {
    // Acquire: what those did that woke it.
    passenger->state_.exchange(Passenger::Running, std::memory_order_acq_rel);
    const Journey::Turn turn = passenger->journey_->take_turn(seat);
    if (turn.next == Journey::Next::Ended) {
      leave(*passenger);
    } else {
      settle(*passenger, turn);
    }
  }
}

// The passenger whose turn it is; sleeps while there is none. nullptr: there will be none.
Passenger* SharedCarriers::next(Seat& seat, Parker& parker) {
  mutex_.lock();
  Passenger* passenger = nullptr;
  for (;;) {
    gather();
    passenger = first_;
    if (passenger != nullptr || passengers_ == 0) break;
    seat.sleeper_.store(&parker);
    // Sequentially consistent: see add_ready().
    if (woken_.load() == nullptr) {
      mutex_.unlock();
      parker.park(Deadline::never());
      mutex_.lock();
    }
    seat.sleeper_.store(nullptr);
  }
  if (passenger != nullptr) {
    first_ = passenger->behind_;
    if (first_ != nullptr) watch_turns();
    passenger->turn_.store(passenger->turn_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  } else {
    seat.has_worker_ = false;
    --carriers_;
  }
  mutex_.unlock();
  return passenger;
}

// Its turn is over, and it is not at its end.
void SharedCarriers::settle(Passenger& passenger, const Journey::Turn& turn) {
  Guard guard(mutex_);
  if (turn.next == Journey::Next::Waits) {
    if (!turn.until.is_never()) add_timeout(passenger, turn.until);
    Passenger::State seen = Passenger::Running;
    // Release: to the next carrier, what this one did in the turn.
    if (passenger.state_.compare_exchange_strong(seen, Passenger::Waiting, std::memory_order_acq_rel)) return;
  }
  passenger.state_.exchange(Passenger::Ready, std::memory_order_acq_rel);
  enqueue(passenger);
}

// ---- time ----

// Of a wait that has ended.
bool SharedCarriers::is_old(const Timeout& timeout) {
  return timeout.passenger->turn_.load(std::memory_order_relaxed) != timeout.turn;
}

void SharedCarriers::add_timeout(Passenger& passenger, Deadline deadline) {
  constexpr std::size_t kFew = 64;
  if (timeouts_.size() > 2 * passengers_ + kFew) {
    std::erase_if(timeouts_, is_old);
    std::make_heap(timeouts_.begin(), timeouts_.end());
  }
  timeouts_.push_back({deadline, &passenger, passenger.turn_.load(std::memory_order_relaxed)});
  std::push_heap(timeouts_.begin(), timeouts_.end());
  if (deadline >= timekeeper_until_ || timekeeper_ == nullptr) return;
  timekeeper_until_ = deadline;
  timekeeper_->unpark();
}

// Those whose time is over are ready. Answers when that of the next one will be.
Deadline SharedCarriers::end_timeouts() {
  while (!timeouts_.empty()) {
    const Timeout soonest = timeouts_.front();
    const bool counts = !is_old(soonest);
    if (counts && !soonest.deadline.has_passed()) return soonest.deadline;
    std::pop_heap(timeouts_.begin(), timeouts_.end());
    timeouts_.pop_back();
    Passenger::State seen = Passenger::Waiting;
    if (counts &&
        soonest.passenger->state_.compare_exchange_strong(seen, Passenger::Ready, std::memory_order_acq_rel)) {
      enqueue(*soonest.passenger);
      wake_a_carrier();
    }
  }
  return Deadline::never();
}

void SharedCarriers::keep_time() {
  Parker& parker = this_thread_parker();
  mutex_.lock();
  timekeeper_ = &parker;
  while (passengers_ > 0) {
    gather();
    Deadline until = end_timeouts();
    if (first_ != nullptr) {
      if (!wake_a_carrier()) end_long_turns();
      const Nanoseconds interval = flag_.interval->load(std::memory_order_relaxed);
      until = std::min(until, Deadline::after(std::max(interval, kLeastInterval)));
    } else {
      idle_timekeeper_.store(&parker);
      // Sequentially consistent: see add_ready().
      if (woken_.load() != nullptr) until = Deadline::passed();
    }
    timekeeper_until_ = until;
    mutex_.unlock();
    parker.park(until);
    mutex_.lock();
    idle_timekeeper_.store(nullptr);
  }
  timekeeper_ = nullptr;
  has_timekeeper_ = false;
  mutex_.unlock();
}

void SharedCarriers::end_long_turns() {
  bool is_any_over = false;
  for (Seat& seat : seats_) {
    const std::uint32_t turn = seat.turns_.load(std::memory_order_relaxed);
    if (std::exchange(seat.seen_turns_, turn) != turn || !seat.runs_.load(std::memory_order_relaxed)) continue;
    seat.is_over_.store(true, std::memory_order_relaxed);
    is_any_over = true;
  }
  if (is_any_over) flag_.flags->fetch_or(flag_.bit);
}

bool SharedCarriers::is_any_turn_over() const noexcept {
  return std::any_of(seats_.begin(), seats_.end(),
                     [](const Seat& seat) { return seat.runs_.load(std::memory_order_relaxed) && seat.is_over(); });
}

}  // namespace threadbook::runtime
