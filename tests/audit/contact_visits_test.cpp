// SPDX-License-Identifier: BSL-1.0

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const UnitId other_branch{1};
const PersonId visitor{0};
const PersonId other_person{1};

// A committee member visits the contact branch four times a year.
class ContactVisits : public AuditOf {
 protected:
  ContactVisits()
      : AuditOf{owing(Activity::contact_visit, AtLeast{4, Span::year, {}}, visitor, year_2017,
                      branch)} {}

  RecordId visit(Date day, UnitId where = branch, PersonId who = visitor) {
    Record record = a_record(where, Activity::contact_visit, day);
    const std::array persons{who};
    record.persons = persons;
    return zhibu::hold(held, record);
  }
};

TEST_F(ContactVisits, ThreeOfFourLeaveOneMissingAndTheFourthNone) {
  for (int month : {2, 5, 8}) visit(Date{2017, month, 10});
  EXPECT_EQ(standing(Date{2017, 12, 31}), Standing::due);
  EXPECT_EQ(standing(), Standing::overdue);
  EXPECT_EQ(found().missing, 1);
  EXPECT_EQ(found().evidence.size(), 3U);
  visit(Date{2017, 12, 31});
  EXPECT_EQ(standing(), Standing::satisfied);
  EXPECT_EQ(found().missing, 0);
}

TEST_F(ContactVisits, AFifthIsEvidenceTooAndNothingIsMissing) {
  for (int month : {2, 5, 8, 10, 11}) visit(Date{2017, month, 10});
  EXPECT_EQ(found().missing, 0);
  EXPECT_EQ(found().evidence.size(), 5U);
}

TEST_F(ContactVisits, ThreeInTimeAndOneMadeUpForAreLate) {
  for (int month : {2, 5, 8}) visit(Date{2017, month, 10});
  Record late = a_record(branch, Activity::contact_visit, Date{2018, 1, 5});
  const std::array persons{visitor};
  late.persons = persons;
  late.for_period = parse_period("2017-Q4");
  zhibu::hold(held, late);
  EXPECT_EQ(found(Date{2018, 1, 4}).missing, 1);
  EXPECT_EQ(standing(Date{2018, 1, 5}), Standing::satisfied_late);
}

TEST_F(ContactVisits, AVisitToAnotherBranchIsAtAnotherPlace) {
  const RecordId elsewhere = visit(Date{2017, 6, 1}, other_branch);
  const Finding f = found();
  EXPECT_EQ(f.missing, 4);
  EXPECT_THAT(f.discounted, ElementsAre(Discounted{elsewhere, Discount::other_place}));
}

TEST_F(ContactVisits, AVisitOfAnotherPersonIsNotLookedAt) {
  visit(Date{2017, 6, 1}, branch, other_person);
  EXPECT_EQ(found().missing, 4);
  EXPECT_THAT(found().discounted, IsEmpty());
}

TEST_F(ContactVisits, AVisitThatTwoPaidTogetherCountsForBoth) {
  owed.add(ProvisionId{0}, other_person, year_2017, {.at = branch});
  Record record = a_record(branch, Activity::contact_visit, Date{2017, 6, 1});
  const std::array persons{visitor, other_person};
  record.persons = persons;
  zhibu::hold(held, record);
  const Findings both = audit(owed, held, long_after);
  EXPECT_EQ(both[ObligationId{0}].missing, 3);
  EXPECT_EQ(both[ObligationId{1}].missing, 3);
}

}  // namespace
}  // namespace zhibu
