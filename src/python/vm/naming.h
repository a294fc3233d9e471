// What a program calls an object: the variable or attribute by which it can be reached.
//
// Thread safety: any attached thread. Blocks for no longer than a namespace's guard is held. Costs a look at the
// program's globals, what they hold, and the variables of the calling thread; bounded.
#pragma once

#include <string>

namespace threadbook::python {

struct Object;
struct ThreadState;

struct FoundName {
  // `fork`, `forks[2]`, `account.lock`; `self.lock` where `owner` is the class of self. Empty: nothing was found.
  std::string name;
  std::string owner;
  // What has that name, if it is not the object itself: an instance of a class of the library that the object is part
  // of, the Condition of a lock, say. Lives as long as the program keeps it.
  const Object* whole = nullptr;
};

FoundName find_name(ThreadState& thread, const Object* object);

}  // namespace threadbook::python
