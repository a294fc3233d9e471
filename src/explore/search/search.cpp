#include "explore/search/search.h"

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

void Search::begin_anew() {
  *this = Search(shared_);
  if (shared_ != nullptr) beginning_ = shared_->begin_anew();
}

void Search::begin() {
  begun_ = nodes_.size();
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
  is_blocked_ = is_lost_ = false;
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
  const Fork& fork = nodes_[depth_];
  const std::size_t found = fork.taken == kNone ? kNobody : place_of(fork.thread, ready);
  if (found == kNobody) {
    is_blocked_ = true;
    is_lost_ = fork.taken != kNone;
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
  auto made = std::make_shared<Node>();
  Node& node = *made;
  runtime::Guard guard_of_new(node.mutex);  // others may come to know it before it is complete
  if (depth_ > 0) {
    const Fork& fork = nodes_.back();
    wait_for_touches(*fork.node);
    runtime::Guard guard(fork.node->mutex);
    Branch& chosen = fork.node->branches[fork.taken];
    for (const Sleeper& sleeper : fork.node->sleep) {
      if (!are_dependent(sleeper.touches, chosen.touches)) node.sleep.push_back(sleeper);
    }
    // Those that were there before it are tried by somebody, if perhaps later.
    for (std::uint32_t i = 0; i < fork.taken; ++i) {
      const Branch& each = fork.node->branches[i];
      if (!are_dependent(each.touches, chosen.touches)) node.sleep.push_back({each.thread, each.touches});
    }
    node.branches = std::exchange(chosen.then, {});
    if (!chosen.is_leaf && (fork.node->is_linked || fork.node->done < fork.taken)) {
      chosen.behind = made;
      node.is_linked = true;
    }
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
    if (found != kNobody) {
      node.branches.emplace_back().thread = ready[found].thread;
      node.branches.back().is_known = true;
    }
  }
  Fork fork{std::move(made)};
  node.open = static_cast<std::uint32_t>(node.branches.size());
  (void)node.take_next(fork);
  nodes_.push_back(std::move(fork));
}

// The step of the fork's branch has been done.
void Search::know_touches(Fork& fork, const std::vector<Touched>& touches) {
  Node& node = *fork.node;
  node.mutex.assume_held();
  Branch& branch = node.branches[fork.taken];
  branch.touches = touches;
  if (std::exchange(branch.is_known, true)) return;
  get_to_know(node, fork.taken);
  --node.unknown;
}

void Search::settle(Fork& fork) {
  if (fork.taken == kNone) return;
  {
    runtime::Guard guard(fork.node->mutex);
    const Branch& branch = fork.node->branches[fork.taken];
    if (branch.is_known) return;
    know_touches(fork, branch.touches);
  }
  if (shared_ != nullptr) shared_->tell();
}

// Somebody else may be about to do one of its steps for the first time.
void Search::wait_for_touches(const Node& node) {
  if (shared_ != nullptr && node.unknown != 0) shared_->wait([&] { return node.unknown == 0; });
}

void Search::started(ThreadNumber parent, ThreadNumber child) {
  know(std::max(parent, child));
  origins_[child] = is_in_step_ ? static_cast<std::uint32_t>(depth_) : latest_[parent];
}

void Search::done(Step&& step, std::span<const ThreadNumber> woken) {
  is_in_step_ = false;
  const std::size_t index = depth_++;
  latest_[step.thread] = static_cast<std::uint32_t>(index);
  if (index + 1 >= begun_) {
    {
      runtime::Guard guard(nodes_[index].node->mutex);
      know_touches(nodes_[index], step.touches);
    }
    if (shared_ != nullptr) shared_->tell();
  }
  if (index < kept_) return;
  steps_.push_back(std::move(step));
  facts_.emplace_back();
  facts_.back().woken.assign(woken.begin(), woken.end());
  note(static_cast<std::uint32_t>(index));
}

void Search::ended(End end, std::span<const Step> pending) {
  end_ = end;
  pending_.assign(pending.begin(), pending.end());
  races_.clear();
  // What it has not come to will not be known better.
  if (begun_ > 0) settle(nodes_[begun_ - 1]);
  if (depth_ < nodes_.size()) settle(nodes_[depth_]);
  if (is_blocked_ || end == End::Stopped) return;
  const auto count = static_cast<std::uint32_t>(steps_.size());
  // Of what was there before all has been looked at, but in other company.
  for (std::uint32_t i = 0; i < count; ++i) {
    if (shared_ != nullptr && shared_->is_stopped()) return;  // and nobody asks for more
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
  if (shared_ != nullptr && shared_->is_asked()) offer_some();
  return go_back();
}

// To the next thing to be tried on the own path, or where this has put in something.
bool Search::go_back() {
  Node::Left left;
  bool is_same_path = true;
  for (;;) {
    while (!nodes_.empty()) {
      Fork& fork = nodes_.back();
      bool is_more = false;
      {
        runtime::Guard guard(fork.node->mutex);
        fork.node->leave(fork, left);
        fork.taken = kNone;
        is_more = fork.node->take_next(fork);
      }
      for (const SearchTree::Path& way : left.open) owe(nodes_.size() - 1, way);
      left.open.clear();
      if (is_more) {
        kept_ = is_same_path ? nodes_.size() - 1 : 0;
        return true;
      }
      nodes_.pop_back();
    }
    if (owed_.empty()) return false;
    nodes_ = std::move(owed_.back());
    owed_.pop_back();
    is_same_path = false;
  }
}

// Something is to be done, to which the path leads as far as that node, and then the way, told from its end.
void Search::owe(std::size_t node, const SearchTree::Path& way) {
  SearchTree::Path path = SearchTree::copy(nodes_, node);
  path.pop_back();
  path.insert(path.end(), way.rbegin(), way.rend());
  owed_.push_back(std::move(path));
}

// The branch nearest to the root: it is likely to be the largest. The last one is kept.
void Search::offer_some() {
  if (!owed_.empty()) {
    {
      runtime::Guard guard(owed_.back().back().node->mutex);
      ++owed_.back().back().node->offered;
    }
    shared_->offer(std::move(owed_.back()), beginning_);
    owed_.pop_back();
    return;
  }
  std::size_t left = 0, first = 0;
  for (std::size_t i = 0; i < nodes_.size() && left < 2; ++i) {
    runtime::Guard guard(nodes_[i].node->mutex);
    const std::size_t here = nodes_[i].node->open - std::min(nodes_[i].node->open, nodes_[i].node->offered);
    if (left == 0 && here != 0) first = i;
    left += here;
  }
  if (left < 2) return;
  {
    runtime::Guard guard(nodes_[first].node->mutex);
    ++nodes_[first].node->offered;
  }
  shared_->offer(SearchTree::copy(nodes_, first), beginning_);
}

bool Search::take() {
  if (shared_ == nullptr) return false;
  do {
    nodes_.clear();
    kept_ = 0;
    begin();
    if (!shared_->take(nodes_, beginning_)) return false;
  } while (nodes_.back().taken == kNone && !go_back());
  kept_ = 0;
  return true;
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
  do {
    sequence_.clear();
    for (std::uint32_t i = first + 1; i < steps_.size(); ++i) {
      if (i == place || covers(facts_[i].clock, first)) continue;
      sequence_.push_back({steps_[i].thread, true, &steps_[i].touches});
    }
    sequence_.push_back({second.thread, !second.is_fickle, &second.touches});
  } while (!insert(first));
}

// The sequence, before that step. False: not yet; it has waited.
bool Search::insert(std::uint32_t first) {
  const Fork& fork = nodes_[first];
  std::size_t place = 0;
  for (const Sleeper& sleeper : fork.node->sleep) {
    if (may_begin(sleeper.thread, &sleeper.touches, place)) return true;
  }
  elsewhere_.clear();
  switch (insert(fork.node, fork.taken)) {
    case Insertion::Done: return true;
    case Insertion::Elsewhere: owe(first, elsewhere_); return true;
    case Insertion::Waits: wait_for_touches(*wait_at_); return shared_ == nullptr || shared_->is_stopped();
  }
  return true;
}

// `own`: the branch on the own path, in place of which it is to be tried; kNone: the node lies behind one that comes
// after that.
Search::Insertion Search::insert(const std::shared_ptr<Node>& node, std::uint32_t own) {
  runtime::Guard guard(node->mutex);
  if (node->unknown != 0) {
    wait_at_ = node;
    return Insertion::Waits;
  }
  std::size_t place = 0;
  for (std::uint32_t i = 0; i < node->branches.size(); ++i) {
    Branch& branch = node->branches[i];
    if (i == own || !may_begin(branch.thread, branch.is_known ? &branch.touches : nullptr, place)) continue;
    // Whoever tries it finds this, too.
    if (branch.is_taken && (branch.is_leaf || (own != kNone && i < own))) return Insertion::Done;
    if (place < sequence_.size()) sequence_.erase(sequence_.begin() + static_cast<std::ptrdiff_t>(place));
    if (sequence_.empty()) return Insertion::Done;
    if (!branch.is_taken || branch.behind == nullptr) {  // nobody has been there
      if (branch.is_taken || !branch.then.empty() || !branch.is_known) insert(branch.then, 0);
      return Insertion::Done;
    }
    const Insertion insertion = insert(branch.behind, kNone);
    if (insertion == Insertion::Elsewhere) {
      ++branch.paths;
      elsewhere_.push_back({node, i, branch.thread});
    }
    return insertion;
  }
  append(sequence_, node->branches);
  ++node->open;
  if (own != kNone) return Insertion::Done;
  elsewhere_.push_back({node});
  return Insertion::Elsewhere;
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
  append(sequence_, *branches);
}

void Search::append(std::span<const Item> sequence, std::vector<Branch>& branches) {
  std::vector<Branch>* at = &branches;
  for (const Item& item : sequence) {
    Branch& branch = at->emplace_back();
    branch.thread = item.thread;
    branch.is_known = item.is_known;
    branch.touches = *item.touches;
    at = &branch.then;
  }
}

// It has turned out what the branch touches, which has been taken last. The node's mutex is held.
void Search::get_to_know(Node& node, std::uint32_t taken) {
  node.mutex.assume_held();
  Branch& branch = node.branches[taken];
  const auto is_apart = [&](const auto& each) { return !are_dependent(each.touches, branch.touches); };
  is_known_ = std::any_of(node.sleep.begin(), node.sleep.end(), is_apart) ||
              std::any_of(node.branches.begin(), node.branches.begin() + taken, is_apart);
  if (!is_known_) branch.then.clear();
  branch.is_leaf = !is_known_;
  // Perhaps it makes others needless.
  const std::vector<Branch> others(std::make_move_iterator(node.branches.begin() + taken + 1),
                                   std::make_move_iterator(node.branches.end()));
  node.branches.resize(taken + 1);
  std::vector<Item> path;
  for (const Branch& other : others) insert_paths(other, path, node.branches, taken);
  node.open = static_cast<std::uint32_t>(node.branches.size()) - taken - 1;
}

void Search::insert_paths(const Branch& branch, std::vector<Item>& path, std::vector<Branch>& tree, std::size_t from) {
  path.push_back({branch.thread, branch.is_known, &branch.touches});
  if (branch.then.empty() || !branch.is_known) {
    sequence_ = path;
    insert(tree, from);
  }
  for (const Branch& next : branch.then) insert_paths(next, path, tree, from);
  path.pop_back();
}

}  // namespace threadbook::explore
