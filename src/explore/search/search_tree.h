// The tree of a search: what has been tried and what is to be tried in each place, for all who search it together.
//
// Whoever searches has a path in it: the steps of its execution, and before each of them a node. A branch of a node is
// tried by one of them, and who has found what else to try there puts it into the node. What comes first in a node
// counts as tried for what comes after it, whenever it is: so it does not matter who tries what.
//
// It is not quite as good as having been tried: what is found in the course of that, and begins with a later branch,
// belongs into the tree below that, also when somebody is at it or has left it long ago. So the nodes along sequences
// that were put in stay as long as there is an earlier branch of which something may come (Node::is_linked), and
// whoever puts in something has to see to it. Where one searches alone nothing stays.
//
// Everybody goes on with the deepest branch of the own path that nobody has taken, then with what it has put in
// elsewhere. Where somebody has nothing left, others offer a part of their path, up to a node with branches that nobody
// has taken, as near to the root as there is one.
//
// Costs: a lock for each step that two paths have in common, and a look whether somebody asks for work in between
// executions.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "explore/executor/scheduler.h"
#include "runtime/guard.h"
#include "runtime/parker.h"
#include "runtime/small_mutex.h"

namespace threadbook::explore {

// Thread safety: every function from any thread; of a Node, what it says.
class SearchTree {
 public:
  struct Node;
  // A step to be tried, and what then: all there is if nothing is said. What it touches is not known of one that goes
  // by what it finds (Step::is_fickle) and has not been done there: such a one is the last of a sequence, and all there
  // is after it is wanted besides what `then` says, unless it turns out that that was tried.
  struct Branch {
    ThreadNumber thread = 0;
    bool is_known = false;
    bool is_taken = false;  // somebody tries it, or has
    bool is_leaf = false;   // when it was taken, all there is was wanted after it
    std::vector<Touched> touches;
    std::vector<Branch> then;      // goes over to the node behind it
    std::uint32_t paths = 0;       // that lead through it
    std::shared_ptr<Node> behind;  // if that is linked
  };
  // A step that need not be tried: it was, or is.
  struct Sleeper {
    ThreadNumber thread;
    std::vector<Touched> touches;
  };
  // A node on somebody's path, and which of its branches that follows.
  struct Fork {
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
    std::shared_ptr<Node> node;
    std::uint32_t taken = kNone;  // kNone: all that could be done there need not be tried
    ThreadNumber thread = 0;      // of that branch
  };
  using Path = std::vector<Fork>;
  // Before a step.
  struct Node {
    std::vector<Sleeper> sleep;  // constant when others know the node
    runtime::SmallMutex mutex;
    std::vector<Branch> branches GUARDED_BY(mutex);  // in the order in which they were found; only added to
    std::uint32_t open GUARDED_BY(mutex) = 0;        // so many of them nobody has taken
    std::uint32_t offered GUARDED_BY(mutex) = 0;     // and so many of those have been offered
    // So many of those that somebody tries are not known yet: until they are, nothing is taken or put in. Under
    // `mutex`.
    std::atomic<std::uint32_t> unknown{0};
    std::uint32_t done GUARDED_BY(mutex) = 0;  // of the first ones: no path leads through them
    // From the node before this something may be put in: some earlier branch there is not done, or it is linked itself.
    bool is_linked GUARDED_BY(mutex) = false;

    // The fork follows the next branch that nobody has taken; false: there is none, or it is not its time. One that
    // leads to a step that is not known waits until all has been put in that may turn out to be wanted after it:
    // whoever sees to the last of that takes it.
    bool take_next(Fork& fork) REQUIRES(mutex);
    // What comes of leaving a branch.
    struct Left {
      std::vector<std::shared_ptr<Node>> dropped;  // need not stay; to be let go of where no mutex is held
      std::vector<Path>
          open;  // nodes in which something may be taken from now on, each with the way there, from its end
    };
    // The fork's path leads through its branch no longer. REQUIRES: the fork is of this node.
    void leave(const Fork& fork, Left& left) REQUIRES(mutex);
    void unlink_done(const std::shared_ptr<Node>& itself, Left& left) REQUIRES(mutex);
  };

  // `searchers`: at most so many will search. One of them, from the root.
  explicit SearchTree(std::size_t searchers);
  ~SearchTree();
  SearchTree(const SearchTree&) = delete;
  SearchTree& operator=(const SearchTree&) = delete;

  // ---- work ----

  [[nodiscard]] std::size_t most_searchers() const { return count_; }
  // Another one searches, too: take() is what it does first.
  void join();
  // Would somebody like to have something to do, now or soon?
  bool is_asked() const { return asked_.load(std::memory_order_relaxed) > 0; }
  // Another path like this one, up to that node, where it has taken none yet.
  static Path copy(const Path& path, std::size_t last);
  // An open branch of the path's last node, which counts it as offered. What is left of an earlier beginning is
  // dropped.
  void offer(Path&& path, std::uint64_t beginning);
  // Whoever calls it has nothing left to do. Blocks until something is offered, and takes that, if nobody has; false:
  // all is done, or stop() was called.
  bool take(Path& path, std::uint64_t& beginning);
  // All begin anew: whoever calls this, from the root, the others when they have ended their executions. The number of
  // this beginning.
  std::uint64_t begin_anew();
  [[nodiscard]] std::uint64_t beginning() const { return beginning_.load(std::memory_order_relaxed); }
  // Nothing more is to be done. A signal handler may call it.
  void stop() noexcept;
  [[nodiscard]] bool is_stopped() const { return is_stopped_.load(); }

  // ---- waiting for each other ----

  // Blocks until it is true, or until stop(). Whoever makes it true calls tell().
  template <class IsTrue>
  void wait(IsTrue is_true) {
    Seat& seat = sit_down();
    while (!is_stopped() && !is_true()) seat.wait();
    stand_up(seat);
  }
  void tell() noexcept;

 private:
  struct Seat {
    std::atomic<runtime::Parker*> parker{nullptr};
    std::atomic<bool> is_taken{false};
    void wait() { parker.load()->park(runtime::Deadline::never()); }
  };
  Seat& sit_down();
  void stand_up(Seat& seat);
  void count_asked() REQUIRES(mutex_);

  const std::size_t count_;
  const std::unique_ptr<Seat[]> seats_;  // of those who wait
  std::atomic<std::size_t> waiting_{0};
  std::atomic<bool> is_stopped_{false};
  std::atomic<std::int64_t> asked_{0};
  std::atomic<std::uint64_t> beginning_{0};  // written with `mutex_`
  runtime::SmallMutex mutex_;
  std::size_t searchers_ GUARDED_BY(mutex_) = 1;
  std::size_t working_ GUARDED_BY(mutex_) = 1;
  std::vector<Path> offers_ GUARDED_BY(mutex_);
};

}  // namespace threadbook::explore
