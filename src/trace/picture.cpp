#include "trace/picture.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "python/text/characters.h"
#include "trace/lanes.h"
#include "trace/words.h"

namespace threadbook::trace {
namespace {

using python::ThreadActivity;

constexpr float kLabel = 190, kWidth = 900, kRow = 26, kBar = 12, kMargin = 20, kGap = 10;
constexpr std::size_t kMostThreads = 40, kMostThings = 30;
constexpr std::array<std::string_view, 8> kThreadColors = {"#1d5fa8", "#a8447c", "#0b7472", "#a85a14",
                                                           "#6b4fa0", "#66741c", "#7c5a3a", "#4a6072"};

// Text of XML, which has no control characters.
std::string escaped(std::string_view text) {
  std::string out;
  python::for_each_character(text, [&](std::string_view character) {
    switch (character[0]) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += static_cast<unsigned char>(character[0]) < 0x20 ? "\ufffd" : character;
    }
  });
  return out;
}

class Drawing {
 public:
  explicit Drawing(const Story& story) : story_(story) {}

  std::string draw(bool gil) {
    LanesWish wish;
    wish.range = {story_.begin(), std::max(story_.end(), story_.begin() + 1)};
    wish.width = kWidth;
    wish.rows = {kMostThreads, kMostThings, {}};
    wish.gil = gil;
    const Lanes lanes = lay_out(story_, wish);
    const std::size_t shared = lanes.things.size() + (lanes.gil.empty() ? 0 : 1);
    const float bottom = kMargin + static_cast<float>(lanes.threads.size() + shared) * kRow + (shared > 0 ? kGap : 0);
    for (const Tick& tick : lanes.ticks) {
      add("<path d=\"M%.1f %.1fV%.1f\" stroke=\"#e3dfd5\"/>", kLabel + tick.x, kMargin, bottom);
      text(kLabel + tick.x, bottom + 16, tick.label, "middle", "#66635b", 11);
    }
    float y = kMargin;
    for (const ThreadBoxes& thread : lanes.threads) {
      const ThreadLane& lane = thread.row.lane();
      if (thread.row.is_group()) {
        text(kMargin, y + 17, row_name(thread.row), "start", "#17181b", 13, true);
        crowd(thread, y + kRow / 2);
      } else {
        text(kMargin, y + 17, lane.name, "start", color_of(lane.number), 13, true);
        for (const Box& box : thread.boxes) span(lane, box, y + kRow / 2);
      }
      y += kRow;
    }
    const float threads = kMargin;
    y += kGap;
    if (!lanes.gil.empty()) {
      text(kMargin, y + 17, "GIL", "start", "#66635b", 12.5f);
      for (const HoldingBox& box : lanes.gil)
        bar(box.left, box.right, y + kRow / 2, color_of(box.holder), story_.name_of(box.holder));
      y += kRow;
    }
    for (const ThingBoxes& thing : lanes.things) {
      text(kMargin, y + 17, trace::name_of(thing.lane->thing), "start", "#3a3430", 12.5f);
      for (const HoldingBox& box : thing.boxes) {
        const std::string words = box.holding != nullptr ? holding_words(story_, *thing.lane, *box.holding) : "several";
        bar(box.left, box.right, y + kRow / 2, thing.lane->is_lock() ? color_of(box.holder) : "#9fc6c4", words);
      }
      y += kRow;
    }
    for (const ArrowLine& arrow : lanes.arrows) {
      const float from = threads + static_cast<float>(arrow.from) * kRow + kRow / 2;
      const float to = threads + static_cast<float>(arrow.to) * kRow + kRow / 2;
      const float side = to > from ? 1.0f : -1.0f;
      add("<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#66635b\" marker-end=\"url(#tip)\"/>", kLabel + arrow.left,
          from + side * kBar / 2, kLabel + arrow.right, to - side * (kBar / 2 + 1));
    }
    std::size_t left_out = story_.threads().size();
    for (const ThreadBoxes& thread : lanes.threads) left_out -= thread.row.lanes.size();
    if (left_out > 0) {
      text(kMargin, bottom + 34, std::to_string(left_out) + " more threads are not shown.", "start", "#66635b", 12);
    }
    char head[400];
    std::snprintf(
        head, sizeof head,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" font-family=\"Inter, system-ui, "
        "sans-serif\">\n<defs><marker id=\"tip\" viewBox=\"0 0 6 6\" refX=\"5\" refY=\"3\" markerWidth=\"6\" "
        "markerHeight=\"6\" orient=\"auto\"><path d=\"M0 0L6 3L0 6Z\" fill=\"#66635b\"/></marker></defs>\n"
        "<rect width=\"100%%\" height=\"100%%\" fill=\"#f8f6f1\"/>\n",
        static_cast<double>(kLabel + kWidth + kMargin), static_cast<double>(bottom + (left_out > 0 ? 48 : 30)));
    return head + out_ + "</svg>\n";
  }

 private:
  template <typename... Numbers>
  void add(const char* format, Numbers... numbers) {
    char line[256];
    std::snprintf(line, sizeof line, format, static_cast<double>(numbers)...);
    out_ += line;
    out_ += '\n';
  }

  void text(float x, float y, std::string_view words, std::string_view anchor, std::string_view color, float size,
            bool is_bold = false) {
    char place[96];
    std::snprintf(place, sizeof place, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\"", static_cast<double>(x),
                  static_cast<double>(y), static_cast<double>(size));
    out_ += place + std::string(is_bold ? " font-weight=\"600\"" : "") + " text-anchor=\"" + std::string(anchor) +
            "\" fill=\"" + std::string(color) + "\">" + escaped(words) + "</text>\n";
  }

  std::string_view color_of(ThreadNumber number) const {
    const std::size_t index = story_.index_of(number);
    return index == 0 ? "#17181b" : kThreadColors[(index - 1) % kThreadColors.size()];
  }

  // A bar of a lane with `words` where there is room, and as its title.
  void bar(float left, float right, float middle, std::string_view color, const std::string& words, float height = kBar,
           float opacity = 1) {
    char place[160];
    std::snprintf(place, sizeof place,
                  "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\" opacity=\"%.2f\" fill=\"",
                  static_cast<double>(kLabel + left), static_cast<double>(middle - height / 2),
                  static_cast<double>(std::max(1.0f, right - left)), static_cast<double>(height),
                  static_cast<double>(opacity));
    out_ += place + std::string(color) + "\"><title>" + escaped(words) + "</title></rect>\n";
    constexpr float kLetter = 6;
    if (height >= kBar && static_cast<float>(words.size()) * kLetter + 10 < right - left) {
      text(kLabel + left + 6, middle + 4, words, "start", opacity < 1 ? "#2b2c30" : "#ffffff", 11);
    }
  }

  // How many of a group run, as the height of its bars.
  void crowd(const ThreadBoxes& group, float middle) {
    for (const CrowdBox& box : group.crowd) {
      bar(box.left, box.right, middle, "#c9752b", crowd_words(box), kBar * box.waiting / group.most, 0.35f);
      bar(box.left, box.right, middle, "#2f8f4e", "", kBar * box.running / group.most);
    }
  }

  void span(const ThreadLane& lane, const Box& box, float middle) {
    const std::string words = box.span != nullptr ? sentence(story_, lane, *box.span) : "several";
    const bool is_quiet = box.span != nullptr && box.state == State::Waiting;
    if (box.state == State::Running) return bar(box.left, box.right, middle, "#2f8f4e", words.size() < 40 ? "" : words);
    if (box.state == State::WaitingForGil) return bar(box.left, box.right, middle, "#b59a1e", words, 6, 0.6f);
    if (is_quiet && box.span->what == ThreadActivity::Sleeping)
      return bar(box.left, box.right, middle, "#4a7fc1", words, 2, 0.7f);
    if (is_quiet && box.span->what == ThreadActivity::Joining)
      return bar(box.left, box.right, middle, "#8a63b5", words, 2);
    if (box.state != State::Waiting || !is_quiet) return bar(box.left, box.right, middle, "#a7a295", words, 2);
    bar(box.left, box.right, middle, "#c9752b", state_words(story_, *box.span), kBar, 0.35f);
  }

  const Story& story_;
  std::string out_;
};

}  // namespace

std::string as_svg(const Story& story, bool gil) { return Drawing(story).draw(gil); }

}  // namespace threadbook::trace
