// Feeds a run with the process's standard input, as the run asks for it.
//
// A thread of its own reads, a piece at a time and only while a thread of the program waits for one: what a program
// does not ask for stays for whoever reads next, the shell perhaps. It never stands in a read that nobody needs any
// more (runtime/descriptor_wait.h), so the process can end at any time. The thread begins with the first wish.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "python/run.h"
#include "runtime/descriptor_wait.h"

namespace threadbook::cli {

// Thread safety: one thread calls.
class StandardInput {
 public:
  explicit StandardInput(python::Run& run) : run_(run) {}
  ~StandardInput();  // the reading thread has ended
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;

  // Is there a standard input? Where a process was started without one, its number may be anything's later on.
  // To be asked before a StandardInput is made.
  static bool is_open();
  // Is it something that people type into?
  static bool is_terminal();

  // What the run wishes has changed, and what it printed before has been shown. Does not block.
  void look();

 private:
  void feed();
  bool wait_for_wish();
  bool is_needed();
  bool read_once();

  python::Run& run_;
  runtime::DescriptorWait descriptor_;
  std::mutex mutex_;
  std::condition_variable news_;
  bool may_look_ = false;  // under mutex_
  bool over_ = false;      // under mutex_
  std::thread thread_;
};

}  // namespace threadbook::cli
