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
// Costs: for each execution its length times the steps at the same objects; memory, the orders that are still to be
// tried of one execution.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "explore/scheduler.h"

namespace threadbook::explore {

// Thread safety: none; called by one thread at a time.
class Search final : public Scheduler {
 public:
  // An execution is to begin: the first, or the one after prepare_next().
  void begin();
  // After an execution has ended: false if there is nothing left to try.
  bool prepare_next();
  // From the beginning, as if nothing had been tried.
  void forget();

  [[nodiscard]] std::uint64_t traces() const { return traces_; }
  [[nodiscard]] std::uint64_t blocked() const { return blocked_; }
  // Of the execution that has ended: was it broken off, because all that could be done next had been tried?
  [[nodiscard]] bool was_blocked() const { return is_blocked_; }
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

  std::size_t next(std::span<const Candidate> ready) override;
  void done(Step&& step, std::span<const ThreadNumber> woken) override;
  void ended(End end, std::span<const Step> pending) override;
  void started(ThreadNumber parent, ThreadNumber child) override;

 private:
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

  // A step that is to be tried, and what then: all there is if nothing is said. What it touches is not known of one
  // that goes by what it finds (Step::is_fickle) and has not been done there: such a one is the last of a sequence, and
  // all there is after it is wanted besides what `then` says, unless it turns out that that was tried.
  struct Branch {
    ThreadNumber thread = 0;
    bool is_known = false;
    std::vector<Touched> touches;
    std::vector<Branch> then;
  };
  // A step that need not be tried: it was.
  struct Sleeper {
    ThreadNumber thread;
    std::vector<Touched> touches;
  };
  // Before a step: what has been tried in its place, and what will be. The first branch is being tried.
  struct Node {
    std::vector<Sleeper> sleep;
    std::vector<Branch> branches;
  };
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
  void insert(std::vector<Branch>& tree, std::size_t from);
  void get_to_know(Node& node);
  void insert_paths(const Branch& branch, std::vector<Item>& path, std::vector<Branch>& tree);
  bool may_begin(ThreadNumber thread, const std::vector<Touched>* touches, std::size_t& place) const;
  Clock clock_before(ThreadNumber thread) const;
  bool covers(const Clock& clock, std::uint32_t index) const;
  static void join(Clock& clock, const Clock& other);

  std::vector<Node> nodes_;  // one a step
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
  bool is_blocked_ = false;
  ThreadNumber last_ = 0;  // who did the last step
  std::uint64_t traces_ = 0, blocked_ = 0;
};

// Do these have to do with each other?
bool are_dependent(const std::vector<Touched>& a, const std::vector<Touched>& b);

}  // namespace threadbook::explore
