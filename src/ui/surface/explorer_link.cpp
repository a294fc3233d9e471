#include "ui/surface/explorer_link.h"

#include <map>

namespace threadbook::ui {
namespace {

int last_number = 0;

// Those there are, by their numbers.
std::map<int, ExplorerLink*>& links() {
  static auto& all = *new std::map<int, ExplorerLink*>;
  return all;
}

ExplorerLink* find(int number) {
  const auto found = links().find(number);
  return found == links().end() ? nullptr : found->second;
}

}  // namespace

ExplorerLink::ExplorerLink(Host& host) : host_(host), number_(++last_number) { links().emplace(number_, this); }

ExplorerLink::~ExplorerLink() {
  links().erase(number_);
  host_.end_explorer(number_);
}

void ExplorerLink::ask(const ExplorerRequest& request) {
  ++asked_;
  host_.ask_explorer(number_, request);
}

void ExplorerLink::answered(int worker, std::string_view bytes) {
  if (ExplorerLink* const link = find(worker)) {
    link->answer_ = std::string(bytes);
    link->host_.request_frame();
  }
}

void ExplorerLink::done(int worker) {
  if (ExplorerLink* const link = find(worker)) {
    --link->asked_;
    link->host_.request_frame();
  }
}

void ExplorerLink::failed(int worker, std::string_view why) {
  if (ExplorerLink* const link = find(worker)) {
    link->asked_ = 0;
    link->problem_ = why;
    link->host_.request_frame();
  }
}

}  // namespace threadbook::ui
