#include "runtime/future.h"

namespace threadbook::runtime::detail {

void EnoughSettled::settled(std::size_t, bool failed) noexcept {
  const bool last = missing_.fetch_sub(1) == 1;
  if (last || when_ == ReturnWhen::FirstCompleted || (when_ == ReturnWhen::FirstException && failed)) {
    enough.set();
  }
}

}  // namespace threadbook::runtime::detail
