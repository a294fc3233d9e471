// `threadbook run`: one program to its end.
#pragma once

#include <string_view>

#include "python/run.h"

namespace threadbook::cli {

// Runs `source`, with this process's standard input as the program's, writing what it prints to
// standard output and standard error as it comes and in its order; with `statistics` also what its garbage collector
// did. Ctrl-C stops it. Returns the exit status. Blocks until the program has ended.
int run_program(std::string_view source, python::RunOptions options, bool statistics);

}  // namespace threadbook::cli
