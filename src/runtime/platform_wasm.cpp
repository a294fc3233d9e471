// What a browser and node have in common, with threads (platform_emscripten.cpp) and without (platform_alone.cpp).
#include <cstddef>

#include "runtime/descriptor_wait.h"
#include "runtime/platform.h"

namespace threadbook::runtime {

void cpu_relax() noexcept {}

DescriptorWait::DescriptorWait() = default;
DescriptorWait::~DescriptorWait() = default;
bool DescriptorWait::wait(int) { return !called_away_.exchange(false); }
void DescriptorWait::call_away() noexcept { called_away_.store(true); }

}  // namespace threadbook::runtime

// Emscripten's C++ library brings 80 KB of code that makes C++ names readable, for one use: the
// words with which std::terminate names an exception that nobody caught. Defined here it stays out,
// and the name is told as it is.
extern "C" char* __cxa_demangle(const char*, char*, std::size_t*, int* status) {
  constexpr int kInvalidName = -2;
  if (status != nullptr) *status = kInvalidName;
  return nullptr;
}
