// A story as a picture: the lanes as SVG, with a title for each span that says its sentence.
#pragma once

#include <string>

#include "trace/story.h"

namespace threadbook::trace {

// `gil`: one thread ran at a time, so who did has a lane. Threads and things beyond some dozens are left out, and it
// says so. Colours are those of the page's light theme.
std::string as_svg(const Story& story, bool gil);

}  // namespace threadbook::trace
