#include "trace/facts.h"

#include "trace/words.h"

namespace threadbook::trace {
namespace {

constexpr std::size_t kMostNamed = 6;

void add_waiters(const Story& story, const ThingLane& thing, Time time, std::vector<std::string>& facts) {
  const std::vector<Waiter> waiters = waiters_of(story, thing.thing.number, time);
  for (std::size_t i = 0; i < waiters.size() && i < kMostNamed; ++i) {
    facts.push_back(waiters[i].thread->name + " waited for " + name_of(thing.thing) + in_line(waiters[i].span->line) +
                    ", " + length_text(time - waiters[i].span->begin) + " by then.");
  }
  if (waiters.size() > kMostNamed)
    facts.push_back(std::to_string(waiters.size() - kMostNamed) + " more waited for it.");
}

}  // namespace

std::vector<Held> held_by(const Story& story, ThreadNumber thread, Time time) {
  std::vector<Held> held;
  for (const ThingLane& lane : story.things()) {
    if (!lane.is_lock()) continue;
    const Holding* holding = story.at(lane, time);
    if (holding != nullptr && holding->holder == thread && holding->folded == 0) held.push_back({&lane, holding});
  }
  return held;
}

std::vector<Waiter> waiters_of(const Story& story, ThingNumber thing, Time time) {
  std::vector<Waiter> waiters;
  for (const ThreadLane& lane : story.threads()) {
    const Span* span = story.at(lane, time);
    if (span != nullptr && span->state == State::Waiting && span->thing == thing) waiters.push_back({&lane, span});
  }
  return waiters;
}

std::vector<std::string> facts_of(const Story& story, const ThreadLane& lane, Time time) {
  std::vector<std::string> facts;
  if (const Span* span = story.at(lane, time)) {
    // How long is not told of what goes on: that would be another sentence in each frame.
    const bool goes_on = span->state == State::Waiting && span->outcome == Outcome::Open;
    const std::string where = span->line == 0 ? "" : "," + in_line(span->line);
    facts.push_back(goes_on ? lane.name + " " + state_words(story, *span) + where + "." : sentence(story, lane, *span));
  }
  for (const Held& held : held_by(story, lane.number, time)) {
    facts.push_back("It held " + name_of(held.thing->thing) + since_line(held.holding->line) + ".");
    add_waiters(story, *held.thing, time, facts);
  }
  return facts;
}

std::vector<std::string> facts_of(const Story& story, const ThingLane& lane, Time time) {
  std::vector<std::string> facts;
  const Holding* holding = story.at(lane, time);
  if (lane.is_lock()) {
    facts.push_back(holding == nullptr ? std::string("It was free.")
                                       : story.name_of(holding->holder) + " held it" + since_line(holding->line) + ".");
  } else if (holding != nullptr) {
    facts.push_back("It said: " + holding_words(story, lane, *holding) + ".");
  }
  add_waiters(story, lane, time, facts);
  return facts;
}

}  // namespace threadbook::trace
