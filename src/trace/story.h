// What a run's threads did, as it is shown: lanes of threads and of the things they share, spans on them, arrows
// between them. Made from a recorder's records while the run goes on, in the order of their times.
//
// Pure data and arithmetic: it knows neither the engine's insides nor how it is painted.
//
// Costs: memory for each span, at most kMostSpans; beyond that the oldest are folded into one for each thread, with the
// time spent in each state.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "trace/recorder.h"

namespace threadbook::trace {

using Time = std::int64_t;  // ns since the recorder was made

enum class State : std::uint8_t {
  Starting,       // started, and not yet running
  Running,        // runs, or could if there were a processor for it: without the GIL the two cannot be told apart
  WaitingForGil,  // could run, but for the GIL
  Waiting,        // for a thing, a thread, the time
  Folded,         // what was here is told in totals only
};
inline constexpr std::size_t kStates = 5;

enum class Outcome : std::uint8_t { Open, Got, TimedOut, Interrupted };

struct Span {
  Time begin = 0, end = 0;  // of the one that is going on, `end` is the story's
  State state = State::Running;
  python::ThreadActivity what = python::ThreadActivity::Running;  // of Waiting
  Outcome outcome = Outcome::Open;                                // of Waiting
  bool is_limited = false;                                        // of Waiting: by a timeout
  bool was_wait = false;                                          // of Running: it was about to wait, and need not have
  std::uint32_t line = 0;
  ThingNumber thing = 0;    // of Waiting
  ThreadNumber joined = 0;  // of Waiting: the thread whose end is waited for
  ThreadNumber holder = 0;  // of Waiting: who held the lock when it began
  std::uint32_t holder_line = 0;
  ThreadNumber woken_by = 0;  // of Waiting: whose doing ended it; 0: nobody's, or it goes on
  Time woken_at = 0;          // when that was done
};

struct ThreadLane {
  ThreadNumber number = 0;
  std::string name;
  ThreadNumber started_by = 0;
  Time began = 0;
  Time ended = -1;  // -1: it is alive
  std::uint32_t line = 0;
  std::vector<Span> spans;
  std::array<Time, kStates> folded{};  // the time in each state of what was folded
  bool is_alive() const { return ended < 0; }
};

// Who held a lock, or what a thing's value was.
struct Holding {
  Time begin = 0, end = 0;
  ThreadNumber holder = 0;  // of a lock
  std::uint32_t line = 0;   // where it was taken
  std::int32_t value = 0;   // of other things: python::Event::value; of a queue, its length
  std::int32_t folded = 0;  // so many takings and releasings of it and others within
};

struct ThingLane {
  python::Thing thing;
  std::vector<Holding> spans;      // one after the other
  std::vector<ThreadNumber> late;  // who has let go of the lock, as another has it, and has not told so yet
  bool was_waited_for = false;
  bool is_lock() const {
    return thing.kind == python::ThingKind::Lock || thing.kind == python::ThingKind::RLock ||
           thing.kind == python::ThingKind::Import;
  }
};

struct Mark {
  Time time = 0;
  ThreadNumber thread = 0;
  std::uint32_t line = 0;
  std::int32_t bytes = 0;      // that it printed; 0: an exception has ended it
  std::uint64_t position = 0;  // bytes the run had written before
  bool is_exception() const { return bytes == 0; }
};

enum class ArrowKind : std::uint8_t { Start, Wake, Join };
struct Arrow {
  ArrowKind kind = ArrowKind::Wake;
  ThreadNumber from = 0, to = 0;
  Time begin = 0, end = 0;
  ThingNumber thing = 0;
};

// What a stretch of time adds up to.
struct Totals {
  struct OfThread {
    ThreadNumber thread = 0;
    std::array<Time, kStates> in{};
    std::map<ThingNumber, Time> waited;  // by thing; 0: for anything else
    Time slept = 0, joined = 0;          // of the latter: in sleep(), and for other threads to end
  };
  std::vector<OfThread> threads;
  Time together = 0;  // the time in which two or more ran at once
  Time length = 0;
};

// Thread safety: none; the reader's thread only.
class Story {
 public:
  static constexpr std::size_t kMostSpans = 150'000;  // some 20 MB

  // Takes what the recorder has; `is_over` with the last call, when the run has finished.
  void take(Recorder& recorder, bool is_over);
  // What a thread is called; as often as one likes.
  void name(ThreadNumber thread, std::string_view name);
  // Takes that from what a run tells of its threads.
  void learn(const std::vector<python::ThreadSnapshot>& threads);
  // The same of all its threads, those too that have ended since the last call (RunOptions: so many are kept), of whom
  // nobody else hears then.
  void learn(python::Run& run);

  // Threads in the order in which they were started, things in that in which they were used first.
  const std::vector<ThreadLane>& threads() const { return threads_; }
  const std::vector<ThingLane>& things() const { return things_; }
  const std::vector<Mark>& marks() const { return marks_; }
  // The first mark that is not earlier.
  std::vector<Mark>::const_iterator mark_from(Time time) const;
  const std::vector<Arrow>& arrows() const { return arrows_; }
  const ThreadLane* thread(ThreadNumber number) const;
  const ThingLane* thing(ThingNumber number) const;
  // The place of a thread among threads(); their number if it is not there.
  std::size_t index_of(ThreadNumber number) const;
  std::string name_of(ThreadNumber number) const;
  Time begin() const { return begin_; }
  Time end() const { return end_; }
  bool is_over() const { return is_over_; }
  // How many spans were folded into totals.
  std::size_t folded() const { return folded_; }
  // Counts the changes.
  std::uint64_t version() const { return version_; }

  // Of one that goes on, the story's.
  Time end_of(const Holding& held) const { return held.end < 0 ? end_ : held.end; }
  // What a lane shows at a moment; nullptr if there is nothing. Costs: a search by halves.
  const Span* at(const ThreadLane& lane, Time time) const;
  const Holding* at(const ThingLane& lane, Time time) const;

  Totals totals(Time from, Time to) const;

 private:
  struct Release {
    ThreadNumber thread;
    Time time;
  };
  struct Unexplained {  // a wait that has ended, and nobody is known yet who ended it
    std::size_t lane, span;
    Time woken;
  };

  ThreadLane& lane(ThreadNumber number, Time time);
  ThingLane* thing_lane(ThingNumber number);
  void add(const Record& record);
  void open(ThreadLane& lane, Span span);
  void close(ThreadLane& lane, Time time);
  void hold(ThingLane& thing, const Record& record);
  void fold_in(ThingLane& thing, const Record& record);
  void explain(ThreadLane& lane, std::size_t span, Time woken);
  bool explain_by(Span& span, ThreadLane& lane, const Release& release);
  void extend(Time now);
  void fold_oldest();

  std::vector<ThreadLane> threads_;
  std::map<ThreadNumber, std::size_t> index_;
  std::map<ThreadNumber, std::string> names_;
  std::vector<ThingLane> things_;
  std::vector<Mark> marks_;
  std::vector<Arrow> arrows_;
  std::map<ThingNumber, Release> released_;  // last
  std::map<ThreadNumber, Time> runnable_;    // when a wait was over last
  std::map<ThreadNumber, Time> woken_;       // waits that are over, before it is told how
  std::vector<Unexplained> unexplained_;
  std::vector<Record> waiting_;  // records that others may come before
  std::vector<python::Thing> met_;
  Time begin_ = -1, end_ = 0;
  Time last_ = 0;  // of the records taken
  std::size_t spans_ = 0, folded_ = 0;
  std::uint64_t version_ = 0;
  bool is_over_ = false;
};

}  // namespace threadbook::trace
