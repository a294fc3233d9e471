// What a program's threads are in the middle of, and its variables: a picture of one moment, for whoever looks from
// outside, as a debugger does.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace threadbook::python {

class Interpreter;

struct InspectedVariable {
  std::string name;
  std::string value;  // objects/brief.h
  friend bool operator==(const InspectedVariable&, const InspectedVariable&) = default;
};

struct InspectedFrame {
  std::string function;                      // "<module>" for the program itself
  std::uint32_t line = 0;                    // where it is
  std::vector<InspectedVariable> variables;  // those that are set; none for the module, whose are the globals
  friend bool operator==(const InspectedFrame&, const InspectedFrame&) = default;
};

struct InspectedThread {
  std::uint64_t serial = 0;
  std::vector<InspectedFrame> frames;  // of the program's own code, the innermost first
  friend bool operator==(const InspectedThread&, const InspectedThread&) = default;
};

struct Inspection {
  std::vector<InspectedThread> threads;    // that are alive
  std::vector<InspectedVariable> globals;  // of the program, but for its functions, classes and imports
  friend bool operator==(const Inspection&, const Inspection&) = default;
};

// Looks while no thread runs. Blocks until that is so: as long as a collector waits for it; the picture itself takes
// some hundred microseconds. REQUIRES: the calling OS thread is attached to the world, and is again afterwards.
Inspection inspect(Interpreter& interpreter);

}  // namespace threadbook::python
