// A program of tests/trace/programs run to its end, and the story of what its threads did.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "python/run.h"
#include "trace/recorder.h"
#include "trace/story.h"

namespace threadbook::trace {

struct Told {
  Story story;
  std::string output;
  Time begin = 0;             // of the story's clock, on the one that the program reads
  bool stands_still = false;  // its threads could never have gone on, so it was ended
};

inline std::string read_program(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline Told tell(std::string_view source, bool gil = true) {
  Told told;
  const auto recorder = std::make_shared<Recorder>();
  told.begin = recorder->begin();
  python::RunOptions options;
  options.gil = gil;
  options.observer = recorder;
  options.ended_threads_kept = 1000;
  const auto run = python::Run::start(source, std::move(options));
  std::vector<python::OutputChunk> chunks;
  for (bool finished = false; !finished;) {
    run->wait_for_news(0.002);
    finished = run->finished();
    while (run->take_output(chunks)) {
    }
    told.story.learn(*run);
    told.story.take(*recorder, finished);
    if (!finished && !told.stands_still && recorder->standing_still(*run)) {
      told.stands_still = true;
      run->stop();
    }
  }
  for (const python::OutputChunk& chunk : chunks) told.output += chunk.text;
  return told;
}

}  // namespace threadbook::trace
