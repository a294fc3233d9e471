#include "ui/surface/overlay_groups.h"

#include <algorithm>
#include <utility>

namespace threadbook::ui {

void OverlayGroups::set(GroupId group, Area area, std::vector<Overlay> overlays, bool raised) {
  const auto [told, is_new] = told_.try_emplace(group);
  if (!is_new && told->second.overlays == overlays) return;
  host_.begin_group(group, area, raised);
  for (const Overlay& overlay : overlays) host_.place(overlay);
  host_.end_group();
  told->second.overlays = std::move(overlays);
}

void OverlayGroups::move(GroupId group, Point corner) {
  const auto told = told_.find(group);
  if (told == told_.end() || told->second.corner == corner) return;
  told->second.corner = corner;
  host_.move_group(group, corner);
}

void OverlayGroups::keep(std::span<const GroupId> groups) {
  if (std::equal(groups.begin(), groups.end(), order_.begin(), order_.end())) return;
  order_.assign(groups.begin(), groups.end());
  std::erase_if(
      told_, [&](const auto& entry) { return std::find(order_.begin(), order_.end(), entry.first) == order_.end(); });
  host_.keep_groups(groups);
}

}  // namespace threadbook::ui
