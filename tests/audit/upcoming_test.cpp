// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/upcoming.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class WhatFallsDue : public QuarterlyMeeting {
 protected:
  std::vector<Upcoming> within(int days, Date today, std::optional<Bearer> bearer = {}) {
    return upcoming(audit(owed, held, today), days, bearer);
  }

  std::vector<ObligationId> ids(int days, Date today, std::optional<Bearer> bearer = {}) {
    std::vector<ObligationId> found;
    for (const Upcoming& u : within(days, today, bearer)) found.push_back(u.obligation);
    return found;
  }

  std::optional<Urgency> urgency(Date today) {
    const std::vector<Upcoming> found = within(1000, today);
    return found.empty() ? std::nullopt : std::optional{found[0].urgency};
  }

  const Date last{2017, 3, 31};
  const ObligationId meeting{0};
};

TEST_F(WhatFallsDue, ComesIntoTheListSoManyDaysBeforeItsLastDayAndNotADayEarlier) {
  EXPECT_THAT(ids(30, last - 31), IsEmpty());
  EXPECT_THAT(ids(30, last - 30), ElementsAre(meeting));
  EXPECT_THAT(ids(0, last - 1), IsEmpty());
  EXPECT_THAT(ids(0, last), ElementsAre(meeting));
}

TEST_F(WhatFallsDue, SaysFromWhatDayUntilWhatDayAndHowManyAreLeft) {
  const Upcoming u = within(30, last - 30)[0];
  EXPECT_EQ(u.opens_on, (Date{2017, 1, 1}));
  EXPECT_EQ(u.due_on, last);
  EXPECT_EQ(u.days_left, 30);
  EXPECT_EQ(u.missing, 1);
  EXPECT_EQ(within(30, last + 40)[0].days_left, -40);
}

TEST_F(WhatFallsDue, IsStillAheadThenOpenThenOnItsLastDayThenOverdue) {
  EXPECT_EQ(urgency(Date{2016, 12, 31}), Urgency::opens_later);
  EXPECT_EQ(urgency(Date{2017, 1, 1}), Urgency::open);
  EXPECT_EQ(urgency(last - 1), Urgency::open);
  EXPECT_EQ(urgency(last), Urgency::last_day);
  EXPECT_EQ(urgency(last + 1), Urgency::overdue);
}

TEST_F(WhatFallsDue, LeavesTheListOnTheDayOnWhichItIsMetLateOrInTime) {
  hold_for("2017-Q1", last + 20);
  EXPECT_THAT(ids(30, last + 19), ElementsAre(meeting));
  EXPECT_THAT(ids(30, last + 20), IsEmpty());
  hold(last);
  EXPECT_THAT(ids(30, last - 1), ElementsAre(meeting));
  EXPECT_THAT(ids(30, last), IsEmpty());
}

TEST_F(WhatFallsDue, LeavesTheListOnTheDayOnWhichItIsWaived) {
  held.add(release(branch, q1, last));
  EXPECT_THAT(ids(30, last - 1), ElementsAre(meeting));
  EXPECT_THAT(ids(30, last), IsEmpty());
}

TEST_F(WhatFallsDue, OfADissolvedUnitFallsDueOnTheLastDayThatBindsIt) {
  owed = Obligations{rulebook({provision("R", members_meeting, AtLeast{1, Span::quarter, {}})}),
                     year_2017, std::nullopt, PartialWindow::owed};
  owed.add(ProvisionId{0}, branch, q1, {.bound = Period{q1.begin, Date{2017, 2, 1}}});
  EXPECT_EQ(within(0, Date{2017, 1, 31})[0].urgency, Urgency::last_day);
  EXPECT_EQ(within(0, Date{2017, 2, 1})[0].urgency, Urgency::overdue);
}

TEST_F(WhatFallsDue, ComesByItsLastDayAndThenAsItIsOwed) {
  const ObligationId later = owed.add(ProvisionId{0}, UnitId{1}, parse_period("2017-Q2"));
  const ObligationId same = owed.add(ProvisionId{0}, UnitId{2}, q1);
  const ObligationId earlier = owed.add(ProvisionId{0}, UnitId{0}, parse_period("2017-02"));
  EXPECT_THAT(ids(400, q1.begin), ElementsAre(earlier, meeting, same, later));
}

TEST_F(WhatFallsDue, OfOneBearerIsWhatThatOneOwes) {
  const ObligationId of_a_person = owed.add(ProvisionId{0}, PersonId{0}, q1, {.at = branch});
  EXPECT_THAT(ids(30, last, Bearer{branch}), ElementsAre(meeting));
  EXPECT_THAT(ids(30, last, Bearer{PersonId{0}}), ElementsAre(of_a_person));
  EXPECT_THAT(ids(30, last, Bearer{UnitId{1}}), IsEmpty());
}

TEST_F(WhatFallsDue, OfMoneySaysHowMuchIsStillOwed) {
  owed = owing(Activity::branch_funds, Funding{300, 500, Span::year}, branch, year_2017);
  Record paid = a_record(branch, Activity::branch_funds, Date{2017, 5, 1});
  paid.amount_fen = 100;
  zhibu::hold(held, paid);
  EXPECT_EQ(within(0, year_2017.last())[0].missing_fen, 200);
}

TEST_F(WhatFallsDue, RefusesADayInThePast) {
  EXPECT_THROW(within(-1, last), std::invalid_argument);
}

RC_GTEST_PROP(UpcomingProperty, HoldsWhatIsUnmetExactlyWhenItsLastDayIsNearEnough, ()) {
  const Date first{2017, 1, 1};
  Obligations owed = owing(members_meeting, AtLeast{1, Span::month, {}}, branch, year_2017);
  for (int n = *rc::gen::inRange(0, 8); n > 0; --n) {
    const Date begin = first + *rc::gen::inRange(0, 60);
    owed.add(ProvisionId{0}, UnitId{*rc::gen::inRange<std::uint32_t>(0, 3)},
             {begin, begin + *rc::gen::inRange(1, 60)});
  }
  Records held;
  for (int n = *rc::gen::inRange(0, 8); n > 0; --n)
    hold(held, a_record(UnitId{*rc::gen::inRange<std::uint32_t>(0, 3)}, members_meeting,
                        first + *rc::gen::inRange(0, 120)));
  const int days = *rc::gen::inRange(0, 40);
  const Date today = first + *rc::gen::inRange(-30, 150);

  const Findings findings = audit(owed, held, today);
  const std::vector<Upcoming> found = upcoming(findings, days);
  for (const Finding& f : findings) {
    const bool unmet = f.missing > 0;
    const bool near = f.obligation.bound.last() <= today + days;
    RC_ASSERT(std::ranges::count(found, f.obligation.id, &Upcoming::obligation) ==
              (unmet && near ? 1 : 0));
  }
  RC_ASSERT(std::ranges::is_sorted(found, {}, [](const Upcoming& u) {
    return std::pair{u.due_on, u.obligation};
  }));
}

TEST(UrgencyWords, AreThoseOfTheField) {
  EXPECT_EQ(label(Urgency::opens_later), "未开始");
  EXPECT_EQ(label(Urgency::open), "办理中");
  EXPECT_EQ(label(Urgency::last_day), "今日截止");
  EXPECT_EQ(label(Urgency::overdue), "逾期");
  EXPECT_EQ(key(Urgency::last_day), "last_day");
}

}  // namespace
}  // namespace zhibu
