// The search alone: made-up programs, whose steps are reads and writes of a few variables and locks, against a plain
// enumerator of all interleavings.
#include "explore/search/search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <thread>
#include <vector>

#include "explore/search/partial_order.h"

namespace threadbook::explore {
namespace {

using python::Manner;

// A step of a made-up thread.
struct Move {
  enum What { Read, Write, Acquire, Release, Swap } what;
  std::uint64_t object;
  int expected = 0, wanted = 0;  // Swap: sets a number to `wanted` if it is `expected`, and else only reads it
};
using Program = std::vector<std::vector<Move>>;  // by thread

// Where a program stands.
struct State {
  explicit State(const Program& its_program) : program(its_program), at(program.size()), is_held(4), number(4) {}
  const Program& program;
  std::vector<std::size_t> at;
  std::vector<bool> is_held;  // locks
  std::vector<int> number;    // variables
  std::vector<unsigned> order;

  bool has_ended(unsigned thread) const { return at[thread] == program[thread].size(); }
  const Move& move(unsigned thread) const { return program[thread][at[thread]]; }
  bool can_go_on(unsigned thread) const {
    return !has_ended(thread) && (move(thread).what != Move::Acquire || !is_held[move(thread).object]);
  }
  bool swaps(unsigned thread) const {
    return move(thread).what == Move::Swap && number[move(thread).object] == move(thread).expected;
  }
  void go_on(unsigned thread) {
    if (move(thread).what == Move::Acquire) is_held[move(thread).object] = true;
    if (move(thread).what == Move::Release) is_held[move(thread).object] = false;
    if (swaps(thread)) number[move(thread).object] = move(thread).wanted;
    ++at[thread];
    order.push_back(thread);
  }
  Step step(unsigned thread) const {
    Step step;
    step.thread = thread;
    const Move& next = move(thread);
    const bool is_lock = next.what == Move::Acquire || next.what == Move::Release;
    const bool reads = next.what == Move::Read || (next.what == Move::Swap && !swaps(thread));
    const Manner manner = reads ? Manner::Reads : Manner::Writes;
    step.touches.push_back({next.object + (is_lock ? 100 : 0), 0, manner, !is_lock || !is_held[next.object]});
    step.may_wait = next.what == Move::Acquire;
    step.is_fickle = next.what == Move::Swap;
    return step;
  }
};

// What two orders have in common that are one trace: which of two steps that have to do with each other is first.
// Sorted pairs; a step is its thread and its place in that.
using Trace = std::vector<std::uint16_t>;

Trace trace_of(const Program& program, const std::vector<unsigned>& order) {
  std::vector<std::pair<unsigned, Step>> steps;
  State state(program);
  for (unsigned thread : order) {
    steps.emplace_back(thread * 16 + state.at[thread], state.step(thread));
    state.go_on(thread);
  }
  Trace trace;
  for (std::size_t j = 0; j < steps.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      if (are_dependent(steps[i].second.touches, steps[j].second.touches)) {
        trace.push_back(static_cast<std::uint16_t>(steps[i].first << 8 | steps[j].first));
      }
    }
    trace.push_back(static_cast<std::uint16_t>(steps[j].first << 8 | steps[j].first));
  }
  std::sort(trace.begin(), trace.end());
  return trace;
}

// What PartialOrder makes of that.
std::uint64_t hash_of(const Program& program, const std::vector<unsigned>& order) {
  std::vector<Step> steps;
  State state(program);
  for (unsigned thread : order) {
    steps.push_back(state.step(thread));
    state.go_on(thread);
  }
  return PartialOrder(steps).hash();
}

std::set<Trace> all_traces(const Program& program) {
  std::map<Trace, std::uint64_t> hashes;  // by trace
  bool is_same = true;                    // of all orders of one
  const std::function<void(const State&)> go_on = [&](const State& state) {
    bool any = false;
    for (unsigned thread = 0; thread < program.size(); ++thread) {
      if (!state.can_go_on(thread)) continue;
      any = true;
      State next = state;
      next.go_on(thread);
      go_on(next);
    }
    if (any) return;
    const std::uint64_t hash = hash_of(program, state.order);
    is_same &= hashes.emplace(trace_of(program, state.order), hash).first->second == hash;
  };
  go_on(State(program));
  std::set<Trace> traces;
  std::set<std::uint64_t> different;
  for (const auto& [trace, hash] : hashes) {
    traces.insert(trace);
    different.insert(hash);
  }
  CHECK(is_same);
  CHECK(different.size() == traces.size());
  return traces;
}

struct Found {
  std::multiset<Trace> traces;
  std::uint64_t blocked = 0;
};

void execute(const Program& program, Search& search, Found& found) {
  search.begin();
  State state(program);
  for (;;) {
    std::vector<Candidate> ready;
    for (unsigned thread = 0; thread < program.size(); ++thread) {
      if (state.can_go_on(thread)) ready.push_back({thread, 0});
    }
    const std::size_t chosen = ready.empty() ? Scheduler::kNobody : search.next(ready);
    if (chosen == Scheduler::kNobody) break;
    Step step = state.step(ready[chosen].thread);
    state.go_on(ready[chosen].thread);
    search.done(std::move(step), {});
  }
  std::vector<Step> pending;
  for (unsigned thread = 0; thread < program.size(); ++thread) {
    if (!state.has_ended(thread)) pending.push_back(state.step(thread));
  }
  search.ended(pending.empty() ? End::Finished : End::Deadlock, pending);
  if (search.was_blocked()) {
    ++found.blocked;
  } else {
    found.traces.insert(trace_of(program, state.order));
  }
}

// By so many threads together.
Found search_all(const Program& program, unsigned searchers = 1) {
  SearchTree tree(searchers);
  std::vector<Found> found(searchers);
  std::vector<std::thread> others;
  for (unsigned i = 1; i < searchers; ++i) {
    tree.join();
    others.emplace_back([&tree, &program, &its_found = found[i]] {
      Search search(&tree);
      while (search.take()) {
        do execute(program, search, its_found);
        while (search.prepare_next());
      }
    });
  }
  Search search(&tree);
  do {
    do execute(program, search, found[0]);
    while (search.prepare_next());
  } while (search.take());
  for (std::thread& each : others) each.join();
  for (unsigned i = 1; i < searchers; ++i) {
    found[0].traces.merge(found[i].traces);
    found[0].blocked += found[i].blocked;
  }
  return found[0];
}

void compare(const Program& program) {
  const std::set<Trace> expected = all_traces(program);
  for (unsigned searchers : {1u, 2u, 4u}) {
    CAPTURE(searchers);
    const Found found = search_all(program, searchers);
    CHECK(found.blocked == 0);
    CHECK(found.traces.size() == expected.size());
    CHECK(std::set<Trace>(found.traces.begin(), found.traces.end()) == expected);
  }
}

TEST_CASE("the search finds each trace of random programs of reads and writes once, and breaks none off") {
  std::minstd_rand random(1);
  for (int round = 0; round < 150; ++round) {
    CAPTURE(round);
    Program program(2 + random() % 3);
    for (auto& thread : program) {
      const std::size_t most = program.size() == 4 ? 2 : 3;
      for (std::size_t left = 1 + random() % most; left > 0; --left) {
        thread.push_back({random() % 2 == 0 ? Move::Read : Move::Write, random() % 3});
      }
    }
    compare(program);
  }
}

TEST_CASE("the search finds each trace of random programs with locks once, those that stand still included") {
  std::minstd_rand random(2);
  for (int round = 0; round < 150; ++round) {
    CAPTURE(round);
    Program program(2 + round % 2);
    for (auto& thread : program) {
      std::vector<std::uint64_t> held;
      for (std::size_t left = 1 + random() % 3; left > 0; --left) {
        const std::uint64_t lock = random() % 2;
        const bool has_it = std::find(held.begin(), held.end(), lock) != held.end();
        if (random() % 3 == 0) {
          thread.push_back({random() % 2 == 0 ? Move::Read : Move::Write, random() % 2});
        } else if (has_it) {
          thread.push_back({Move::Release, lock});
          std::erase(held, lock);
        } else {
          thread.push_back({Move::Acquire, lock});
          held.push_back(lock);
        }
      }
      for (std::uint64_t lock : held) thread.push_back({Move::Release, lock});
    }
    compare(program);
  }
}

TEST_CASE("the search finds each trace of random programs whose steps change something or only look, as it comes") {
  std::minstd_rand random(3);
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    Program program(2 + random() % 3);
    for (auto& thread : program) {
      const std::size_t most = program.size() == 4 ? 2 : 3;
      for (std::size_t left = 1 + random() % most; left > 0; --left) {
        const auto object = static_cast<std::uint64_t>(random() % 2);
        const int expected = static_cast<int>(random() % 3), wanted = static_cast<int>(random() % 3);
        thread.push_back(random() % 3 == 0 ? Move{Move::Read, object} : Move{Move::Swap, object, expected, wanted});
      }
    }
    compare(program);
  }
}

TEST_CASE("once it is stopped the search looks at no race any more") {
  const Program program{{{Move::Write, 0}}, {{Move::Write, 0}}};
  SearchTree tree(1);
  Search search(&tree);
  Found found;
  execute(program, search, found);
  CHECK(search.races().size() == 1);
  REQUIRE(search.prepare_next());
  tree.stop();
  execute(program, search, found);
  CHECK(search.races().empty());
}

// With all pairs of them it would be some gigabytes.
TEST_CASE("the partial order of a long execution has no more in it than what comes directly before each step") {
  const auto hash_of_turns = [](unsigned swapped) {
    std::vector<Step> steps;
    for (unsigned i = 0; i < 30'000; ++i) {
      const unsigned thread = (i == swapped || i == swapped + 1 ? i + 1 : i) % 2;
      Step& step = steps.emplace_back();
      step.thread = thread;
      step.touches.push_back({1, 0, Manner::Writes});
    }
    return PartialOrder(steps).hash();
  };
  CHECK(hash_of_turns(1000) == hash_of_turns(1000));
  CHECK(hash_of_turns(1000) != hash_of_turns(29'000));
}

TEST_CASE("the search finds as many traces as are known") {
  const auto add = [](std::uint64_t variable) {
    return std::vector<Move>{{Move::Read, variable}, {Move::Write, variable}};
  };
  CHECK(search_all({add(0), add(0)}).traces.size() == 4);
  CHECK(search_all({add(0), add(0), add(0)}).traces.size() == 36);
  CHECK(search_all({add(0), add(0), add(0), add(0)}).traces.size() == 576);
  for (int round = 0; round < 20; ++round) {
    CHECK(search_all({add(0), add(0), add(0), add(0)}, 3).traces.size() == 576);
  }
  Program readers(9, {{Move::Read, 0}});
  readers[0] = {{Move::Write, 0}};
  CHECK(search_all(readers).traces.size() == 256);
  // Thread i sets a number to i if it is i - 1.
  const std::size_t rotations[] = {2, 5, 14, 43, 144, 523};
  Program rotation;
  for (int i = 1; i <= 7; ++i) {
    rotation.push_back({{Move::Swap, 0, i - 1, i}});
    if (i > 1) CHECK(search_all(rotation).traces.size() == rotations[i - 2]);
  }
}

}  // namespace
}  // namespace threadbook::explore
