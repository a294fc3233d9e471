// A worker that explores (web/explorer), as the page has it: what it is told, and what it has answered.
//
// Thread safety: none; the main thread only, and nothing blocks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/surface/host.h"

namespace threadbook::ui {

class ExplorerLink {
 public:
  explicit ExplorerLink(Host& host);
  // Ends what the worker is at.
  ~ExplorerLink();
  ExplorerLink(const ExplorerLink&) = delete;
  ExplorerLink& operator=(const ExplorerLink&) = delete;

  // Has it do something, when all before is done (ExplorerRequest).
  void ask(const ExplorerRequest& request);
  // All that it was asked for is done, or cannot be, and its answers are taken.
  bool is_done() const { return asked_ == 0 && !answer_; }
  // Its latest answer, if that has not been taken.
  std::optional<std::string> take() { return std::exchange(answer_, std::nullopt); }
  // Why it does nothing; empty: it does.
  const std::string& problem() const { return problem_; }

  // What the host is told: bytes, that a request is done, or why none will be. Of a worker that is ended nothing is
  // said.
  static void answered(int worker, std::string_view bytes);
  static void done(int worker);
  static void failed(int worker, std::string_view why);

 private:
  Host& host_;
  int number_;
  int asked_ = 0;
  std::optional<std::string> answer_;
  std::string problem_;
};

}  // namespace threadbook::ui
