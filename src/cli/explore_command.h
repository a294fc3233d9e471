// `threadbook explore` and `threadbook replay`: a program in every order of its threads' steps, and in one.
#pragma once

#include <string_view>

#include "cli/options.h"

namespace threadbook::cli {

// Explores `source` and writes the verdict to standard output; on a terminal a line of progress to standard error.
// Ctrl-C ends it with what is known. Returns the exit status. Blocks.
int explore_program(std::string_view source, const Options& options);

// Runs `source` as options.schedule says, writing what it writes. Returns the exit status. Blocks.
int replay_program(std::string_view source, const Options& options);

}  // namespace threadbook::cli
