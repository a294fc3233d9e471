// Emscripten's C++ library brings 80 KB of code that makes C++ names readable, for one use: the
// words with which std::terminate names an exception that nobody caught. Defined here it stays out,
// and the name is told as it is.
#ifdef __EMSCRIPTEN__

#include <cstddef>

extern "C" char* __cxa_demangle(const char*, char*, std::size_t*, int* status) {
  constexpr int kInvalidName = -2;
  if (status != nullptr) *status = kInvalidName;
  return nullptr;
}

#endif
