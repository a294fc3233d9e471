// Waiting for a file descriptor that may have nothing to read yet, a terminal or a pipe, without being stuck there:
// another thread can call the waiting one away.
//
// Natively that is poll() with a pipe beside the descriptor (the self-pipe trick, D. J. Bernstein). Under node, where
// reading itself is the only wait there is, nothing is waited for here, and a read that waits cannot be left.
#pragma once

#include <atomic>

namespace threadbook::runtime {

// Thread safety: wait() belongs to one thread at a time; call_away() to everybody.
class DescriptorWait {
 public:
  DescriptorWait();
  ~DescriptorWait();
  DescriptorWait(const DescriptorWait&) = delete;
  DescriptorWait& operator=(const DescriptorWait&) = delete;

  // Blocks until a read from `descriptor` would not block, for it has something, is at its end or is none: true. Or
  // until called away: false. Being called away counts for one wait, the one in progress or the next.
  bool wait(int descriptor);

  // Never blocks.
  void call_away() noexcept;

 private:
  std::atomic<bool> called_away_{false};
  [[maybe_unused]] int pipe_[2] = {-1, -1};  // a byte in it for each call; -1 where there is none
};

// Does a person sit at the other end? False for what is no descriptor.
[[nodiscard]] bool is_terminal(int descriptor) noexcept;

}  // namespace threadbook::runtime
