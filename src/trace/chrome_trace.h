// A story as Chrome's trace-event JSON, which Perfetto and chrome://tracing show: threads are one process's threads,
// the things they share another's; what wakes whom are flows.
// The format: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
#pragma once

#include <string>

#include "trace/story.h"

namespace threadbook::trace {

std::string as_chrome_json(const Story& story);
// The story in sentences, one a line, in the order in which it happened; of more than `most` the last.
std::string as_text(const Story& story, std::size_t most = static_cast<std::size_t>(-1));

}  // namespace threadbook::trace
