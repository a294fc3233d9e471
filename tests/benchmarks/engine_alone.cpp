// The engine with nothing around it: what of the page's program is no user interface and no book. Built to be
// weighed (tests/bench browser), so every function of python/run.h is within a caller's reach.
#include <emscripten.h>

#include "python/run.h"

using threadbook::python::OutputChunk;
using threadbook::python::Run;
using threadbook::python::RunOptions;

namespace {

std::unique_ptr<Run> run;
std::vector<OutputChunk> output;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void engine_start(const char* source, int gil) {
  RunOptions options;
  options.gil = gil != 0;
  run = Run::start(source, options);
}
EMSCRIPTEN_KEEPALIVE void engine_stop() { run->stop(); }
EMSCRIPTEN_KEEPALIVE int engine_status() { return run->finished() ? run->status() : -1; }
EMSCRIPTEN_KEEPALIVE double engine_seconds() { return run->seconds(); }
EMSCRIPTEN_KEEPALIVE int engine_collections() { return static_cast<int>(run->collector_statistics().collections); }
EMSCRIPTEN_KEEPALIVE int engine_threads() { return static_cast<int>(run->threads().size()); }
EMSCRIPTEN_KEEPALIVE const char* engine_output() {
  output.clear();
  return run->take_output(output) ? output.front().text.c_str() : nullptr;
}

}  // extern "C"

int main() { return 0; }
