#include "ui/script_runs.h"

#include <exception>
#include <utility>

namespace threadbook::ui {

int ScriptRuns::start(std::string_view source, bool gil) {
  try {
    python::RunOptions options;
    options.gil = gil;
    const int number = next_number_++;
    runs_.push_back({number, python::Run::start(source, std::move(options)), {}, {}, 0});
    return number;
  } catch (const std::exception&) {
    return -1;
  }
}

void ScriptRuns::interrupt() {
  for (Entry& entry : runs_) entry.run->interrupt();
}

void ScriptRuns::stop() {
  for (Entry& entry : runs_) entry.run->stop();
}

void ScriptRuns::poll() {
  for (std::size_t i = 0; i < runs_.size();) {
    Entry& entry = runs_[i];
    const bool finished = entry.run->finished();
    chunks_.clear();
    entry.run->take_output(chunks_);
    for (const python::OutputChunk& chunk : chunks_) {
      std::string& stream = chunk.stream == python::Stream::Err ? entry.err : entry.out;
      if (stream.size() < kMostOutput)
        stream += chunk.text;
      else
        entry.omitted += chunk.text.size();
    }
    if (!finished || !chunks_.empty()) {
      ++i;
      continue;
    }
    // Taken out before the host hears of it: it may start the next program at once.
    Entry ended = std::move(entry);
    runs_.erase(runs_.begin() + static_cast<std::ptrdiff_t>(i));
    host_.program_ended(ended.number, ended.out, ended.err, ended.run->status(), ended.run->seconds(), ended.omitted);
  }
}

void ScriptRuns::add_threads(std::vector<python::ThreadSnapshot>& into) const {
  for (const Entry& entry : runs_) {
    for (python::ThreadSnapshot& snapshot : entry.run->threads()) into.push_back(std::move(snapshot));
  }
}

}  // namespace threadbook::ui
