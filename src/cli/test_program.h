// Programs that are tests of `unittest`: what tests there are, so that each can be explored by itself.
//
// Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace threadbook::cli {

struct TestProgram {
  std::vector<std::string> tests;  // "CounterTest.test_add", in their order; none: it is no such program
  std::string source;              // that runs the test whose name it is given as its argument
};

// A program has tests where its module has classes derived from TestCase, with methods whose names begin with `test`,
// and it calls unittest.main(), or nothing at all: then the call is put behind it.
TestProgram test_program(std::string_view source, std::string_view filename);

}  // namespace threadbook::cli
