#include "ui/layout/damage.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <vector>

using threadbook::ui::Damage;
using threadbook::ui::PixelArea;

namespace {

constexpr int kWidth = 1000, kHeight = 300;  // no whole number of cells
constexpr PixelArea kAll{0, 0, kWidth, kHeight};

struct Painted {
  PixelArea area;
  std::uint64_t look;
};

using Areas = std::vector<PixelArea>;

Areas frame(Damage& damage, std::initializer_list<Painted> all, int width = kWidth, int height = kHeight) {
  damage.begin(width, height);
  for (const Painted& each : all) damage.add(each.area, each.look);
  return damage.end();
}

}  // namespace

TEST_SUITE("damage") {
  TEST_CASE("the first frame, one of another size, and one after forget() are damaged as a whole") {
    Damage damage;
    CHECK(frame(damage, {}) == Areas{kAll});
    CHECK(frame(damage, {}).empty());
    CHECK(frame(damage, {}, 640, 480) == Areas{{0, 0, 640, 480}});
    CHECK(frame(damage, {}, 640, 480).empty());
    damage.forget();
    CHECK(frame(damage, {}, 640, 480) == Areas{{0, 0, 640, 480}});
  }

  TEST_CASE("what looks the same is not damaged, what comes, goes or changes is") {
    Damage damage;
    const Painted page{kAll, 1}, letter{{70, 70, 80, 90}, 2};
    CHECK(frame(damage, {page}) == Areas{kAll});
    CHECK(frame(damage, {page}).empty());
    CHECK(frame(damage, {page, letter}) == Areas{{64, 64, 128, 128}});
    CHECK(frame(damage, {page, letter}).empty());
    CHECK(frame(damage, {page, {letter.area, 3}}) == Areas{{64, 64, 128, 128}});
    CHECK(frame(damage, {page}) == Areas{{64, 64, 128, 128}});
  }

  TEST_CASE("what moves damages where it was and where it is") {
    Damage damage;
    frame(damage, {{{10, 10, 20, 20}, 1}});
    CHECK(frame(damage, {{{210, 100, 220, 110}, 1}}) == Areas{{0, 0, 256, 128}});
  }

  TEST_CASE("what changes far apart is told apart, as long as it is not too much") {
    Damage damage;
    frame(damage, {});
    CHECK(frame(damage, {{{10, 10, 20, 20}, 1}, {{700, 200, 710, 210}, 1}}) ==
          Areas{{0, 0, 64, 64}, {640, 192, 704 + 64, 256}});
    damage.begin(100, 2000);
    damage.end();
    damage.begin(100, 2000);
    for (int i = 0; i < 6; ++i) damage.add({0, i * 300, 10, i * 300 + 10}, 1);
    const Areas areas = damage.end();
    REQUIRE(areas.size() == Damage::kMostAreas);
    CHECK(areas[2] == PixelArea{0, 576, 64, 640});
    CHECK(areas[3] == PixelArea{0, 896, 64, 1536});
  }

  TEST_CASE("the order in which things are painted is a part of how they look") {
    Damage damage;
    const Painted one{{0, 0, 50, 50}, 1}, two{{10, 10, 60, 60}, 2};
    frame(damage, {one, two});
    CHECK(frame(damage, {two, one}) == Areas{{0, 0, 64, 64}});
  }

  TEST_CASE("what reaches over the edges is cut there, what lies beyond them is nothing") {
    Damage damage;
    frame(damage, {});
    CHECK(frame(damage, {{{-100, 250, 2000, 2000}, 1}}) == Areas{{0, 192, kWidth, kHeight}});
    frame(damage, {});
    CHECK(frame(damage, {{{-100, -100, 0, 0}, 1}, {{1000, 0, 1100, 50}, 1}, {{0, 300, 50, 400}, 1}}).empty());
  }
}
