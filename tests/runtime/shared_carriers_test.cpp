// Passengers and their carriers, without Python: journeys that are told what to do in each turn.
#include "runtime/shared_carriers.h"

#include <doctest/doctest.h>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "runtime/completion.h"
#include "runtime/small_mutex.h"
#include "runtime/waitable.h"

namespace threadbook::runtime {
namespace {

using Turn = Journey::Turn;
using Next = Journey::Next;

// A program's carriers, and passengers of whom each does in its turns what a function says.
class Station {
 public:
  explicit Station(std::size_t carriers) : carriers_(SharedCarriers::claim(carriers, {&flags, 1, &interval})) {}
  ~Station() {
    wait_for_all();
    carriers_.give_back();
  }

  // `take_turn(passenger, seat)` until it answers Next::Ended.
  using TakeTurn = std::function<Turn(Passenger&, Seat&)>;
  Passenger& send(TakeTurn take_turn) {
    Passenger* const passenger = carriers_.admit();
    REQUIRE(passenger != nullptr);
    ++count_;
    carriers_.board(*passenger, std::make_unique<Told>(*this, *passenger, std::move(take_turn)));
    return *passenger;
  }
  void wait_for_all() {
    while (count_ > 0) std::this_thread::yield();
  }
  SharedCarriers& carriers() { return carriers_; }

  std::atomic<std::uint32_t> flags{0};
  std::atomic<std::int64_t> interval{1'000'000};

 private:
  class Told final : public Journey {
   public:
    Told(Station& station, Passenger& passenger, TakeTurn take_turn)
        : station_(station), passenger_(passenger), take_turn_(std::move(take_turn)) {}
    ~Told() override { --station_.count_; }
    Turn take_turn(Seat& seat) noexcept override {
      seat.begin();
      const Turn turn = take_turn_(passenger_, seat);
      seat.end();
      return turn;
    }

   private:
    Station& station_;
    Passenger& passenger_;
    const TakeTurn take_turn_;
  };

  SharedCarriers& carriers_;
  std::atomic<int> count_{0};
};

TEST_CASE("shared carriers: those that are ready take turns, in the order in which they became so") {
  Station station(1);
  std::vector<int> turns;  // by one carrier
  std::atomic<bool> go{false};
  station.send([&](Passenger&, Seat&) {
    while (!go) std::this_thread::yield();
    return Turn{Next::Ended};
  });
  for (int i = 0; i < 3; ++i) {
    auto left = std::make_shared<int>(3);
    station.send([&turns, i, left](Passenger&, Seat&) {
      turns.push_back(i);
      return Turn{--*left > 0 ? Next::Ready : Next::Ended};
    });
  }
  go = true;
  station.wait_for_all();
  CHECK(turns == std::vector{0, 1, 2, 0, 1, 2, 0, 1, 2});
}

TEST_CASE("shared carriers: a passenger stands in a queue like any other waiter") {
  for (std::size_t carriers : {1, 3}) {
    Station station(carriers);
    Completion happens;
    constexpr int kCount = 100;
    std::atomic<int> waits{0}, had{0};
    struct Wait {
      explicit Wait(Passenger& passenger, Completion& target) : waiter(passenger), steps(target, waiter, nullptr) {}
      Waiter waiter;
      WaitSteps steps;
    };
    for (int i = 0; i < kCount; ++i) {
      auto wait = std::make_shared<std::optional<Wait>>();
      station.send([&, wait](Passenger& passenger, Seat&) {
        if (!*wait) {
          wait->emplace(passenger, happens);
          ++waits;
        }
        if (!(*wait)->steps.look(false)) return Turn{Next::Waits};
        ++had;
        return Turn{Next::Ended};
      });
    }
    while (waits < kCount) std::this_thread::yield();
    CHECK(had == 0);
    happens.complete();
    station.wait_for_all();
    CHECK(had == kCount);
  }
}

TEST_CASE("shared carriers: when the time of one that waits is over it has another turn, and not before") {
  for (std::size_t carriers : {1, 3}) {
    Station station(carriers);
    std::atomic<int> too_soon{0}, in_time{0};
    for (int i = 20; i > 0; --i) {
      auto until = std::make_shared<std::optional<Deadline>>();
      station.send([&, i, until](Passenger&, Seat&) {
        if (*until) {
          ++((*until)->has_passed() ? in_time : too_soon);
          return Turn{Next::Ended};
        }
        until->emplace(Deadline::after(Nanoseconds{i * 300'000}));
        return Turn{Next::Waits, **until};
      });
    }
    station.wait_for_all();
    CHECK(in_time == 20);
    CHECK(too_soon == 0);
  }
}

TEST_CASE("shared carriers: a wake-up during a turn is another turn") {
  Station station(1);
  auto turns = std::make_shared<int>(0);
  station.send([turns](Passenger& passenger, Seat&) {
    if (++*turns == 3) return Turn{Next::Ended};
    passenger.wake();
    passenger.wake();
    return Turn{Next::Waits};
  });
  station.wait_for_all();
  CHECK(*turns == 3);
}

TEST_CASE("shared carriers: a turn ends where others wait for theirs, and only there") {
  for (std::size_t carriers : {1, 2}) {
    Station station(carriers);
    std::atomic<bool> has_come{false};
    std::atomic<int> over{0};
    // As many as there are carriers, each as long as it may; one more then comes, and is seen.
    std::vector<Passenger*> busy;
    for (std::size_t i = 0; i < carriers; ++i) {
      station.send([&](Passenger&, Seat& seat) {
        while (!seat.is_over() && !has_come) std::this_thread::yield();
        if (has_come) return Turn{Next::Ended};
        CHECK(station.flags == 1);
        CHECK(station.carriers().is_any_turn_over());
        ++over;
        return Turn{Next::Ready};
      });
    }
    station.send([&](Passenger&, Seat&) {
      has_come = true;
      return Turn{Next::Ended};
    });
    station.wait_for_all();
    CHECK(over >= 1);
    CHECK_FALSE(station.carriers().is_any_turn_over());
  }
}

TEST_CASE("shared carriers: they come with the first passenger and go with the last, over and over") {
  Station station(2);
  for (int i = 0; i < 300; ++i) {
    std::atomic<int> turns{0};
    for (int k = 0; k < 3; ++k) {
      station.send([&](Passenger&, Seat&) {
        ++turns;
        return Turn{Next::Ended};
      });
    }
    station.wait_for_all();
    CHECK(turns == 3);
  }
}

TEST_CASE("shared carriers: no wake-up is lost, whoever wakes whom") {
  constexpr std::size_t kPassengers = 50;
  constexpr int kRounds = 200;
  for (std::size_t carriers : {1, 4}) {
    Station station(carriers);
    // A token goes round; who has it wakes the next, and waits for it to come again. Some with a time that is over
    // soon.
    std::vector<Passenger*> passengers(kPassengers);
    std::atomic<std::size_t> at{0};
    std::atomic<bool> all_there{false};
    const std::size_t last = kPassengers * kRounds;
    for (std::size_t i = 0; i < kPassengers; ++i) {
      passengers[i] = &station.send([&, i](Passenger&, Seat&) {
        if (!all_there) return Turn{Next::Ready};
        const std::size_t now = at.load();
        if (now >= last) {
          passengers[(i + 1) % kPassengers]->wake();
          return Turn{Next::Ended};
        }
        if (now % kPassengers == i) {
          at.store(now + 1);
          passengers[(i + 1) % kPassengers]->wake();
        }
        return i % 7 == 0 ? Turn{Next::Waits, Deadline::after(Nanoseconds{1'000'000})} : Turn{Next::Waits};
      });
    }
    all_there = true;
    station.wait_for_all();
    CHECK(at == last);
  }
}

}  // namespace
}  // namespace threadbook::runtime
