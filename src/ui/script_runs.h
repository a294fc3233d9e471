// Programs run by the page's JavaScript interface: not on a card, their output collected to the end.
//
// Thread safety: none; the main thread only. No function blocks.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "python/run.h"
#include "ui/surface/host.h"

namespace threadbook::ui {

class ScriptRuns {
 public:
  // What is kept of each stream; a program that prints without end must not eat the page's memory.
  static constexpr std::size_t kMostOutput = 8u << 20;  // bytes

  explicit ScriptRuns(Host& host) : host_(host) {}

  // Starts a program; Host::program_ended tells the rest. Answers its number, or -1 if the browser gave no
  // thread or memory.
  int start(std::string_view source, bool gil);
  // What Stop in a card does: KeyboardInterrupt the first time, the end the second.
  void interrupt();
  void stop();
  // Whether any is still running.
  bool active() const { return !runs_.empty(); }
  void poll();
  void add_threads(std::vector<python::ThreadSnapshot>& into) const;

 private:
  struct Entry {
    int number;
    std::unique_ptr<python::Run> run;
    std::string out;
    std::string err;
    std::size_t omitted = 0;  // bytes
  };

  Host& host_;
  std::vector<Entry> runs_;
  std::vector<python::OutputChunk> chunks_;
  int next_number_ = 1;
};

}  // namespace threadbook::ui
