// Whether there are threads at all.
#pragma once

namespace threadbook::runtime {

// Is the calling OS thread the only one there will ever be? So it is where a browser gives a page no shared memory
// (platform_alone.cpp). Then start_os_thread() runs what it is given at once and to its end, and nobody could wake one
// who waits: that serves a run whose executor drives all threads by itself, and no other.
bool is_alone() noexcept;

}  // namespace threadbook::runtime
