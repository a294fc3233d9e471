// An example's card: a stack of panels and where it stands in the page.
//
// The card lays its panels out and tells the host only what is new of them; what a panel shows and does is the panel's
// own. Its tools stay in sight while any of it is: where they would be scrolled away they stand at the window's edge.
// So does what stands beside code that is longer than it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ui/card/editor_panel.h"
#include "ui/card/inspector_panel.h"
#include "ui/card/lanes_panel.h"
#include "ui/card/notice_panel.h"
#include "ui/card/orders_panel.h"
#include "ui/card/output_panel.h"
#include "ui/card/steps_panel.h"
#include "ui/card/title_panel.h"
#include "ui/card/tools_panel.h"
#include "ui/surface/overlay_groups.h"

namespace threadbook::ui {

class Card {
 public:
  // `index` counts the book's examples, `address` is the example's own. `original` must outlive the card.
  Card(const book::Example& original, std::size_t index, std::string address, Host& host);

  Example& example() { return example_; }
  const Example& example() const { return example_; }
  std::size_t index() const { return index_; }
  const std::string& address() const { return address_; }

  // Works out the size of everything. True if the card's is another now.
  bool lay_out(const PageColumns& columns);
  float height() const { return layout_.height; }
  float width() const { return layout_.width; }

  // Where the card stands, and what of the page is in view, from `top` to `bottom`.
  void stand(Point corner, float top, float bottom);
  const Point& corner() const { return corner_; }
  // Where the tools and the output stand in the page.
  Rect tools() const;
  Rect output() const;

  // Tells what its overlays are and hold, where that is new. send() answers true if there is more to tell later.
  void place(OverlayGroups& groups) const;
  bool send(Host& host, double now);
  void forget_sent();
  std::vector<GroupId> groups() const;

  void paint(const View& view, float top, float bottom) const;

  // What the reader did to an overlay.
  void clicked(ExamplePart part);
  void edited(std::string text);
  bool scrolled(ExamplePart part, float left, float top, bool at_end);
  bool pointed(ExamplePart part, const Gesture& gesture);
  // The keys for it do what the button does.
  void run();
  void stop();

  // Looks at the run. True if it was going on.
  bool poll();
  // True if there is something new to lay out; at most every `every` seconds, but for a run's first output and
  // its end, and that of a search or step.
  bool take_news(double now, double every);

 private:
  enum PanelIndex : std::size_t {
    kTitle,
    kNotice,
    kEditor,
    kTools,
    kOrders,
    kSteps,
    kOutput,
    kLanes,
    kInspector,
    kPanels
  };

  Rect at(std::size_t panel) const;
  void paint_ground(const View& view, const Rect& card) const;

  Host& host_;
  Example example_;
  const std::size_t index_;
  const std::string address_;
  TitlePanel title_;
  NoticePanel notice_;
  EditorPanel editor_;
  ToolsPanel tools_;
  OrdersPanel orders_;
  StepsPanel steps_;
  OutputPanel output_;
  LanesPanel lanes_;
  InspectorPanel inspector_;
  const std::array<Panel*, kPanels> panels_;

  CardLayout layout_;
  Point corner_;
  float top_ = 0;      // what of the page is in view begins here
  float tools_y_ = 0;  // in the page
  bool has_news_ = false;
  bool is_awaited_ = false;  // the news is what the reader waits for
  double told_ = -1;
};

}  // namespace threadbook::ui
