#include "python/objects/marker.h"

#include <array>
#include <utility>

#include "runtime/worker_pool.h"

namespace threadbook::python {

namespace {
// How many objects are on their way into the cache.
constexpr std::size_t kAhead = 16;
// A stack smaller than this is not worth dividing.
constexpr std::size_t kLeastToShare = 64;
// So often a marker looks whether another one has nothing to do.
constexpr std::size_t kBetweenLooks = 256;
}  // namespace

void Marking::call_help(const std::shared_ptr<Marking>& marking) {
  runtime::WorkerPool::process().run([marking] {
    if (marking->enter()) Marker(*marking).drain();
  });
}

bool Marking::enter() {
  runtime::Guard guard(mutex_);
  if (done_) return false;
  ++markers_;
  return true;
}

void Marking::give(Part part) {
  runtime::Guard guard(mutex_);
  parts_.push_back(std::move(part));
  changed_.notify_one();
}

bool Marking::take(Part& into, std::size_t marked_bytes) {
  runtime::Guard guard(mutex_);
  live_bytes_ += marked_bytes;
  int hungry = hungry_.fetch_add(1, std::memory_order_relaxed) + 1;
  if (parts_.empty() && hungry == markers_) {
    done_ = true;
    changed_.notify_all();
  }
  while (parts_.empty() && !done_) changed_.wait(mutex_);
  if (parts_.empty()) return false;
  into = std::move(parts_.back());
  parts_.pop_back();
  hungry_.fetch_sub(1, std::memory_order_relaxed);
  return true;
}

void Marker::drain() {
  do {
    mark_pending();
  } while (marking_.take(pending_, std::exchange(marked_bytes_, 0)));
}

void Marker::mark_pending() {
  std::array<Object*, kAhead> coming{};
  std::size_t place = 0;
  std::size_t waiting = 0;
  std::size_t until_look = kBetweenLooks;
  for (;;) {
    Object* object = nullptr;
    if (!pending_.empty()) {
      object = pending_.back();
      pending_.pop_back();
      __builtin_prefetch(object, 1);
      ++waiting;
    } else if (waiting == 0) {
      return;
    }
    std::swap(object, coming[place]);
    place = (place + 1) % kAhead;
    if (object == nullptr) continue;
    --waiting;
    // Two markers may both find an object unmarked; then it is traced twice, and nothing is lost.
    // (std::atomic_ref would say the same, but Emscripten's library has none yet.)
    if (__atomic_load_n(&object->mark, __ATOMIC_RELAXED) == mark_) continue;
    __atomic_store_n(&object->mark, mark_, __ATOMIC_RELAXED);
    marked_bytes_ += trace(object, *this);
    if (--until_look == 0) {
      until_look = kBetweenLooks;
      if (marking_.is_wanted()) share();
    }
  }
}

// The older half: what lies deep in the stack is further from being looked at, and leads further.
void Marker::share() {
  if (pending_.size() < kLeastToShare) return;
  auto middle = pending_.begin() + static_cast<std::ptrdiff_t>(pending_.size() / 2);
  std::vector<Object*> rest(middle, pending_.end());
  pending_.erase(middle, pending_.end());
  marking_.give(std::move(pending_));
  pending_ = std::move(rest);
}

}  // namespace threadbook::python
