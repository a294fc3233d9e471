// Why threads can never go on, in sentences: the same in the page and on a terminal.
//
// Pure functions.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "trace/recorder.h"

namespace threadbook::trace {

using Namer = std::function<std::string(ThreadNumber)>;

// A heading and a sentence for each thread.
struct Explanation {
  std::string heading;                 // "Deadlock: Ann and Bob wait for each other."
  std::vector<std::string> sentences;  // "Ann waits in line 9 for knife, which Bob holds since line 8."
};
// `stuck`: Recorder::standing_still(); `things`: Recorder::things().
Explanation explain(const std::vector<Waiting>& stuck, const std::vector<python::Thing>& things, const Namer& name);

}  // namespace threadbook::trace
