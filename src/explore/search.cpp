#include "explore/search.h"

#include <algorithm>
#include <utility>

namespace threadbook::explore {

using python::Manner;

namespace {

bool overlap(const Touched& a, const Touched& b) {
  if (a.object != b.object) return false;
  if (a.part == b.part) return true;
  // Their order is a thing apart.
  if (a.part == python::kOrder || b.part == python::kOrder) return false;
  return a.part == python::kWhole || b.part == python::kWhole;
}

bool are_dependent(const Touched& a, const Touched& b) {
  if (!overlap(a, b)) return false;
  if (a.manner == Manner::Reads && b.manner == Manner::Reads) return false;
  return a.manner != Manner::Adds || b.manner != Manner::Adds;
}

}  // namespace

bool are_dependent(const std::vector<Touched>& a, const std::vector<Touched>& b) {
  for (const Touched& x : a) {
    for (const Touched& y : b) {
      if (are_dependent(x, y)) return true;
    }
  }
  return false;
}

// ---- executions --------------------------------------------------------------------------------------

void Search::forget() { *this = Search(); }

void Search::begin() {
  for (std::size_t i = steps_.size(); i-- > kept_;) {
    for (const Touched& touched : steps_[i].touches) {
      auto& list = touching_[touched.object];
      while (!list.empty() && list.back() >= kept_) list.pop_back();
    }
  }
  steps_.resize(kept_);
  facts_.resize(kept_);
  std::fill(last_of_.begin(), last_of_.end(), kNone);
  std::fill(latest_.begin(), latest_.end(), kNone);
  std::fill(waker_.begin(), waker_.end(), kNone);
  for (std::uint32_t i = 0; i < kept_; ++i) {
    last_of_[steps_[i].thread] = i;
    waker_[steps_[i].thread] = kNone;
    for (ThreadNumber thread : facts_[i].woken) waker_[thread] = i;
  }
  depth_ = 0;
  is_blocked_ = false;
  is_in_step_ = is_known_ = false;
  last_ = 0;
}

void Search::know(ThreadNumber thread) {
  if (thread < last_of_.size()) return;
  last_of_.resize(thread + 1, kNone);
  latest_.resize(thread + 1, kNone);
  waker_.resize(thread + 1, kNone);
  origins_.resize(thread + 1, kNone);
}

std::size_t Search::next(std::span<const Candidate> ready) {
  for (const Candidate& each : ready) know(each.thread);
  if (depth_ == nodes_.size()) add_node(ready);
  const Node& node = nodes_[depth_];
  const std::size_t found = node.branches.empty() ? kNobody : place_of(node.branches.front().thread, ready);
  if (found == kNobody) {
    is_blocked_ = true;
    return kNobody;
  }
  is_in_step_ = true;
  last_ = ready[found].thread;
  return found;
}

std::size_t Search::place_of(ThreadNumber thread, std::span<const Candidate> ready) {
  for (std::size_t i = 0; i < ready.size(); ++i) {
    if (ready[i].thread == thread) return i;
  }
  return kNobody;
}

// What may be done here, where no execution has been.
void Search::add_node(std::span<const Candidate> ready) {
  Node node;
  if (depth_ > 0) {
    Branch& chosen = nodes_.back().branches.front();
    for (const Sleeper& sleeper : nodes_.back().sleep) {
      if (!are_dependent(sleeper.touches, chosen.touches)) node.sleep.push_back(sleeper);
    }
    node.branches = std::exchange(chosen.then, {});
  }
  if (!std::exchange(is_known_, false) && node.branches.empty()) {
    const auto sleeps = [&](ThreadNumber thread) {
      return std::any_of(node.sleep.begin(), node.sleep.end(), [&](const Sleeper& s) { return s.thread == thread; });
    };
    // Whoever is at it goes on, if it can: so there are few switches.
    std::size_t found = place_of(last_, ready);
    if (found == kNobody || sleeps(last_)) {
      found = kNobody;
      for (std::size_t i = ready.size(); i-- > 0;) {
        if (!sleeps(ready[i].thread)) found = i;
      }
    }
    if (found != kNobody) node.branches.push_back({ready[found].thread, true, {}, {}});
  }
  nodes_.push_back(std::move(node));
}

void Search::started(ThreadNumber parent, ThreadNumber child) {
  know(std::max(parent, child));
  origins_[child] = is_in_step_ ? static_cast<std::uint32_t>(depth_) : latest_[parent];
}

void Search::done(Step&& step, std::span<const ThreadNumber> woken) {
  is_in_step_ = false;
  const std::size_t index = depth_++;
  latest_[step.thread] = static_cast<std::uint32_t>(index);
  if (index < kept_) return;
  Branch& branch = nodes_[index].branches.front();
  branch.touches = step.touches;
  if (!std::exchange(branch.is_known, true)) get_to_know(nodes_[index]);
  steps_.push_back(std::move(step));
  facts_.emplace_back();
  facts_.back().woken.assign(woken.begin(), woken.end());
  note(static_cast<std::uint32_t>(index));
}

void Search::ended(End end, std::span<const Step> pending) {
  end_ = end;
  pending_.assign(pending.begin(), pending.end());
  races_.clear();
  if (is_blocked_) ++blocked_;
  if (is_blocked_ || end == End::Stopped) return;
  ++traces_;
  const auto count = static_cast<std::uint32_t>(steps_.size());
  // Of what was there before all has been looked at, but in other company.
  for (std::uint32_t i = 0; i < count; ++i) {
    const StepFacts& facts = facts_[i];
    Clock before = facts.before != kNone       ? facts_[facts.before].clock
                   : facts.started_by != kNone ? facts_[facts.started_by].clock
                                               : Clock();
    // Before it was woken it could not have been done.
    if (steps_[i].awaits && facts.waker != kNone) join(before, facts_[facts.waker].clock);
    for_each_race(steps_[i], before, i, [&](std::uint32_t first) {
      races_.push_back({first, i});
      reverse(first, steps_[i], i);
    });
  }
  for (const Step& step : pending) {
    if (step.touches.empty() || step.awaits) continue;
    know(step.thread);
    const Clock before = clock_before(step.thread);
    for_each_race(step, before, count, [&](std::uint32_t first) { reverse(first, step, count); });
  }
}

bool Search::prepare_next() {
  while (!nodes_.empty()) {
    Node& node = nodes_.back();
    if (!node.branches.empty()) {
      Branch& tried = node.branches.front();
      node.sleep.push_back({tried.thread, std::move(tried.touches)});
      node.branches.erase(node.branches.begin());
      if (!node.branches.empty()) {
        kept_ = nodes_.size() - 1;
        return true;
      }
    }
    nodes_.pop_back();
  }
  return false;
}

// ---- what happened before what -----------------------------------------------------------------------

bool Search::covers(const Clock& clock, std::uint32_t index) const {
  const ThreadNumber thread = steps_[index].thread;
  return thread < clock.size() && clock[thread] >= facts_[index].number;
}

void Search::join(Clock& clock, const Clock& other) {
  if (clock.size() < other.size()) clock.resize(other.size(), 0);
  for (std::size_t i = 0; i < other.size(); ++i) clock[i] = std::max(clock[i], other[i]);
}

Search::Clock Search::clock_before(ThreadNumber thread) const {
  if (last_of_[thread] != kNone) return facts_[last_of_[thread]].clock;
  return origins_[thread] != kNone ? facts_[origins_[thread]].clock : Clock();
}

// The step of that index has been done.
void Search::note(std::uint32_t index) {
  const Step& step = steps_[index];
  StepFacts& facts = facts_[index];
  know(step.thread);
  facts.before = last_of_[step.thread];
  facts.started_by = facts.before == kNone ? origins_[step.thread] : kNone;
  facts.number = facts.before == kNone ? 1 : facts_[facts.before].number + 1;
  Clock clock = clock_before(step.thread);
  facts.waker = waker_[step.thread];
  if (facts.waker != kNone) join(clock, facts_[facts.waker].clock);
  waker_[step.thread] = kNone;
  for (const Touched& touched : step.touches) {
    auto& list = touching_[touched.object];
    for (std::size_t i = list.size(); i-- > 0;) {
      if (covers(clock, list[i])) continue;
      for (const Touched& other : steps_[list[i]].touches) {
        if (are_dependent(touched, other)) {
          join(clock, facts_[list[i]].clock);
          break;
        }
      }
    }
    if (list.empty() || list.back() != index) list.push_back(index);
  }
  if (step.follows_all) {
    for (const StepFacts& each : facts_) join(clock, each.clock);
  }
  if (clock.size() <= step.thread) clock.resize(step.thread + 1, 0);
  clock[step.thread] = facts.number;
  facts.clock = std::move(clock);
  last_of_[step.thread] = index;
  for (ThreadNumber thread : facts.woken) {
    know(thread);
    waker_[thread] = index;
  }
}

// ---- races -------------------------------------------------------------------------------------------

// A step that may have to wait for its first object cannot come before one that found that taken, whatever else the two
// have in common; that one happens before it, but for the object itself one goes back to where it could be had.
template <class Found>
void Search::for_each_race(const Step& step, const Clock& before, std::uint32_t limit, Found found) {
  if (step.follows_all) return;
  std::vector<Meeting>& others = others_;
  others.clear();
  for (const Touched& touched : step.touches) {
    const bool is_awaited = step.may_wait && &touched == &step.touches.front();
    const auto list = touching_.find(touched.object);
    if (list == touching_.end()) continue;
    for (std::size_t i = list->second.size(); i-- > 0;) {
      const std::uint32_t index = list->second[i];
      if (index >= limit || steps_[index].thread == step.thread) continue;
      if (covers(before, index)) continue;
      for (const Touched& other : steps_[index].touches) {
        if (!are_dependent(touched, other)) continue;
        others.push_back({index, !is_awaited ? Meeting::Elsewhere : other.was_ready ? Meeting::Had : Meeting::Gave});
        break;
      }
    }
  }
  // The latest first, and of one step what weighs most.
  std::sort(others.begin(), others.end(),
            [](const Meeting& a, const Meeting& b) { return a.step != b.step ? a.step > b.step : a.how > b.how; });
  const auto is_same = [](const Meeting& a, const Meeting& b) { return a.step == b.step; };
  others.erase(std::unique(others.begin(), others.end(), is_same), others.end());
  std::vector<std::uint32_t> racing;
  Clock clock = before, clock_of_awaited = before;
  bool was_had = false;
  for (const Meeting& other : others) {
    if (other.how != Meeting::Gave) {
      if (was_had && other.how == Meeting::Had) continue;
      if (covers(other.how == Meeting::Had ? clock_of_awaited : clock, other.step)) continue;
      racing.push_back(other.step);
      was_had |= other.how == Meeting::Had;
      join(clock_of_awaited, facts_[other.step].clock);
    }
    join(clock, facts_[other.step].clock);
  }
  for (std::uint32_t index : racing) found(index);
}

// Could `thread`, whose next step touches this, do that before all of the sequence? `place`: where in it that is; its
// size if it is no part of it. Where it is not known what is touched the answer is no, until it is.
bool Search::may_begin(ThreadNumber thread, const std::vector<Touched>* touches, std::size_t& place) const {
  const auto its =
      std::find_if(sequence_.begin(), sequence_.end(), [&](const Item& item) { return item.thread == thread; });
  place = static_cast<std::size_t>(its - sequence_.begin());
  if (place == 0) return true;
  if (touches == nullptr && its != sequence_.end() && its->is_known) touches = its->touches;
  if (touches == nullptr) return false;
  return std::none_of(sequence_.begin(), its,
                      [&](const Item& item) { return !item.is_known || are_dependent(*touches, *item.touches); });
}

// `second` is to come before `first`.
void Search::reverse(std::uint32_t first, const Step& second, std::uint32_t place) {
  sequence_.clear();
  for (std::uint32_t i = first + 1; i < steps_.size(); ++i) {
    if (i == place || covers(facts_[i].clock, first)) continue;
    sequence_.push_back({steps_[i].thread, true, &steps_[i].touches});
  }
  sequence_.push_back({second.thread, !second.is_fickle, &second.touches});
  std::size_t ignored = 0;
  for (const Sleeper& sleeper : nodes_[first].sleep) {
    if (may_begin(sleeper.thread, &sleeper.touches, ignored)) return;
  }
  insert(nodes_[first].branches, 1);
}

// The sequence is to be tried, unless what is to be tried from `from` on will do.
void Search::insert(std::vector<Branch>& tree, std::size_t from) {
  std::vector<Branch>* branches = &tree;
  for (;; from = 0) {
    Branch* taken = nullptr;
    std::size_t place = 0;
    for (std::size_t i = from; i < branches->size() && taken == nullptr; ++i) {
      Branch& branch = (*branches)[i];
      if (may_begin(branch.thread, branch.is_known ? &branch.touches : nullptr, place)) taken = &branch;
    }
    if (taken == nullptr) break;
    if (place < sequence_.size()) sequence_.erase(sequence_.begin() + static_cast<std::ptrdiff_t>(place));
    if (sequence_.empty() || (taken->then.empty() && taken->is_known)) return;
    branches = &taken->then;
  }
  for (const Item& item : sequence_) {
    branches->push_back({item.thread, item.is_known, *item.touches, {}});
    branches = &branches->back().then;
  }
}

// It has turned out what the first branch touches.
void Search::get_to_know(Node& node) {
  Branch& branch = node.branches.front();
  is_known_ = std::any_of(node.sleep.begin(), node.sleep.end(),
                          [&](const Sleeper& each) { return !are_dependent(each.touches, branch.touches); });
  if (!is_known_) branch.then.clear();
  if (node.branches.size() == 1) return;
  // Perhaps it makes others needless.
  const std::vector<Branch> others(std::make_move_iterator(node.branches.begin() + 1),
                                   std::make_move_iterator(node.branches.end()));
  node.branches.resize(1);
  std::vector<Item> path;
  for (const Branch& other : others) insert_paths(other, path, node.branches);
}

void Search::insert_paths(const Branch& branch, std::vector<Item>& path, std::vector<Branch>& tree) {
  path.push_back({branch.thread, branch.is_known, &branch.touches});
  if (branch.then.empty() || !branch.is_known) {
    sequence_ = path;
    insert(tree, 0);
  }
  for (const Branch& next : branch.then) insert_paths(next, path, tree);
  path.pop_back();
}

}  // namespace threadbook::explore
