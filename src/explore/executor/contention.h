// Contention: which variables are worth a step.
//
// That a thread touches something is a step if another thread touches the same, and one of them changes it. Before a
// program has run nobody knows of which that is true. So it is learnt: each execution notes who touches what, and what
// turns out to be shared counts from the next execution on. Whoever looks for all orders begins anew when something was
// learnt; that happens a few times at the beginning, if at all, and the search ends with executions from which nothing
// was to be learnt: then no two threads can have met at anything that is not in the list, since the first such meeting
// would lie in an order that was tried.
//
// What is learnt is coarser than a variable: all items of a container are one, and so is an attribute of all objects of
// one class that were made after the first thread was started; so few beginnings are enough.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include "python/vm/watcher.h"

namespace threadbook::explore {

// Thread safety: none; one OS thread drives all.
class Contention {
 public:
  // A new execution. True: in the one before something was learnt.
  bool begin();

  [[nodiscard]] bool is_contended(std::uint64_t key) const { return is_all_ || contended_.contains(key); }
  // `thread` touches the variable `exact`, which counts as `key`. True: by that something was learnt.
  bool note(std::uint64_t exact, std::uint64_t key, std::uint32_t thread, python::Manner manner);
  // Has something been learnt in this execution?
  [[nodiscard]] bool has_learnt() const { return !learnt_.empty(); }
  // What that is.
  [[nodiscard]] const std::vector<std::uint64_t>& learnt() const { return learnt_; }
  // What others have learnt who run the same program counts, too. REQUIRES: between executions.
  void adopt(std::span<const std::uint64_t> keys) { contended_.insert(keys.begin(), keys.end()); }
  // All counts.
  void give_up() { is_all_ = true; }
  // Where there is always something new, as in a program that makes itself new classes, all counts after a while.
  static constexpr int kMostBeginnings = 100;
  // Was nothing to be learnt from the execution before this one?
  [[nodiscard]] bool is_settled() const { return is_settled_; }

 private:
  // Threads, each kind of access: none, one, or several.
  struct Who {
    static constexpr std::uint32_t kNobody = 0xFFFF'FFFF, kSeveral = 0xFFFF'FFFE;
    std::uint32_t reads = kNobody, writes = kNobody, adds = kNobody;
  };
  static void add(std::uint32_t& who, std::uint32_t thread);
  static bool meets(std::uint32_t who, std::uint32_t thread);

  // What was touched in this execution: open addressing; an entry of another execution is none.
  struct Touch {
    std::uint64_t exact = 0, execution = 0;
    Who who;
  };
  Who& who_touches(std::uint64_t exact);
  void grow();

  std::unordered_set<std::uint64_t> contended_;
  std::vector<Touch> touched_ = std::vector<Touch>(1024);  // a power of two
  std::size_t count_ = 0;
  std::uint64_t execution_ = 1;
  std::vector<std::uint64_t> learnt_;
  bool has_begun_ = false, is_settled_ = false;
  int beginnings_ = 0;
  bool is_all_ = false;
};

}  // namespace threadbook::explore
