// The text of traceback entries, compared with what CPython 3.11.7 prints for an uncaught exception.
#include "python/vm/traceback_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadbook::python {
namespace {

struct MarkCase {
  std::string_view line;
  std::string_view marked;    // what the instruction's span covers: its first occurrence
  std::string_view expected;  // the line of carets
};

// The third column is python3's.
constexpr MarkCase kMarks[] = {
    {"x = a / b", "a / b", "        ~~^~~\n"},
    {"    return   1//0", "1//0", "             ~^^~\n"},
    {"1/0", "1/0", "    ~^~\n"},
    {"x = a+b*c", "a+b*c", "        ~^~~~\n"},
    {"x = (a) + (b)", "(a) + (b)", "        ~~~~^~~~~\n"},
    {"f(x)", "f(x)", ""},
    {"    y = f(x, z)", "f(x, z)", "        ^^^^^^^\n"},
    {"d[\"k\"]", "d[\"k\"]", "    ~^^^^^\n"},
    {"v = d[\"k\"][\"l\"]", "d[\"k\"][\"l\"]", "        ~~~~~~^^^^^\n"},
    {"print(d[0] + 1)", "d[0]", "          ~^^^\n"},
    {"raise ValueError(\"x\")", "raise ValueError(\"x\")", ""},
    {"x.y.z", "x.y.z", ""},
    {"a = x.y.z", "x.y.z", "        ^^^^^\n"},
    {"é = \"ü\" + 1", "\"ü\" + 1", "        ~~~~^~~\n"},
    {"α = β[γ]", "β[γ]", "        ~^^^\n"},
    {"\tx = 1 // 0", "1 // 0", "        ~~^^~~\n"},
    {"x = \"日本\" + 1", "\"日本\" + 1", "        ~~~~~~~^~~\n"},
    {"x = \"日本\"; y = a / b", "a / b", "                    ~~^~~\n"},
    {"x = (1) // (0)", "(1) // (0)", "        ~~~~^^~~~~\n"},
    {"a @ b", "a @ b", "    ~~^~~\n"},
    {"z = a ** b", "a ** b", "        ~~^^~~\n"},
    {"z = a >> b", "a >> b", "        ~~^^~~\n"},
    {"z = a <b", "a <b", "        ^^^^\n"},
    {"r = -x", "-x", "        ^^\n"},
    {"q = [i / 0 for i in l]", "i / 0", "         ~~^~~\n"},
    {"q = [i / 0 for i in l]", "[i / 0 for i in l]", "        ^^^^^^^^^^^^^^^^^^\n"},
    {"assert x == 1, \"m\"", "assert x == 1, \"m\"", ""},
    {"   x = y   ", "y", "        ^\n"},
    {"x = a.b[c].d", "a.b[c]", "        ~~~^^^\n"},
    {"x = a.b[c + 1]", "a.b[c + 1]", "        ~~~^^^^^^^\n"},
    {"x = a[b][c] + d", "a[b][c] + d", "        ~~~~~~~~^~~\n"},
    {"f(a)(b)", "f(a)", "    ^^^^\n"},
    {"del d[k]", "d[k]", "        ~^^^\n"},
    {"x[a:b]", "x[a:b]", "    ~^^^^^\n"},
    {"x[a, b]", "x[a, b]", "    ~^^^^^^\n"},
    {"y = x[ a ]", "x[ a ]", "        ~^^^^^\n"},
    {"with a: pass", "a", "         ^\n"},
    {"for x in 5: pass", "5", "             ^\n"},
    {"x = 1 +\\", "1", "        ^\n"},
    {"s = f\"{a/b}\"", "a/b", "           ~^~\n"},
    {"x = a  +  b", "a  +  b", "        ~~~^~~~\n"},
    {"x = (1 + 2)/(0)", "(1 + 2)/(0)", "        ~~~~~~~^^~~\n"},
    {"await_ = a if b else c", "a if b else c", "             ^^^^^^^^^^^^^\n"},
};

TracebackLine entry(std::string_view line, std::uint32_t column, std::uint32_t end_column) {
  return {"m.py", "f", {1, 1, column, end_column}, std::string(line)};
}

TracebackLine whole_line(std::string name, std::uint32_t line) {
  return {"m.py", std::move(name), {line, line, 0, 4}, "f(n)"};
}

TEST_CASE("carets mark what CPython marks") {
  for (const MarkCase& test : kMarks) {
    CAPTURE(test.line);
    CAPTURE(test.marked);
    const auto begin = static_cast<std::uint32_t>(test.line.find(test.marked));
    const auto end = static_cast<std::uint32_t>(begin + test.marked.size());
    const std::string text = format_entry(entry(test.line, begin, end));
    std::size_t second = text.find('\n', text.find('\n') + 1);
    REQUIRE(second != std::string::npos);
    CHECK(text.substr(second + 1) == test.expected);
  }
}

TEST_CASE("an entry is a place, the line without its indentation, and the marks") {
  CHECK(format_entry(entry("    x = f(y)\t", 8, 12)) == "  File \"m.py\", line 1, in f\n    x = f(y)\n        ^^^^\n");
  CHECK(format_entry(entry("f(y)", 0, 4)) == "  File \"m.py\", line 1, in f\n    f(y)\n");
}

TEST_CASE("an entry whose source is unknown is one line") {
  CHECK(format_entry(entry("", 0, 4)) == "  File \"m.py\", line 1, in f\n");
}

TEST_CASE("an expression over several lines is marked to the end of its first") {
  CHECK(format_entry({"m.py", "f", {1, 3, 4, 1}, "x = f(a,  "}) ==
        "  File \"m.py\", line 1, in f\n    x = f(a,\n        ^^^^\n");
}

TEST_CASE("a span beyond the line marks nothing") {
  CHECK(format_entry(entry("f()", 10, 12)) == "  File \"m.py\", line 1, in f\n    f()\n");
}

TEST_CASE("the same entry is shown three times and then counted") {
  std::vector<TracebackLine> entries(5, whole_line("f", 2));
  entries.insert(entries.begin(), whole_line("<module>", 7));
  entries.push_back(whole_line("g", 2));
  const std::vector<std::string> parts = format_entries(entries);
  REQUIRE(parts.size() == 6);
  CHECK(parts[1] == parts[3]);
  CHECK(parts[4] == "  [Previous line repeated 2 more times]\n");

  entries.assign(4, whole_line("f", 2));
  CHECK(format_entries(entries).back() == "  [Previous line repeated 1 more time]\n");
  entries.resize(3);
  CHECK(format_entries(entries).size() == 3);
}

}  // namespace
}  // namespace threadbook::python
