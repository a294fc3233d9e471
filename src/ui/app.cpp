#include "ui/app.h"

#include <algorithm>
#include <cmath>

#include "ui/surface/overlay_ids.h"

namespace threadbook::ui {
namespace {

constexpr double kCountEvery = 0.1;  // seconds between two paintings of a running time
constexpr double kNewsEvery = 0.05;  // seconds between two paintings of what a run does: the main thread has more to do
constexpr float kSlideSeconds = 0.18f;

}  // namespace

App::App(const book::Book& book, Programs& programs, Host& host, Screen& screen, Fonts& fonts)
    : book_(book),
      host_(host),
      screen_(screen),
      fonts_(fonts),
      groups_(host),
      programs_(programs),
      cards_(programs.cards()),
      chapter_(book, cards_, host, groups_, fonts) {
  choose_theme(host.load("theme").value_or(""));
}

App::~App() = default;

// Theme --------------------------------------------------------------------------------------------------------

const Theme& App::theme() const {
  const bool dark = theme_choice_ == ThemeChoice::Dark || (theme_choice_ == ThemeChoice::Auto && window_.system_dark);
  return dark ? kDarkTheme : kLightTheme;
}

std::string_view App::theme_name() const {
  switch (theme_choice_) {
    case ThemeChoice::Auto: return "Auto";
    case ThemeChoice::Light: return "Light";
    case ThemeChoice::Dark: return "Dark";
  }
  return "";
}

void App::choose_theme(std::string_view stored) {
  theme_choice_ = stored == "light" ? ThemeChoice::Light : stored == "dark" ? ThemeChoice::Dark : ThemeChoice::Auto;
}

void App::changed() {
  paint_needed_ = true;
  host_.request_frame();
}

void App::repaint() {
  place_needed_ = true;  // buttons follow what their programs are at
  changed();
}

// What the host reports ----------------------------------------------------------------------------------------

void App::window_changed(const WindowState& window) {
  if (window == window_) return;
  const bool size_changed = window.width != window_.width || window.height != window_.height;
  if (window.pixel_width != window_.pixel_width || window.pixel_height != window_.pixel_height) screen_.forget();
  window_ = window;
  fonts_.set_scale(window.scale);
  host_.set_theme(theme().dark);
  if (size_changed) lay_out_needed_ = true;
  changed();
}

void App::faces_changed() {
  fonts_.forget_foreign();
  lay_out_needed_ = true;
  changed();
}

void App::scrolled(Area area, float y) {
  if (area == Area::Contents) {
    if (contents_scroll_ == y) return;
    contents_scroll_ = y;
  } else {
    if (chapter_.scroll() == y) return;
    chapter_.scrolled(y);
    place_needed_ = true;
  }
  changed();
}

Card* App::card_of(OverlayId id) {
  const auto part = as_example(id);
  return part ? cards_.find(part->example) : nullptr;
}

void App::text_scrolled(OverlayId id, float left, float top, bool at_end) {
  Card* card = card_of(id);
  if (card && card->scrolled(as_example(id)->part, left, top, at_end)) changed();
}

void App::pointed(OverlayId id, const Gesture& gesture) {
  Card* card = card_of(id);
  if (card == nullptr || !card->pointed(as_example(id)->part, gesture)) return;
  // What only moves the picture changes no sizes.
  const bool is_passing = gesture.kind == Gesture::Kind::Hover || gesture.kind == Gesture::Kind::Leave ||
                          gesture.kind == Gesture::Kind::Move || gesture.kind == Gesture::Kind::Zoom;
  if (!is_passing) {
    stack_needed_ |= card->lay_out(columns_);
    if (!stack_needed_) card->place(groups_);
    card->send(host_, last_frame_);
  }
  changed();
}

bool App::clicked(OverlayId id) {
  if (Card* card = card_of(id)) {
    const ExamplePart part = as_example(id)->part;
    if (part == ExamplePart::Title) return open(card->address(), true);
    latest_card_ = card;
    const bool was_active = card->example().active();
    card->clicked(part);
    if (!was_active && card->example().active()) starting_ = card;
    stack_needed_ |= card->lay_out(columns_);
    if (!stack_needed_) card->place(groups_);
    card->send(host_, last_frame_);
    changed();
    return true;
  }
  if (const std::string address = chapter_.address_of(id); !address.empty()) return open(address, true);
  if (const auto heading = as_nth(id, kFirstOnPage, kFirstHeading); heading && *heading < chapter_.headings().size()) {
    set_drawer(false);
    return open(book::page_name(book_.chapters[chapter_.chapter()]) + "#" + chapter_.headings()[*heading].anchor, true);
  }
  if (const auto chapter = as_nth(id, kFirstContents, kFirstOnPage); chapter && *chapter < book_.chapters.size()) {
    set_drawer(false);
    return open(book::page_name(book_.chapters[*chapter]), true);
  }
  return clicked_window(id);
}

bool App::clicked_window(OverlayId id) {
  switch (id) {
    case kMenuButton: set_drawer(!drawer_open_); return true;
    case kDrawerShade: set_drawer(false); return true;
    case kHelpButton: set_help(true); return true;
    case kHelpClose: set_help(false); return true;
    case kThemeButton:
      theme_choice_ = static_cast<ThemeChoice>((static_cast<int>(theme_choice_) + 1) % 3);
      host_.store("theme", theme_choice_ == ThemeChoice::Light  ? "light"
                           : theme_choice_ == ThemeChoice::Dark ? "dark"
                                                                : "auto");
      host_.set_theme(theme().dark);
      place_needed_ = true;
      changed();
      return true;
    default: return false;
  }
}

void App::hovered(OverlayId id) {
  if (hovered_ == id) return;
  hovered_ = id;
  changed();
}

void App::focused(OverlayId id) {
  if (focused_ == id) return;
  focused_ = id;
  if (Card* card = card_of(id)) latest_card_ = card;
  changed();
}

void App::edited(OverlayId id, std::string text) {
  Card* card = card_of(id);
  if (!card) return;
  card->edited(std::move(text));
  programs_.edited();
  stack_needed_ |= card->lay_out(columns_);
  if (!stack_needed_) card->place(groups_);
  changed();
}

void App::run_key(OverlayId id) {
  Card* card = card_of(id);
  if (!card) card = latest_card_ && chapter_.shows(*latest_card_) ? latest_card_ : chapter_.card_in_sight();
  if (card && !card->example().active()) clicked(example_overlay(card->index(), ExamplePart::Run));
}

void App::stop_key(OverlayId id) {
  Card* card = card_of(id);
  if (!card) card = latest_card_;
  if (card && card->example().active()) clicked(example_overlay(card->index(), ExamplePart::Run));
}

void App::help_key() { set_help(!help_open_); }

void App::escape_key() {
  if (help_open_) {
    set_help(false);
  } else if (drawer_open_) {
    set_drawer(false);
  }
}

void App::set_drawer(bool open) {
  if (drawer_open_ == open || !columns_.narrow) return;
  drawer_open_ = open;
  place_needed_ = true;
  host_.announce(open ? "Contents open." : "");
  changed();
}

void App::set_help(bool open) {
  if (help_open_ == open) return;
  help_open_ = open;
  host_.set_dialog(open, open ? help_text() : "");
  place_needed_ = true;
  place();
  if (open) host_.focus(kHelpClose);
  changed();
}

bool App::open(std::string_view address, bool as_step) {
  // Behind it may stand a step of the example that it names: "example.html#example/with_threads@1-5f0c…"
  const std::size_t end = std::min(address.find('@'), address.size());
  const std::optional<book::Place> place = book_.place(address.substr(0, end));
  if (!place) return false;
  const book::Section& chapter = book_.chapters[place->chapter];
  const std::string there = book::page_name(chapter) + (place->fragment.empty() ? "" : "#" + place->fragment) +
                            std::string(address.substr(end));
  if (Card* card = end < address.size() ? cards_.with_id(place->fragment) : nullptr) {
    card->example().step_as(std::string(address.substr(end + 1)));
    stack_needed_ |= card->lay_out(columns_);
  }
  host_.set_address(there, as_step);
  returning_.reset();
  if (place->chapter != chapter_.chapter() || frames_ == 0) {
    chapter_.show(place->chapter);
    host_.set_title(chapter.title);
    if (as_step) host_.announce(chapter.title);
    arriving_ = place->fragment;
    lay_out_needed_ = true;
  } else {
    chapter_.go_to(place->fragment, as_step && !window_.calm);
  }
  changed();
  return true;
}

void App::go_to(const ReadingPlace& place) {
  if (lay_out_needed_) {
    returning_ = place;
  } else {
    chapter_.go_to(place);
  }
  changed();
}

void App::stored_elsewhere(std::string_view key, const std::optional<std::string>& value) {
  if (key == "theme") {
    choose_theme(value.value_or(""));
    host_.set_theme(theme().dark);
  }
  programs_.stored_elsewhere(key, value);
  lay_out_cards();
  place_needed_ = true;
  changed();
}

// Layout -------------------------------------------------------------------------------------------------------

void App::lay_out() {
  lay_out_needed_ = stack_needed_ = false;
  columns_ = divide_page(window_.width, window_.height);
  if (!columns_.narrow) drawer_open_ = false;
  chapter_.lay_out(columns_, window_.height);
  contents_ = lay_out_contents(book_, chapter_.chapter(), chapter_.headings(), columns_);
  help_ = lay_out_help(window_.width, window_.height);
  place();
  if (returning_) {
    chapter_.go_to(*std::exchange(returning_, std::nullopt));
  } else if (!arriving_.empty()) {
    chapter_.go_to(arriving_, false);
  } else if (chapter_.scroll() == 0) {
    host_.scroll_page(0, false);
  }
  arriving_.clear();
}

void App::place() {
  place_needed_ = false;
  host_.set_extent(chapter_.extent(), contents_.list, contents_.height, !columns_.narrow || drawer_open_);
  groups_.set(kBarGroup, Area::Window, window_overlays());
  std::vector<Overlay> contents;
  if (!columns_.narrow || drawer_open_) contents = contents_overlays(contents_, chapter_.chapter(), heading_);
  groups_.set(kContentsGroup, Area::Contents, std::move(contents));
  chapter_.place();
  std::vector<Overlay> dialog;
  if (help_open_) {
    Overlay close;
    close.id = kHelpClose;
    close.rect = help_.close;
    close.label = "Close";
    dialog.push_back(std::move(close));
  }
  groups_.set(kDialogGroup, Area::Dialog, std::move(dialog));
  std::vector<GroupId> order = {kBarGroup, kContentsGroup};
  const std::vector<GroupId> page = chapter_.groups();
  order.insert(order.end(), page.begin(), page.end());
  order.push_back(kDialogGroup);
  groups_.keep(order);
}

std::vector<Overlay> App::window_overlays() const {
  std::vector<Overlay> overlays;
  const auto add = [&](OverlayId id, const Rect& rect, std::string label, bool in_tab_order = true) -> Overlay& {
    Overlay overlay;
    overlay.id = id;
    overlay.rect = rect;
    overlay.label = std::move(label);
    overlay.in_tab_order = in_tab_order;
    overlays.push_back(std::move(overlay));
    return overlays.back();
  };
  if (columns_.narrow) {
    // What scrolls below the bar or lies below the drawer must not be touched through them.
    add(kBar, {0, 0, window_.width, columns_.bar_height}, "", false).disabled = true;
    if (drawer_open_) add(kDrawerPanel, columns_.contents, "", false).disabled = true;
    add(kMenuButton, menu_button(columns_), "Contents", !drawer_open_);
    if (drawer_open_) {
      add(kDrawerShade, {columns_.contents.right(), 0, window_.width - columns_.contents.w, window_.height},
          "Close the contents", false);
    }
  }
  if (!columns_.narrow || drawer_open_) {
    add(kThemeButton, contents_.theme_button, "Theme: " + std::string(theme_name()));
    add(kHelpButton, contents_.help_button, "Keyboard shortcuts");
  }
  return overlays;
}

// Frames -------------------------------------------------------------------------------------------------------

void App::lay_out_cards() {
  cards_.for_each([&](Card& card) {
    if (chapter_.shows(card)) stack_needed_ |= card.lay_out(columns_);
  });
}

void App::look_at_cards(double now) {
  cards_.for_each([&](Card& card) {
    const bool is_seen = chapter_.is_in_sight(card);
    if (card.take_news(now, kNewsEvery) && chapter_.shows(card)) {
      stack_needed_ |= card.lay_out(columns_);
      place_needed_ = true;
      paint_needed_ |= is_seen;
    }
    if (is_seen && card.example().busy() && now - last_count_ >= kCountEvery) paint_needed_ = true;
  });
  if (programs_.has_saved()) lay_out_cards();  // a refusal is told in a line of its own, as long as it stands
}

void App::animate(double now) {
  const float target = drawer_open_ ? 1 : 0;
  if (slide_ == target) return;
  const float step = window_.calm ? 1 : static_cast<float>(std::clamp(now - last_frame_, 0.001, 0.05)) / kSlideSeconds;
  slide_ = target > slide_ ? std::min(target, slide_ + step) : std::max(target, slide_ - step);
  paint_needed_ = true;
}

bool App::frame(double now) {
  if (window_.pixel_width <= 0 || window_.pixel_height <= 0) return false;
  screen_.take_events();
  look_at_cards(now);
  animate(now);
  last_frame_ = now;
  if (lay_out_needed_) {
    lay_out();
    paint_needed_ = true;
  } else if (stack_needed_) {
    stack_needed_ = false;
    chapter_.stack();
    place_needed_ = paint_needed_ = true;
  }
  if (heading_ != chapter_.heading()) {
    heading_ = chapter_.heading();
    place_needed_ = paint_needed_ = true;
    if (const auto y = scroll_to_entry(contents_, chapter_.chapter(), heading_, contents_scroll_)) {
      host_.scroll_contents(*y);
    }
  }
  if (place_needed_) place();
  const bool more = chapter_.send(now);
  if (Card* started = std::exchange(starting_, nullptr); started && chapter_.shows(*started)) {
    chapter_.bring_into_view(*started);
  }
  if (paint_needed_) paint(now);
  return more || slide_ != (drawer_open_ ? 1.0f : 0.0f);
}

void App::paint(double now) {
  paint_needed_ = false;
  last_count_ = now;
  paint_once(now);
  if (fonts_.overflowed()) paint_once(now);
  ++frames_;
}

void App::paint_once(double now) {
  ImDrawList& list = screen_.begin(window_.pixel_width, window_.pixel_height, theme().page);
  Painter painter(list, fonts_, window_.scale);
  View view{painter, theme(), columns_, hovered_, focused_, window_.width, window_.height, now};

  painter.set_origin({0, -chapter_.scroll()});
  chapter_.paint(view);

  painter.set_origin({0, 0});
  if (columns_.narrow) paint_bar(view, book_.chapters[chapter_.chapter()].title, chapter_.progress());
  if (!columns_.narrow || slide_ > 0) {
    const float eased = 1 - (1 - slide_) * (1 - slide_) * (1 - slide_);
    paint_contents(view, book_, contents_, {chapter_.chapter(), heading_, chapter_.progress()}, contents_scroll_,
                   columns_.narrow ? eased : 1, theme_name());
  }
  if (help_open_) paint_help(view, help_);
  screen_.end();
}

}  // namespace threadbook::ui
