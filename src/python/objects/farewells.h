// Farewells: the Python code that runs because an object goes. That is its class's __del__, or the
// `finally` and `with` of a generator that was left unfinished.
//
// CPython counts references and runs it when the last one is dropped; where only a cycle is left, at a
// collection (PEP 442). Here every object goes at a collection. What expects a farewell is registered
// when it is made, so that a collector, which never looks at what is dead, can find it: those that
// marking did not reach are dead, and some of them *due*. They stay, with all they refer to, until a
// thread has said their farewell at a safe point (vm/executor.h); after that they are objects like any
// other, which the next collection frees unless they were kept. So each is said once.
//
// The order is CPython's, as far as it can be known afterwards. Who owns others is due before them, and
// they are not before it is gone, for its __del__ may have handed them on. Where only cycles are left
// all are due together, in the order in which they were made, and weak references to them are dead by
// then. Among objects that nothing connects, the order in which they were made stands for the order in
// which they were dropped.
//
// Cost: nothing for an object that expects none. To register one is to append it to a list of its
// thread; a collection looks at each of them, and goes through what the dead ones lead to once more, by
// itself, some 50 ns an object.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <unordered_set>
#include <vector>

#include "python/objects/marker.h"

namespace threadbook::python {

// Thread safety: none; the heap guards it (heap.h).
class Farewells {
 public:
  explicit Farewells(const MachineObjects& machine_objects) : machine_objects_(machine_objects) {}

  // Takes over the objects that a thread has made.
  void expect(std::vector<Object*>& made);
  // Will a farewell be said to something that is there? Not exact: what died since the last collection
  // counts.
  bool is_any_expected() const;
  // Those that one is expected by or was said to.
  std::unordered_set<const Object*> known() const;
  // Has one been said to `object`, or is being said?
  bool was_said(const Object* object) const { return said_.contains(object); }
  std::size_t said() const { return said_count_; }

  // What is due, taken in order; nullptr: nothing.
  Object* take_due();
  std::size_t due() const { return due_.size(); }
  // Has somebody to wait for the next collection because its owner is due now? Forgets it.
  bool take_deferred();
  void visit_due(Marker& marker) const;

  // The steps of a collection. REQUIRES: the world is stopped, `mark` is on everything alive.
  // 1. The registered ones that are dead.
  std::vector<Object*> dead(std::uint8_t mark) const;
  // 2. Makes some of them due, and marks all of them and what they lead to.
  struct Choice {
    std::size_t bytes;  // of what was marked
    bool are_cycles;    // nothing was left but cycles and what they hold
  };
  Choice choose(std::uint8_t mark, const std::vector<Object*>& dead);
  //    Or at the end of the run, when what the module's `values` lead to is dead: makes all due, in the
  //    order in which CPython 3.11 finds them. Answers the bytes.
  std::size_t choose_all(std::uint8_t mark, const std::vector<Object*>& dead, std::span<const Value> values);
  // 3. Forgets what is freed.
  void sweep(std::uint8_t mark);

  // What was expected, due and said at another moment.
  void go_back_to(const Farewells& before);

  // Takes what is marked off the list: no farewell will be said to it.
  void forget_marked(std::uint8_t mark);

 private:
  bool is_finished(const Object* object) const;
  bool runs_code(const Object* object) const;  // is there anything to run?

  const MachineObjects& machine_objects_;
  std::vector<Object*> expected_;  // in the order in which they were made, thread by thread
  std::deque<Object*> due_;
  std::unordered_set<const Object*> said_;  // and not freed yet
  std::size_t said_count_ = 0;
  int levels_ = 0;  // collections in a row that left somebody waiting for an owner
  bool is_deferred_ = false;
};

}  // namespace threadbook::python
