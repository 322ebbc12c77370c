// SPDX-License-Identifier: BSL-1.0
//
// What every long call owes to its watch.

#include "zhibu/watch.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "steps.hpp"
#include "zhibu/audit/audit.hpp"
#include "zhibu/audit/coverage.hpp"
#include "zhibu/audit/progress.hpp"
#include "zhibu/organization/archive.hpp"
#include "zhibu/organization/change.hpp"
#include "zhibu/organization/tables.hpp"
#include "zhibu/organization/view.hpp"
#include "zhibu/regulation/check.hpp"
#include "zhibu/schedule/plan.hpp"

namespace zhibu {
namespace {

using testing::Each;
using testing::Ge;
using testing::IsEmpty;
using testing::SizeIs;

// The county of the examples, in 2017.
struct County {
  std::filesystem::path folder = ZHIBU_REPO "/examples/yongshun";
  Period year{Date{2017, 1, 1}, Date{2018, 1, 1}};
  Calendar calendar = Calendar::china();
  Rulebook rules = Rulebook::national();
  Roster roster = Roster::load(folder);
  Records held = Records::load(folder / "2017", roster);
  Obligations owed = obligations(roster, rules, calendar, year, Date{2026, 1, 1});
  Period later{Date{2025, 1, 1}, Date{2026, 1, 1}};
  RosterView view = roster.as_of(later.last());
  Progress progress{view, rules, later};
};

const County& county() {
  static const County county;
  return county;
}

std::filesystem::path work(const std::string& name) {
  return std::filesystem::path{testing::TempDir()} / ("zhibu_watch_test_" + name);
}

struct LongCall {
  std::string name;
  std::function<void(const Watch&)> make;
};

std::vector<LongCall> calls_of_organizations() {
  const County& c = county();
  return {
      {"load_tables", [&](const Watch& watch) { Roster::load(c.folder, watch); }},
      {"write_tables",
       [&](const Watch& watch) {
         std::filesystem::remove_all(work("tables"));
         write_tables(c.roster, work("tables"), watch);
       }},
      {"save", [&](const Watch& watch) { save(work("saved.zhibu"), c.roster, watch); }},
      {"load",
       [&](const Watch& watch) {
         save(work("loaded.zhibu"), c.roster);
         load(work("loaded.zhibu"), watch);
       }},
      {"to_bytes", [&](const Watch& watch) { to_bytes(c.roster, watch); }},
      {"from_bytes", [&](const Watch& watch) { from_bytes(to_bytes(c.roster), watch); }},
      {"changes",
       [&](const Watch& watch) {
         changes(c.roster, {Date{2010, 1, 1}, Date{2020, 1, 1}}, watch);
       }},
      {"count_members", [&](const Watch& watch) { c.view.count_members({}, watch); }},
      {"check", [&](const Watch& watch) { check(c.roster, c.rules, c.year.last(), watch); }},
  };
}

std::vector<LongCall> calls_of_years() {
  const County& c = county();
  static const CoverageRequest study{.activities = {Activity::study_day}, .period = c.year};
  return {
      {"load_records",
       [&](const Watch& watch) { Records::load(c.folder / "2017", c.roster, watch); }},
      {"obligations",
       [&](const Watch& watch) {
         obligations(c.roster, c.rules, c.calendar, c.year, {}, PartialWindow::owed, watch);
       }},
      {"audit", [&](const Watch& watch) { audit(c.owed, c.held, c.year.last(), {}, watch); }},
      {"plan", [&](const Watch& watch) { plan(c.owed, c.calendar, watch); }},
      {"coverage", [&](const Watch& watch) { coverage(c.roster, c.held, study, watch); }},
      {"coverage_by_month",
       [&](const Watch& watch) { coverage_by_month(c.roster, c.held, study, watch); }},
      {"progress",
       [&](const Watch& watch) {
         Progress{c.view, c.rules, c.later, watch};
       }},
      {"hold_all",
       [&](const Watch& watch) {
         const std::vector<UnitId> units(200'000, c.view.units().front());
         const std::vector<Activity> activities(units.size(), Activity::party_lecture);
         const std::vector<Date> days(units.size(), c.later.begin);
         Progress{c.progress}.hold_all({units, activities, days}, 2, watch);
       }},
      {"roll_up",
       [&](const Watch& watch) { c.progress.roll_up(c.view.units(), c.later.last(), 2, watch); }},
  };
}

class Watched : public testing::TestWithParam<LongCall> {};

struct Told {
  std::size_t done;
  std::size_t total;
};

std::vector<Told> told(const LongCall& call) {
  std::vector<Told> all;
  call.make([&](std::size_t done, std::size_t total) { all.push_back({done, total}); });
  return all;
}

TEST_P(Watched, IsToldOfEachStepFromNothingToAll) {
  const std::vector<Told> all = told(GetParam());
  ASSERT_THAT(all, SizeIs(Ge(2)));
  EXPECT_EQ(all.front().done, 0u);
  EXPECT_EQ(all.back().done, all.back().total);
  EXPECT_GE(all.front().total, 1u);
  for (std::size_t i = 1; i < all.size(); ++i) {
    EXPECT_EQ(all[i].total, all[0].total);
    EXPECT_LE(all[i].done, all[i].total);
    EXPECT_GE(all[i].done, all[i - 1].done);
  }
}

// Nothing may take it for a fault of a file, or wrap it into a message of its own.
struct Stop : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

// A watch that throws as soon as so much is done.
Watch stops_at(std::size_t percent) {
  return [percent](std::size_t done, std::size_t total) {
    if (100 * done >= percent * total) throw Stop{"that is enough"};
  };
}

TEST_P(Watched, StopsWithWhateverTheWatchThrows) {
  for (std::size_t percent = 0; percent <= 100; percent += 10) {
    try {
      GetParam().make(stops_at(percent));
      ADD_FAILURE() << "went on after " << percent << "%";
    } catch (const Stop& e) {
      EXPECT_STREQ(e.what(), "that is enough");
    }
  }
}

TEST_P(Watched, IsAlwaysToldByWhoeverMadeTheCall) {
  std::vector<std::thread::id> threads;
  GetParam().make([&](std::size_t, std::size_t) { threads.push_back(std::this_thread::get_id()); });
  EXPECT_THAT(threads, Each(std::this_thread::get_id()));
}

const auto name_of = [](const auto& info) { return info.param.name; };
INSTANTIATE_TEST_SUITE_P(Organizations, Watched, testing::ValuesIn(calls_of_organizations()),
                         name_of);
INSTANTIATE_TEST_SUITE_P(Years, Watched, testing::ValuesIn(calls_of_years()), name_of);

// What stood there stays, and nothing else is left behind.
TEST(Watch, LeavesNoFileOfACallThatItStopped) {
  const std::filesystem::path folder = work("folder");
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream{folder / "roster.zhibu"} << "what stood there";

  EXPECT_THROW(save(folder / "roster.zhibu", county().roster, stops_at(50)), Stop);
  EXPECT_THROW(write_tables(county().roster, folder / "tables", stops_at(50)), Stop);

  std::vector<std::filesystem::path> left;
  for (const auto& entry : std::filesystem::directory_iterator{folder})
    left.push_back(entry.path().filename());
  EXPECT_EQ(left, (std::vector<std::filesystem::path>{"roster.zhibu"}));
  std::string text;
  std::getline(std::ifstream{folder / "roster.zhibu"} >> std::ws, text);
  EXPECT_EQ(text, "what stood there");
}

// Rows in no order of units, which are too many to be held at once.
struct ManyRows {
  explicit ManyRows(std::size_t n) : units(n), activities(n, Activity::themed_party_day) {
    const std::span<const UnitId> all = county().view.units();
    for (std::size_t i = 0; i < n; ++i) {
      units[i] = all[(7 * i) % all.size()];
      held_on.push_back(county().later.begin + static_cast<int>(i % 365));
    }
  }
  HeldColumns columns() const { return {units, activities, held_on}; }

  std::vector<UnitId> units;
  std::vector<Activity> activities;
  std::vector<Date> held_on;
};

std::vector<ProgressTally> tallies(const Progress& progress) {
  return progress.roll_up(county().view.units(), county().later.last(), 2);
}

TEST(Watch, ThatStopsABulkLeavesTheProgressAsItWas) {
  const ManyRows rows{(std::size_t{1} << 23) + 1};
  Progress progress = county().progress;
  const std::vector<ProgressTally> before = tallies(progress);
  for (const std::size_t percent : {0u, 30u, 60u, 95u, 100u}) {
    EXPECT_THROW(progress.hold_all(rows.columns(), 2, stops_at(percent)), Stop);
    EXPECT_TRUE(tallies(progress) == before) << percent;
  }

  progress.hold_all(rows.columns(), 2, [](std::size_t, std::size_t) {});
  Progress unwatched = county().progress;
  unwatched.hold_all(rows.columns(), 2);
  EXPECT_TRUE(tallies(progress) != before);
  EXPECT_TRUE(tallies(progress) == tallies(unwatched));
}

TEST(Watch, ChangesNoAnswer) {
  const Watch watch = [](std::size_t, std::size_t) {};
  const County& c = county();
  EXPECT_EQ(to_bytes(Roster::load(c.folder, watch)), to_bytes(c.roster));
  EXPECT_EQ(c.view.count_members({}, watch), c.view.count_members({}));
  const Findings findings = audit(c.owed, c.held, c.year.last(), {}, watch);
  const Findings others = audit(c.owed, c.held, c.year.last());
  for (std::uint32_t i = 0; i < findings.size(); ++i) {
    EXPECT_EQ(findings[ObligationId{i}].standing, others[ObligationId{i}].standing);
    EXPECT_TRUE(
        std::ranges::equal(findings[ObligationId{i}].evidence, others[ObligationId{i}].evidence));
  }
}

// --- the steps themselves ---

TEST(Steps, AreToldAtEvenDistances) {
  std::vector<std::size_t> told;
  const Watch watch = [&](std::size_t done, std::size_t) { told.push_back(done); };
  Steps steps{watch, 2500};
  for (int i = 0; i < 2500; ++i) steps();
  steps.finish();
  EXPECT_EQ(told, (std::vector<std::size_t>{0, 1024, 2048, 2500}));
}

TEST(Steps, OfACallWithinTheCallAreAShareOfItsOwn) {
  std::vector<std::size_t> told;
  const Watch watch = [&](std::size_t done, std::size_t) { told.push_back(done); };
  Steps steps{watch, 100};
  const Watch share = steps.share(50);
  share(0, 8);
  share(2, 8);
  share(8, 8);
  steps.finish();
  EXPECT_EQ(told, (std::vector<std::size_t>{0, 0, 12, 50, 100}));
}

TEST(Steps, AreToldOfWorkBetweenTwoOfThem) {
  std::size_t times = 0;
  const Watch watch = [&](std::size_t done, std::size_t) { times += done == 0; };
  Steps steps{watch, 1};
  for (int i = 0; i < 4096; ++i) steps.pause();
  EXPECT_EQ(times, 5u);
}

TEST(Steps, NeedNoWatch) {
  Steps steps;
  EXPECT_FALSE(steps.share(10));
  for (int i = 0; i < 5000; ++i) steps.pause();
  steps(5000);
  steps.finish();
  EXPECT_FALSE(steps.stopped());
}

}  // namespace
}  // namespace zhibu
