// The watcher: who is asked before a thread does what another could notice.
//
// An observer is told what has been done (observer.h). A watcher comes before: while it is on, an instruction of the
// program that touches a variable, an attribute, an item, a container is put to it first (vm/watching.h), and where it
// says no the VM returns to the executor with the thread standing before the instruction. What primitives do is waited
// for then, always, so that the executor has it carried out when it likes (modules/waiting.h). A run has a watcher if
// its executor has one; who has none pays nothing for it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace threadbook::python {

struct Class;
struct NativeFunction;
struct Object;
struct Str;
struct ThreadState;

enum class Manner : std::uint8_t {
  Reads,
  Writes,
  Adds,  // with others that add it can change places: nobody has asked yet for their order
};

// What of an object is touched: a number below, or that of an attribute or item, which has a higher one.
inline constexpr std::uint64_t kWhole = 0;  // all of it
inline constexpr std::uint64_t kSize = 1;   // how many there are, and whether there is one more
inline constexpr std::uint64_t kOrder = 2;  // in which order
inline constexpr std::uint64_t kFirstPart = std::uint64_t{1} << 63;

// Of the main thread's handle, which stands for them all:
inline constexpr std::uint64_t kWhoLives = kFirstPart + 1;   // which threads have been started and have not ended
inline constexpr std::uint64_t kOthersEnd = kFirstPart + 2;  // that none is left for which the program's end waits

struct Access {
  const Object* object;  // nullptr: the run's output
  std::uint64_t part;
  Manner manner;
};

// How an operation of a primitive touches it.
enum class Touch : std::uint8_t { None, Reads, Writes };

class Watcher {
 public:
  bool is_on = false;
  bool wants_start = false;  // the start of a thread is put to it before, also while it is not on

  // The running instruction is about to do this. False: not yet; it will be put again. `begins`: it is of the
  // program's own code, not of the library's, which a watcher may let pass as one.
  virtual bool may_touch(ThreadState& thread, std::span<const Access> accesses, bool begins) = 0;
  // An operation that the executor lets a thread carry out touches this, too.
  virtual void touched(ThreadState& thread, const Access& access) = 0;

  // Of a thread: what may_touch() keeps of it, so that what it would only let pass need not be put to it.
  struct Walk {
    std::uint32_t position = 0;  // instructions that touched something; what the library does for the program is one
    std::uint64_t changes = 0;   // that it has made
    bool is_granted = false;     // the instruction that was put before may be carried out
    bool is_in_library = false;  // since it last touched something from its own code
    bool enters_library = true;  // what the library does next is the first thing it does for the program

    void touches_something(bool begins) {
      if (begins || !is_in_library) ++position;
      is_in_library = !begins;
    }
  };
  Walk* walk = nullptr;  // the running thread's

  // What was touched and is of no interest, by a thread that does it again; who writes may as well read. Each has one
  // place where it can be.
  bool is_boring(const Access& access) {
    const Boring& there = place_of(access);
    return there.object == access.object && there.part == access.part && there.stamp == stamp_ && there.walk == walk &&
           (there.manner == access.manner || there.manner == Manner::Writes);
  }
  void bores(const Access& access) { place_of(access) = {access.object, access.part, walk, stamp_, access.manner}; }
  // All may be of interest again.
  void forget_boring() { ++stamp_; }
  // A collection gives addresses to others.
  void notice_collections(std::size_t so_many) {
    if (so_many == collections_) return;
    collections_ = so_many;
    forget_boring();
  }
  // Does the running thread go on, as nothing of this is of interest?
  bool lets_pass(std::span<const Access> all, bool begins) {
    bool changes = false;
    for (const Access& each : all) {
      if (!is_boring(each)) return false;
      changes |= each.manner != Manner::Reads;
    }
    if (walk->is_granted) return false;
    if (begins) walk->enters_library = true;
    if (!all.empty()) walk->touches_something(begins);
    walk->changes += changes;
    return true;
  }

  // For vm/watching.cpp: what the running instruction touches, if that is much, whether it would touch the same had
  // others been there first, and what builtin functions were found to do.
  std::vector<Access> accesses;
  bool are_fickle = false;
  std::unordered_map<const NativeFunction*, std::uint8_t> effects;
  // Of reads of an attribute: in so many classes it is looked for.
  struct Lookup {
    const Class* cls = nullptr;
    const Str* name = nullptr;
    std::uint64_t names_made = 0;  // by then
    std::size_t classes = 0;
  };
  std::array<Lookup, 256> lookups{};

 protected:
  ~Watcher() = default;

 private:
  struct Boring {
    const Object* object = nullptr;
    std::uint64_t part = 0;
    const Walk* walk = nullptr;
    std::uint32_t stamp = 0;
    Manner manner = Manner::Reads;
  };
  Boring& place_of(const Access& access) {
    const std::uint64_t mixed = (reinterpret_cast<std::uintptr_t>(access.object) >> 4) + access.part * 0x9E37'79B1u;
    return boring_[(mixed ^ mixed >> 12 ^ mixed >> 32) % boring_.size()];
  }
  std::array<Boring, 1024> boring_{};
  std::uint32_t stamp_ = 1;
  std::size_t collections_ = 0;
};

}  // namespace threadbook::python
