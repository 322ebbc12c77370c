// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/as_if_held.hpp"

#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const UnitId branch{1};
const UnitId visited{3};
const PersonId person{5};
const Period march = parse_period("2026-03");

Rulebook one_rule(Activity activity, Cadence cadence) {
  Provision row;
  row.code = row.name = "R";
  row.scope = EveryUnit{{UnitKind::branch}, {}, {}};
  row.activity = activity;
  row.cadence = std::move(cadence);
  row.in_force_from = Date{2000, 1, 1};
  row.source = {"本地做法", "1", true};
  Rulebook rules;
  rules.add(row);
  return rules;
}

// A plan of one obligation, held on these days.
Records held(Activity activity, Cadence cadence, Bearer bearer, std::vector<Date> days,
             std::optional<UnitId> at = {}) {
  Obligations owed{one_rule(activity, std::move(cadence)), march};
  const ObligationId id = owed.add(ProvisionId{0}, bearer, march, {.at = at});
  Plan plan{owed, {}, {}};
  for (const Date day : days) plan.occurrences.push_back({day, HalfDay::morning, id});
  return as_if_held(plan);
}

Records visits(Bearer bearer, Date day, std::optional<UnitId> at = {}) {
  return held(Activity::contact_visit, AtLeast{1, Span::month, {}}, bearer, {day}, at);
}

TEST(AsIfHeld, EveryOccurrenceHasARecordOnItsDay) {
  const Records records = held(Activity::study_day, AtLeast{2, Span::month, {}}, branch,
                               {Date{2026, 3, 3}, Date{2026, 3, 10}});
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records.record("计划-1").held_on, (Date{2026, 3, 3}));
  EXPECT_EQ(records.record("计划-2").held_on, (Date{2026, 3, 10}));
  EXPECT_EQ(records[RecordId{0}].unit, branch);
  EXPECT_TRUE(records[RecordId{0}].activities == Activity::study_day);
  EXPECT_THAT(records[RecordId{0}].persons, IsEmpty());
  EXPECT_TRUE(records.attendance(RecordId{0}).empty());
}

TEST(AsIfHeld, WhatAUnitOwesIsHeldByIt) {
  EXPECT_EQ(visits(branch, Date{2026, 3, 3}, visited)[RecordId{0}].unit, branch);
}

TEST(AsIfHeld, WhatAPersonOwesIsDoneByThemAtItsPlace) {
  const Records records = visits(person, Date{2026, 3, 3}, visited);
  EXPECT_EQ(records[RecordId{0}].unit, visited);
  EXPECT_THAT(records[RecordId{0}].persons, ElementsAre(person));
}

TEST(AsIfHeld, WhatAPersonOwesAtNoPlaceIsHeldWhereNothingElseIsOwed) {
  Obligations owed{one_rule(Activity::contact_visit, AtLeast{1, Span::month, {}}), march};
  owed.add(ProvisionId{0}, UnitId{0}, march);
  owed.add(ProvisionId{0}, UnitId{2}, march, {.at = UnitId{1}});
  const ObligationId at_no_place = owed.add(ProvisionId{0}, person, march);
  const Plan plan{owed, {{Date{2026, 3, 3}, HalfDay::morning, at_no_place}}, {}};
  EXPECT_EQ(as_if_held(plan)[RecordId{0}].unit, UnitId{3});
}

TEST(AsIfHeld, MoneyIsTheLeastThatIsOwedAndHoursAreAllOfThem) {
  const Records paid =
      held(Activity::branch_funds, Funding{300, 500, Span::month}, branch, {Date{2026, 3, 3}});
  EXPECT_EQ(paid[RecordId{0}].amount_fen, 300);
  EXPECT_EQ(paid[RecordId{0}].class_hours, std::nullopt);
  const Records taught =
      held(Activity::study_day, ClassHours{32, Span::month}, person, {Date{2026, 3, 3}});
  EXPECT_EQ(taught[RecordId{0}].class_hours, 32);
  EXPECT_EQ(taught[RecordId{0}].amount_fen, 0);
}

TEST(AsIfHeld, IsForItsWindowOnlyWhereItsDayLiesOutside) {
  EXPECT_EQ(visits(branch, march.begin)[RecordId{0}].for_period, std::nullopt);
  EXPECT_EQ(visits(branch, march.last())[RecordId{0}].for_period, std::nullopt);
  EXPECT_EQ(visits(branch, march.begin - 1)[RecordId{0}].for_period, march);
  EXPECT_EQ(visits(branch, march.end)[RecordId{0}].for_period, march);
}

TEST(AsIfHeld, OfAnEmptyPlanIsNothing) {
  EXPECT_TRUE(as_if_held(Plan{Obligations{Rulebook{}, march}, {}, {}}).empty());
}

}  // namespace
}  // namespace zhibu
