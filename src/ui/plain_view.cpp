#include "ui/plain_view.h"

#include <algorithm>

#include "ui/card/run_words.h"
#include "ui/surface/overlay_ids.h"

namespace threadbook::ui {
namespace {

constexpr double kTellEvery = 0.1;  // seconds between two tellings of what a program prints or of how long it runs

PlainExample state_of(const Card& card) {
  const Example& example = card.example();
  PlainExample state;
  state.first = example_overlay(card.index(), ExamplePart{});
  const auto& why = example.why_it_stands();
  state.words = why && example.active() ? why->heading : run_words(example).whole;
  state.has_run = example.has_run();
  state.active = example.active();
  state.can_be_stopped = example.can_be_stopped();
  state.edited = example.edited();
  state.gil = example.gil();
  state.not_kept = example.notice() == Notice::NotKept;
  return state;
}

// Whole lines from the end, as much as is shown.
std::vector<OutputPiece> output_of(const ConsoleBuffer& console) {
  const auto& lines = console.lines();
  std::size_t first = console.visible_lines(), size = 0;
  while (first > 0 && size < PlainView::kMostOutput) {
    --first;
    for (const ConsoleSegment& segment : lines[first].segments) size += segment.text.size() + 1;
  }
  std::vector<OutputPiece> pieces;
  const auto add = [&](ConsoleStream stream, std::string_view text) {
    if (pieces.empty() || pieces.back().stream != stream) pieces.push_back({stream, {}});
    pieces.back().text += text;
  };
  for (std::size_t i = first; i < console.visible_lines(); ++i) {
    ConsoleStream stream = ConsoleStream::Out;
    for (const ConsoleSegment& segment : lines[i].segments) add(stream = segment.stream, segment.text);
    add(stream, "\n");
  }
  return pieces;
}

}  // namespace

std::optional<OverlayId> PlainView::add(std::string_view id) {
  Card* card = programs_.cards().with_id(id);
  if (!card) return std::nullopt;
  entries_.emplace_back().card = card;
  host_.request_frame();
  return example_overlay(card->index(), ExamplePart{});
}

Card* PlainView::card_of(OverlayId id) {
  const auto part = as_example(id);
  return part ? programs_.cards().find(part->example) : nullptr;
}

bool PlainView::clicked(OverlayId id) {
  Card* card = card_of(id);
  if (!card) return false;
  card->clicked(as_example(id)->part);
  host_.request_frame();
  return true;
}

void PlainView::edited(OverlayId id, std::string text) {
  Card* card = card_of(id);
  if (!card) return;
  card->edited(std::move(text));
  programs_.edited();
  host_.request_frame();
}

void PlainView::run_key(OverlayId id) {
  if (Card* card = card_of(id)) card->run();
  host_.request_frame();
}

void PlainView::stop_key(OverlayId id) {
  if (Card* card = card_of(id)) card->stop();
  host_.request_frame();
}

bool PlainView::tell_output(Entry& entry, double now) {
  const Example& example = entry.card->example();
  const std::uint64_t version = example.console_version();
  if (entry.console_shown == version) return false;
  // The first lines and the last ones come at once.
  if (entry.was_active && example.active() && now - entry.told < kTellEvery) return true;
  host_.show_output(example_overlay(entry.card->index(), ExamplePart::Console), output_of(example.console()));
  entry.console_shown = version;
  entry.was_active = example.active() && example.console().visible_lines() > 0;
  entry.told = now;
  return false;
}

bool PlainView::frame(double now) {
  if (!is_visible_) return false;
  bool more = false;
  for (Entry& entry : entries_) {
    const Example& example = entry.card->example();
    PlainExample state = state_of(*entry.card);
    if (entry.shown != state) {
      host_.show_example(state);
      entry.shown = std::move(state);
    }
    if (entry.text_shown != example.text_version()) {
      // What the field holds at first is what can be undone to.
      host_.set_text(example_overlay(entry.card->index(), ExamplePart::Editor), example.text(), entry.text_shown != 0);
      entry.text_shown = example.text_version();
    }
    more |= tell_output(entry, now);
  }
  return more;
}

}  // namespace threadbook::ui
