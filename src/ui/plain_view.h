// The book's examples while the book is text: before the canvas is there, where it cannot be, and on paper. The host
// has the elements (Host::show_example); this view tells it what they are to show. The reader acts on them by the same
// overlay numbers as on the canvas, so a program that was started here goes on there.
//
// Thread safety: none; the main thread only. No function blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/programs.h"
#include "ui/surface/host.h"

namespace threadbook::ui {

class PlainView {
 public:
  // What of an output is shown; what came first goes.
  static constexpr std::size_t kMostOutput = 100'000;  // bytes

  // Both must outlive the view.
  PlainView(Programs& programs, Host& host) : programs_(programs), host_(host) {}

  // The example with this id stands in the text. Answers the number of its first overlay (example_overlay()), or
  // nothing if the book has no such example.
  std::optional<OverlayId> add(std::string_view id);
  // Whether the text is what is seen; the host hears nothing while it is not.
  void set_visible(bool visible) { is_visible_ = visible; }

  // What the reader did to an example's overlay. False if it is none.
  bool clicked(OverlayId id);
  void edited(OverlayId id, std::string text);
  void run_key(OverlayId id);
  void stop_key(OverlayId id);

  // Tells what is new, after Programs::poll(). `now` in seconds. True if there is more to tell later.
  bool frame(double now);

 private:
  struct Entry {
    Card* card = nullptr;
    std::optional<PlainExample> shown;
    std::uint64_t text_shown = 0;     // Example::text_version
    std::uint64_t console_shown = 0;  // Example::console_version
    bool was_active = false;          // when the output was told last
    double told = -1;                 // when that was
  };

  Card* card_of(OverlayId id);
  bool tell_output(Entry& entry, double now);

  Programs& programs_;
  Host& host_;
  std::vector<Entry> entries_;
  bool is_visible_ = true;
};

}  // namespace threadbook::ui
