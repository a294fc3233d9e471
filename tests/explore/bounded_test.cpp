// Orders by their number of preemptions, and drawn by chance.
#include "explore/search/bounded.h"

#include "explore/explorer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

namespace threadbook::explore {
namespace {

std::string adders(int threads, int times) {
  return "import threading\nx = 0\ndef add():\n    global x\n    for _ in range(" + std::to_string(times) +
         "):\n        v = x\n        x = v + 1\nthreads = [threading.Thread(target=add) for _ in range(" +
         std::to_string(threads) +
         ")]\nfor thread in threads: thread.start()\nfor thread in threads: thread.join()\nprint(x)\n";
}

std::string locks_in_two_orders() {
  return "import threading\na, b = threading.Lock(), threading.Lock()\ndef f():\n    with a:\n        with b: "
         "pass\ndef "
         "g():\n    with b:\n        with a: pass\nthreads = [threading.Thread(target=t) for t in (f, g)]\nfor thread "
         "in "
         "threads: thread.start()\nfor thread in threads: thread.join()\n";
}

constexpr std::uint64_t kAny = 1000;

Verdict with_preemptions(const std::string& source, std::uint64_t most) {
  Verdict verdict;
  BoundedExplorer(source, {}, verdict).try_preemptions(most, 0, {});
  return verdict;
}

TEST_CASE("with any number of preemptions there are as many orders as there are") {
  for (const std::string& source : {adders(2, 1), adders(3, 1), adders(2, 2), locks_in_two_orders()}) {
    CAPTURE(source);
    Explorer explorer(source, {});
    const Verdict& all = explorer.explore();
    const Verdict verdict = with_preemptions(source, kAny);
    CHECK(verdict.is_complete);
    CHECK(verdict.traces == all.traces);
    CHECK(verdict.outcomes.size() == all.outcomes.size());
    CHECK(verdict.races.size() == all.races.size());
  }
}

TEST_CASE("a lost update takes one preemption, one that is lost twice two") {
  const Verdict none = with_preemptions(adders(2, 1), 0);
  CHECK(none.preemptions == 0);
  CHECK_FALSE(none.is_complete);
  REQUIRE(none.outcomes.size() == 1);
  CHECK(none.outcomes[0].out == "2\n");
  CHECK(with_preemptions(adders(2, 1), 1).outcomes.size() == 2);

  CHECK(with_preemptions(adders(2, 2), 1).outcomes.size() == 2);  // 2 or 4
  CHECK(with_preemptions(adders(2, 2), 2).outcomes.size() == 3);  // 3, too
}

TEST_CASE("a standstill of two locks takes one") {
  CHECK_FALSE(with_preemptions(locks_in_two_orders(), 0).has_finding());
  CHECK(with_preemptions(locks_in_two_orders(), 1).has_finding());
}

TEST_CASE("what is drawn tells about how many orders there are") {
  struct Known {
    std::string source;
    double traces;
  };
  for (const Known& known : {Known{adders(2, 1), 4}, Known{adders(3, 1), 36}, Known{adders(2, 2), 34}}) {
    CAPTURE(known.source);
    Verdict verdict;
    BoundedExplorer(known.source, {}, verdict).draw(500, 0, {});
    CHECK(verdict.drawn == 500);
    REQUIRE(verdict.log_of_estimate.has_value());
    CHECK(std::exp(*verdict.log_of_estimate) > known.traces / 2);
    CHECK(std::exp(*verdict.log_of_estimate) < known.traces * 2);
  }
}

TEST_CASE("a trace that another search has counted is not counted again") {
  KnownTraces traces;
  ExploreOptions options;
  options.listener = &traces;
  Explorer explorer(adders(2, 1), options);
  Verdict verdict = explorer.explore();
  CHECK(traces.hashes.size() == verdict.traces);
  BoundedExplorer(adders(2, 1), {}, verdict, traces).try_preemptions(kAny, 0, {});
  CHECK(verdict.traces == traces.hashes.size());
}

}  // namespace
}  // namespace threadbook::explore
