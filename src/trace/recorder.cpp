#include "trace/recorder.h"

#include <algorithm>
#include <new>
#include <utility>

#include "runtime/guard.h"

namespace threadbook::trace {
namespace {

using python::Event;
using python::EventKind;
using python::ThreadActivity;

// Cheap events that are kept one by one, for each thread: so many at once, and then so many a second.
constexpr std::int64_t kAtOnce = 500;
constexpr std::int64_t kPerSecond = 10'000;
constexpr std::int64_t kEvent = 1'000'000'000;  // what one takes of what is allowed
constexpr std::int64_t kLookEvery = 100'000;    // ns between two looks at the clock while events are folded, roughly
constexpr std::uint32_t kSoonest = 16, kLatest = 4096;  // events until then
constexpr std::uint32_t kNever = 1u << 30;
constexpr std::int64_t kShowEvery = 20'000'000;  // ns: what is folded is told so often

}  // namespace

// What the recorder keeps of a thread. Its ring and what follows belong to the thread, while it is alive.
struct Recorder::Seat {
  std::atomic<Ring*> ring{nullptr};
  // Folding.
  std::int64_t allowed = kAtOnce * kEvent;
  std::int64_t looked = 0;     // at the clock
  bool is_after_wait = false;  // what comes is how it was
  std::uint32_t untold = 0;    // events that were not wanted since then
  Record folded;               // value: how many there are; 0: none

  // What it waits for. `count` is odd while it waits for what does not end by itself; others read it first and last.
  std::atomic<std::uint64_t> count{0};
  std::atomic<ThreadActivity> what{ThreadActivity::Running};
  std::atomic<std::uint32_t> thing{0}, joined{0}, line{0}, holder{0}, holder_line{0};
  std::atomic<bool> is_owned{false};
  std::atomic<std::uint32_t> answered{0};  // the last epoch in which it said that it waits
  enum class Life : std::uint8_t { Unborn, Alive, Ended };
  std::atomic<Life> life{Life::Unborn};
};

// ---- rings ---------------------------------------------------------------------------------------------------------

Ring::~Ring() {
  while (first_ != nullptr) delete std::exchange(first_, first_->next.load(std::memory_order_relaxed));
}

bool Ring::push(const Record& record) noexcept {
  std::size_t count = last_->count.load(std::memory_order_relaxed);
  if (count == Block::kSize) {
    if (blocks_.load(std::memory_order_relaxed) == kMostBlocks) return false;
    auto* const next = new (std::nothrow) Block;
    if (next == nullptr) return false;
    blocks_.fetch_add(1, std::memory_order_relaxed);
    last_->next.store(next, std::memory_order_release);  // the last that is done with that block
    last_ = next;
    count = 0;
  }
  last_->records[count] = record;
  last_->count.store(count + 1, std::memory_order_release);
  return true;
}

void Ring::take(std::vector<Record>& into) {
  for (;;) {
    const std::size_t count = first_->count.load(std::memory_order_acquire);
    into.insert(into.end(), first_->records.begin() + static_cast<std::ptrdiff_t>(taken_),
                first_->records.begin() + static_cast<std::ptrdiff_t>(count));
    taken_ = count;
    Block* const next = count == Block::kSize ? first_->next.load(std::memory_order_acquire) : nullptr;
    if (next == nullptr) return;
    delete std::exchange(first_, next);
    taken_ = 0;
    blocks_.fetch_sub(1, std::memory_order_relaxed);
  }
}

// ---- recording -----------------------------------------------------------------------------------------------------

Recorder::Recorder(bool keeps_records) : keeps_records_(keeps_records), begin_(runtime::monotonic_now()) {}

Recorder::~Recorder() {
  for (auto& chunk : seats_) {
    Seat* seats = chunk.load();
    for (std::size_t i = 0; seats != nullptr && i < kChunk; ++i) delete seats[i].ring.load();
    delete[] seats;
  }
}

namespace {

template <class T, std::size_t kChunks>
T* entry_of(std::array<std::atomic<T*>, kChunks>& table, std::uint64_t number, std::size_t chunk_size) noexcept {
  if (number / chunk_size >= kChunks) return nullptr;
  std::atomic<T*>& chunk = table[number / chunk_size];
  T* entries = chunk.load(std::memory_order_acquire);
  if (entries == nullptr) [[unlikely]] {
    T* made = new T[chunk_size];
    if (chunk.compare_exchange_strong(entries, made, std::memory_order_acq_rel)) {
      entries = made;
    } else {
      delete[] made;
    }
  }
  return &entries[number % chunk_size];
}

}  // namespace

Recorder::Seat* Recorder::seat(std::uint64_t thread) noexcept { return entry_of(seats_, thread, kChunk); }

std::uint32_t Recorder::happened(const Event& event) noexcept {
  Seat* const seat = this->seat(event.thread);
  if (seat == nullptr) return kNever;
  switch (event.kind) {
    case EventKind::StillWaits:
      seat->holder.store(static_cast<ThreadNumber>(event.holder), std::memory_order_relaxed);
      seat->holder_line.store(event.holder_line, std::memory_order_relaxed);
      seat->answered.store(epoch_.load(std::memory_order_acquire), std::memory_order_release);
      return keeps_records_ ? 1 : kNever;
    case EventKind::Started: {
      // Alive from here on: it can act as soon as it has been started.
      Seat* const other = this->seat(event.other);
      if (other == nullptr) break;
      Seat::Life unborn = Seat::Life::Unborn;
      other->life.compare_exchange_strong(unborn, Seat::Life::Alive);
      break;
    }
    case EventKind::Began: {
      seat->life.store(Seat::Life::Alive);
      std::uint32_t none = 0;
      main_.compare_exchange_strong(none, static_cast<std::uint32_t>(event.thread));
      break;
    }
    case EventKind::Ended: seat->life.store(Seat::Life::Ended); break;
    case EventKind::WaitsFor:
    case EventKind::Woken: note_wait(*seat, event); break;
    default: break;
  }
  const auto needed = static_cast<std::uint32_t>(std::max(event.thread, event.other) + 1);
  std::uint32_t most = threads_.load(std::memory_order_relaxed);
  while (most < needed && !threads_.compare_exchange_weak(most, needed)) {
  }
  return keeps_records_ ? keep(*seat, event) : kNever;
}

// WaitsFor and Woken in turn.
void Recorder::note_wait(Seat& seat, const Event& event) noexcept {
  const std::uint64_t count = seat.count.load(std::memory_order_relaxed);
  const bool waits = event.kind == EventKind::WaitsFor && !event.is_limited && event.what != ThreadActivity::Starting &&
                     event.what != ThreadActivity::WaitingForInput && event.what != ThreadActivity::WaitingForOutput;
  const bool waited = count % 2 != 0;
  if (waits) {
    seat.what.store(event.what, std::memory_order_relaxed);
    seat.thing.store(event.thing, std::memory_order_relaxed);
    seat.joined.store(static_cast<std::uint32_t>(event.other), std::memory_order_relaxed);
    seat.line.store(event.line, std::memory_order_relaxed);
    seat.holder.store(static_cast<ThreadNumber>(event.holder), std::memory_order_relaxed);
    seat.holder_line.store(event.holder_line, std::memory_order_relaxed);
    seat.is_owned.store(event.is_owned, std::memory_order_relaxed);
  }
  if (waits != waited) {
    seat.count.store(count + 1, std::memory_order_release);
  } else if (waits) {
    seat.count.store(count + 2, std::memory_order_release);
  }
}

std::uint32_t Recorder::keep(Seat& seat, const Event& event) noexcept {
  if (seat.ring.load(std::memory_order_relaxed) == nullptr) {
    seat.ring.store(new Ring, std::memory_order_release);
  }
  Record record;
  // How a wait was is told when it is over: at the moment that has been told.
  const bool is_told = event.kind == EventKind::TimedOut || event.kind == EventKind::Interrupted ||
                       (event.kind == EventKind::Got && seat.is_after_wait);
  record.time = is_told ? seat.looked : now();
  seat.is_after_wait = event.kind == EventKind::Woken || (seat.is_after_wait && event.kind == EventKind::HasGil);
  record.line = event.line;
  record.thing = event.thing;
  record.value = event.value;
  record.since = static_cast<std::int64_t>(event.position);
  record.other = static_cast<ThreadNumber>(event.other);
  record.thread = static_cast<ThreadNumber>(event.thread);
  record.holder = static_cast<ThreadNumber>(event.holder);
  record.holder_line = event.holder_line;
  record.kind = static_cast<RecordKind>(event.kind);
  record.what = event.what;
  record.is_limited = event.is_limited;

  const std::int64_t passed = record.time - seat.looked;
  seat.allowed = std::min(kAtOnce * kEvent, seat.allowed + passed * kPerSecond);
  if (event.folded != 0) fold(seat, record, event.folded);
  // One that was told because others were not is one of them.
  if (seat.untold != 0 && event.folded == seat.untold && !event.has_woken) {
    fold(seat, record, 1);
    if (record.time - seat.folded.since > kShowEvery) flush(seat);
  } else {
    flush(seat);
    seat.allowed -= kEvent;
    push(seat, record);
  }
  seat.looked = record.time;
  seat.untold = 0;
  if (seat.allowed >= kEvent) return 1;
  const std::int64_t soon = (std::int64_t{event.folded} + 1) * kLookEvery / std::max<std::int64_t>(passed, 1);
  seat.untold = std::clamp(static_cast<std::uint32_t>(std::min<std::int64_t>(soon, kLatest)), kSoonest, kLatest) - 1;
  return seat.untold + 1;
}

// Puts `count` events up to `last` together with those that are.
void Recorder::fold(Seat& seat, const Record& last, std::uint32_t count) noexcept {
  const std::int32_t before = seat.folded.value;
  const std::int64_t since = before == 0 ? seat.looked : seat.folded.since;
  seat.folded = last;
  seat.folded.kind = RecordKind::Folded;
  seat.folded.since = since;
  seat.folded.value = before + static_cast<std::int32_t>(count);
}

void Recorder::push(Seat& seat, const Record& record) noexcept {
  // A reader that does not come: what does not fit is counted, and told when there is room.
  if (!seat.ring.load(std::memory_order_relaxed)->push(record)) fold(seat, record, 1);
}

void Recorder::flush(Seat& seat) noexcept {
  if (seat.folded.value != 0 && seat.ring.load(std::memory_order_relaxed)->push(seat.folded)) seat.folded.value = 0;
}

void Recorder::met(const python::Thing& thing) {
  const runtime::Guard guard(guard_);
  if (things_.size() < thing.number) things_.resize(thing.number);
  things_[thing.number - 1] = thing;
  if (keeps_records_) new_things_.push_back(thing.number);
}

bool Recorder::drain_things(std::vector<python::Thing>& into) {
  if (!guard_.try_lock()) return false;
  for (const ThingNumber number : new_things_) into.push_back(things_[number - 1]);
  new_things_.clear();
  guard_.unlock();
  return true;
}

std::vector<python::Thing> Recorder::things() const {
  const runtime::Guard guard(guard_);
  return things_;
}

void Recorder::drain(std::vector<Record>& into) {
  look_who_is_there();
  for (const std::uint32_t i : present_) {
    Seat* const one = seat(i);
    Ring* const ring = one != nullptr ? one->ring.load(std::memory_order_acquire) : nullptr;
    if (ring == nullptr) continue;
    const bool has_ended = one->life.load() == Seat::Life::Ended;  // asked first: what it wrote before is there
    const std::size_t before = into.size();
    ring->take(into);
    const bool was_last = has_ended && into.size() > before && into.back().kind == RecordKind::Ended;
    if (!was_last) continue;
    one->ring.store(nullptr, std::memory_order_relaxed);
    delete ring;
  }
}

// ---- who can never go on -------------------------------------------------------------------------------------------

// A program may start any number of threads, one after the other: those that have ended, and whose records were taken,
// are looked at no more.
void Recorder::look_who_is_there() {
  const std::uint32_t threads = std::min<std::uint32_t>(threads_.load(std::memory_order_acquire), kChunk * kChunks);
  for (; known_ < threads; ++known_) present_.push_back(known_);
  std::erase_if(present_, [&](std::uint32_t number) {
    const Seat* const one = seat(number);
    return one->life.load() == Seat::Life::Ended && one->ring.load(std::memory_order_relaxed) == nullptr;
  });
}

// The threads that cannot go on as things stand, and for each how often its wait has changed.
std::vector<Waiting> Recorder::find_stuck(std::vector<std::uint64_t>& counts) {
  counts.clear();
  struct Known {
    Waiting waiting;
    std::uint64_t count;
    bool is_able;
  };
  std::vector<Known> threads;
  look_who_is_there();
  bool any_able = false;
  // The main thread's end is the run's: who waits then is a daemon, and ends too.
  Seat* const main = seat(main_.load());
  if (main->life.load() != Seat::Life::Alive) return {};
  for (const std::uint32_t i : present_) {
    Seat* const one = seat(i);
    if (one->life.load() != Seat::Life::Alive) continue;
    Known known{};
    known.count = one->count.load(std::memory_order_acquire);
    known.is_able = known.count % 2 == 0;
    known.waiting.thread = i;
    known.waiting.what = one->what.load(std::memory_order_relaxed);
    known.waiting.thing = one->thing.load(std::memory_order_relaxed);
    known.waiting.joined = one->joined.load(std::memory_order_relaxed);
    known.waiting.line = one->line.load(std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_acquire);
    if (one->count.load(std::memory_order_relaxed) != known.count) known.is_able = true;
    known.waiting.holder = one->holder.load(std::memory_order_relaxed);
    known.waiting.holder_line = one->holder_line.load(std::memory_order_relaxed);
    if (known.waiting.holder != 0) {
      Seat* const holder = seat(known.waiting.holder);
      known.waiting.holder_has_ended = holder != nullptr && holder->life.load() == Seat::Life::Ended;
    }
    any_able |= known.is_able;
    threads.push_back(known);
  }
  const auto is_able = [&](ThreadNumber thread) {
    const auto found = std::find_if(threads.begin(), threads.end(),
                                    [&](const Known& known) { return known.waiting.thread == thread; });
    // One that is not there is about to begin; or it has said that it ends, and who joins it is about to be let go.
    return found == threads.end() || found->is_able;
  };
  // Who waits for one that can go on can go on.
  for (bool changed = true; std::exchange(changed, false);) {
    for (Known& known : threads) {
      if (known.is_able) continue;
      const Waiting& waiting = known.waiting;
      bool can_be_served = any_able;  // anybody may set an event, or release a lock
      if (waiting.what == ThreadActivity::Joining) {
        can_be_served = is_able(waiting.joined);
      } else if (waiting.holder != 0 && seat(waiting.thread)->is_owned.load(std::memory_order_relaxed)) {
        can_be_served = !waiting.holder_has_ended && is_able(waiting.holder);
      }
      if (!can_be_served) continue;
      known.is_able = changed = any_able = true;
    }
  }
  std::vector<Waiting> stuck;
  for (const Known& known : threads) {
    if (known.is_able) continue;
    stuck.push_back(known.waiting);
    counts.push_back(std::uint64_t{known.waiting.thread} << 40 ^ known.count);
  }
  return stuck;
}

std::vector<Waiting> Recorder::stuck_now() {
  std::vector<std::uint64_t> counts;
  return find_stuck(counts);
}

std::optional<std::vector<Waiting>> Recorder::standing_still(python::Run& run) {
  std::vector<std::uint64_t> counts;
  std::vector<Waiting> stuck = find_stuck(counts);
  if (stuck.empty()) {
    asked_.clear();
    return std::nullopt;
  }
  if (counts != asked_) {
    asked_ = std::move(counts);
    epoch_.fetch_add(1, std::memory_order_acq_rel);
    run.ask_who_waits();
    return std::nullopt;
  }
  const std::uint32_t epoch = epoch_.load();
  for (const Waiting& waiting : stuck) {
    if (seat(waiting.thread)->answered.load(std::memory_order_acquire) != epoch) return std::nullopt;
  }
  // Looked at again, now that all have answered: whoever was woken has said so by now or has not answered.
  find_stuck(counts);
  if (counts != asked_) return std::nullopt;
  return stuck;
}

}  // namespace threadbook::trace
