#include "ui/card/run_words.h"

#include <cstdio>

namespace threadbook::ui {
namespace {

std::string seconds_text(double seconds, int decimals) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f s", decimals, seconds);
  return text;
}

}  // namespace

RunWords run_words(const Example& example) {
  if (example.exploring() && !example.active()) {
    const std::string tried = std::to_string(example.exploration()->verdict().traces);
    return {"Trying orders \u00b7 " + tried, tried};
  }
  if (const auto steps = example.steps()) return {"Step by step", "Step " + std::to_string(steps->at)};
  const std::string counting = seconds_text(example.seconds(), 1);
  const std::string total = seconds_text(example.seconds(), 3);
  const std::string brief = seconds_text(example.seconds(), example.seconds() < 10 ? 2 : 1);
  switch (example.state()) {
    case RunState::Ready: return {};
    case RunState::Running:
      if (const auto& why = example.why_it_stands()) {  // "Deadlock: Ann and Bob wait for each other."
        const std::string kind = why->heading.substr(0, why->heading.find(':'));
        return {kind + " \u00b7 " + counting, kind};
      }
      return {"Running \u00b7 " + counting, counting};
    case RunState::Interrupted: return {"Interrupted \u00b7 Stop again ends it", "Stop again"};
    case RunState::Stopping: return {"Stopping", "Stopping"};
    case RunState::Finished: return {"Finished in " + total, "Finished, " + brief};
    case RunState::Failed: return {"Ended with an error after " + total, "Error, " + brief};
    case RunState::Stopped: return {"Stopped after " + total, "Stopped, " + brief};
    case RunState::Refused: return {"Could not be started", "Refused"};
  }
  return {};
}

}  // namespace threadbook::ui
