#include "benchmarks/waiting/bare.h"

#include <pthread.h>

#include <algorithm>

#include "runtime/clock.h"

namespace threadbook::bench {

namespace {

constexpr int kTries = 5;

// The best of some tries: whatever else the machine does only adds.
template <class Measure>
double best(Measure measure) {
  double seconds = measure();
  for (int i = 1; i < kTries; ++i) seconds = std::min(seconds, measure());
  return seconds;
}

template <class Work>
double seconds_of(Work work) {
  const runtime::Nanoseconds begin = runtime::monotonic_now();
  work();
  return static_cast<double>(runtime::monotonic_now() - begin) / 1e9;
}

constexpr int kTurns = 2000;  // of each thread

struct Turns {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
  int turn = 0;

  void take(int mine) {
    for (int i = 0; i < kTurns; ++i) {
      pthread_mutex_lock(&mutex);
      while (turn != mine) pthread_cond_wait(&changed, &mutex);
      turn = 1 - mine;
      pthread_cond_signal(&changed);
      pthread_mutex_unlock(&mutex);
    }
  }
};

void* take_second_turns(void* turns) {
  static_cast<Turns*>(turns)->take(1);
  return nullptr;
}

void* do_nothing(void*) { return nullptr; }

}  // namespace

double bare_hand_over() {
  return best([] {
    Turns turns;
    pthread_t other;
    pthread_create(&other, nullptr, take_second_turns, &turns);
    const double seconds = seconds_of([&] { turns.take(0); });
    pthread_join(other, nullptr);
    return seconds / (2 * kTurns);
  });
}

double bare_start_and_join() {
  constexpr int kThreads = 100;
  return best([] {
    return seconds_of([] {
             for (int i = 0; i < kThreads; ++i) {
               pthread_t thread;
               pthread_create(&thread, nullptr, do_nothing, nullptr);
               pthread_join(thread, nullptr);
             }
           }) /
           kThreads;
  });
}

}  // namespace threadbook::bench
