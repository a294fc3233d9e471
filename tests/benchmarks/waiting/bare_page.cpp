// The functions of bare.h in the page, for browser.mjs: built into one program with the engine (engine_alone.cpp).
#include <emscripten.h>
#include <pthread.h>

#include <atomic>

#include "benchmarks/waiting/bare.h"

namespace {

double hand_over = 0;
double start_and_join = 0;
std::atomic<bool> done = false;

// In a thread: the page's own may not wait, and Python's threads are not started by it either.
void* measure(void*) {
  hand_over = threadbook::bench::bare_hand_over();
  start_and_join = threadbook::bench::bare_start_and_join();
  done = true;
  return nullptr;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void bare_start() {
  done = false;
  pthread_t thread;
  if (pthread_create(&thread, nullptr, measure, nullptr) == 0) pthread_detach(thread);
}
EMSCRIPTEN_KEEPALIVE int bare_is_done() { return done ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE double bare_hand_over_seconds() { return hand_over; }
EMSCRIPTEN_KEEPALIVE double bare_start_and_join_seconds() { return start_and_join; }

}  // extern "C"
