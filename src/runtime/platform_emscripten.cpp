// The platform in a browser or under node: a thread is a Web Worker, the futex is WebAssembly's
// memory.atomic.wait32 and memory.atomic.notify.
#include <emscripten.h>
#include <emscripten/heap.h>
#include <emscripten/proxying.h>
#include <emscripten/threading.h>
#include <pthread.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <limits>

#include "runtime/alone.h"
#include "runtime/in_order.h"
#include "runtime/platform.h"

namespace threadbook::runtime {
namespace {

std::atomic<std::uint64_t> last_native_id{0};
thread_local std::uint64_t own_native_id = 0;

volatile void* futex_address(const std::atomic<std::uint32_t>& word) {
  static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(std::uint32_t));
  return const_cast<std::atomic<std::uint32_t>*>(&word);
}

// ---- How threads come about ----
//
// Only the main thread can make a worker, and that takes some 20 ms of a processor: the browser
// starts a JavaScript engine, which loads the page's script. So who wants a thread leaves a wish,
// and the main thread fulfils a few at a time, in order; each that begins makes it go on with the
// next. Between two of them it draws the page.

constexpr std::size_t kStackSize = 256 << 10;  // -sDEFAULT_PTHREAD_STACK_SIZE
// What must be free for a thread: the allocator gives each a segment of 4 MB, and others are
// coming.
constexpr std::size_t kRoom = 16 << 20;

struct Wish {
  OsThreadEntry entry;
  void* argument;
  std::size_t stack_size;
  std::uint64_t native_id;
  Wish* next;
};

std::atomic<Wish*> new_wishes{nullptr};    // the latest first
std::atomic<std::size_t> wish_count{0};    // those of them that are not fulfilled
std::atomic<std::size_t> coming_count{0};  // workers that are being made
Wish* first_wish = nullptr;                // the main thread's: in order
Wish* last_wish = nullptr;

// clang-format off
EM_JS_DEPS(threadbook_threads, "$PThread,$terminateWorker");

// A worker whose thread has ended is ended too. Emscripten would keep it for the next thread; but which are kept,
// the worker pool decides, and keeps them with their threads. The thread's memory is freed last: that may have to wait
// for a lock, and then the main thread does meanwhile whatever else it is asked for, also making a worker.
EM_JS(void, js_end_workers_with_threads, (), {
  PThread.returnWorkerToPool = (worker) => {
    const thread = worker.pthread_ptr;
    delete PThread.pthreads[thread];
    PThread.runningWorkers.splice(PThread.runningWorkers.indexOf(worker), 1);
    worker.pthread_ptr = 0;
    terminateWorker(worker);
    __emscripten_thread_free_data(thread);
  };
});

// Gigabytes of the device, up to 8, where the browser tells.
EM_JS(double, js_device_memory, (), { return globalThis.navigator?.deviceMemory ?? 8; });
EM_JS(int, js_is_terminal, (int descriptor), {
  return typeof require === 'function' && require('tty').isatty(descriptor) ? 1 : 0;
});
// clang-format on

// A thread takes 4.3 MB of the memory that was chosen when the page started; as much again is left
// to programs' objects and the page itself. What a browser takes beside that is some 4 MB a worker,
// so a small device gets fewer.
const std::size_t thread_limit =
    std::min(emscripten_get_heap_size() / (8 << 20), static_cast<std::size_t>(js_device_memory() * 32));

void fulfil_wishes(void*);

void call_main_thread() {
  if (emscripten_is_main_runtime_thread()) return fulfil_wishes(nullptr);
  emscripten_proxy_async(emscripten_proxy_get_system_queue(), emscripten_main_runtime_thread_id(), fulfil_wishes,
                         nullptr);
}

void* enter(void* memory) {
  const Wish wish = *static_cast<Wish*>(memory);
  delete static_cast<Wish*>(memory);
  own_native_id = wish.native_id;
  coming_count.fetch_sub(1);
  if (wish_count.load() > 0) call_main_thread();
  wish.entry(wish.argument);
  return nullptr;
}

// Those that came since the last look, in order, behind the others.
void take_new_wishes() {
  Wish* const wishes = in_order<&Wish::next>(new_wishes.exchange(nullptr));
  if (wishes == nullptr) return;
  (first_wish == nullptr ? first_wish : last_wish->next) = wishes;
  last_wish = wishes;
  while (last_wish->next != nullptr) last_wish = last_wish->next;
}

// Is there memory for another thread? Emscripten's pthread_create does not ask.
bool has_room(std::size_t stack_size) {
  void* const memory = std::malloc(stack_size + kRoom);
  std::free(memory);
  return memory != nullptr;
}

bool make_worker(Wish& wish) {
  if (!has_room(wish.stack_size)) return false;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, wish.stack_size);
  pthread_t thread;
  const bool made = pthread_create(&thread, &attributes, enter, &wish) == 0;
  pthread_attr_destroy(&attributes);
  return made;
}

// On the main thread. Making a worker may have to wait for a lock, and then the main thread does
// meanwhile what others ask of it, this too: so it is not done inside itself, and looks for new
// wishes every time.
void fulfil_wishes(void*) {
  static const std::size_t at_once = std::clamp(cpu_count(), 2u, 4u);
  static const bool prepared = (js_end_workers_with_threads(), true);
  (void)prepared;
  static bool at_it = false;
  if (at_it) return;
  at_it = true;
  for (;;) {
    take_new_wishes();
    if (first_wish == nullptr || coming_count.load() >= at_once) break;
    Wish& wish = *first_wish;
    Wish* const next = wish.next;  // the thread deletes its wish
    wish_count.fetch_sub(1);
    coming_count.fetch_add(1);
    if (!make_worker(wish)) {
      // There was memory when it was asked for: there will be again.
      coming_count.fetch_sub(1);
      wish_count.fetch_add(1);
      emscripten_async_call(fulfil_wishes, nullptr, 50);
      break;
    }
    first_wish = next;
  }
  at_it = false;
}

}  // namespace

bool futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t expected, std::optional<Nanoseconds> timeout) {
  if (timeout && *timeout <= 0) return false;
  const double milliseconds = timeout ? static_cast<double>(*timeout) / 1e6 : std::numeric_limits<double>::infinity();
  return emscripten_futex_wait(futex_address(word), expected, milliseconds) != -ETIMEDOUT;
}

void futex_wake(const std::atomic<std::uint32_t>& word, int count) noexcept {
  emscripten_futex_wake(futex_address(word), count);
}

std::uint64_t thread_native_id() noexcept {
  if (own_native_id == 0) own_native_id = ++last_native_id;
  return own_native_id;
}

bool is_alone() noexcept { return false; }

unsigned cpu_count() noexcept {
  const int count = emscripten_num_logical_cores();
  return count < 1 ? 1u : static_cast<unsigned>(count);
}

int start_os_thread(OsThreadEntry entry, void* argument, std::size_t stack_size, std::uint64_t& native_id) {
  if (stack_size == 0) stack_size = kStackSize;
  if (!has_room(stack_size)) return ENOMEM;
  native_id = ++last_native_id;
  auto* wish = new Wish{entry, argument, stack_size, native_id, new_wishes.load()};
  wish_count.fetch_add(1);
  while (!new_wishes.compare_exchange_weak(wish->next, wish)) {
  }
  call_main_thread();
  return 0;
}

std::size_t most_os_threads() noexcept { return thread_limit; }

std::size_t os_threads_for_others() noexcept { return std::min<std::size_t>(24, thread_limit / 4); }

// Each takes the main thread, and what is left of the processors, 20 ms; no processor runs more than one at a time.
std::size_t enough_os_threads() noexcept { return 64; }

IdlePolicy idle_worker_policy() noexcept {
  return {.kept = std::min<std::size_t>(16, thread_limit / 8), .lifetime = 10'000'000'000};
}

// Emscripten's isatty() takes whatever stands for the terminal in a page for one; node knows.
bool is_terminal(int descriptor) noexcept { return js_is_terminal(descriptor) != 0; }

}  // namespace threadbook::runtime
