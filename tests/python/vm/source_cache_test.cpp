#include "python/vm/source_cache.h"

#include <doctest/doctest.h>

namespace threadbook::python {
namespace {

TEST_CASE("source lines are counted from one and come without their ends") {
  SourceCache cache;
  cache.add("m.py", "\xEF\xBB\xBFone\r\ntwo\rthree\n\nlast");
  CHECK(cache.line("m.py", 1) == "one");
  CHECK(cache.line("m.py", 2) == "two");
  CHECK(cache.line("m.py", 3) == "three");
  CHECK(cache.line("m.py", 4) == "");
  CHECK(cache.line("m.py", 5) == "last");
}

TEST_CASE("an unknown file or line is empty") {
  SourceCache cache;
  cache.add("m.py", "one\n");
  CHECK(cache.line("m.py", 0) == "");
  CHECK(cache.line("m.py", 2) == "");
  CHECK(cache.line("other.py", 1) == "");
}

TEST_CASE("a file added again replaces the one before") {
  SourceCache cache;
  cache.add("m.py", "one\ntwo\n");
  cache.add("m.py", "new\n");
  CHECK(cache.line("m.py", 1) == "new");
  CHECK(cache.line("m.py", 2) == "");
}

}  // namespace
}  // namespace threadbook::python
