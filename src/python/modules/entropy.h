// Bytes that nobody can foresee, or that a seed gives: as the run's executor has them.
#pragma once

#include <algorithm>
#include <string>

#include "python/vm/executor.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

// `count` of them; none for less than 1.
inline std::string entropy_of(ThreadState& thread, std::int64_t count) {
  std::string bytes(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)), '\0');
  thread.interpreter.executor->entropy({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
  return bytes;
}

}  // namespace threadbook::python
