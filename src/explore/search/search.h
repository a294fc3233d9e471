// The search for all orders: optimal dynamic partial-order reduction.
//
// Two executions that differ only in the order of steps that have nothing to do with each other are one: a trace. The
// search runs each trace of a program once, and none that it has to break off. The algorithm is that of Abdulla,
// Aronis, Jonsson and Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order Reduction" (J. ACM 64,
// 2017), with wake-up trees:
//
// After an execution every race in it is looked at: two steps of which the later does not need the earlier, but has to
// do with it. To have them in the other order, one goes on from where the earlier was done with what does not need it,
// and then with the later. Unless that leads to what has been tried from there (the sleep set tells) or will be (the
// wake-up tree tells), it is put into the tree, and tried when its turn comes.
//
// Steps that wait: a lock can be had only when it is free, so the step that gave it back cannot be exchanged with the
// one that then took it, but the one that took it before can. So a step that waits races with the last one before which
// it could have been done. At the end of an execution that goes for steps, too, that could never be done.
//
// Several can search one program, each with executions of its own: they have the tree of what is to be tried in common
// (search_tree.h). None of this depends on when a branch of it is tried, only on which was there first.
//
// Costs: for each execution its length times the steps at the same objects; memory, the orders that are still to be
// tried of one execution.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "explore/executor/scheduler.h"
#include "explore/search/search_tree.h"

namespace threadbook::explore {

// Thread safety: none; called by one thread at a time.
class Search final : public Scheduler {
 public:
  // One that searches alone, or with others by `shared`, which outlives this.
  explicit Search(SearchTree* shared = nullptr) : shared_(shared) {}

  // An execution is to begin: the first, or the one after prepare_next() or take().
  void begin();
  // After an execution has ended: false if nothing is left to try of what this has set out to. Gives others something
  // to do, if they ask for it.
  bool prepare_next();
  // What others have left to do; false: there is nothing, and never will be. Blocks until one is known.
  bool take();
  // From the beginning, as if nothing had been tried; all others who search with it, too.
  void begin_anew();
  // Has somebody else begun anew? Then what comes of this execution is of no use.
  [[nodiscard]] bool is_outdated() const { return shared_ != nullptr && beginning_ != shared_->beginning(); }

  // Of the execution that has ended: was it broken off, because all that could be done next had been tried?
  [[nodiscard]] bool was_blocked() const { return is_blocked_; }
  // And if so: because the program has not come again to where it was before? Then nothing is proved.
  [[nodiscard]] bool was_lost() const { return is_lost_; }
  [[nodiscard]] End end() const { return end_; }
  // Its steps.
  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
  // What was left to be done.
  [[nodiscard]] const std::vector<Step>& pending() const { return pending_; }

  // Two of them that could have come in the other order: indices into steps().
  struct Race {
    std::uint32_t first, second;
  };
  [[nodiscard]] const std::vector<Race>& races() const { return races_; }
  // Its steps in the order that has few switches of all those which are the same trace: indices into steps(). It
  // depends on the trace alone, not on the order that was tried. `is_before` orders threads.
  template <class IsBefore>
  std::vector<std::uint32_t> straightened(IsBefore is_before) const;

  std::size_t next(std::span<const Candidate> ready) override;
  void done(Step&& step, std::span<const ThreadNumber> woken) override;
  void ended(End end, std::span<const Step> pending) override;
  void started(ThreadNumber parent, ThreadNumber child) override;

 private:
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

  using Branch = SearchTree::Branch;
  using Sleeper = SearchTree::Sleeper;
  using Node = SearchTree::Node;
  using Fork = SearchTree::Fork;
  // What happened before a step, its own thread included: how many steps of each thread.
  using Clock = std::vector<std::uint32_t>;
  struct StepFacts {
    Clock clock;
    std::uint32_t number = 0;          // of its thread, from 1 on
    std::uint32_t before = kNone;      // the one of its thread before
    std::uint32_t waker = kNone;       // the one that made its thread able to go on
    std::uint32_t started_by = kNone;  // of the first of its thread: the step in which that was started
    std::vector<ThreadNumber> woken;   // threads that could go on because of it
  };
  // A step that another has to do with: at what; at the object for which that may have to wait, could it be had then?
  struct Meeting {
    std::uint32_t step;
    enum How : std::uint8_t { Elsewhere, Had, Gave } how;
  };
  // What is to be tried in place of a step: some that were done after it, and then one more.
  struct Item {
    ThreadNumber thread;
    bool is_known;  // what it touches there
    const std::vector<Touched>* touches;
  };

  void know(ThreadNumber thread);
  void add_node(std::span<const Candidate> ready);
  static std::size_t place_of(ThreadNumber thread, std::span<const Candidate> ready);
  void note(std::uint32_t index);
  template <class Found>
  void for_each_race(const Step& step, const Clock& before, std::uint32_t limit, Found found);
  void reverse(std::uint32_t first, const Step& second, std::uint32_t place);
  // How it went with a sequence that is to be put in.
  enum class Insertion : std::uint8_t {
    Done,       // or it need not be
    Elsewhere,  // in a place that is on nobody's path perhaps: elsewhere_ leads there, from its end on
    Waits,      // somebody is about to do a step on which it depends, in wait_at_
  };
  bool insert(std::uint32_t first);
  Insertion insert(const std::shared_ptr<Node>& node, std::uint32_t own);
  void insert(std::vector<Branch>& tree, std::size_t from);
  static void append(std::span<const Item> sequence, std::vector<Branch>& branches);
  void know_touches(Fork& fork, const std::vector<Touched>& touches);
  void get_to_know(Node& node, std::uint32_t taken);
  void settle(Fork& fork);
  void wait_for_touches(const Node& node);
  void offer_some();
  bool go_back();
  void owe(std::size_t node, const SearchTree::Path& way);
  void insert_paths(const Branch& branch, std::vector<Item>& path, std::vector<Branch>& tree, std::size_t from);
  bool may_begin(ThreadNumber thread, const std::vector<Touched>* touches, std::size_t& place) const;
  Clock clock_before(ThreadNumber thread) const;
  bool covers(const Clock& clock, std::uint32_t index) const;
  static void join(Clock& clock, const Clock& other);

  SearchTree* shared_;
  std::uint64_t beginning_ = 0;
  std::vector<SearchTree::Path> owed_;  // to where this has put in something
  SearchTree::Path elsewhere_;          // for insert()
  std::shared_ptr<Node> wait_at_;
  std::vector<Fork> nodes_;  // one a step
  std::size_t begun_ = 0;    // so many of them were there when this execution began
  std::vector<Step> steps_, pending_;
  std::vector<StepFacts> facts_;
  std::size_t depth_ = 0;  // steps of this execution so far
  std::size_t kept_ = 0;   // so many are those of the execution before
  // By thread: its last step; the step that made it able to go on, since then; the step in which it was started.
  std::vector<std::uint32_t> last_of_, waker_, origins_;
  std::vector<std::uint32_t> latest_;  // of each thread, of this execution, those that are repeated included
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> touching_;  // steps, by object
  std::vector<Item> sequence_;                                              // for reverse()
  std::vector<Meeting> others_;                                             // for for_each_race()
  std::vector<Race> races_;

  bool is_in_step_ = false;
  bool is_known_ = false;  // what would come next, but for what is in the tree
  End end_ = End::Finished;
  bool is_blocked_ = false, is_lost_ = false;
  ThreadNumber last_ = 0;  // who did the last step
};

template <class IsBefore>
std::vector<std::uint32_t> Search::straightened(IsBefore is_before) const {
  std::vector<std::uint32_t> next(last_of_.size(), kNone), after(steps_.size(), kNone), order;
  for (auto i = static_cast<std::uint32_t>(steps_.size()); i-- > 0;) {
    after[i] = next[steps_[i].thread];
    next[steps_[i].thread] = i;
  }
  Clock done(last_of_.size(), 0);
  const auto can_come = [&](ThreadNumber thread) {
    if (next[thread] == kNone) return false;
    const Clock& clock = facts_[next[thread]].clock;
    for (ThreadNumber each = 0; each < clock.size(); ++each) {
      if (each != thread && clock[each] > done[each]) return false;
    }
    return true;
  };
  ThreadNumber at = 0;
  while (order.size() < steps_.size()) {
    if (!can_come(at)) {
      at = kNone;
      for (ThreadNumber each = 0; each < next.size(); ++each) {
        if (can_come(each) && (at == kNone || is_before(each, at))) at = each;
      }
    }
    order.push_back(next[at]);
    ++done[at];
    next[at] = after[next[at]];
  }
  return order;
}

// Do these have to do with each other?
bool are_dependent(const std::vector<Touched>& a, const std::vector<Touched>& b);

}  // namespace threadbook::explore
