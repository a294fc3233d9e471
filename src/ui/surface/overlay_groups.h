// What the host was told of overlays, so that it is told only what is new.
//
// Whoever shows something sets its group whenever it may have changed; comparing costs less than a call into the
// browser. Thread safety: none; the main thread only.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "ui/surface/host.h"

namespace threadbook::ui {

class OverlayGroups {
 public:
  explicit OverlayGroups(Host& host) : host_(host) {}

  void set(GroupId group, Area area, std::vector<Overlay> overlays, bool raised = false);
  void move(GroupId group, Point corner);
  // These there are, in reading order.
  void keep(std::span<const GroupId> groups);

 private:
  struct Told {
    std::vector<Overlay> overlays;
    Point corner;
  };

  Host& host_;
  std::map<GroupId, Told> told_;
  std::vector<GroupId> order_;
};

}  // namespace threadbook::ui
