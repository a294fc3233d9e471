#include "ui/chapter_view.h"

#include <algorithm>
#include <cmath>

#include "ui/prose_view.h"
#include "ui/text_blocks.h"

namespace threadbook::ui {
namespace {

constexpr float kPageTop = 72;
constexpr float kPageTopNarrow = 36;
constexpr float kPageEnd = 140;
constexpr float kTurnGap = 72;
constexpr float kTurnHeight = 76;
constexpr float kTurnSpace = 16, kTurnSpaceNarrow = 12;  // between the two
constexpr float kPermalink = 30;                         // to the left of a heading
// Of an output that has just begun so much comes into view.
constexpr float kOutputBegin = 9 * kConsoleLine + 28;
// The page glides over less than so many windows, and jumps over more.
constexpr float kGlideWindows = 1.5f;
constexpr float kAroundWindow = 30;  // painted beyond its edges, for shadows

}  // namespace

ChapterView::ChapterView(const book::Book& book, Cards& cards, Host& host, OverlayGroups& groups, const Fonts& fonts)
    : book_(book), all_cards_(cards), host_(host), groups_(groups), fonts_(fonts) {}

void ChapterView::show(std::size_t chapter) {
  for (Card* card : cards_) card->forget_sent();
  chapter_ = chapter;
  is_new_ = true;
}

// Layout -------------------------------------------------------------------------------------------------------

std::optional<std::size_t> ChapterView::first_in_sight() const {
  const auto [first, last] = flow_.visible(top(), bottom());
  return first < last ? std::optional(first) : std::nullopt;
}

void ChapterView::lay_out(const PageColumns& columns, float window_height) {
  // The element at the top stays at the top when the column gets another width.
  std::optional<std::size_t> kept;
  float within = 0;
  if (!is_new_ && scroll_ > 1) kept = first_in_sight();
  if (kept) within = (scroll_ - flow_.elements[*kept].y) / std::max(1.0f, flow_.elements[*kept].height);

  // The text depends on the width alone; a phone changes its window's height all the time.
  const bool is_other_width = is_new_ || columns.text_width != columns_.text_width ||
                              columns.text_x != columns_.text_x || columns.body_size != columns_.body_size;
  columns_ = columns;
  window_height_ = window_height;
  if (is_other_width) {
    flow_ = lay_out_chapter(book_.chapters[chapter_], columns_, fonts_);
    cards_.clear();
    for (const book::Example* example : flow_.examples) cards_.push_back(&all_cards_.of(*example));
    divide_prose();
  }
  for (Card* card : cards_) card->lay_out(columns_);
  if (is_new_) scroll_ = 0;
  stack();
  is_new_ = false;
  if (is_other_width) send_blocks();
  if (kept && *kept < flow_.elements.size()) {
    scroll_to(flow_.elements[*kept].y + within * flow_.elements[*kept].height, false);
  }
}

// Text between two cards is one group: it moves as one when a card grows.
void ChapterView::divide_prose() {
  prose_.clear();
  links_.clear();
  std::size_t heading = 0;
  stack();  // what is above a group does not matter to what is in it
  for (std::size_t i = 0; i < flow_.elements.size(); ++i) {
    const FlowElement& element = flow_.elements[i];
    if (std::holds_alternative<FlowExample>(element.content)) continue;
    if (prose_.empty() || prose_.back().last != i) prose_.push_back({i, i, {}});
    Prose& prose = prose_.back();
    prose.last = i + 1;
    const float y = element.y - flow_.elements[prose.first].y;
    Overlay block;
    block.target = block_element(element);
    if (block.target.empty()) continue;
    block.id = kFirstBlock + static_cast<OverlayId>(i);
    block.kind = OverlayKind::Block;
    block.rect = {element.x, y, element.width, element.height};
    block.in_tab_order = false;
    prose.overlays.push_back(std::move(block));
    if (heading < flow_.headings.size() && flow_.headings[heading].element == i) {
      Overlay link;
      link.id = kFirstHeading + static_cast<OverlayId>(heading);
      link.kind = OverlayKind::Link;
      link.rect = {-kPermalink, y, kPermalink - 4, std::min(element.height, 36.0f)};
      link.label = "Link to: " + flow_.headings[heading].title;
      link.target = address_of(link.id);
      prose.overlays.push_back(std::move(link));
      ++heading;
    }
  }
}

void ChapterView::stack() {
  // What the reader looks at must not move because something above it grew.
  std::optional<std::size_t> kept;
  float before = 0;
  if (!is_new_ && scroll_ > 1) kept = first_in_sight();
  if (kept) before = flow_.elements[*kept].y;
  ui::stack(flow_, columns_.bar_height + (columns_.narrow ? kPageTopNarrow : kPageTop),
            [&](std::size_t example) { return cards_[example]->height(); });
  const float turn = flow_.height + kTurnGap;
  const bool is_stacked = columns_.phone;
  const float width = is_stacked ? columns_.text_width : std::floor((columns_.text_width - kTurnSpace) / 2);
  float turn_end = turn;
  previous_ = next_ = {};
  if (chapter_ + 1 < book_.chapters.size()) {
    next_ = {columns_.text_x + columns_.text_width - width, turn, width, kTurnHeight};
    turn_end = next_.bottom();
  }
  if (chapter_ > 0) {
    const float y = is_stacked && next_.w > 0 ? next_.bottom() + kTurnSpaceNarrow : turn;
    previous_ = {columns_.text_x, y, width, kTurnHeight};
    turn_end = previous_.bottom();
  }
  extent_ = std::max(turn_end + kPageEnd, window_height_);
  if (kept) {
    const float moved = flow_.elements[*kept].y - before;
    if (std::abs(moved) > 0.5f) scroll_to(scroll_ + moved, false);
  }
}

void ChapterView::place() {
  for (const FlowElement& element : flow_.elements) {
    const auto* example = std::get_if<FlowExample>(&element.content);
    if (example) cards_[example->example]->stand({columns_.card_x, element.y}, top(), bottom());
  }
  for (std::size_t i = 0; i < prose_.size(); ++i) {
    const GroupId group = kFirstProseGroup + static_cast<GroupId>(i);
    groups_.set(group, Area::Page, prose_[i].overlays);
    groups_.move(group, {columns_.text_x, flow_.elements[prose_[i].first].y});
  }
  for (const Card* card : cards_) card->place(groups_);
  std::vector<Overlay> turn;
  const auto add = [&](OverlayId id, const Rect& rect, std::size_t chapter, std::string_view words) {
    if (rect.w == 0) return;
    Overlay link;
    link.id = id;
    link.kind = OverlayKind::Link;
    link.rect = rect;
    link.label = std::string(words) + book_.chapters[chapter].title;
    link.target = address_of(id);
    turn.push_back(std::move(link));
  };
  add(kPreviousChapter, previous_, chapter_ - 1, "Previous chapter: ");
  add(kNextChapter, next_, chapter_ + 1, "Next chapter: ");
  groups_.set(kTurnGroup, Area::Page, std::move(turn));
}

std::vector<GroupId> ChapterView::groups() const {
  std::vector<GroupId> groups;
  std::size_t prose = 0;
  for (std::size_t i = 0; i < flow_.elements.size(); ++i) {
    if (const auto* example = std::get_if<FlowExample>(&flow_.elements[i].content)) {
      const std::vector<GroupId> of_card = cards_[example->example]->groups();
      groups.insert(groups.end(), of_card.begin(), of_card.end());
    } else if (prose < prose_.size() && prose_[prose].first == i) {
      groups.push_back(kFirstProseGroup + static_cast<GroupId>(prose++));
    }
  }
  groups.push_back(kTurnGroup);
  return groups;
}

void ChapterView::send_blocks() {
  place();
  for (std::size_t i = 0; i < flow_.elements.size(); ++i) {
    if (block_element(flow_.elements[i]).empty()) continue;
    host_.set_block(kFirstBlock + static_cast<OverlayId>(i), block_pieces(flow_.elements[i], flow_, columns_, links_));
  }
}

bool ChapterView::send(double now) {
  bool more = false;
  for (Card* card : cards_) {
    if (is_in_sight(*card) || !card->example().active()) more |= card->send(host_, now);
  }
  return more;
}

// Where the reader is ------------------------------------------------------------------------------------------

void ChapterView::scrolled(float y) { scroll_ = y; }

void ChapterView::scroll_to(float y, bool smoothly) {
  const float target = std::clamp(y, 0.0f, std::max(0.0f, extent_ - window_height_));
  if (std::abs(target - scroll_) <= 0.5f) return;
  host_.scroll_page(target, smoothly && std::abs(target - scroll_) < kGlideWindows * window_height_);
}

float ChapterView::progress() const { return scroll_ / std::max(1.0f, extent_ - window_height_); }

std::optional<std::size_t> ChapterView::heading() const {
  if (flow_.headings.empty()) return std::nullopt;
  // At the very end the last heading is meant, however short what is below it is.
  if (bottom() >= extent_ - 2 && scroll_ > 0) return flow_.headings.size() - 1;
  return flow_.heading_at(scroll_ + margin() + window_height_ * 0.12f);
}

ReadingPlace ChapterView::reading_place() const {
  for (std::size_t block = 0; block < flow_.blocks.size(); ++block) {
    const std::size_t next = block + 1 < flow_.blocks.size() ? flow_.blocks[block + 1] : flow_.elements.size();
    if (next == flow_.blocks[block]) continue;  // nothing of it is shown
    const FlowElement& last = flow_.elements[next - 1];
    if (last.y + last.height > top()) return {block, flow_.elements[flow_.blocks[block]].y - scroll_};
  }
  return {};
}

void ChapterView::go_to(const ReadingPlace& place) {
  if (place.block >= flow_.blocks.size() || flow_.blocks[place.block] >= flow_.elements.size()) return;
  scroll_to(flow_.elements[flow_.blocks[place.block]].y - place.y, false);
}

bool ChapterView::go_to(std::string_view fragment, bool smoothly) {
  if (fragment.empty()) {
    scroll_to(0, smoothly);
    return true;
  }
  const std::optional<std::size_t> element = flow_.find(fragment);
  if (!element) return false;
  scroll_to(flow_.elements[*element].y - margin(), smoothly);
  return true;
}

void ChapterView::bring_into_view(const Card& card) {
  const Rect output = card.output();
  const float wanted = output.y + std::max(std::min(output.h, bottom() - top() - 200), kOutputBegin) + 16;
  if (wanted > bottom()) {
    scroll_to(wanted - window_height_, true);
  } else if (output.y < top()) {
    scroll_to(std::min(output.y, card.tools().y) - margin(), true);
  }
}

bool ChapterView::shows(const Card& card) const {
  return std::find(cards_.begin(), cards_.end(), &card) != cards_.end();
}

bool ChapterView::is_in_sight(const Card& card) const {
  return shows(card) && card.corner().y < bottom() && card.corner().y + card.height() > top();
}

Card* ChapterView::card_in_sight() const {
  Card* nearest = nullptr;
  float distance = 0;
  const float middle = (top() + bottom()) / 2;
  for (Card* card : cards_) {
    if (!is_in_sight(*card)) continue;
    const float y = card->corner().y;
    const float away = std::max({0.0f, y - middle, middle - y - card->height()});
    if (nearest == nullptr || away < distance) {
      nearest = card;
      distance = away;
    }
  }
  return nearest;
}

std::string ChapterView::address_of(OverlayId id) const {
  if (id == kPreviousChapter && chapter_ > 0) return book::page_name(book_.chapters[chapter_ - 1]);
  if (id == kNextChapter && chapter_ + 1 < book_.chapters.size()) return book::page_name(book_.chapters[chapter_ + 1]);
  if (const auto heading = as_nth(id, kFirstHeading, kFirstLink); heading && *heading < flow_.headings.size()) {
    return book::page_name(book_.chapters[chapter_]) + "#" + flow_.headings[*heading].anchor;
  }
  if (const auto link = as_nth(id, kFirstLink, kFirstBlock); link && *link < links_.size()) {
    return flow_.links[static_cast<std::size_t>(links_[*link])];
  }
  return "";
}

// Painting -----------------------------------------------------------------------------------------------------

void ChapterView::paint(const View& view) const {
  const float from = top() - kAroundWindow, to = bottom() + kAroundWindow;
  const auto [first, last] = flow_.visible(from, to);
  const auto hovered = as_nth(view.hovered, kFirstLink, kFirstBlock);
  paint_prose(view, flow_, first, last, hovered && *hovered < links_.size() ? links_[*hovered] : -1);
  for (std::size_t i = 0; i < flow_.headings.size(); ++i) {
    const OverlayId id = kFirstHeading + static_cast<OverlayId>(i);
    if (view.hovered != id && view.focused != id) continue;
    const FlowElement& element = flow_.elements[flow_.headings[i].element];
    view.painter.label(interface_type(18), {columns_.text_x - 24, element.y, 20, std::min(element.height, 34.0f)}, "#",
                       view.theme.muted);
  }
  for (std::size_t i = first; i < last; ++i) {
    const auto* example = std::get_if<FlowExample>(&flow_.elements[i].content);
    if (example) cards_[example->example]->paint(view, from, to);
  }
  if (previous_.y < to || next_.y < to) paint_turn(view);
}

void ChapterView::paint_turn(const View& view) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const auto box = [&](OverlayId id, const Rect& rect, std::size_t chapter, std::string_view words, float align) {
    if (rect.w == 0) return;
    const bool is_hot = view.hovered == id;
    paint.fill(rect, is_hot ? theme.accent_soft : theme.card, 10);
    paint.frame(rect, is_hot ? theme.accent : theme.card_edge, 10);
    const float x = rect.x + 18, width = rect.w - 36;
    paint.label(interface_type(13), {x, rect.y + 14, width, 20}, words, theme.muted, align);
    paint.label(interface_type(16, Face::SemiBold), {x, rect.y + 37, width, 24}, book_.chapters[chapter].title,
                is_hot ? theme.accent : theme.heading, align);
  };
  box(kPreviousChapter, previous_, chapter_ - 1, "\u2190 Previous", 0);
  box(kNextChapter, next_, chapter_ + 1, "Next \u2192", columns_.phone ? 0 : 1);
}

}  // namespace threadbook::ui
