// Runs the program beside this file, which uses the runtime as any C++ program may. It is a process
// of its own, with the registry every plain program has.
#include <doctest/doctest.h>

#if defined(THREADBOOK_RUNTIME_EXAMPLE)

#include <array>
#include <cstdio>
#include <string>

namespace {

TEST_CASE("example: a program without Python prints what it should, and ends") {
  std::FILE* const output = popen(THREADBOOK_RUNTIME_EXAMPLE, "r");
  REQUIRE(output != nullptr);
  std::string text;
  std::array<char, 256> part;
  while (std::fgets(part.data(), part.size(), output) != nullptr) text += part.data();
  CHECK(pclose(output) == 0);
  CHECK(text ==
        "the workers are ready\n"
        "a: 5\n"
        "thread: 3\n"
        "one: 2\n"
        "130 characters\n"
        "as expected: no such page\n"
        "1 thread left\n");
}

}  // namespace

#endif
