// The command line of `threadbook`: what it says, as a value.
//
// Pure: it reads no file and prints nothing, so that what the user typed can be tested.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "explore/verdict.h"
#include "python/run.h"

namespace threadbook::cli {

inline constexpr std::string_view kVersion = "0.1.0";  // as in CMakeLists.txt

enum class Command {
  Help,     // --help
  Version,  // --version
  Run,      // run FILE: execute it
  Trace,    // trace FILE: execute it and write down what its threads did
  Explore,  // explore FILE: execute it in every order of its threads' steps
  Replay,   // replay FILE SCHEDULE: once more as it was in one of these
  Check,    // check FILE: compile it only
  Ast,      // ast FILE: print its syntax tree
  Dis,      // dis FILE: print its bytecode
};

struct Options {
  Command command = Command::Help;
  std::string file;                // "-": standard input
  python::RunOptions run;          // its filename and arguments are filled in
  bool statistics = false;         // of run: tell in the end what the garbage collector did
  bool exits_on_deadlock = false;  // of run and trace
  std::string trace_file;          // of trace: where it goes; empty: standard error
  bool trace_as_text = false;
  explore::ExploreOptions explore;  // of explore; its `run` is filled in from the one above; jobs 0: as processors
  bool as_json = false;             // of explore
  bool same_output = false;         // of explore: more than one output is a finding
  std::string schedule;             // of replay
  std::string error;                // a sentence; nothing else counts then
};

// `words`: argv without the program's name. Words behind FILE that are no options of ours, and all
// behind `--`, are the program's arguments.
Options parse_options(std::span<const char* const> words);

// What --help prints.
std::string_view help();

}  // namespace threadbook::cli
