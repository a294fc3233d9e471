#include "trace/explanation.h"

#include <algorithm>

#include "trace/words.h"

namespace threadbook::trace {
namespace {

using python::Thing;
using python::ThingKind;
using python::ThreadActivity;

const Thing* thing_of(const std::vector<Thing>& things, ThingNumber number) {
  const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& t) { return t.number == number; });
  return found == things.end() ? nullptr : &*found;
}

std::string list_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

const Waiting* waiting_of(const std::vector<Waiting>& stuck, ThreadNumber thread) {
  const auto found = std::find_if(stuck.begin(), stuck.end(), [&](const Waiting& w) { return w.thread == thread; });
  return found == stuck.end() ? nullptr : &*found;
}

// The thread that this one waits for, if it is one.
ThreadNumber awaited(const Waiting& waiting) {
  return waiting.what == ThreadActivity::Joining ? waiting.joined : waiting.holder;
}

// A ring of threads that wait for each other, from its lowest number on; empty if there is none.
std::vector<const Waiting*> ring_in(const std::vector<Waiting>& stuck) {
  for (const Waiting& first : stuck) {
    std::vector<const Waiting*> path{&first};
    while (const Waiting* next = waiting_of(stuck, awaited(*path.back()))) {
      if (next == &first) return path;
      if (std::find(path.begin(), path.end(), next) != path.end()) break;  // leads into another's ring
      path.push_back(next);
    }
  }
  return {};
}

std::string what_is_missing(const Waiting& waiting, const Thing* thing) {
  const std::string what = thing != nullptr ? name_of(*thing) : std::string(activity_words(waiting.what));
  switch (waiting.what) {
    case ThreadActivity::WaitingForEvent: return "for " + what + " to be set, and nobody is left who could set it";
    case ThreadActivity::WaitingForCondition:
      return "for " + what + " to be notified, and nobody is left who could do that";
    case ThreadActivity::WaitingForSemaphore: return "for " + what + ", which nobody is left to release";
    case ThreadActivity::WaitingForBarrier: return "at " + what + " for others, and nobody is left who could come";
    case ThreadActivity::WaitingForQueue: return "for " + what + ", and nobody is left who could serve it";
    case ThreadActivity::WaitingForResult: return "for a result, and nobody is left who could give it";
    default: return "for " + what + ", which nobody is left to release";
  }
}

std::string sentence_of(const Waiting& waiting, const std::vector<Thing>& things, const Namer& name) {
  const std::string who = name(waiting.thread) + " waits" + in_line(waiting.line) + " ";
  if (waiting.what == ThreadActivity::Joining) return who + "for " + name(waiting.joined) + " to end.";
  const Thing* thing = thing_of(things, waiting.thing);
  if (thing != nullptr && waiting.holder != 0) {
    const std::string held = "for " + name_of(*thing) + ", which ";
    if (waiting.holder == waiting.thread) {
      return who + held + "it holds itself" + since_line(waiting.holder_line) +
             (thing->kind == ThingKind::Lock ? ": a Lock can be taken once only, an RLock again." : ".");
    }
    if (waiting.holder_has_ended) {
      return who + held + name(waiting.holder) + " took in line " + std::to_string(waiting.holder_line) +
             " and never released: it has ended.";
    }
    return who + held + name(waiting.holder) + " holds" + since_line(waiting.holder_line) + ".";
  }
  return who + what_is_missing(waiting, thing) + ".";
}

// From a thread to what it waits for, without what comes then.
void add_links(const Waiting& waiting, const std::vector<Thing>& things, const Namer& name,
               std::vector<GraphNode>& chain) {
  chain.push_back({waiting.thread, name(waiting.thread)});
  if (waiting.what == ThreadActivity::Joining) return;
  const Thing* thing = thing_of(things, waiting.thing);
  chain.push_back({0, thing != nullptr ? name_of(*thing) : std::string(activity_words(waiting.what))});
}

constexpr std::size_t kMostChains = 6;

}  // namespace

std::string chain_text(const std::vector<GraphNode>& chain) {
  std::string text;
  for (const GraphNode& node : chain) text += (text.empty() ? "" : " \u2192 ") + node.name;
  return text;
}

Explanation explain(const std::vector<Waiting>& stuck, const std::vector<Thing>& things, const Namer& name) {
  Explanation result;
  const std::vector<const Waiting*> ring = ring_in(stuck);
  std::vector<std::string> names;
  if (ring.size() == 1) {
    result.heading = "Deadlock: " + name(ring[0]->thread) + " waits for itself.";
  } else if (!ring.empty()) {
    for (const Waiting* waiting : ring) names.push_back(name(waiting->thread));
    result.heading = "Deadlock: " + list_of(names) +
                     (ring.size() == 2 ? " wait for each other." : " wait for each other, in a ring.");
  } else {
    for (const Waiting& waiting : stuck) names.push_back(name(waiting.thread));
    if (names.size() > 4) names = {std::to_string(names.size()) + " threads"};
    result.heading = "Standstill: " + list_of(names) + " can never go on.";
  }
  if (!ring.empty()) {
    std::vector<GraphNode>& chain = result.chains.emplace_back();
    for (const Waiting* waiting : ring) add_links(*waiting, things, name, chain);
    chain.push_back(chain.front());
  }
  for (const Waiting* waiting : ring) result.sentences.push_back(sentence_of(*waiting, things, name));
  for (const Waiting& waiting : stuck) {
    if (std::none_of(ring.begin(), ring.end(), [&](const Waiting* w) { return w->thread == waiting.thread; })) {
      result.sentences.push_back(sentence_of(waiting, things, name));
      if (result.chains.size() == kMostChains) continue;
      std::vector<GraphNode>& chain = result.chains.emplace_back();
      add_links(waiting, things, name, chain);
      const ThreadNumber next = awaited(waiting);
      chain.push_back(next != 0 ? GraphNode{next, name(next)} : GraphNode{0, "nobody"});
    }
  }
  return result;
}

}  // namespace threadbook::trace
