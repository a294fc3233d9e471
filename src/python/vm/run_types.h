// What whoever starts a run and the engine below both speak of (python/run.h).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace threadbook::python {

class Executor;
class Interpreter;
class Observer;

struct RunOptions {
  std::string filename = "main.py";       // as tracebacks name it
  std::vector<std::string> arguments;     // sys.argv[1:]
  bool gil = true;                        // one thread at a time runs bytecode, as in CPython
  std::size_t memory_limit = 256u << 20;  // bytes of Python objects; beyond it MemoryError
  // Somebody answers wants_input() (python/run.h); else standard input is at its end from the beginning.
  bool has_input = false;
  bool input_is_terminal = false;  // sys.stdin.isatty()

  // Makes who drives its threads (executor.h); none: usual_executor.
  std::function<std::unique_ptr<Executor>(Interpreter&)> executor;
  // Who is told what they do (observer.h), if anybody.
  std::shared_ptr<Observer> observer;

  // When the program has ended it is looked at once more (Run::take_inspection()).
  bool looks_at_end = false;

  // So many threads that have ended are remembered for Run::take_ended_threads(); 0: none.
  std::size_t ended_threads_kept = 0;

  // For the tests: collect at every safe point, offer the GIL at every safe point; so many threads, beside the main
  // one, have workers of their own, and the others share carriers.
  bool collect_always = false;
  bool switch_always = false;
  std::size_t most_workers = static_cast<std::size_t>(-1);
};

enum class Stream : std::uint8_t { Out, Err };

// A piece of what a run wrote, in order. UTF-8, but a character may be cut between two chunks of
// one stream only at a chunk's end if the program itself wrote it so.
struct OutputChunk {
  Stream stream;
  std::string text;
};

}  // namespace threadbook::python
