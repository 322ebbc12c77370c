// SPDX-License-Identifier: BSL-1.0

#include "zhibu/schedule/obligation.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rosters.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

const UnitId office{0};
const Period march{Date{2026, 3, 1}, Date{2026, 4, 1}};

Rulebook meetings_and_funds() {
  Provision meeting =
      demand("MTG-06", Activity::committee_meeting, every_branch, AtLeast{2, Span::month, {}});
  meeting.force = Force::as_a_rule;
  meeting.exemptions = {
      {Condition::without_committee, "COM-04", {"中国共产党支部工作条例（试行）", "20", true}},
      {Condition::temporary, "ORG-11", {"中国共产党支部工作条例（试行）", "8", false}}};
  return rulebook({meeting, demand("SR-09", Activity::branch_funds, every_branch,
                                   Funding{1'000'000, 2'000'000, Span::year})});
}

TEST(Obligations, OfOnesOwnMakingSayWhatTheirProvisionSays) {
  Obligations all{meetings_and_funds(), year(2026), Date{2026, 1, 1}};
  const Obligation o = all[all.add(ProvisionId{0}, office, march)];

  EXPECT_EQ(o.rule, "MTG-06");
  EXPECT_EQ(o.activity, Activity::committee_meeting);
  EXPECT_EQ(o.force, Force::as_a_rule);
  EXPECT_EQ(o.source, (Citation{"本地做法", "1", true}));
  EXPECT_EQ(o.bearer, Bearer{office});
  EXPECT_EQ(o.window, march);
  EXPECT_EQ(o.times, 2);
  EXPECT_EQ(o.rules_of, (Date{2026, 1, 1}));
  EXPECT_FALSE(o.at || o.fixed || o.exempted);
}

TEST(Obligations, MoneyIsOwedInFenAndNoNumberOfTimes) {
  Obligations all{meetings_and_funds(), year(2026)};
  const Obligation o = all[all.add(ProvisionId{1}, office, year(2026))];
  EXPECT_EQ(o.times, 0);
  EXPECT_EQ(o.least_fen, 1'000'000);
  EXPECT_EQ(o.most_fen, 2'000'000);
}

TEST(Obligations, AnExemptionIsCitedWithItsOwnRule) {
  Obligations all{meetings_and_funds(), year(2026)};
  const ObligationId id = all.add(ProvisionId{0}, office, march, {.exemption = 1});
  ASSERT_TRUE(all[id].exempted);
  EXPECT_EQ(all[id].exempted->rule, "ORG-11");
  EXPECT_EQ(all[id].exempted->source.article, "8");
}

TEST(Obligations, ACopyKeepsItsOwnTexts) {
  Obligations copy{Rulebook{}, year(2026)};
  {
    Obligations all{meetings_and_funds(), year(2026)};
    all.add(ProvisionId{0}, office, march);
    copy = all;
  }
  EXPECT_EQ(copy[ObligationId{0}].rule, "MTG-06");
}

TEST(Obligations, RefuseWhatTheirRulebookDoesNotHave) {
  Obligations all{meetings_and_funds(), year(2026)};
  EXPECT_THROW(all.add(ProvisionId{2}, office, march), std::invalid_argument);
  EXPECT_THAT([&] { all.add(ProvisionId{0}, office, march, {.exemption = 2}); },
              ThrowsMessage<std::invalid_argument>(HasSubstr(
                  "no such exemption of provision 'MTG-06': number 2; accepted: fewer than 2")));
  EXPECT_THAT(
      [&] {
        all.add(ProvisionId{0}, office, {march.begin, march.begin});
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("2026-03-01")));
  EXPECT_TRUE(all.empty()) << "what was refused left nothing behind";
}

TEST(Obligations, ThereIsNoRowAfterTheLast) {
  Obligations all{meetings_and_funds(), year(2026)};
  all.add(ProvisionId{0}, office, march);
  EXPECT_NO_THROW(all[ObligationId{0}]);
  EXPECT_THAT([&] { all[ObligationId{1}]; },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("no such obligation: number 1; accepted: fewer than 1")));
}

TEST(Obligations, TheFirstExemptionThatHoldsIsTheOneThatIsStated) {
  Provision meeting =
      demand("MTG-06", Activity::committee_meeting, every_branch, AtLeast{1, Span::year, {}});
  meeting.exemptions = {{Condition::without_committee, "COM-04", {"条例", "20", true}},
                        {Condition::temporary, "ORG-11", {"条例", "8", true}}};
  Roster roster;
  roster.add(unit_row("B1"));
  roster.add(temporary(unit_row("B2")));
  Unit temporary_with_committee = temporary(unit_row("B3"));
  temporary_with_committee.has_committee = true;
  roster.add(temporary_with_committee);

  const std::vector<Obligation> all = owed(roster, rulebook({meeting}), year(2026));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_FALSE(all[0].exempted);
  EXPECT_EQ(all[1].exempted->rule, "COM-04");
  EXPECT_EQ(all[2].exempted->rule, "ORG-11");
  EXPECT_EQ(all[2].window, year(2026)) << "the window that it would have had";
}

TEST(Obligations, ComeInTheOrderOfTheRulebookThenOfTheRosterThenOfTime) {
  Roster roster;
  roster.add(unit_row("B1"));
  roster.add(unit_row("B2"));
  const Rulebook rules =
      rulebook({demand("LATE", Activity::study_day, every_branch, AtLeast{1, Span::half_year, {}}),
                demand("EARLY", Activity::study_day, every_branch, AtLeast{1, Span::year, {}})});
  std::vector<std::tuple<ProvisionId, Bearer, Date>> order;
  for (const Obligation& o : owed(roster, rules, year(2026)))
    order.emplace_back(o.provision, o.bearer, o.window.begin);
  EXPECT_EQ(order.size(), 6u);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

}  // namespace
}  // namespace zhibu
