// What the reader looks at of a run's lanes: which rows there are, which stretch of time they show, what is pointed at,
// chosen and selected. It knows where a row stands, but paints nothing.
//
// The view follows the run until the reader takes hold of it.
//
// Thread safety: none; the main thread only.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "trace/lanes.h"

namespace threadbook::ui {

class LanesView {
 public:
  static constexpr float kRow = 26;  // pixels
  static constexpr float kGap = 10;  // between threads and what they share

  // A place on the lanes.
  struct Place {
    enum class Kind : std::uint8_t { Thread, Group, Thing, Mark };
    Kind kind = Kind::Thread;
    std::uint32_t number = 0;  // of the thread (a mark's too, and a group's first) or thing
    trace::Time time = 0;
    bool is_thread() const { return kind == Kind::Thread || kind == Kind::Mark; }
    bool is_of_row(const Place& other) const {
      return number == other.number && (kind == other.kind || (is_thread() && other.is_thread()));
    }
  };

  // A run begins: the view follows it. Groups that were open stay so.
  void begin();
  // So many rows at most, on lanes of that width.
  void lay_out(const trace::Story& story, std::size_t most_threads, std::size_t most_things, bool gil, float width);

  std::size_t thread_count() const { return rows_.size(); }
  std::size_t thing_count() const { return things_; }
  bool has_gil() const { return has_gil_; }
  // From the first row's top edge to the last one's lower edge.
  float height() const;
  float row_top(std::size_t row) const { return static_cast<float>(row) * kRow; }

  trace::Lanes lanes(const trace::Story& story) const;
  trace::TimeRange range(const trace::Story& story) const { return held_.value_or(whole(story)); }
  bool is_held() const { return held_.has_value(); }
  // From the lanes' left edge, and back.
  float x_of(const trace::Story& story, trace::Time time) const;
  trace::Time time_at(const trace::Story& story, float x) const;

  const std::optional<Place>& chosen() const { return chosen_; }
  // What the words are about: what is pointed at, else what is chosen.
  const std::optional<Place>& told() const { return hovered_ ? hovered_ : chosen_; }
  const std::optional<trace::TimeRange>& selected() const { return selected_; }

  // The place at a point from the first row's corner, beside the names.
  std::optional<Place> at(const trace::Story& story, float x, float y) const;

  // What the reader does.
  void hover(std::optional<Place> place) { hovered_ = place; }
  void choose(std::optional<Place> place);
  void select(std::optional<trace::TimeRange> range);
  void clear();
  void zoom(const trace::Story& story, double factor, double share = 0.5);
  void move(const trace::Story& story, double share);
  void show_all() { held_.reset(); }
  // To another row, or to another span of the same.
  void step(const trace::Story& story, int rows, int spans);
  // The selection's end goes to the next beginning or end of a span of the chosen row; it begins where one is.
  void stretch(const trace::Story& story, int spans);
  // To the next thing that the chosen thread has printed, after the last one from the first on.
  void step_to_mark(const trace::Story& story);
  // Opens a group or closes it. False: it is none.
  bool toggle(const Place& place);

  // The line of the program that a place is about; 0: none.
  static std::uint32_t line_of(const trace::Story& story, const Place& place);
  static const trace::Mark* mark_at(const trace::Story& story, const Place& place);
  // What is to be said of what is pointed at, chosen or selected; else of the whole run.
  std::string sentence(const trace::Story& story) const;

 private:
  // A row, as long as the story's lanes may move.
  struct Row {
    std::uint32_t first = 0;  // thread
    std::string group;        // whose row it is; empty: one thread's
    bool is_open = false;
  };

  static trace::TimeRange whole(const trace::Story& story);
  std::vector<Place> all_rows(const trace::Story& story, trace::Time time) const;
  void bring_into_sight(const trace::Story& story, trace::Time time);
  std::string sentence_of(const trace::Story& story, const Place& place) const;
  // The words about all that is shown; at most once a second anew while the run goes on, for that takes its time.
  const std::string& summary(const trace::Story& story) const;

  trace::RowsWish wish_;
  std::vector<Row> rows_;
  std::size_t things_ = 0;
  bool has_gil_ = false;
  float width_ = 0;
  std::optional<trace::TimeRange> held_;  // what the reader looks at; else the view follows
  std::optional<trace::TimeRange> selected_;
  std::optional<Place> chosen_, hovered_;
  struct Summary {
    trace::TimeRange range;
    bool is_over = false;
    std::string text;
  };
  mutable std::optional<Summary> summary_;
};

}  // namespace threadbook::ui
