// `threadbook run`: one program to its end.
#pragma once

#include <string_view>

#include "cli/options.h"

namespace threadbook::cli {

// The exit status of a program that was ended because its threads could never have gone on.
inline constexpr int kDeadlockStatus = 3;

// What a collection, or an execution's end, frees the program soon wants back: giving it to the system in between would
// cost more. For the whole process.
void keep_freed_memory();

// Runs `source`, with this process's standard input as the program's, writing what it prints to
// standard output and standard error as it comes and in its order; with options.statistics also what its garbage
// collector did. Where its threads can never go on, says why. Ctrl-C stops it. Returns the exit status. Blocks until
// the program has ended.
int run_program(std::string_view source, const Options& options);

}  // namespace threadbook::cli
