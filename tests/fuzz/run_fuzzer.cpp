// Whole programs, run as the page runs them, with little memory and little time: they end by
// themselves or are stopped, and always end. The GIL is on for every other input.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <vector>

#include "python/run.h"

using namespace threadbook::python;
using namespace std::chrono_literals;

namespace {

constexpr auto kAllowed = 60ms;
// A stop is answered at once; a sanitized build on a busy machine may take its time.
constexpr auto kStopped = 20s;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static bool gil = false;
  gil = !gil;
  RunOptions options;
  options.gil = gil;
  options.memory_limit = 24u << 20;
  const auto start = std::chrono::steady_clock::now();
  auto run = Run::start({reinterpret_cast<const char*>(data), size}, options);
  bool stopped = false;
  std::vector<OutputChunk> output;
  while (!run->finished()) {
    const auto passed = std::chrono::steady_clock::now() - start;
    if (!stopped && passed > kAllowed) {
      run->stop();
      stopped = true;
    }
    if (passed > kStopped) {
      std::fprintf(stderr, "The run was stopped and does not end.\n");
      std::abort();
    }
    output.clear();
    if (!run->take_output(output)) std::this_thread::sleep_for(100us);
  }
  return 0;
}
