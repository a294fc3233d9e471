// The explorer: a program of its own that tries all orders of a program's threads, and goes through one of them step by
// step. A page fetches it when it is wanted first, and has it run in a plain Web Worker, which needs no shared memory:
// one OS thread drives all threads of a program (explore/executor). So it serves also where browsers give no threads.
//
// Nothing reaches it while it is at something: whoever has had enough ends the worker. What it is told and what it
// answers are bytes (explore/wire); worker.js has the messages.
#include <emscripten.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "explore/explorer.h"
#include "explore/stepping/stepping.h"
#include "explore/telling/account.h"
#include "explore/wire/wire.h"
#include "python/library/sources.h"
#include "runtime/clock.h"

using namespace threadbook;

// clang-format off
EM_JS(void, js_answer, (const char* bytes, int size), { postMessage({answer: HEAPU8.slice(bytes, bytes + size)}); });
// clang-format on

namespace {

constexpr runtime::Nanoseconds kTellEvery = 50'000'000;
constexpr std::size_t kMostOutcomes = 200;  // that a page is told

std::map<std::string, std::string, std::less<>> texts;
std::vector<python::LibrarySource> sources;

std::unique_ptr<explore::Stepping> stepping;

void answer(const std::string& bytes) { js_answer(bytes.data(), static_cast<int>(bytes.size())); }

void answer(explore::Verdict verdict) {
  verdict.sort();
  if (verdict.outcomes.size() > kMostOutcomes) verdict.outcomes.resize(kMostOutcomes);
  answer(explore::to_bytes(verdict));
}

std::string_view view_of(const char* bytes, int size) { return {bytes, static_cast<std::size_t>(size)}; }

}  // namespace

std::span<const python::LibrarySource> threadbook::python::library_sources() { return sources; }

std::optional<std::string_view> threadbook::python::library_text(const LibrarySource& source) {
  const auto found = texts.find(source.name);
  return found == texts.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

// What worker.js calls. Each blocks until it is done.
extern "C" {

// Once for each file, in the order of their names, before any program.
EMSCRIPTEN_KEEPALIVE void explorer_library(const char* name, const char* text) {
  const auto entry = texts.emplace(name, text).first;
  sources.push_back({entry->first, {}});
}

// All orders: answers with verdicts, the last of which is whole.
EMSCRIPTEN_KEEPALIVE void explorer_search(const char* source, const char* bytes, int size) {
  explore::ExploreOptions options;
  if (!explore::from_bytes(view_of(bytes, size), options)) return;
  explore::Explorer explorer(source, options);
  const runtime::Nanoseconds began = runtime::monotonic_now();
  runtime::Nanoseconds told = 0;
  answer(explorer.explore([&](const explore::Verdict& so_far) {
    const runtime::Nanoseconds now = runtime::monotonic_now();
    if (now - told < kTellEvery) return;
    told = now;
    explore::Verdict excerpt = so_far;
    excerpt.seconds = static_cast<double>(now - began) / 1e9;
    answer(std::move(excerpt));
  }));
}

// What is known of a search that was broken off, in full.
EMSCRIPTEN_KEEPALIVE void explorer_finish(const char* source, const char* options_bytes, int options_size,
                                          const char* verdict_bytes, int verdict_size) {
  explore::ExploreOptions options;
  explore::Verdict verdict;
  if (!explore::from_bytes(view_of(options_bytes, options_size), options) ||
      !explore::from_bytes(view_of(verdict_bytes, verdict_size), verdict)) {
    return;
  }
  explore::tell_in_full(verdict, source, options, false);
  answer(std::move(verdict));
}

// Step by step, in place of what was stepped through before: answers with views, now and each time it is told
// something.
EMSCRIPTEN_KEEPALIVE void explorer_step(const char* source) {
  stepping.reset();
  stepping = std::make_unique<explore::Stepping>(
      source, python::RunOptions{}, [](const explore::StepsView& view) { answer(explore::to_bytes(view)); });
}

EMSCRIPTEN_KEEPALIVE void explorer_tell(const char* bytes, int size) {
  explore::StepCommand command;
  if (stepping != nullptr && explore::from_bytes(view_of(bytes, size), command)) stepping->tell(std::move(command));
}

}  // extern "C"

int main() {}
