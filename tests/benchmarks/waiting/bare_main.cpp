// Prints the seconds of bare.h, for native.py.
#include <cstdio>

#include "benchmarks/waiting/bare.h"

int main() {
  std::printf("hand-over %.9f\nstart and join %.9f\n", threadbook::bench::bare_hand_over(),
              threadbook::bench::bare_start_and_join());
}
