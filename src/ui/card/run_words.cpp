#include "ui/card/run_words.h"

#include <cstdio>

namespace threadbook::ui {
namespace {

std::string seconds_text(double seconds, bool is_counting) {
  char text[32];
  std::snprintf(text, sizeof text, is_counting ? "%.1f s" : "%.3f s", seconds);
  return text;
}

}  // namespace

RunWords run_words(const Example& example) {
  const std::string counting = seconds_text(example.seconds(), true);
  const std::string total = seconds_text(example.seconds(), false);
  switch (example.state()) {
    case RunState::Ready: return {};
    case RunState::Running: return {"Running \u00b7 " + counting, counting};
    case RunState::Interrupted: return {"Interrupted \u00b7 Stop again ends it", "Stop again"};
    case RunState::Stopping: return {"Stopping", "Stopping"};
    case RunState::Finished: return {"Finished in " + total, total};
    case RunState::Failed: return {"Ended with an error after " + total, "Error"};
    case RunState::Stopped: return {"Stopped after " + total, "Stopped"};
    case RunState::Refused: return {"Could not be started", "Refused"};
  }
  return {};
}

}  // namespace threadbook::ui
