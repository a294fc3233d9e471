#include "python/objects/farewells.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "python/objects/class.h"

namespace threadbook::python {

namespace {

// So many collections in a row may each free the owners of what the next one frees. A list of a million
// nodes would take as many; from here on all are due, owners first.
constexpr int kMostLevels = 8;

// Goes from the dead objects to what they refer to, depth first.
class Walk {
 public:
  Walk(std::uint8_t mark, const MachineObjects& machine_objects, const std::vector<Object*>& dead)
      : mark_(mark), marking_(mark, machine_objects), marker_(marking_) {
    owned_.reserve(dead.size());
    for (const Object* object : dead) owned_.emplace(object, false);
    // The last one first: `ended_` backwards is in the order of `dead`, but for owners.
    for (auto start = dead.rbegin(); start != dead.rend(); ++start) go_from(*start);
  }

  bool is_owned(const Object* object) const { return owned_.at(object); }
  // The dead objects, each behind those that lead to it, cycles aside.
  std::vector<Object*> owners_first() const { return {ended_.rbegin(), ended_.rend()}; }
  std::size_t bytes() const { return bytes_; }

 private:
  struct Step {
    Object* object;
    bool is_end;  // all it leads to has been gone to
  };

  void go_from(Object* start) {
    if (start->mark == mark_) return;
    enter(start, true);
    while (!steps_.empty()) {
      const Step step = steps_.back();
      steps_.pop_back();
      if (step.is_end) {
        ended_.push_back(step.object);
        continue;
      }
      const auto found = owned_.find(step.object);
      const bool is_dead = found != owned_.end();
      if (is_dead) found->second = true;
      if (step.object->mark != mark_) enter(step.object, is_dead);
    }
  }

  void enter(Object* object, bool is_dead) {
    object->mark = mark_;
    if (is_dead) steps_.push_back({object, true});
    bytes_ += trace(object, marker_);
    marker_.hand_over([this](Object* child) { steps_.push_back({child, false}); });
  }

  const std::uint8_t mark_;
  Marking marking_;
  Marker marker_;
  std::unordered_map<const Object*, bool> owned_;  // the dead: does another one, or itself, lead there?
  std::vector<Step> steps_;
  std::vector<Object*> ended_;
  std::size_t bytes_ = 0;
};

// The order in which CPython's collector has the dead in its list when the run ends. It has collected
// before, and a collection keeps the order in which objects were made, except that what lies before its
// first owner moves to the end. Some kinds are made before what they hold, the others behind it.
class LastWalk {
 public:
  LastWalk(std::uint8_t mark, const MachineObjects& machine_objects, const std::vector<Object*>& dead,
           std::span<const Value> values)
      : mark_(mark), marking_(mark, machine_objects), marker_(marking_) {
    for (std::size_t i = 0; i < dead.size(); ++i) places_.emplace(dead[i], i);
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
      if (value->is_object()) in_time_.push_back({value->as_object(), 0});
    }
    go();
    std::sort(in_place_.begin(), in_place_.end());
    for (std::size_t place : in_place_) order_.push_back(dead[place]);
    go_late();
    // What is left is held by others than the program's module: the library's.
    for (Object* object : dead) {
      if (object->mark == mark_) continue;
      late_.push_back({object, false});
      go_late();
    }
  }

  const std::vector<Object*>& order() const { return order_; }
  std::size_t bytes() const { return bytes_; }

 private:
  struct Held {
    Object* object;
    std::size_t owner;  // the place of the nearest registered one
  };
  struct Late {
    Object* object;
    bool is_backwards;  // CPython looks at what it holds from the last to the first
  };

  static bool is_made_first(const Object* object) {
    switch (object->kind) {
      case Kind::List: {
        // One with room for its items and no more was made of them: appending makes room for a multiple of four.
        const Array* items = static_cast<const List*>(object)->items.load(std::memory_order_relaxed);
        return items == nullptr || items->capacity % 4 == 0 ||
               items->capacity != static_cast<const List*>(object)->length.load(std::memory_order_relaxed);
      }
      case Kind::Instance:
      case Kind::Deque:
      case Kind::Dict:
      case Kind::Set:
      case Kind::Array:
      case Kind::DictTable:
      case Kind::SetTable:
      case Kind::Generator: return true;
      default: return false;
    }
  }

  void go() {
    while (!in_time_.empty()) {
      Held held = in_time_.back();
      in_time_.pop_back();
      if (held.object->mark == mark_) continue;
      if (const auto place = places_.find(held.object); place != places_.end()) {
        if (place->second < held.owner) {
          late_.push_back({held.object, false});
          continue;
        }
        held.owner = place->second;
        in_place_.push_back(place->second);
      }
      const bool is_in_time = is_made_first(held.object);
      const auto first_in_time = static_cast<std::ptrdiff_t>(in_time_.size());
      const std::size_t first = late_.size();
      enter(held.object, [&](Object* child) {
        if (is_in_time) {
          in_time_.push_back({child, held.owner});
        } else {
          late_.push_back({child, held.object->kind == Kind::List});
        }
      });
      std::reverse(in_time_.begin() + first_in_time, in_time_.end());
      if (held.object->kind == Kind::Tuple) turn_late(first);
    }
  }

  void go_late() {
    while (!late_.empty()) {
      const Late late = late_.front();
      late_.pop_front();
      if (late.object->mark == mark_) continue;
      if (places_.contains(late.object)) order_.push_back(late.object);
      const std::size_t first = late_.size();
      const Kind kind = late.object->kind;
      enter(late.object, [&](Object* child) { late_.push_back({child, kind == Kind::List}); });
      if (kind == Kind::Tuple || late.is_backwards) turn_late(first);
    }
  }
  void turn_late(std::size_t first) { std::reverse(late_.begin() + static_cast<std::ptrdiff_t>(first), late_.end()); }

  template <class Take>
  void enter(Object* object, Take take) {
    object->mark = mark_;
    bytes_ += trace(object, marker_);
    // A class is a root and not traced, but here it counts as held by its module.
    if (object->kind == Kind::Class) {
      for (const Namespace::Item& item : static_cast<Class*>(object)->names.items()) marker_.visit(item.value);
    }
    marker_.hand_over(take);
  }

  const std::uint8_t mark_;
  Marking marking_;
  Marker marker_;
  std::unordered_map<const Object*, std::size_t> places_;  // of the dead, in the order they were made
  std::vector<Held> in_time_;                              // the next one last
  std::deque<Late> late_;
  std::vector<std::size_t> in_place_;
  std::vector<Object*> order_;
  std::size_t bytes_ = 0;
};

}  // namespace

void Farewells::expect(std::vector<Object*>& made) {
  expected_.insert(expected_.end(), made.begin(), made.end());
  made.clear();
}

bool Farewells::is_any_expected() const {
  return std::any_of(expected_.begin(), expected_.end(), [this](const Object* object) { return runs_code(object); });
}

bool Farewells::is_finished(const Object* object) const {
  return object->kind == Kind::Generator && machine_objects_.has_ended(object);
}

bool Farewells::runs_code(const Object* object) const {
  return object->kind != Kind::Generator || machine_objects_.runs_when_closed(object);
}

std::unordered_set<const Object*> Farewells::known() const {
  std::unordered_set<const Object*> known = said_;
  known.insert(expected_.begin(), expected_.end());
  known.insert(due_.begin(), due_.end());
  return known;
}

Object* Farewells::take_due() {
  if (due_.empty()) return nullptr;
  Object* object = due_.front();
  due_.pop_front();
  said_.insert(object);
  ++said_count_;
  return object;
}

bool Farewells::take_deferred() { return std::exchange(is_deferred_, false); }

void Farewells::visit_due(Marker& marker) const {
  for (Object* object : due_) marker.visit(object);
}

std::vector<Object*> Farewells::dead(std::uint8_t mark) const {
  std::vector<Object*> dead;
  std::unordered_set<const Object*> seen = said_;  // what changed its class may be there twice, or once again
  for (Object* object : expected_) {
    if (object->mark != mark && runs_code(object) && seen.insert(object).second) dead.push_back(object);
  }
  return dead;
}

Farewells::Choice Farewells::choose(std::uint8_t mark, const std::vector<Object*>& dead) {
  const Walk walk(mark, machine_objects_, dead);
  std::vector<Object*> chosen;
  for (Object* object : dead) {
    if (!walk.is_owned(object)) chosen.push_back(object);
  }
  const bool are_cycles = chosen.empty();
  if (are_cycles) {
    chosen = dead;
  } else if (chosen.size() < dead.size() && levels_ >= kMostLevels) {
    chosen = walk.owners_first();
  }
  is_deferred_ = chosen.size() < dead.size();
  levels_ = is_deferred_ ? levels_ + 1 : 0;
  const std::unordered_set<const Object*> gone(chosen.begin(), chosen.end());
  std::erase_if(expected_, [&](const Object* object) { return gone.contains(object); });
  due_.insert(due_.end(), chosen.begin(), chosen.end());
  return {walk.bytes(), are_cycles};
}

std::size_t Farewells::choose_all(std::uint8_t mark, const std::vector<Object*>& dead, std::span<const Value> values) {
  const LastWalk walk(mark, machine_objects_, dead, values);
  due_.insert(due_.end(), walk.order().begin(), walk.order().end());
  expected_.clear();
  is_deferred_ = false;
  return walk.bytes();
}

void Farewells::sweep(std::uint8_t mark) {
  std::erase_if(expected_, [&](const Object* object) { return object->mark != mark || is_finished(object); });
  std::erase_if(said_, [&](const Object* object) { return object->mark != mark; });
}

void Farewells::go_back_to(const Farewells& before) {
  expected_ = before.expected_;
  due_ = before.due_;
  said_ = before.said_;
  said_count_ = before.said_count_;
  levels_ = before.levels_;
  is_deferred_ = before.is_deferred_;
}

void Farewells::forget_marked(std::uint8_t mark) {
  std::erase_if(expected_, [&](const Object* object) { return object->mark == mark; });
}

}  // namespace threadbook::python
