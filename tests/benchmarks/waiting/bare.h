// What waiting costs without Python: the other side of the programs beside this.
#pragma once

namespace threadbook::bench {

// Seconds of one hand-over between two threads that take turns by a mutex and a condition variable.
double bare_hand_over();

// Seconds from pthread_create() to the end of pthread_join(), of a thread that does nothing.
double bare_start_and_join();

}  // namespace threadbook::bench
