#include "python/objects/thread_activity.h"

#include <algorithm>
#include <iterator>

namespace threadbook::python {

namespace {

struct Names {
  std::string_view word, words;
};
constexpr Names kNames[] = {
#define THREADBOOK_ACTIVITY(id, word, words) {word, words},
    THREADBOOK_THREAD_ACTIVITIES(THREADBOOK_ACTIVITY)
#undef THREADBOOK_ACTIVITY
};

const Names& names_of(ThreadActivity activity) { return kNames[static_cast<std::size_t>(activity)]; }

}  // namespace

std::string_view activity_word(ThreadActivity activity) { return names_of(activity).word; }
std::string_view activity_words(ThreadActivity activity) { return names_of(activity).words; }

ThreadActivity activity_called(std::string_view word) {
  const auto found = std::find_if(std::begin(kNames), std::end(kNames), [&](const Names& n) { return n.word == word; });
  if (found == std::end(kNames)) return ThreadActivity::Finished;
  return static_cast<ThreadActivity>(found - std::begin(kNames));
}

}  // namespace threadbook::python
