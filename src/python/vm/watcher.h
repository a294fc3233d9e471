// The watcher: who is asked before a thread does what another could notice.
//
// An observer is told what has been done (observer.h). A watcher comes before: while it is on, an instruction of the
// program that touches a variable, an attribute, an item, a container is put to it first (vm/watching.h), and where it
// says no the VM returns to the executor with the thread standing before the instruction. What primitives do is waited
// for then, always, so that the executor has it carried out when it likes (modules/waiting.h). A run has a watcher if
// its executor has one; who has none pays nothing for it.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace threadbook::python {

struct NativeFunction;
struct Object;
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

  // For vm/watching.cpp: what the running instruction touches, whether it would touch the same had others been there
  // first, and what builtin functions were found to do.
  std::vector<Access> accesses;
  bool are_fickle = false;
  std::unordered_map<const NativeFunction*, std::uint8_t> effects;

 protected:
  ~Watcher() = default;
};

}  // namespace threadbook::python
