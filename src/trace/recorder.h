// The recorder: the observer that keeps what a run's threads do, for whoever shows it.
//
// Each thread writes records of one size into a ring of its own; one reader takes them out (drain()) and makes the
// story of them (trace/story.h). There is no lock between them. A thread that does cheap things over and over, taking a
// lock that nobody wants a million times, must not be slowed down by being watched: the clock is read for some ten
// thousand events a second, and what is beyond that is folded into one record, how many there were and from when to
// when. A ring that is full, because the reader does not come, folds likewise. Waits are never folded.
//
// Beside that the recorder knows at every moment what each thread waits for and who holds what: standing_still() tells
// which threads can never go on.
//
// Costs: an event some forty nanoseconds with its time and place, a folded one about one; 2 KB for each thread and 32
// events that were not read yet.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "python/run.h"
#include "python/vm/observer.h"
#include "runtime/clock.h"
#include "runtime/small_mutex.h"

namespace threadbook::trace {

using ThreadNumber = std::uint32_t;  // runtime::Thread::serial() of the run
using ThingNumber = std::uint32_t;   // python::Thing::number

enum class RecordKind : std::uint8_t {
  Began,
  Ended,
  Started,
  WaitsFor,
  StillWaits,
  Woken,
  Got,
  TimedOut,
  Interrupted,
  Released,
  Unset,
  WantsGil,
  HasGil,
  Printed,
  Raised,  // as python::EventKind up to here
  Folded,  // `value` events that were not kept one by one, from `since` to `time`: `thing` is what one was about
};

struct Record {
  std::int64_t time = 0;   // ns since the recorder was made
  std::int64_t since = 0;  // of Folded; of Printed, bytes the run had written before
  std::uint32_t line = 0;
  ThingNumber thing = 0;
  std::int32_t value = 0;
  ThreadNumber other = 0;
  ThreadNumber thread = 0;
  ThreadNumber holder = 0;  // of WaitsFor: who holds the lock
  std::uint32_t holder_line = 0;
  RecordKind kind = RecordKind::Began;
  python::ThreadActivity what = python::ThreadActivity::Running;
  bool is_limited = false;
};

// Who waits for what at a moment, and cannot go on without it.
struct Waiting {
  ThreadNumber thread = 0;
  python::ThreadActivity what = python::ThreadActivity::Running;
  ThingNumber thing = 0;
  ThreadNumber joined = 0;  // the thread whose end it waits for
  std::uint32_t line = 0;
  ThreadNumber holder = 0;  // of the lock; 0: nobody that is known
  std::uint32_t holder_line = 0;
  bool holder_has_ended = false;
};

// What one thread has written and nobody has read yet: blocks in a row. One writer, one reader, no lock.
class Ring {
 public:
  static constexpr std::size_t kMostBlocks = 64;

  Ring() : first_(new Block), last_(first_) {}
  ~Ring();
  Ring(const Ring&) = delete;
  Ring& operator=(const Ring&) = delete;

  // False if there is no room: the reader does not come.
  bool push(const Record& record) noexcept;
  // Moves all there is to the end of `into`.
  void take(std::vector<Record>& into);

 private:
  struct Block {
    static constexpr std::size_t kSize = 32;
    std::array<Record, kSize> records;
    std::atomic<std::size_t> count{0};
    std::atomic<Block*> next{nullptr};
  };

  Block* first_;  // the reader's
  std::size_t taken_ = 0;
  Block* last_;  // the writer's
  std::atomic<std::size_t> blocks_{1};
};

// Thread safety: happened() and met() as python::Observer says; the rest by one reader. Nothing blocks.
class Recorder final : public python::Observer {
 public:
  // `keeps_records`: else it only knows who waits for what.
  explicit Recorder(bool keeps_records = true);
  ~Recorder();

  std::uint32_t happened(const python::Event& event) noexcept override;
  bool wants_all() const override { return keeps_records_; }
  void met(const python::Thing& thing) override;

  // Moves the records that have come to the end of `into`, each thread's in their order.
  void drain(std::vector<Record>& into);
  // Those primitives that were met, or given a name, since the last call. False if one is being met at this moment: the
  // next time, then.
  bool drain_things(std::vector<python::Thing>& into);
  // The primitives met so far, by number: the first is number 1. Blocks for moments: for when nothing runs any more.
  std::vector<python::Thing> things() const;

  // Threads that can never go on, if there are any: each waits for another of them, or for what nobody is left to do.
  // What may still be ended by a timeout, a sleeper, input, or a thread that runs is none. To be called now and then:
  // the answer comes some calls after it has become true, when each of them has said that it still waits
  // (Run::ask_who_waits()).
  std::optional<std::vector<Waiting>> standing_still(python::Run& run);

  // The same of a run that stands still just now, as its executor knows. REQUIRES: each of its threads that waits has
  // said so since the others last did something.
  std::vector<Waiting> stuck_now();

  // When it was made, as runtime::monotonic_now() counts, and how long ago that is: what times of records are told in.
  runtime::Nanoseconds begin() const noexcept { return begin_; }
  runtime::Nanoseconds now() const noexcept { return runtime::monotonic_now() - begin_; }

 private:
  struct Seat;
  static constexpr std::size_t kChunk = 256, kChunks = 256;
  template <class T>
  using Table = std::array<std::atomic<T*>, kChunks>;

  Seat* seat(std::uint64_t thread) noexcept;
  std::uint32_t keep(Seat& seat, const python::Event& event) noexcept;
  void fold(Seat& seat, const Record& last, std::uint32_t count) noexcept;
  void push(Seat& seat, const Record& record) noexcept;
  void flush(Seat& seat) noexcept;
  void note_wait(Seat& seat, const python::Event& event) noexcept;
  void look_who_is_there();
  std::vector<Waiting> find_stuck(std::vector<std::uint64_t>& counts);

  const bool keeps_records_;
  const runtime::Nanoseconds begin_;
  Table<Seat> seats_{};                    // in chunks, by serial
  std::atomic<std::uint32_t> threads_{0};  // serials up to this may be there
  std::atomic<std::uint32_t> main_{0};     // the first that began

  mutable runtime::SmallMutex guard_;
  std::vector<python::Thing> things_ GUARDED_BY(guard_);
  std::vector<ThingNumber> new_things_ GUARDED_BY(guard_);

  // The reader's.
  std::vector<std::uint32_t> present_;   // threads of whom there may be something to take
  std::uint32_t known_ = 0;              // serials below this have been among them
  std::atomic<std::uint32_t> epoch_{0};  // of asking
  std::vector<std::uint64_t> asked_;     // the waits that were asked
};

}  // namespace threadbook::trace
