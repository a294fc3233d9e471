#include "ui/app.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "ui/surface/overlay_ids.h"
#include "ui/text_blocks.h"

namespace threadbook::ui {
namespace {

constexpr float kPageTop = 72;
constexpr float kPageEnd = 180;
constexpr double kCountEvery = 0.1;  // seconds between two paintings of a running time
constexpr double kNewsEvery = 0.05;  // seconds between two paintings of what a run does: the main thread has more to do
constexpr double kConsoleEvery = 0.2;  // seconds between two updates of a console's overlay
constexpr float kSlideSeconds = 0.18f;

}  // namespace

App::App(const book::Book& book, Host& host, Screen& screen, Fonts& fonts)
    : book_(book), host_(host), screen_(screen), fonts_(fonts), scripts_(host) {
  const std::string choice = host.load("theme").value_or("");
  theme_choice_ = choice == "light" ? ThemeChoice::Light : choice == "dark" ? ThemeChoice::Dark : ThemeChoice::Auto;
}

App::~App() = default;

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

void App::changed() {
  paint_needed_ = true;
  host_.request_frame();
}

void App::repaint() { changed(); }

// What the host reports ----------------------------------------------------------------------------------------

void App::window_changed(const WindowState& window) {
  const bool size_changed = window.width != window_.width || window.height != window_.height;
  if (window.width != window_.width) flow_needed_ = true;
  window_ = window;
  fonts_.set_scale(window.scale);
  host_.set_theme(theme().dark);
  if (size_changed) lay_out_needed_ = true;
  changed();
}

void App::scrolled(Area area, float y) {
  float& at = area == Area::Contents ? contents_scroll_ : scroll_y_;
  if (at == y) return;
  at = y;
  if (area == Area::Page) {
    section_known_ = true;
    update_section();
  }
  changed();
}

void App::text_scrolled(OverlayId id, float left, float top, bool at_end) {
  const auto part = as_example(id);
  if (!part || part->example >= cards_.size()) return;
  CardScroll& scroll = cards_[part->example].scroll;
  const CardScroll before = scroll;
  if (part->part == ExamplePart::Editor) {
    scroll.code_left = left;
  } else {
    scroll.console_left = left;
    scroll.console_top = top;
    scroll.console_follows = at_end;
  }
  if (before.code_left != scroll.code_left || before.console_left != scroll.console_left ||
      before.console_top != scroll.console_top || before.console_follows != scroll.console_follows) {
    changed();
  }
}

void App::clicked(OverlayId id) {
  if (const auto part = as_example(id)) {
    if (part->example >= cards_.size()) return;
    Example& example = *cards_[part->example].example;
    latest_card_ = part->example;
    switch (part->part) {
      case ExamplePart::Run: run_key(id); return;
      case ExamplePart::Stop: stop_key(id); return;
      case ExamplePart::Reset:
        if (example.edited()) {
          example.reset();
          host_.set_text(example_overlay(part->example, ExamplePart::Editor), example.text(), true);
          host_.announce("The example is as it was.");
        }
        break;
      case ExamplePart::Gil:
        example.set_gil(!example.gil());
        host_.announce(example.gil() ? "GIL on" : "GIL off");
        break;
      case ExamplePart::Editor:
      case ExamplePart::Console: return;
    }
    stack_needed_ = true;
    changed();
    return;
  }
  if (id >= kFirstLink && id < kFirstBlock) {
    const auto n = static_cast<std::size_t>(id - kFirstLink);
    if (n >= links_.size()) return;
    const std::string& target = flow_.links[static_cast<std::size_t>(links_[n])];
    if (target.starts_with('#')) open(std::string_view(target).substr(1), true);
    return;
  }
  if (id >= kFirstContents) {
    const auto section = static_cast<std::size_t>(id - kFirstContents);
    if (section >= book_.chapters.size()) return;
    set_drawer(false);
    open(book_.chapters[section].anchor, true);
    return;
  }
  switch (id) {
    case kMenuButton: set_drawer(!drawer_open_); break;
    case kDrawerShade: set_drawer(false); break;
    case kHelpButton: set_help(true); break;
    case kHelpClose: set_help(false); break;
    case kThemeButton:
      theme_choice_ = static_cast<ThemeChoice>((static_cast<int>(theme_choice_) + 1) % 3);
      host_.store("theme", theme_choice_ == ThemeChoice::Light  ? "light"
                           : theme_choice_ == ThemeChoice::Dark ? "dark"
                                                                : "auto");
      host_.set_theme(theme().dark);
      stack_needed_ = true;
      changed();
      break;
    default: break;
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
  if (const auto part = as_example(id)) latest_card_ = part->example;
  changed();
}

void App::edited(OverlayId id, std::string text) {
  const auto part = as_example(id);
  if (!part || part->example >= cards_.size()) return;
  cards_[part->example].example->edit(std::move(text));
  stack_needed_ = true;
  changed();
}

void App::run_key(OverlayId id) {
  const auto part = as_example(id);
  const std::size_t index = part ? part->example : latest_card_;
  if (index >= cards_.size()) return;
  Card& card = cards_[index];
  if (card.example->active()) return;
  latest_card_ = index;
  card.scroll.console_left = card.scroll.console_top = 0;
  card.scroll.console_follows = true;
  card.example->run();
  stack_needed_ = true;
  changed();
}

void App::stop_key(OverlayId id) {
  const auto part = as_example(id);
  const std::size_t index = part ? part->example : latest_card_;
  if (index >= cards_.size()) return;
  cards_[index].example->stop();
  stack_needed_ = true;
  changed();
}

void App::help_key() { set_help(!help_open_); }

void App::escape_key() {
  if (help_open_) {
    set_help(false);
  } else if (drawer_open_) {
    set_drawer(false);
    host_.focus(kMenuButton);
  }
}

void App::set_drawer(bool open) {
  if (!columns_.narrow || drawer_open_ == open) return;
  drawer_open_ = open;
  place_overlays();
  if (open && !contents_.entries.empty()) host_.focus(kFirstContents + static_cast<OverlayId>(section_));
  changed();
}

void App::set_help(bool open) {
  if (help_open_ == open) return;
  help_open_ = open;
  place_overlays();
  host_.set_dialog(open, help_text());
  host_.focus(open ? kHelpClose : kHelpButton);
  changed();
}

bool App::open(std::string_view anchor, bool as_step) {
  if (lay_out_needed_) lay_out();
  if (stack_needed_) restack();
  std::optional<float> y;
  for (const FlowSection& section : flow_.sections) {
    if (section.anchor == anchor) y = &section == &flow_.sections.front() ? 0 : section.y;
  }
  for (std::size_t i = 0; i < cards_.size() && !y; ++i) {
    if (cards_[i].example->original().id == anchor) y = card_top(i);
  }
  if (!y) return false;
  section_known_ = true;
  if (as_step) host_.set_anchor(anchor, true);
  host_.scroll_page(std::max(0.0f, *y - scroll_margin()), as_step && !window_.calm);
  changed();
  return true;
}

// Where a card begins for a reader who is sent to it: with the heading right above it, if there is one.
float App::card_top(std::size_t index) const {
  for (std::size_t e = 1; e < flow_.elements.size(); ++e) {
    const auto* example = std::get_if<FlowExample>(&flow_.elements[e].content);
    if (!example || example->example != index) continue;
    const auto* above = std::get_if<FlowText>(&flow_.elements[e - 1].content);
    return above && above->heading > 0 ? flow_.elements[e - 1].y : flow_.elements[e].y;
  }
  return cards_[index].corner.y;
}

// Layout -------------------------------------------------------------------------------------------------------

float App::scroll_margin() const { return columns_.bar_height + (columns_.narrow ? 20 : 36); }

void App::lay_out() {
  lay_out_needed_ = false;
  // The element at the top stays at the top when the column gets another width.
  std::optional<std::size_t> kept;
  float within = 0;
  if (!flow_.elements.empty() && scroll_y_ > 1) {
    const auto [first, last] = flow_.visible(scroll_y_ + columns_.bar_height, scroll_y_ + window_.height);
    if (first < last) {
      kept = first;
      within = (scroll_y_ - flow_.elements[first].y) / std::max(1.0f, flow_.elements[first].height);
    }
  }

  columns_ = divide_page(window_.width, window_.height);
  if (!columns_.narrow) drawer_open_ = false;
  // The text depends on the width alone; a phone changes its window's height all the time.
  if (flow_needed_) {
    flow_ = lay_out_book(book_, columns_, fonts_);
    blocks_needed_ = true;
  }
  flow_needed_ = false;
  if (cards_.empty()) {
    for (const book::Example* example : flow_.examples) {
      Card card;
      card.example = std::make_unique<Example>(*example, host_);
      cards_.push_back(std::move(card));
    }
  }
  contents_ = lay_out_contents(book_, columns_);
  help_ = lay_out_help(window_.width, window_.height);
  restack();
  if (kept && *kept < flow_.elements.size()) {
    const FlowElement& element = flow_.elements[*kept];
    const float y = element.y + within * element.height;
    if (std::abs(y - scroll_y_) > 1) host_.scroll_page(std::max(0.0f, y), false);
  }
}

void App::restack() {
  stack_needed_ = false;
  // What the reader looks at must not move because something above it grew.
  std::optional<std::size_t> kept;
  float before = 0;
  if (page_height_ > 0 && scroll_y_ > 1) {
    const auto [first, last] = flow_.visible(scroll_y_ + columns_.bar_height, scroll_y_ + window_.height);
    if (first < last) {
      kept = first;
      before = flow_.elements[first].y;
    }
  }
  for (Card& card : cards_) card.layout = layout_card(card_input(*card.example, columns_), columns_);
  stack(flow_, columns_.bar_height + (columns_.narrow ? 36 : kPageTop),
        [&](std::size_t example) { return cards_[example].layout.height; });
  for (const FlowElement& element : flow_.elements) {
    if (const auto* example = std::get_if<FlowExample>(&element.content)) {
      cards_[example->example].corner = {columns_.card_x, element.y};
    }
  }
  page_height_ = std::max(flow_.height + kPageEnd, window_.height);
  place_overlays();
  if (kept) {
    const float moved = flow_.elements[*kept].y - before;
    if (std::abs(moved) > 0.5f) host_.scroll_page(scroll_y_ + moved, false);
  }
  update_section();
}

void App::place_overlays() {
  place_needed_ = false;
  const Rect list = contents_.list;
  host_.set_extent(page_height_, list, contents_.height, !columns_.narrow || drawer_open_);
  host_.begin_overlays();
  place_window();
  for (std::size_t i = 0; i < flow_.elements.size(); ++i) {
    const FlowElement& element = flow_.elements[i];
    if (const auto* example = std::get_if<FlowExample>(&element.content)) {
      place_card(example->example);
      continue;
    }
    Overlay block;
    block.target = block_element(element);
    if (block.target.empty()) continue;
    block.id = kFirstBlock + static_cast<OverlayId>(i);
    block.kind = OverlayKind::Block;
    block.rect = {columns_.text_x + element.x, element.y, element.width, element.height};
    block.in_tab_order = false;
    host_.place(block);
  }
  host_.end_overlays();
  if (blocks_needed_) send_blocks();
}

void App::send_blocks() {
  blocks_needed_ = false;
  links_.clear();
  for (std::size_t i = 0; i < flow_.elements.size(); ++i) {
    if (block_element(flow_.elements[i]).empty()) continue;
    host_.set_block(kFirstBlock + static_cast<OverlayId>(i), block_pieces(flow_.elements[i], flow_, columns_, links_));
  }
}

void App::place_window() {
  Overlay overlay;
  if (columns_.narrow) {
    overlay.area = Area::Window;
    // What scrolls below the bar or lies below the drawer must not be touched through them.
    const auto shield = [&](OverlayId id, const Rect& rect) {
      Overlay cover;
      cover.id = id;
      cover.area = Area::Window;
      cover.rect = rect;
      cover.disabled = true;
      cover.in_tab_order = false;
      host_.place(cover);
    };
    shield(kBar, {0, 0, window_.width, columns_.bar_height});
    if (drawer_open_) shield(kDrawerPanel, columns_.contents);
    overlay.id = kMenuButton;
    overlay.rect = menu_button(columns_);
    overlay.label = "Contents";
    overlay.in_tab_order = !drawer_open_;
    host_.place(overlay);
    if (drawer_open_) {
      overlay.id = kDrawerShade;
      overlay.rect = {columns_.contents.right(), 0, window_.width - columns_.contents.w, window_.height};
      overlay.label = "Close the contents";
      overlay.in_tab_order = false;
      host_.place(overlay);
    }
  }
  if (!columns_.narrow || drawer_open_) {
    for (const ContentsEntry& entry : contents_.entries) {
      Overlay link;
      link.id = kFirstContents + static_cast<OverlayId>(entry.section);
      link.kind = OverlayKind::Link;
      link.area = Area::Contents;
      link.rect = {entry.rect.x + 28, entry.rect.y, entry.rect.w - 44, entry.rect.h};
      link.label = book_.chapters[entry.section].title;
      link.target = "#" + book_.chapters[entry.section].anchor;
      link.on = entry.section == section_;
      host_.place(link);
    }
    Overlay button;
    button.area = Area::Window;
    button.id = kThemeButton;
    button.rect = contents_.theme_button;
    button.label = "Theme: " + std::string(theme_name());
    host_.place(button);
    button.id = kHelpButton;
    button.rect = contents_.help_button;
    button.label = "Keyboard shortcuts";
    host_.place(button);
  }
  if (help_open_) {
    Overlay close;
    close.id = kHelpClose;
    close.area = Area::Dialog;
    close.rect = help_.close;
    close.label = "Close";
    host_.place(close);
  }
}

void App::place_card(std::size_t index) {
  const Card& card = cards_[index];
  const Example& example = *card.example;
  const std::string& title = example.original().title;
  Overlay overlay;
  const auto place = [&](ExamplePart part, OverlayKind kind, const Rect& rect, std::string label) {
    overlay.id = example_overlay(index, part);
    overlay.kind = kind;
    overlay.rect = rect.moved(card.corner.x, card.corner.y);
    overlay.label = std::move(label);
    host_.place(overlay);
    overlay.disabled = overlay.on = false;
  };
  overlay.font_size = columns_.code_size;
  overlay.line_height = columns_.code_line;
  place(ExamplePart::Editor, OverlayKind::Editor, card.layout.code,
        "Program: " + title + ". Press Escape, then Tab to leave the editor.");
  overlay.disabled = example.active();
  place(ExamplePart::Run, OverlayKind::Button, card.layout.run, "Run: " + title);
  overlay.disabled = !example.can_be_stopped();
  place(ExamplePart::Stop, OverlayKind::Button, card.layout.stop, "Stop: " + title);
  overlay.disabled = !example.edited();
  place(ExamplePart::Reset, OverlayKind::Button, card.layout.reset, "Reset: " + title);
  overlay.on = example.gil();
  place(ExamplePart::Gil, OverlayKind::Switch, card.layout.gil, "Global interpreter lock");
  if (example.has_run()) {
    overlay.font_size = kConsoleSize;
    overlay.line_height = kConsoleLine;
    place(ExamplePart::Console, OverlayKind::Console, card.layout.console, "Output of: " + title);
  }
}

void App::update_section() {
  if (flow_.sections.empty()) return;
  std::size_t section = flow_.section_at(scroll_y_ + scroll_margin() + window_.height * 0.12f);
  // At the very end the last chapter is meant, however short it is.
  if (scroll_y_ + window_.height >= page_height_ - 2 && scroll_y_ > 0) section = flow_.sections.size() - 1;
  if (section == section_) return;
  section_ = section;
  place_needed_ = true;
  host_.set_title(book_.chapters[section].title);
  if (section_known_) host_.set_anchor(book_.chapters[section].anchor, false);
  // The marked entry stays in view.
  const Rect& entry = contents_.entries[section].rect;
  if (entry.y < contents_scroll_) {
    host_.scroll_contents(std::max(0.0f, entry.y - 40));
  } else if (entry.bottom() > contents_scroll_ + contents_.list.h) {
    host_.scroll_contents(entry.bottom() - contents_.list.h + 40);
  }
}

float App::section_progress() const {
  if (flow_.sections.empty()) return 0;
  const float begin = flow_.sections[section_].y;
  const float end = section_ + 1 < flow_.sections.size() ? flow_.sections[section_ + 1].y : flow_.height;
  return std::clamp((scroll_y_ + window_.height * 0.5f - begin) / std::max(1.0f, end - begin), 0.0f, 1.0f);
}

// Frames -------------------------------------------------------------------------------------------------------

bool App::poll_runs(double now) {
  bool any = false;
  for (Card& card : cards_) {
    Example& example = *card.example;
    if (!example.active()) continue;
    any = true;
    const RunState before = example.state();
    card.has_news |= example.poll();
    if (card.has_news && (now - last_count_ >= kNewsEvery || !example.active())) {
      card.has_news = false;
      const CardInput input = card_input(example, columns_);
      const CardLayout layout = layout_card(input, columns_);
      if (layout.height != card.layout.height || example.state() != before) stack_needed_ = true;
      card.layout.thread_rows = layout.thread_rows;
      card.layout.threads_shown = layout.threads_shown;
      paint_needed_ = true;
    }
    if (now - last_count_ >= kCountEvery) paint_needed_ = true;
  }
  if (scripts_.active()) {
    scripts_.poll();
    any = any || scripts_.active();
  }
  return any;
}

void App::send_texts(double now) {
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    Card& card = cards_[i];
    const Example& example = *card.example;
    if (!card.editor_filled) {
      card.editor_filled = true;
      host_.set_text(example_overlay(i, ExamplePart::Editor), example.text(), false);
    }
    if (!example.has_run() || card.console_shown == example.console_version()) continue;
    if (example.active() && now - card.console_sent < kConsoleEvery) continue;
    card.console_shown = example.console_version();
    card.console_sent = now;
    std::string text = example.console().text();
    // The note at the top takes a line, so that both scroll alike.
    if (example.console().lines_cut() > 0) text.insert(0, "\n");
    host_.set_text(example_overlay(i, ExamplePart::Console), text, false);
  }
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
  const bool any = poll_runs(now);
  animate(now);
  last_frame_ = now;
  if (lay_out_needed_) {
    lay_out();
    paint_needed_ = true;
  } else if (stack_needed_) {
    restack();
    paint_needed_ = true;
  }
  if (place_needed_) place_overlays();
  send_texts(now);
  if (paint_needed_) paint(now);
  for (Card& card : cards_) {
    if (card.example->state() != RunState::Running) continue;
    card.example->launch();
    if (card.example->state() != RunState::Running) stack_needed_ = true;  // it was refused, and has a note
  }
  if (stack_needed_) changed();
  return any || slide_ != (drawer_open_ ? 1.0f : 0.0f);
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

  painter.set_origin({0, -scroll_y_});
  const float top = scroll_y_ + columns_.bar_height;
  const float bottom = scroll_y_ + window_.height;
  const auto [first, last] = flow_.visible(top - 30, bottom + 30);
  int hovered_link = -1;
  if (hovered_ >= kFirstLink && static_cast<std::size_t>(hovered_ - kFirstLink) < links_.size()) {
    hovered_link = links_[static_cast<std::size_t>(hovered_ - kFirstLink)];
  }
  paint_prose(view, flow_, first, last, hovered_link);
  for (std::size_t i = first; i < last; ++i) {
    if (const auto* example = std::get_if<FlowExample>(&flow_.elements[i].content)) {
      const Card& card = cards_[example->example];
      paint_card(view, *card.example, card.layout, card.scroll, card.corner, example->example, top - 30, bottom + 30);
    }
  }

  painter.set_origin({0, 0});
  const float reach = std::max(1.0f, page_height_ - window_.height);
  const float progress = scroll_y_ / reach;
  if (columns_.narrow) {
    paint_bar(view, book_.chapters.empty() ? std::string_view() : std::string_view(book_.chapters[section_].title),
              progress);
  }
  if (!columns_.narrow || slide_ > 0) {
    const float eased = 1 - (1 - slide_) * (1 - slide_) * (1 - slide_);
    paint_contents(view, book_, contents_, section_, section_progress(), contents_scroll_, columns_.narrow ? eased : 1,
                   theme_name());
  }
  if (help_open_) paint_help(view, help_);
  screen_.end();
}

// The JavaScript interface -------------------------------------------------------------------------------------

int App::run_program(std::string_view source, bool gil) {
  const int number = scripts_.start(source, gil);
  host_.request_frame();
  return number;
}

void App::interrupt_all() {
  scripts_.interrupt();
  for (Card& card : cards_) card.example->stop();
  stack_needed_ = true;
  changed();
}

void App::stop_all() {
  scripts_.stop();
  for (Card& card : cards_) card.example->end();
  stack_needed_ = true;
  changed();
}

std::vector<python::ThreadSnapshot> App::threads() const {
  std::vector<python::ThreadSnapshot> all;
  scripts_.add_threads(all);
  for (const Card& card : cards_) {
    for (const ThreadRow& row : card.example->threads()) {
      if (row.activity == python::ThreadActivity::Finished) continue;
      python::ThreadSnapshot snapshot;
      snapshot.serial = row.serial;
      snapshot.name = row.name;
      snapshot.ident = row.ident;
      snapshot.native_id = row.native_id;
      snapshot.activity = row.activity;
      snapshot.line = row.line;
      snapshot.daemon = row.daemon;
      all.push_back(std::move(snapshot));
    }
  }
  return all;
}

bool App::running() const {
  return scripts_.active() ||
         std::any_of(cards_.begin(), cards_.end(), [](const Card& card) { return card.example->active(); });
}

}  // namespace threadbook::ui
