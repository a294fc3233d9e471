// What a collection makes due, in which order, and what it keeps for that.
#include "python/objects/farewells.h"

#include "python/objects/containers.h"
#include "python/objects/weak_reference.h"
#include "python/vm/world.h"
#include "test_engine.h"

namespace threadbook::python {

namespace {

struct FarewellsEngine : TestEngine {
  // A list that expects a farewell.
  List* mourned(std::initializer_list<List*> parts = {}) {
    List* list = make_list(thread);
    for (List* part : parts) list_append(thread, list, Value::object(part));
    thread.heap.expect_farewell(list);
    return list;
  }
  void hold(List* owner, List* part) { list_append(thread, owner, Value::object(part)); }
  void keep(List* list) { interpreter.roots.push_back(Value::object(list)); }

  void collect() { interpreter.collect_garbage(); }
  std::vector<Object*> take_all() {
    std::vector<Object*> taken;
    while (Object* object = interpreter.heap.take_farewell()) taken.push_back(object);
    return taken;
  }
  using Objects = std::vector<Object*>;
};

}  // namespace

TEST_CASE_FIXTURE(FarewellsEngine, "what is alive is not due, and what expects nothing never is") {
  List* kept = mourned();
  keep(kept);
  make_list(thread);
  collect();
  CHECK(interpreter.heap.due_count() == 0);
  CHECK(take_all().empty());
  interpreter.roots.clear();
  collect();
  CHECK(interpreter.heap.due_count() == 1);
  CHECK(take_all() == Objects{kept});
}

TEST_CASE_FIXTURE(FarewellsEngine, "each farewell is said once, and the next collection frees its object") {
  List* list = mourned();
  collect();
  collect();  // waits, however many collections there are
  CHECK(!interpreter.heap.is_farewell_said(list));
  CHECK(take_all() == Objects{list});
  CHECK(interpreter.heap.is_farewell_said(list));
  CHECK(interpreter.heap.farewells_said() == 1);
  collect();
  CHECK(!interpreter.heap.is_farewell_said(list));
  CHECK(take_all().empty());
}

TEST_CASE_FIXTURE(FarewellsEngine, "what was kept by its farewell hears no other") {
  List* list = mourned();
  collect();
  CHECK(take_all() == Objects{list});
  keep(list);
  collect();
  CHECK(interpreter.heap.is_farewell_said(list));
  interpreter.roots.clear();
  collect();
  CHECK(take_all().empty());
}

TEST_CASE_FIXTURE(FarewellsEngine, "what nothing connects is due in the order in which it was made") {
  List* first = mourned();
  List* second = mourned();
  List* third = mourned();
  collect();
  CHECK(take_all() == Objects{first, second, third});
}

TEST_CASE_FIXTURE(FarewellsEngine, "an owner is due a collection before what it owns, which may be handed on") {
  List* part = mourned();
  List* other = mourned();
  List* owner = mourned({part, other});
  collect();
  CHECK(take_all() == Objects{owner});
  CHECK((interpreter.flags.load() & kCollect) != 0);  // that one comes soon
  keep(other);
  collect();
  CHECK(take_all() == Objects{part});
}

TEST_CASE_FIXTURE(FarewellsEngine, "a cycle is due together, in the order in which it was made, with what it owns") {
  List* part = mourned();
  List* first = mourned();
  List* second = mourned({first, part});
  hold(first, second);
  List* alone = mourned();
  hold(alone, alone);
  collect();
  CHECK(take_all() == Objects{part, first, second, alone});
}

TEST_CASE_FIXTURE(FarewellsEngine, "a long chain does not take as many collections as it has links") {
  constexpr std::size_t kLinks = 1000;
  Objects expected;
  List* last = nullptr;
  for (std::size_t i = 0; i < kLinks; ++i) {
    last = last == nullptr ? mourned() : mourned({last});
    expected.insert(expected.begin(), last);
  }
  Objects taken;
  std::size_t collections = 0;
  while (taken.size() < kLinks) {
    REQUIRE(++collections < 20);
    collect();
    for (Object* object : take_all()) taken.push_back(object);
  }
  CHECK(taken == expected);
}

TEST_CASE_FIXTURE(FarewellsEngine, "a weak reference outlives the farewell, but in a cycle it goes before") {
  auto refer = [&](List* list) {
    // A list has no room for weak references; a set has.
    Set* set = make_set(thread, false);
    set_add(thread, set, Value::small_int(1), 1);
    list_append(thread, list, Value::object(set));
    Value reference;
    REQUIRE(make_weak_reference(thread, Value::object(set), Value::none(), reference) == Status::Ok);
    interpreter.roots.push_back(reference);
    return as_weak_reference(reference);
  };
  WeakReference* to_plain = refer(mourned());
  collect();
  CHECK(!referent_of(to_plain).is_none());
  CHECK(take_all().size() == 1);
  collect();
  CHECK(referent_of(to_plain).is_none());

  List* cycle = mourned();
  hold(cycle, cycle);
  WeakReference* to_cycle = refer(cycle);
  collect();
  CHECK(referent_of(to_cycle).is_none());
  CHECK(take_all() == Objects{cycle});
}

TEST_CASE_FIXTURE(FarewellsEngine, "a thread that ends leaves its list") {
  List* list = nullptr;
  {
    ThreadState other(interpreter);
    list = make_list(other);
    other.heap.expect_farewell(list);
  }
  collect();
  CHECK(take_all() == Objects{list});
}

}  // namespace threadbook::python
