// Safe points: places where a thread looks at one word of flags and does what they ask for.
//
// The bytecode loop has them at a loop's end, at calls and at waits; builtins that calculate for long look
// for kStop alone. One word for all that may be asked keeps a safe point to one load and one branch.
#pragma once

#include <cstdint>

namespace threadbook::python {

// The bits of Realm::flags. Zero: go on.
enum SafePointFlag : std::uint32_t {
  kStop = 1,            // end the run now
  kCollect = 2,         // somebody should collect
  kStopTheWorld = 4,    // a collector waits for everybody
  kDropGil = 8,         // another thread has waited a switch interval for the GIL
  kReportLine = 16,     // somebody wants to know the line a thread is at
  kSwitchAlways = 32,   // debugging: offer the GIL at every safe point
  kInterrupt = 64,      // the main thread should raise KeyboardInterrupt
  kEndTurn = 256,       // a thread that shares a carrier should let another one have it
  kSayFarewells = 128,  // a thread has let go of its locks: what waits for that may run
};

}  // namespace threadbook::python
