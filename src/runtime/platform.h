// What the runtime asks of the machine below it: a futex, a way to start a thread, a few facts.
//
// Everything else in this folder is portable C++20; the build picks the platform_*.cpp by the
// system it builds for: a browser or node (memory.atomic.wait and notify through Emscripten), or
// POSIX threads (native) with the futex of Linux (a system call) or one made of mutexes and
// condition variables (posix). A futex is the smallest thing the kernel can offer to wait on:
// "sleep if this word still holds what I last saw". All state stays in our own atomics, which is
// why one implementation of Lock, Thread and their kin serves every platform, and why
// ThreadSanitizer can follow them: what orders memory is always the word's own acquire and release.
//
// Thread safety: every function may be called from every thread. Only futex_wait blocks.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace threadbook::runtime {

// A span of time or a point on a clock, in nanoseconds. 64 bits hold 292 years.
using Nanoseconds = std::int64_t;

// Blocks while `word` holds `expected`, until a futex_wake on the same word, or for `timeout`
// nanoseconds (absent: for ever). Returns false only if the time ran out; true says nothing but
// "look again": wake-ups may be spurious and the word may never have held `expected`.
// Must not be called on a browser's main thread.
bool futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t expected, std::optional<Nanoseconds> timeout);

// Wakes at most `count` of the threads that wait on `word`. Never blocks; a browser's main thread
// may call it. `word` is used as an address only: it may name memory that was freed meanwhile.
void futex_wake(const std::atomic<std::uint32_t>& word, int count) noexcept;

// The kernel's number for the calling thread (Linux: its TID). In a page, where workers have no
// number a program could see, the runtime counts the threads itself, from 1.
std::uint64_t thread_native_id() noexcept;

// How many threads can run at the same time, at least 1.
unsigned cpu_count() noexcept;

// Tells the processor that the caller spins.
void cpu_relax() noexcept;

// What a new thread runs. It must not throw.
using OsThreadEntry = void (*)(void* argument);

// Starts a detached thread that calls entry(argument). Returns 0 or an errno value: EAGAIN when
// the system has no thread to give, ENOMEM when there is no memory for one. `stack_size` in bytes,
// 0 for the system's default. Sets `native_id` to the new thread's number where that is known
// before it runs, to 0 elsewhere. Natively this blocks for as long as the system takes to make a
// thread. In a page it does not block at all: the main thread's event loop makes the worker later,
// a few at a time, so that the page goes on drawing.
int start_os_thread(OsThreadEntry entry, void* argument, std::size_t stack_size, std::uint64_t& native_id);

// Whoever has it as a limit asks the operating system, which has one of its own.
inline constexpr std::size_t kNoThreadLimit = static_cast<std::size_t>(-1);
// How many threads there may be at most, so that they and what they do find memory. Natively as
// many as the operating system gives: kNoThreadLimit.
std::size_t most_os_threads() noexcept;

// How many of them are kept for what a program needs beside its threads: its main one, carriers that threads share
// (shared_carriers.h), helpers for moments. 0 where there is no limit.
std::size_t os_threads_for_others() noexcept;

// From so many on, the threads of one program do better to share some than to have more made for them, where they can.
std::size_t enough_os_threads() noexcept;

// What becomes of the worker pool's idle threads: `kept` of them stay for good, others end after
// `lifetime`. A native thread is cheap to make again. A worker in a page is not, and its making
// needs the main thread; but each holds a stack and a share of the memory, so not all may stay.
struct IdlePolicy {
  std::size_t kept;
  Nanoseconds lifetime;
};
// This platform's.
IdlePolicy idle_worker_policy() noexcept;

}  // namespace threadbook::runtime
