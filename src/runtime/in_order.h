// A stack onto which anybody pushes without a lock, taken whole by one who wants what is on it in the order in which it
// came.
#pragma once

namespace threadbook::runtime {

// `latest`: what was pushed last, from which kNext leads to the one before, and so on. Turned round: the first one,
// from which kNext leads to the one that came next.
template <auto kNext, class T>
T* in_order(T* latest) noexcept {
  T* first = nullptr;
  while (latest != nullptr) {
    T* const before = latest->*kNext;
    latest->*kNext = first;
    first = latest;
    latest = before;
  }
  return first;
}

}  // namespace threadbook::runtime
