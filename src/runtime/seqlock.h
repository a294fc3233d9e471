// Seqlock: a small value that one thread writes and any thread reads without ever blocking.
//
// The reader copies the words and looks whether a writer was at work meanwhile; if so the copy is
// torn and it tries again, a bounded number of times. This is how a user interface reads a thread's
// name while the thread renames itself. The value lies in atomic words, so no access races in the
// sense of C++ (and ThreadSanitizer agrees), and the words are read with acquire and written with
// release, which orders them against the counter without a fence. A read costs a copy and two
// loads. See Hans Boehm, "Can seqlocks get along with programming language memory models?".
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <optional>
#include <type_traits>

namespace threadbook::runtime {

// Thread safety: load() from every thread; store() from one thread at a time, which its owner sees
// to.
//
// Invariant: the counter is odd while, and only while, a store() is at work.
template <class T>
class Seqlock {
  static_assert(std::is_trivially_copyable_v<T> && std::is_default_constructible_v<T>);

 public:
  Seqlock() { store(T{}); }

  void store(const T& value) noexcept {
    Words words{};
    std::memcpy(words.data(), &value, sizeof(T));
    const std::uint32_t count = count_.load(std::memory_order_relaxed);
    count_.store(count + 1, std::memory_order_relaxed);
    // Release: a reader that sees a new word also sees the odd counter.
    for (std::size_t i = 0; i < kWords; ++i) words_[i].store(words[i], std::memory_order_release);
    count_.store(count + 2, std::memory_order_release);
  }

  // The value, or nothing if writers were at work all the time. Never blocks.
  [[nodiscard]] std::optional<T> load() const noexcept {
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      const std::uint32_t before = count_.load(std::memory_order_acquire);
      if ((before & 1) != 0) continue;
      Words words;
      // Acquire: the second look at the counter stays behind these.
      for (std::size_t i = 0; i < kWords; ++i) words[i] = words_[i].load(std::memory_order_acquire);
      if (count_.load(std::memory_order_relaxed) != before) continue;
      T value;
      std::memcpy(static_cast<void*>(&value), words.data(), sizeof(T));
      return value;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kWords = (sizeof(T) + 7) / 8;
  static constexpr int kAttempts = 64;
  using Words = std::array<std::uint64_t, kWords>;

  std::atomic<std::uint32_t> count_{0};
  std::array<std::atomic<std::uint64_t>, kWords> words_{};
};

}  // namespace threadbook::runtime
