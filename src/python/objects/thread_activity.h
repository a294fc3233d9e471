// What a thread is doing, as everybody names it: the executor that sees to it, the page and its tests
// that show it, observers that keep it.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadbook::python {

// X(id, word for programs, words for readers). What a wait is for is a state of its own each.
#define THREADBOOK_THREAD_ACTIVITIES(X) \
  X(Starting, "starting", "starting") \
  X(Running, "running", "running") \
  X(WaitingForGil, "waiting-for-gil", "waits for the GIL") \
  X(Sleeping, "sleeping", "sleeping") \
  X(WaitingForLock, "waiting-for-lock", "waits for a lock") \
  X(WaitingForCondition, "waiting-for-condition", "waits for a condition") \
  X(WaitingForSemaphore, "waiting-for-semaphore", "waits for a semaphore") \
  X(WaitingForEvent, "waiting-for-event", "waits for an event") \
  X(WaitingForBarrier, "waiting-for-barrier", "waits for a barrier") \
  X(WaitingForQueue, "waiting-for-queue", "waits for a queue") \
  X(WaitingForResult, "waiting-for-result", "waits for a result") \
  X(WaitingForOutput, "waiting-for-output", "waits for output to be read") \
  X(WaitingForInput, "waiting-for-input", "waits for input") \
  X(WaitingForImport, "waiting-for-import", "waits for an import") \
  X(Joining, "joining", "joining") \
  X(Finished, "finished", "ended")

enum class ThreadActivity : std::uint8_t {
#define THREADBOOK_ACTIVITY(id, word, words) id,
  THREADBOOK_THREAD_ACTIVITIES(THREADBOOK_ACTIVITY)
#undef THREADBOOK_ACTIVITY
};

// "waiting-for-lock"
std::string_view activity_word(ThreadActivity activity);
// "waits for a lock"
std::string_view activity_words(ThreadActivity activity);
// The activity of that word; Finished if there is none.
ThreadActivity activity_called(std::string_view word);

}  // namespace threadbook::python
