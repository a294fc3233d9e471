#include "runtime/thread.h"

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <new>

#include "runtime/errors.h"
#include "runtime/local.h"
#include "runtime/parker.h"
#include "runtime/this_thread.h"
#include "runtime/waitable.h"
#include "runtime/worker_pool.h"

namespace threadbook::runtime {
namespace {

// A plain pointer: it may be read while the OS thread's other thread-local objects are destroyed.
// What it points to lives at least as long as it is set.
thread_local Thread* own_thread = nullptr;

// Ends a foreign thread's object with its OS thread.
struct ForeignThread {
  std::function<void()> at_exit;
  ~ForeignThread() {
    if (at_exit) at_exit();
  }
};
thread_local ForeignThread foreign_thread;

std::shared_ptr<Registry> registry_of_creator(std::shared_ptr<Registry> wanted) {
  return wanted ? std::move(wanted) : current_thread()->registry();
}

// The limit that a start has met which failed so.
std::size_t limit_met(int error) {
  const std::size_t limit = WorkerPool::limit_for_threads();
  return error == EAGAIN && limit != kNoThreadLimit ? limit : 0;
}

}  // namespace

ThreadLimitError::ThreadLimitError(std::size_t limit) : RuntimeError(messages::kCannotStart) {
  if (limit == 0) return;
  note_ =
      "There can be " + std::to_string(limit) + " threads at the same time, those of all running programs together.";
}

Thread::Thread(ThreadOptions<> options)
    : registry_(registry_of_creator(std::move(options.registry))),
      kind_(Kind::Started),
      target_(std::move(options.target)),
      daemon_(options.daemon ? *options.daemon : current_thread()->daemon()),
      name_(!options.name.empty() ? std::move(options.name) : registry_->new_thread_name(options.target_name)) {}

Thread::Thread(Kind kind, std::shared_ptr<Registry> registry, std::string name)
    : registry_(std::move(registry)), kind_(kind), daemon_(kind == Kind::Foreign), name_(std::move(name)) {}

Thread::~Thread() = default;

bool Thread::start() {
  claim_start();
  try {
    return start_claimed();
  } catch (...) {
    abandon_start();
    throw;
  }
}

void Thread::claim_start() {
  auto seen = State::Initial;
  if (!state_.compare_exchange_strong(seen, State::Starting)) {
    throw RuntimeError(messages::kStartedTwice);
  }
}

bool Thread::start_claimed() {
  const ThreadPtr self = shared_from_this();
  if (registry_->is_stopping()) throw RuntimeError(messages::kStartAtShutdown);
  Launch launch;
  try {
    take_record();
    registry_->add(self);
    launch = registry_->carrier().launch(self, needed_stack());
  } catch (const std::bad_alloc&) {
    throw ThreadLimitError(0);
  }
  if (launch.error != 0) throw ThreadLimitError(limit_met(launch.error));
  if (launch.native_id != 0) {
    set_native_id(launch.native_id);
    auto seen = State::Starting;
    state_.compare_exchange_strong(seen, State::Alive);
    return launch.idle;
  }
  // Only the thread itself can tell its number. It reports before it does anything else, so this
  // is not a wait for anything a program does, and stop does not cut it short.
  (void)wait_uncancellable(begun_, Deadline::never());
  return true;
}

void Thread::abandon_start() noexcept {
  registry_->remove(*this);
  if (record_.load() != nullptr) give_record_back();
  ident_ = 0;
  state_ = State::Initial;
}

void Thread::run() {
  if (const auto target = std::exchange(target_, nullptr)) target();
}

bool Thread::join(std::optional<Timeout> timeout) {
  check_joinable();
  std::optional<Nanoseconds> span;
  if (timeout) span = nanoseconds_from_seconds(timeout->seconds());
  return wait_or_throw(finished_, Deadline::after(join_span(span)));
}

void Thread::check_joinable() const {
  if (kind_ == Kind::Foreign) throw AssertionError(messages::kJoinDummy);
  const State state = state_.load();
  if (state == State::Initial || state == State::Starting) {
    throw RuntimeError(messages::kJoinBeforeStart);
  }
  if (this == own_thread) throw RuntimeError(messages::kJoinCurrent);
}

bool Thread::is_alive() const noexcept { return state_.load() == State::Alive; }

std::string Thread::name() const {
  Guard guard(guard_);
  return name_;
}

void Thread::set_name(std::string name) {
  Guard guard(guard_);
  name_ = std::move(name);
  if (ThreadRecord* const record = record_.load(std::memory_order_relaxed)) {
    auto identity = record->identity();
    identity.set_name(name_);
    record->set_identity(identity);
  }
}

std::optional<std::uint64_t> Thread::ident() const noexcept {
  const std::uint64_t ident = ident_.load();
  return ident == 0 ? std::nullopt : std::optional(ident);
}

std::optional<std::uint64_t> Thread::native_id() const noexcept {
  const std::uint64_t native_id = native_id_.load();
  return native_id == 0 ? std::nullopt : std::optional(native_id);
}

void Thread::set_daemon(bool daemon) {
  if (state_.load() != State::Initial) throw RuntimeError(messages::kDaemonAfterStart);
  daemon_.store(daemon, std::memory_order_relaxed);
}

void Thread::take_record() {
  Guard guard(guard_);
  ThreadIdentity identity;
  identity.daemon = daemon();
  identity.set_name(name_);
  ThreadRecord& record = registry_->claim_record(identity);
  record_.store(&record, std::memory_order_release);
  const ThreadIdentity claimed = record.identity();
  ident_ = claimed.ident;
  serial_ = claimed.serial;
}

void Thread::set_native_id(std::uint64_t native_id) noexcept {
  native_id_ = native_id;
  Guard guard(guard_);
  ThreadRecord* const record = record_.load(std::memory_order_relaxed);
  if (record == nullptr) return;  // the thread has ended already
  auto identity = record->identity();
  if (identity.native_id == native_id) return;
  identity.native_id = native_id;
  record->set_identity(identity);
}

void Thread::begin(std::uint64_t native_id, Wakeable* sleeper) noexcept {
  record().set_sleeper(sleeper != nullptr ? sleeper : &this_thread_parker());
  set_native_id(registry_->idents_ == Idents::Serials ? serial() : native_id);
  state_ = State::Alive;
  begun_.complete();
}

void Thread::end() noexcept {
  locals_.reset();
  registry_->remove(*this);
  if (own_thread == this) own_thread = nullptr;
  give_record_back();
  conclude();
}

void Thread::give_record_back() noexcept {
  ThreadRecord* record = nullptr;
  {
    Guard guard(guard_);
    record = record_.exchange(nullptr);
  }
  registry_->release_record(*record);
}

void Thread::conclude() noexcept {
  state_ = State::Finished;
  finished_.complete();
}

// --- What carriers do with it ---

void Carrier::live(Thread& thread) noexcept {
  become(&thread);
  begin(thread, thread_native_id());
  try {
    thread.run();
  } catch (const ThreadStopped&) {
    // As it was told: nothing to report.
  } catch (...) {
    thread.registry_->report_exception({std::current_exception(), thread.shared_from_this()});
  }
  thread.target_ = nullptr;
  end(thread);
}

void Carrier::begin(Thread& thread, std::uint64_t native_id, Wakeable* sleeper) noexcept {
  thread.begin(native_id, sleeper);
}
void Carrier::end(Thread& thread) noexcept { thread.end(); }
Thread* Carrier::become(Thread* thread) noexcept { return std::exchange(own_thread, thread); }

// --- The main thread and foreign threads ---

MainThreadScope::MainThreadScope(std::shared_ptr<Registry> registry)
    : registry_(std::move(registry)), outer_(own_thread) {
  registry_->main_thread_->take_record();
  own_thread = registry_->main_thread_.get();
  own_thread->begin(thread_native_id(), nullptr);
}

MainThreadScope::~MainThreadScope() {
  registry_->main_thread_->locals_.reset();
  own_thread = outer_;
  registry_->main_thread_->give_record_back();
  registry_->main_thread_->conclude();
}

std::shared_ptr<Registry> Registry::create(RegistryOptions options) {
  std::shared_ptr<Registry> registry(new Registry(options));
  // An aliasing pointer that owns nothing: the Registry owns its main thread, not the reverse.
  std::shared_ptr<Registry> unowned(std::shared_ptr<void>(), registry.get());
  registry->main_thread_.reset(new Thread(Thread::Kind::Main, std::move(unowned), "MainThread"));
  registry->add(registry->main_thread_);
  return registry;
}

const std::shared_ptr<Registry>& default_registry() {
  // Never destroyed: foreign and daemon threads may outlive every static object.
  static const std::shared_ptr<Registry>& registry = []() -> const std::shared_ptr<Registry>& {
    static auto& made = *new std::shared_ptr<Registry>(Registry::create());
    if (own_thread == nullptr) {
      made->main_thread_->take_record();
      own_thread = made->main_thread_.get();
      own_thread->begin(thread_native_id(), nullptr);
    }
    std::atexit([] {
      // Only the main thread may wait for the others. Another one that calls exit(), or the host
      // thread that ends a program in a page's worker, may be what they wait for.
      if (own_thread != made->main_thread_.get()) {
        made->request_stop();
        return;
      }
      made->join_non_daemon_threads();
      made->stop_all_threads(Deadline::after(1'000'000'000));
    });
    return made;
  }();
  return registry;
}

void Registry::adopt_foreign_thread() {
  const auto name = "Dummy-" + std::to_string(++names_);
  std::shared_ptr<Registry> unowned(std::shared_ptr<void>(), this);
  ThreadPtr thread(new Thread(Thread::Kind::Foreign, std::move(unowned), name));
  thread->take_record();
  add(thread);
  own_thread = thread.get();
  thread->begin(thread_native_id(), nullptr);
  foreign_thread.at_exit = [thread] { thread->end(); };
}

ThreadPtr current_thread() {
  if (own_thread == nullptr) {
    const auto& registry = default_registry();  // makes the process's first thread its main thread
    if (own_thread == nullptr) registry->adopt_foreign_thread();
  }
  return own_thread->shared_from_this();
}

std::uint64_t this_thread_ident() {
  if (own_thread == nullptr) (void)current_thread();
  return own_thread->ident_.load(std::memory_order_relaxed);
}

LocalValues& this_thread_locals() {
  if (own_thread == nullptr) (void)current_thread();
  auto& locals = own_thread->locals_;
  if (!locals) locals = std::make_unique<LocalValues>();
  return *locals;
}

ThreadPtr main_thread() { return current_thread()->registry()->main_thread(); }

std::vector<ThreadPtr> enumerate() { return current_thread()->registry()->threads(); }

std::size_t active_count() { return current_thread()->registry()->active_count(); }

std::size_t stack_size(std::optional<std::int64_t> size) { return current_thread()->registry()->stack_size(size); }

// --- The calling thread's own side ---

Signals* this_thread_signals() noexcept { return own_thread == nullptr ? nullptr : &own_thread->record().signals(); }

}  // namespace threadbook::runtime
