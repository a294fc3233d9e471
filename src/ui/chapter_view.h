// A chapter as the page shows it: its text, its cards, the way to its neighbours, and where the reader is.
//
// Three levels of work, each of which implies the next: lay out (another chapter, another width), stack (a card has
// another size), place (the page was scrolled, an overlay is another). Whoever changes something calls the first that
// is needed; the host is told only what is new.
//
// Thread safety: none; the main thread only, and nothing blocks.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "book/document.h"
#include "ui/card/cards.h"
#include "ui/layout/flow.h"
#include "ui/surface/overlay_groups.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

// Where the reader is: block number `block` of the chapter (0 is its title) begins `y` below the window's top.
struct ReadingPlace {
  std::size_t block = 0;
  float y = 0;
};

class ChapterView {
 public:
  // All must outlive the view.
  ChapterView(const book::Book& book, Cards& cards, Host& host, OverlayGroups& groups, const Fonts& fonts);

  // Which chapter is shown. The next lay_out() shows it.
  std::size_t chapter() const { return chapter_; }
  void show(std::size_t chapter);

  void lay_out(const PageColumns& columns, float window_height);
  void stack();
  void place();
  std::vector<GroupId> groups() const;
  // Fills what overlays hold. True if there is more to tell later.
  bool send(double now);

  // The page was scrolled.
  void scrolled(float y);
  float scroll() const { return scroll_; }
  // How high the page is.
  float extent() const { return extent_; }
  // How far the reader is through the chapter, from 0 to 1.
  float progress() const;
  // The heading the reader is below.
  std::optional<std::size_t> heading() const;
  const std::vector<FlowHeading>& headings() const { return flow_.headings; }

  ReadingPlace reading_place() const;
  void go_to(const ReadingPlace& place);
  // To a heading or an example; "" is the chapter's beginning. False if there is none.
  bool go_to(std::string_view fragment, bool smoothly);
  // Scrolls as far as needed for a card's tools and the beginning of its output to be seen.
  void bring_into_view(const Card& card);

  bool shows(const Card& card) const;
  bool is_in_sight(const Card& card) const;
  // The card the reader means: the one in the middle of the window.
  Card* card_in_sight() const;
  // The address of a link, of a heading or to a neighbour, by its overlay; empty if it is none of them.
  std::string address_of(OverlayId id) const;

  void paint(const View& view) const;

 private:
  struct Prose {  // elements between two cards
    std::size_t first = 0;
    std::size_t last = 0;  // one behind
    std::vector<Overlay> overlays;
  };

  float top() const { return scroll_ + columns_.bar_height; }
  float bottom() const { return scroll_ + window_height_; }
  float margin() const { return columns_.bar_height + 20; }
  // The first element in sight.
  std::optional<std::size_t> first_in_sight() const;
  void scroll_to(float y, bool smoothly);
  void divide_prose();
  void send_blocks();
  void paint_turn(const View& view) const;

  const book::Book& book_;
  Cards& all_cards_;
  Host& host_;
  OverlayGroups& groups_;
  const Fonts& fonts_;

  std::size_t chapter_ = 0;
  bool is_new_ = true;  // it has not been laid out yet
  PageColumns columns_;
  float window_height_ = 0;
  Flow flow_;
  std::vector<Card*> cards_;  // as flow_.examples
  std::vector<Prose> prose_;
  std::vector<int> links_;  // for each piece of a link in the text, its link in the flow
  Rect previous_, next_;    // the way to the neighbours, in the page; w is 0 where there is none
  float scroll_ = 0;
  float extent_ = 0;
};

}  // namespace threadbook::ui
