#include "runtime/registry.h"

#include <cxxabi.h>
#include <new>
#include <optional>
#include <utility>

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <typeinfo>

#include "runtime/errors.h"
#include "runtime/this_thread.h"
#include "runtime/thread.h"

namespace threadbook::runtime {
namespace {

// How long shutdown looks away from a thread that is just being started. Such a start may yet fail,
// and then nothing will tell; it cannot take long.
constexpr Nanoseconds kStartingPause = 1'000'000;

// Idents made from serials look like those that are addresses.
constexpr std::uint64_t kFirstIdent = 0x7F00'0000'0000;
constexpr std::uint64_t kIdentStep = 0x1000;

// CPython's limit.
constexpr std::int64_t kLeastStackSize = 32 * 1024;

// "std::out_of_range: map::at", or something honest about what is no std::exception.
std::string describe(const std::exception_ptr& exception) {
  try {
    std::rethrow_exception(exception);
  } catch (const std::exception& error) {
    const char* const mangled = typeid(error).name();
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> demangled(abi::__cxa_demangle(mangled, nullptr, nullptr, &status),
                                                                &std::free);
    return std::string(status == 0 ? demangled.get() : mangled) + ": " + error.what();
  } catch (...) {
    return "an exception that is no std::exception";
  }
}

void report_on_stderr(const char* what, const ExceptHookArgs& args) {
  const std::string text = what + args.thread->name() + ":\n" + describe(args.exception) + "\n";
  std::fputs(text.c_str(), stderr);  // one call: lines of several threads do not mix
}

}  // namespace

Registry::Registry(RegistryOptions options)
    : carrier_(options.carrier != nullptr ? *options.carrier : Carrier::workers()), idents_(options.idents) {}

Registry::~Registry() {
  while (first_ != nullptr) {
    assert(first_ == main_thread_.get() || first_->kind_ == Thread::Kind::Foreign);
    remove(*first_);
  }
}

std::vector<ThreadPtr> Registry::threads() const {
  Guard guard(guard_);
  std::vector<ThreadPtr> threads;
  threads.reserve(count_);
  for (const Thread* thread = first_; thread != nullptr; thread = thread->next_) threads.push_back(thread->listed_);
  return threads;
}

std::size_t Registry::active_count() const {
  Guard guard(guard_);
  return count_;
}

void Registry::set_excepthook(ExceptHook hook) {
  auto shared = hook ? std::make_shared<const ExceptHook>(std::move(hook)) : nullptr;
  {
    Guard guard(guard_);
    hook_.swap(shared);
  }
  // The old hook goes here, outside the guard: it may hold anything.
}

ExceptHook Registry::excepthook() const {
  Guard guard(guard_);
  return hook_ ? *hook_ : nullptr;
}

void Registry::report_exception(const ExceptHookArgs& args) {
  std::shared_ptr<const ExceptHook> hook;
  {
    Guard guard(guard_);
    hook = hook_;
  }
  if (!hook) {
    report_on_stderr("Exception in thread ", args);
    return;
  }
  try {
    (*hook)(args);
  } catch (...) {
    report_on_stderr("Exception in threading.excepthook of thread ", {std::current_exception(), args.thread});
  }
}

std::string Registry::new_thread_name(std::string_view target_name) {
  std::string name = "Thread-" + std::to_string(++names_);
  if (!target_name.empty()) name.append(" (").append(target_name).append(")");
  return name;
}

std::size_t Registry::stack_size(std::optional<std::int64_t> size) {
  if (!size) return stack_size_.load();
  if (*size < 0) throw ValueError(messages::kStackSizeNegative);
  if (*size != 0 && *size < kLeastStackSize) {
    throw ValueError("size not valid: " + std::to_string(*size) + " bytes");
  }
  return stack_size_.exchange(static_cast<std::size_t>(*size));
}

std::uint64_t Registry::at_shutdown(std::function<void()> function) {
  Guard guard(guard_);
  if (is_shutting_down_) throw RuntimeError(messages::kRegisterAtShutdown);
  shutdown_calls_.push_back({++shutdown_call_count_, std::move(function)});
  return shutdown_call_count_;
}

void Registry::forget_at_shutdown(std::uint64_t number) noexcept {
  ShutdownCall forgotten{};  // let go outside the guard
  Guard guard(guard_);
  const auto found = std::find_if(shutdown_calls_.begin(), shutdown_calls_.end(),
                                  [&](const ShutdownCall& call) { return call.number == number; });
  if (found == shutdown_calls_.end()) return;
  forgotten = std::move(*found);
  shutdown_calls_.erase(found);
}

void Registry::make_shutdown_calls() {
  for (;;) {
    ShutdownCall call{};
    {
      Guard guard(guard_);
      is_shutting_down_ = true;
      if (shutdown_calls_.empty()) return;
      call = std::move(shutdown_calls_.back());
      shutdown_calls_.pop_back();
    }
    try {
      call.function();
    } catch (const ThreadStopped&) {
      return;
    } catch (...) {
      report_exception({std::current_exception(), current_thread()});
    }
  }
}

void Registry::shutdown() {
  join_non_daemon_threads();
  stop_all_threads();
}

bool Registry::end_main_thread() noexcept {
  if (main_thread_->finished().is_done()) return false;
  main_thread_->conclude();
  return true;
}

void Registry::join_non_daemon_threads() {
  end_main_thread();
  make_shutdown_calls();
  while (const ThreadPtr thread = find_unfinished(false)) {
    const Deadline look_again = thread->is_alive() ? Deadline::never() : Deadline::after(kStartingPause);
    if (wait(thread->finished(), look_again) == WaitResult::Cancelled) return;
  }
}

bool Registry::stop_all_threads(Deadline deadline) {
  request_stop();
  while (const ThreadPtr thread = find_unfinished(true)) {
    if (deadline.has_passed()) return false;
    const Deadline look_again = thread->is_alive() ? deadline : std::min(deadline, Deadline::after(kStartingPause));
    (void)wait_uncancellable(thread->finished(), look_again);
  }
  return true;
}

void Registry::request_stop() noexcept {
  stopping_.store(true);
  signal_all(kStopSignal, true);
}

void Registry::go_back(std::uint64_t started) noexcept {
  serials_.store(started);
  stopping_.store(false);
  records_.for_each([](ThreadRecord& record) { record.signals().store(0); });
  main_thread_->state_ = Thread::State::Alive;
  main_thread_->finished_.undo();
  Guard guard(guard_);
  is_shutting_down_ = false;
}

void Registry::signal_all(std::uint32_t bits, bool unpark) noexcept {
  records_.for_each([&](ThreadRecord& record) {
    record.signals().fetch_or(bits);
    if (unpark) record.unpark();
  });
}

std::vector<ThreadSnapshot> Registry::snapshot() const {
  std::vector<ThreadSnapshot> snapshots;
  records_.for_each([&](const ThreadRecord& record) {
    if (auto snapshot = record.snapshot()) snapshots.push_back(std::move(*snapshot));
  });
  std::sort(snapshots.begin(), snapshots.end(), [](const auto& a, const auto& b) { return a.serial < b.serial; });
  return snapshots;
}

ThreadRecord& Registry::claim_record(ThreadIdentity identity) {
  ThreadRecord& record = records_.claim();
  record.reset();
  identity.serial = ++serials_;
  identity.ident = idents_ == Idents::Serials ? kFirstIdent + identity.serial * kIdentStep : record.address();
  record.set_identity(identity);
  // Sequentially consistent after reset(), see invariant 2.
  if (stopping_.load()) record.signals().fetch_or(kStopSignal);
  return record;
}

void Registry::keep_ended(std::size_t most) { most_ended_ = most; }

void Registry::remember_ended(const ThreadRecord& record) noexcept {
  try {
    std::optional<ThreadSnapshot> snapshot = record.snapshot();
    if (!snapshot) return;
    Guard guard(ended_guard_);
    ended_.threads.push_back(std::move(*snapshot));
    if (ended_.threads.size() <= most_ended_) return;
    ended_.threads.erase(ended_.threads.begin());
    ++ended_.forgotten;
  } catch (const std::bad_alloc&) {
    // Somebody looks at one thread less.
  }
}

EndedThreads Registry::take_ended() {
  if (!ended_guard_.try_lock()) return {};
  Guard guard(ended_guard_, std::adopt_lock);
  return std::exchange(ended_, {});
}

void Registry::release_record(ThreadRecord& record) noexcept {
  if (most_ended_ > 0) remember_ended(record);
  record.reset();
  records_.release(record);
}

void Registry::add(const ThreadPtr& thread) {
  Guard guard(guard_);
  thread->listed_ = thread;
  thread->previous_ = last_;
  thread->next_ = nullptr;
  (last_ != nullptr ? last_->next_ : first_) = thread.get();
  last_ = thread.get();
  ++count_;
}

void Registry::remove(Thread& thread) noexcept {
  ThreadPtr removed;  // let go outside the guard
  Guard guard(guard_);
  removed = std::move(thread.listed_);
  if (removed == nullptr) return;
  (thread.previous_ != nullptr ? thread.previous_->next_ : first_) = thread.next_;
  (thread.next_ != nullptr ? thread.next_->previous_ : last_) = thread.previous_;
  --count_;
}

ThreadPtr Registry::find_unfinished(bool daemons_too) const {
  const ThreadPtr self = current_thread();
  Guard guard(guard_);
  for (const Thread* thread = first_; thread != nullptr; thread = thread->next_) {
    if (thread->kind_ == Thread::Kind::Started && thread != self.get() && (daemons_too || !thread->daemon())) {
      return thread->listed_;
    }
  }
  return nullptr;
}

}  // namespace threadbook::runtime
