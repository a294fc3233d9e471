// What explorer and page tell each other, where they are two programs (web/explorer): options and commands one way,
// verdicts and views the other.
//
// Pure functions. Costs: some nanoseconds a byte.
#pragma once

#include <string>
#include <string_view>

#include "explore/stepping/stepping.h"
#include "explore/verdict.h"

namespace threadbook::explore {

// Without ExploreOptions::run, jobs and listener, which mean something to one program only.
std::string to_bytes(const ExploreOptions& options);
std::string to_bytes(const Verdict& verdict);
std::string to_bytes(const StepCommand& command);
std::string to_bytes(const StepsView& view);

// False if it is not what to_bytes() has made of such a value, which is something or other then.
bool from_bytes(std::string_view bytes, ExploreOptions& options);
bool from_bytes(std::string_view bytes, Verdict& verdict);
bool from_bytes(std::string_view bytes, StepCommand& command);
bool from_bytes(std::string_view bytes, StepsView& view);

}  // namespace threadbook::explore
