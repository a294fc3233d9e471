// When there are too many orders: those with few preemptions, and then such as chance draws.
//
// A preemption is a switch that nothing forces. Most faults take one or two of them (M. Musuvathi, S. Qadeer,
// "Iterative Context Bounding for Systematic Testing of Multithreaded Programs", PLDI 2007), and orders with so few are
// not many. So those without any are tried, then those with one, and so on: all of them, though many are the same to
// the program, since what is the same to one with few preemptions may have many.
//
// What is drawn by chance tells about how many orders there are: each choice had so many alternatives (D. E. Knuth,
// 1975), of which those that come to the same order are counted once (partial_order.h).
//
// Costs: an execution for each order with its preemptions; memory, eight bytes for each order that differs.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "explore/executor/thread_names.h"
#include "explore/search/executions.h"
#include "explore/verdict.h"
#include "python/run.h"

namespace threadbook::explore {

// The traces that a search has counted.
class KnownTraces final : public TraceListener {
 public:
  void counted(const std::vector<Step>& steps) override;
  void forgotten() override { hashes.clear(); }

  std::unordered_set<std::uint64_t> hashes;  // PartialOrder::hash()
};

// Thread safety: one thread calls; stop() from any, also a signal handler.
class BoundedExplorer {
 public:
  // Adds to `verdict`, which may be that of another search. `known`: the traces that it counts.
  BoundedExplorer(std::string_view source, ExploreOptions options, Verdict& verdict, KnownTraces known = {});

  // Both go on until `end` on the real clock (0: never), or until the options say that it is enough. `progress` is
  // called after every execution. Both block.
  //
  // Tries orders with no preemption, with one, up to so many, and says in the verdict how far that came.
  void try_preemptions(std::uint64_t most, std::int64_t end, const std::function<void(const Verdict&)>& progress);
  // Draws orders, up to so many, and says in the verdict how many there may be.
  void draw(std::uint64_t most, std::int64_t end, const std::function<void(const Verdict&)>& progress);
  // Ends that soon, with what is known by then.
  void stop() noexcept;

 private:
  class Session;
  class Preemptions;
  class Draws;

  void run(Session& session);
  bool is_enough() const;

  const std::string source_;
  const ExploreOptions options_;
  Verdict& verdict_;
  std::unordered_set<std::uint64_t> known_;  // as KnownTraces::hashes
  ThreadNames names_;
  const Tally tally_;
  std::atomic<bool> stops_{false};
  std::atomic<python::Run*> running_{nullptr};
  std::vector<std::unique_ptr<python::Run>> runs_;  // to the end: stop() may have found one just before it ended
};

}  // namespace threadbook::explore
