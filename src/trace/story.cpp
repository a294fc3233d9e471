#include "trace/story.h"

#include <algorithm>
#include <iterator>

namespace threadbook::trace {
namespace {

using python::ThreadActivity;

// A record is told a moment after its time was read: so long others are waited for before it is taken.
constexpr Time kSettling = 2'000'000;
// Without the GIL who lets go may tell so a moment after the other has it.
constexpr Time kLate = 5'000'000;

constexpr std::size_t kMostOfKind = 100'000;  // marks, and arrows

template <class T>
void forget_oldest(std::vector<T>& all) {
  if (all.size() > kMostOfKind) all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2));
}

bool is_open(const ThreadLane& lane) { return !lane.spans.empty() && lane.is_alive(); }

}  // namespace

const ThreadLane* Story::thread(ThreadNumber number) const {
  const auto found = index_.find(number);
  return found == index_.end() ? nullptr : &threads_[found->second];
}

const ThingLane* Story::thing(ThingNumber number) const {
  return number == 0 || number > things_.size() ? nullptr : &things_[number - 1];
}

std::size_t Story::index_of(ThreadNumber number) const {
  const auto found = index_.find(number);
  return found == index_.end() ? threads_.size() : found->second;
}

const Span* Story::at(const ThreadLane& lane, Time time) const {
  const auto after = std::upper_bound(lane.spans.begin(), lane.spans.end(), time,
                                      [](Time moment, const Span& span) { return moment < span.begin; });
  return after != lane.spans.begin() && time <= std::prev(after)->end ? &*std::prev(after) : nullptr;
}

const Holding* Story::at(const ThingLane& lane, Time time) const {
  const auto after = std::upper_bound(lane.spans.begin(), lane.spans.end(), time,
                                      [](Time moment, const Holding& held) { return moment < held.begin; });
  const bool is_there = after != lane.spans.begin() && (std::prev(after)->end < 0 || time <= std::prev(after)->end);
  return is_there ? &*std::prev(after) : nullptr;
}

std::vector<Mark>::const_iterator Story::mark_from(Time time) const {
  return std::lower_bound(marks_.begin(), marks_.end(), time,
                          [](const Mark& mark, Time moment) { return mark.time < moment; });
}

std::string Story::name_of(ThreadNumber number) const {
  const auto found = names_.find(number);
  return found != names_.end() ? found->second : "thread " + std::to_string(number);
}

void Story::learn(const std::vector<python::ThreadSnapshot>& threads) {
  for (const python::ThreadSnapshot& thread : threads) name(static_cast<ThreadNumber>(thread.serial), thread.name);
}

void Story::learn(python::Run& run) {
  std::size_t forgotten = 0;
  learn(run.threads());
  learn(run.take_ended_threads(forgotten));
}

void Story::name(ThreadNumber number, std::string_view name) {
  std::string& known = names_[number];
  if (known == name) return;
  known = name;
  if (const auto found = index_.find(number); found != index_.end()) threads_[found->second].name = known;
  ++version_;
}

ThreadLane& Story::lane(ThreadNumber number, Time time) {
  const auto found = index_.find(number);
  if (found != index_.end()) return threads_[found->second];
  index_[number] = threads_.size();
  ThreadLane& lane = threads_.emplace_back();
  lane.number = number;
  lane.name = name_of(number);
  lane.began = time;
  open(lane, {.begin = time, .end = time, .state = State::Starting});
  return lane;
}

ThingLane* Story::thing_lane(ThingNumber number) {
  return number == 0 || number > things_.size() ? nullptr : &things_[number - 1];
}

void Story::take(Recorder& recorder, bool is_over) {
  const Time now = recorder.now();
  const std::size_t before = waiting_.size();
  recorder.drain(waiting_);
  met_.clear();
  // After the records that name them. While one is being met they wait.
  if (!recorder.drain_things(met_) && !is_over) return;
  for (python::Thing& thing : met_) {
    if (thing.number > things_.size()) things_.resize(thing.number);
    things_[thing.number - 1].thing = std::move(thing);
  }
  const bool has_news = waiting_.size() != before;
  std::stable_sort(waiting_.begin(), waiting_.end(), [](const Record& a, const Record& b) { return a.time < b.time; });
  std::size_t taken = 0;
  while (taken < waiting_.size() && (is_over || waiting_[taken].time < now - kSettling)) add(waiting_[taken++]);
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(taken));
  if (is_over && begin_ >= 0) end_ = last_;  // what comes after the last that happened is nobody's
  if (!is_over_ && begin_ >= 0) extend(is_over ? end_ : std::max(end_, now - kSettling));
  is_over_ = is_over;
  if (spans_ > kMostSpans) fold_oldest();
  forget_oldest(marks_);
  forget_oldest(arrows_);
  if (has_news || taken > 0) ++version_;
}

// What goes on goes on until now.
void Story::extend(Time now) {
  end_ = std::max(end_, now);
  for (ThreadLane& lane : threads_) {
    if (is_open(lane)) lane.spans.back().end = end_;
  }
}

void Story::open(ThreadLane& lane, Span span) {
  if (!lane.spans.empty()) {
    Span& last = lane.spans.back();
    // What took no time was nothing.
    if (last.begin == span.begin && last.state != State::Waiting) {
      last = span;
      return;
    }
    last.end = span.begin;
  }
  lane.spans.push_back(span);
  ++spans_;
}

void Story::close(ThreadLane& lane, Time time) {
  if (!lane.spans.empty()) lane.spans.back().end = time;
}

void Story::add(const Record& record) {
  if (begin_ < 0) begin_ = record.time;
  end_ = std::max(end_, record.time);
  last_ = record.time;
  ThreadLane& own = lane(record.thread, record.time);
  if (record.line != 0) own.line = record.line;
  const Span running{.begin = record.time, .end = record.time, .state = State::Running, .line = record.line};
  switch (record.kind) {
    case RecordKind::HasGil:
      if (own.spans.size() > 1 && own.spans.back().state == State::Running &&
          own.spans.back().begin == runnable_[record.thread]) {
        own.spans.back().state = State::WaitingForGil;
        // It gave the GIL back to wait, and then need not have: meanwhile another one had that.
        Span& before = own.spans[own.spans.size() - 2];
        if (before.state == State::Running && before.was_wait) before.state = State::WaitingForGil;
      }
      [[fallthrough]];
    case RecordKind::Began:
      if (own.spans.back().state != State::Running) open(own, running);
      if (own.spans.back().line == 0) own.spans.back().line = record.line;
      return;
    case RecordKind::WantsGil: {
      Span span = running;
      span.state = State::WaitingForGil;
      if (own.spans.back().state != State::Starting) open(own, span);
      return;
    }
    case RecordKind::Started: {
      const std::size_t starter = index_[record.thread];
      ThreadLane& other = lane(record.other, record.time);  // may move `own`
      other.started_by = record.thread;
      // Without the GIL that may be told when the other has begun already, or ended.
      const Time time = std::min(record.time, other.began);
      arrows_.push_back({ArrowKind::Start, threads_[starter].number, record.other, time, time, 0});
      return;
    }
    case RecordKind::Ended:
      close(own, record.time);
      own.ended = record.time;
      return;
    case RecordKind::WaitsFor: {
      if (ThingLane* thing = thing_lane(record.thing)) thing->was_waited_for = true;
      Span span = running;
      span.state = State::Waiting;
      span.what = record.what;
      span.is_limited = record.is_limited;
      span.thing = record.thing;
      span.joined =
          record.what == ThreadActivity::Joining || record.what == ThreadActivity::Starting ? record.other : 0;
      span.holder = record.holder;
      span.holder_line = record.holder_line;
      if (ThingLane* thing = thing_lane(record.thing); thing != nullptr && record.holder != 0) {
        // Its taking was folded.
        if (thing->spans.empty() || thing->spans.back().end >= 0) {
          thing->spans.push_back({record.time, -1, record.holder, record.holder_line, 0, 0});
        }
      }
      open(own, span);
      return;
    }
    case RecordKind::Woken:
      if (own.spans.back().state != State::Waiting) return;
      runnable_[record.thread] = record.time;
      if (record.value == 0) {  // it did not wait
        own.spans.back().state = State::Running;
        own.spans.back().what = ThreadActivity::Running;
        own.spans.back().was_wait = true;
        open(own, running);
        return;
      }
      woken_[record.thread] = record.time;
      own.spans.back().end = record.time;
      open(own, running);
      return;
    case RecordKind::Got:
    case RecordKind::TimedOut:
    case RecordKind::Interrupted: {
      const auto woken = woken_.find(record.thread);
      if (woken != woken_.end()) {
        // The wait that this is the end of.
        for (std::size_t i = own.spans.size(); i-- > 0;) {
          Span& span = own.spans[i];
          if (span.state != State::Waiting) continue;
          span.outcome = record.kind == RecordKind::Got        ? Outcome::Got
                         : record.kind == RecordKind::TimedOut ? Outcome::TimedOut
                                                               : Outcome::Interrupted;
          if (span.outcome == Outcome::Got) explain(own, i, woken->second);
          break;
        }
        woken_.erase(woken);
      }
      if (ThingLane* thing = thing_lane(record.thing); thing != nullptr && record.kind == RecordKind::Got)
        hold(*thing, record);
      return;
    }
    case RecordKind::Released:
    case RecordKind::Unset: {
      if (ThingLane* thing = thing_lane(record.thing)) hold(*thing, record);
      if (record.kind == RecordKind::Unset) return;
      const Release release{record.thread, record.time};
      released_[record.thing] = release;
      std::erase_if(unexplained_, [&](const Unexplained& each) {
        Span& span = threads_[each.lane].spans[each.span];
        if (span.thing != record.thing || record.time > each.woken + kLate) return record.time > each.woken + kLate;
        return explain_by(span, threads_[each.lane], release);
      });
      return;
    }
    case RecordKind::Printed:
      marks_.push_back(
          {record.time, record.thread, record.line, record.value, static_cast<std::uint64_t>(record.since)});
      return;
    case RecordKind::Raised: marks_.push_back({record.time, record.thread, record.line, 0, 0}); return;
    case RecordKind::Folded:
      if (ThingLane* thing = thing_lane(record.thing)) fold_in(*thing, record);
      return;
    case RecordKind::StillWaits: return;
  }
}

// A thing was had, let go, or has another value.
void Story::hold(ThingLane& thing, const Record& record) {
  if (record.kind == RecordKind::Got && record.thing == 0) return;
  Holding* last = thing.spans.empty() ? nullptr : &thing.spans.back();
  const Time time = last == nullptr ? record.time : std::max({record.time, last->begin, last->end});
  if (thing.is_lock()) {
    const bool is_held = last != nullptr && last->end < 0;
    const bool was_late = std::erase(thing.late, record.thread) > 0;
    if (record.kind == RecordKind::Got) {
      if (is_held && last->holder == record.thread) return;  // an RLock again
      if (is_held) {
        last->end = time;
        thing.late.push_back(last->holder);
      }
      thing.spans.push_back({time, -1, record.thread, record.line, 0, 0});
      ++spans_;
    } else if (is_held && record.value == 0 && !was_late) {
      // By another thread than took it, or by one whose taking was not told.
      if (last->holder == record.thread || last->begin < record.time - kLate) last->end = time;
    }
    return;
  }
  const bool is_known = last != nullptr && last->folded == 0;
  std::int32_t value = record.value;
  if (thing.thing.kind == python::ThingKind::Queue) {
    value = std::max(0, (is_known ? last->value : 0) + (record.kind == RecordKind::Got ? -1 : 1));
  }
  if (is_known) last->end = time;
  thing.spans.push_back({time, -1, record.thread, record.line, value, 0});
  ++spans_;
}

// Several threads' sums of one time overlap, and they are told when they are over; a lane shows one thing at a time. So
// a sum stands between what is known before it and after.
void Story::fold_in(ThingLane& thing, const Record& record) {
  auto next = thing.spans.end();
  while (next != thing.spans.begin()) {
    Holding& last = *std::prev(next);
    if (last.end >= 0 && last.end <= record.time) break;
    const bool ends_with_it = last.end < 0 && last.begin <= record.time;
    if (ends_with_it && (!thing.is_lock() || last.holder == record.thread)) {
      last.end = std::max(record.since, last.begin);
      break;
    }
    --next;
  }
  const Time after = next == thing.spans.begin() ? begin_ : std::prev(next)->end;
  const Time before = next == thing.spans.end() ? record.time : std::min(record.time, next->begin);
  const Time end = std::max(before, after), begin = std::clamp(record.since, after, end);
  thing.spans.insert(next, {begin, end, record.thread, record.line, record.value, record.value});
  ++spans_;
}

// Whose doing ended a wait.
void Story::explain(ThreadLane& lane, std::size_t index, Time woken) {
  Span& span = lane.spans[index];
  if (span.joined != 0) {
    const ThreadLane* other = thread(span.joined);
    if (other == nullptr) return;
    span.woken_by = span.joined;
    span.woken_at = span.what == ThreadActivity::Joining && !other->is_alive() ? std::min(other->ended, woken) : woken;
    if (span.what == ThreadActivity::Joining && woken - span.begin > 0) {
      arrows_.push_back({ArrowKind::Join, span.joined, lane.number, span.woken_at, woken, 0});
    }
    return;
  }
  if (span.thing == 0) return;
  // A lock comes from who had it before, who may tell so a moment later.
  if (const ThingLane* lock = thing(span.thing); lock != nullptr && lock->is_lock() && !lock->spans.empty()) {
    const Holding& before = lock->spans.back();
    const Time released = before.end < 0 ? woken : before.end;
    if (before.folded == 0 && explain_by(span, lane, {before.holder, released})) return;
  }
  const auto last = released_.find(span.thing);
  if (last != released_.end() && explain_by(span, lane, last->second)) return;
  unexplained_.push_back({static_cast<std::size_t>(&lane - threads_.data()), index, woken});
}

bool Story::explain_by(Span& span, ThreadLane& lane, const Release& release) {
  // What was told in sums, or late, it did while it was alive.
  const ThreadLane* other = thread(release.thread);
  const Time time = other == nullptr || other->is_alive() ? release.time : std::min(release.time, other->ended);
  if (release.thread == lane.number || time < span.begin - kLate) return false;
  span.woken_by = release.thread;
  span.woken_at = std::min(time, span.end);
  arrows_.push_back({ArrowKind::Wake, release.thread, lane.number, span.woken_at, span.end, span.thing});
  return true;
}

// ---- totals --------------------------------------------------------------------------------------------------------

Totals Story::totals(Time from, Time to) const {
  Totals totals;
  totals.length = std::max<Time>(0, to - from);
  std::vector<std::pair<Time, int>> edges;  // how many run
  for (const ThreadLane& lane : threads_) {
    Totals::OfThread& own = totals.threads.emplace_back();
    own.thread = lane.number;
    const auto first = std::lower_bound(lane.spans.begin(), lane.spans.end(), from,
                                        [](const Span& span, Time time) { return span.end <= time; });
    for (auto span = first; span != lane.spans.end() && span->begin < to; ++span) {
      const Time begin = std::max(span->begin, from), end = std::min(span->end, to);
      if (end <= begin) continue;
      own.in[static_cast<std::size_t>(span->state)] += end - begin;
      if (span->state == State::Waiting) own.waited[span->thing] += end - begin;
      if (span->state == State::Waiting && span->what == ThreadActivity::Sleeping) own.slept += end - begin;
      if (span->state == State::Waiting && span->what == ThreadActivity::Joining) own.joined += end - begin;
      if (span->state == State::Running) {
        edges.emplace_back(begin, 1);
        edges.emplace_back(end, -1);
      }
    }
  }
  std::sort(edges.begin(), edges.end());
  int running = 0;
  Time last = from;
  for (const auto& [time, change] : edges) {
    if (running > 1) totals.together += time - last;
    running += change;
    last = time;
  }
  return totals;
}

// ---- too much ------------------------------------------------------------------------------------------------------

// The older half of every lane becomes one span.
void Story::fold_oldest() {
  const auto largest = std::max_element(threads_.begin(), threads_.end(), [](const ThreadLane& a, const ThreadLane& b) {
    return a.spans.size() < b.spans.size();
  });
  const Time middle = largest->spans[largest->spans.size() / 2].end;
  spans_ = 0;
  for (ThreadLane& lane : threads_) {
    std::size_t count = 0;
    while (count + 1 < lane.spans.size() && lane.spans[count].end <= middle) ++count;
    if (count > 1) {
      for (std::size_t i = 0; i < count; ++i) {
        const Span& span = lane.spans[i];
        if (span.state != State::Folded) lane.folded[static_cast<std::size_t>(span.state)] += span.end - span.begin;
      }
      lane.spans[count - 1] = {
          .begin = lane.spans.front().begin, .end = lane.spans[count - 1].end, .state = State::Folded};
      lane.spans.erase(lane.spans.begin(), lane.spans.begin() + static_cast<std::ptrdiff_t>(count) - 1);
      folded_ += count;
    }
    spans_ += lane.spans.size();
  }
  for (ThingLane& thing : things_) {
    std::size_t count = 0;
    while (count + 1 < thing.spans.size() && thing.spans[count].end >= 0 && thing.spans[count].end <= middle) ++count;
    thing.spans.erase(thing.spans.begin(), thing.spans.begin() + static_cast<std::ptrdiff_t>(count));
    folded_ += count;
    spans_ += thing.spans.size();
  }
  std::erase_if(arrows_, [&](const Arrow& arrow) { return arrow.end <= middle; });
  std::erase_if(marks_, [&](const Mark& mark) { return mark.time <= middle; });
  unexplained_.clear();  // it counts spans
}

}  // namespace threadbook::trace
