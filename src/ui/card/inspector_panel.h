// The inspector: what is chosen on the lanes, as a debugger shows it. Of a thread who it is, what it holds and waits
// for, its stack and its variables, live while the program runs; of a lock or another thing who has it and who waits;
// of a selected stretch of time what each thread did in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/card/lanes_view.h"
#include "ui/card/panel.h"

namespace threadbook::ui {

class InspectorPanel final : public Panel {
 public:
  // `lanes` must outlive the panel.
  InspectorPanel(Example& example, std::size_t index, const LanesView& lanes) : Panel(example, index), lanes_(lanes) {}

  bool beside() const override { return true; }
  float lay_out(const PageColumns& columns, float side, float width) override;
  std::vector<Overlay> overlays() const override;
  void paint(const View& view, const Rect& area, float top, float bottom) const override;
  void clicked(ExamplePart part) override;
  bool send(Host& host, double now) override;
  void forget_sent() override { told_.clear(); }

 private:
  struct Line {
    enum class Kind : std::uint8_t { Fact, Section, Frame, Variable };
    Kind kind;
    std::string text;   // of a variable its name
    std::string value;  // of a variable; of a frame its line
    std::size_t frame = 0;
    float y = 0;  // from the panel's corner
  };

  void tell_thread(const trace::ThreadLane& lane, trace::Time time);
  void tell_thing(const trace::ThingLane& lane, trace::Time time);
  void tell_stretch(const trace::TimeRange& range);
  void tell_variables(std::string_view section, const std::vector<python::InspectedVariable>& variables);
  void add(Line::Kind kind, std::string text, std::string value = {}, std::size_t frame = 0);
  float height_of(Line::Kind kind) const;

  const LanesView& lanes_;
  float side_ = 0, width_ = 0;
  std::string heading_, note_;  // who it is
  std::vector<Line> lines_;
  std::size_t frame_ = 0;  // the one whose variables are shown, counted from the innermost
  std::uint32_t thread_ = 0;
  std::string told_, told_heading_;  // what listeners were told last
  double told_at_ = -1;
};

}  // namespace threadbook::ui
