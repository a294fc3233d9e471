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

// A thread, or what it waits for.
struct GraphNode {
  ThreadNumber thread = 0;  // 0: a thing, or nobody
  std::string name;
};

// A heading, a sentence for each thread, and the graph of who waits for whom.
struct Explanation {
  std::string heading;                 // "Deadlock: Ann and Bob wait for each other."
  std::vector<std::string> sentences;  // "Ann waits in line 9 for knife, which Bob holds since line 8."
  // Each leads from a thread to what it waits for, from there to who has it, and so on: a ring back to its beginning.
  std::vector<std::vector<GraphNode>> chains;
};
// `stuck`: Recorder::standing_still(); `things`: Recorder::things().
Explanation explain(const std::vector<Waiting>& stuck, const std::vector<python::Thing>& things, const Namer& name);

// "Ann -> knife -> Bob -> fork -> Ann"
std::string chain_text(const std::vector<GraphNode>& chain);

}  // namespace threadbook::trace
