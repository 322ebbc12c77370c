// SPDX-License-Identifier: BSL-1.0
//
// What is const may be asked from many threads at once, the first question included. Meant for
// ThreadSanitizer.

#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "zhibu/audit/audit.hpp"
#include "zhibu/audit/coverage.hpp"
#include "zhibu/audit/explanation.hpp"
#include "zhibu/audit/progress.hpp"
#include "zhibu/audit/rate.hpp"
#include "zhibu/organization/archive.hpp"
#include "zhibu/organization/change.hpp"
#include "zhibu/organization/view.hpp"
#include "zhibu/regulation/check.hpp"
#include "zhibu/schedule/plan.hpp"

namespace zhibu {
namespace {

const Period year{Date{2017, 1, 1}, Date{2018, 1, 1}};

// How a county's year comes out, as numbers that are easily compared.
struct Answers {
  std::size_t owed = 0;
  std::size_t planned = 0;
  std::size_t faults = 0;
  std::size_t changes = 0;
  Rate execution;
  Rate reached;
  std::vector<std::int64_t> members;
  std::vector<ProgressTally> tallies;
  std::string explanation;
  std::string bytes;
  friend bool operator==(const Answers&, const Answers&) = default;
};

Answers ask(const Roster& roster, const Rulebook& rules, const Records& held) {
  const Calendar calendar = Calendar::china();
  const Obligations owed = obligations(roster, rules, calendar, year, Date{2026, 1, 1});
  const Findings findings = audit(owed, held, year.last());
  const RosterView view = roster.as_of(year.last());
  const Progress progress{view, rules, year};
  const CoverageRequest study{.activities = {Activity::study_day}, .period = year};
  return {.owed = owed.size(),
          .planned = plan(owed, calendar).occurrences.size(),
          .faults = check(roster, rules, year.last()).size(),
          .changes = changes(roster, year).size(),
          .execution = execution_rate(findings),
          .reached = coverage(roster, held, study).rate(),
          .members = view.roll_up(view.count_members({})),
          .tallies = progress.roll_up(view.units(), year.last(), 2),
          .explanation = explain(findings, ObligationId{0}, roster, calendar).bearer.zh,
          .bytes = to_bytes(roster)};
}

TEST(Threads, MayAskOneRosterAndItsBooksAtOnce) {
  const Roster roster = Roster::load(ZHIBU_REPO "/examples/yongshun");
  const Records held = Records::load(ZHIBU_REPO "/examples/yongshun/2017", roster);
  const Rulebook rules = Rulebook::national();
  std::vector<Answers> answers(2);
  std::vector<std::thread> threads;
  for (Answers& of_thread : answers)
    threads.emplace_back([&] { of_thread = ask(roster, rules, held); });
  for (std::thread& thread : threads) thread.join();
  const Answers alone = ask(roster, rules, held);
  EXPECT_GT(alone.owed, 0u);
  for (const Answers& of_thread : answers) EXPECT_EQ(of_thread, alone);
}

}  // namespace
}  // namespace zhibu
