// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/record.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace zhibu {
namespace {

using testing::ElementsAre;

static_assert(std::is_nothrow_move_constructible_v<Records>);
static_assert(!std::is_convertible_v<ObligationId, RecordId>, "a handle names one kind of thing");

const UnitId branch{3};
const std::array persons{PersonId{7}, PersonId{2}};

Record a_record(std::string_view code) {
  Record record;
  record.code = code;
  record.unit = branch;
  record.activities = Activity::members_meeting;
  record.held_on = Date{2017, 3, 10};
  return record;
}

Waiver a_waiver() {
  Waiver waiver;
  waiver.rule = "LIFE-01";
  waiver.bearer = branch;
  waiver.period = parse_period("2017-07");
  waiver.reason = "防汛期间停止集中活动";
  waiver.approved_by = "县委离退休干部工作委员会";
  waiver.approved_on = Date{2017, 7, 12};
  return waiver;
}

std::vector<PersonId> persons_from(std::size_t first, std::size_t count) {
  std::vector<PersonId> found;
  for (std::size_t i = 0; i < count; ++i)
    found.push_back(PersonId{static_cast<std::uint32_t>(first * 10000 + i)});
  return found;
}

// What adding `row` is refused for.
template <class Row>
std::string refusal(const Row& row) {
  Records records;
  try {
    records.add(row);
  } catch (const std::invalid_argument& e) {
    EXPECT_EQ(records.size() + records.waiver_count(), 0U) << "what throws adds nothing";
    return e.what();
  }
  return "none";
}

TEST(RecordsAdd, ARowComesBackAsItWasAdded) {
  Record row = a_record("R2017-0001");
  row.activities = {Activity::themed_party_day, Activity::political_birthday};
  row.for_period = parse_period("2016");
  row.entered_on = Date{2017, 3, 12};
  row.persons = persons;
  row.due = 28;
  row.present = 25;
  row.class_hours = 4;
  row.amount_fen = 999999;
  row.voided = true;
  row.voided_on = Date{2017, 3, 13};
  row.remark = "重复登记";
  Records records;
  records.add(a_record("R2017-0000"));

  const Record kept = records[records.add(row)];
  EXPECT_EQ(kept.id, RecordId{1});
  EXPECT_EQ(kept.code, "R2017-0001");
  EXPECT_EQ(kept.unit, branch);
  EXPECT_EQ(kept.activities, row.activities);
  EXPECT_EQ(kept.held_on, row.held_on);
  EXPECT_EQ(kept.for_period, row.for_period);
  EXPECT_EQ(kept.entered_on, row.entered_on);
  EXPECT_THAT(kept.persons, ElementsAre(persons[0], persons[1]));
  EXPECT_EQ(kept.due, 28);
  EXPECT_EQ(kept.present, 25);
  EXPECT_EQ(kept.class_hours, 4);
  EXPECT_EQ(kept.amount_fen, 999999);
  EXPECT_TRUE(kept.voided);
  EXPECT_EQ(kept.voided_on, (Date{2017, 3, 13}));
  EXPECT_EQ(kept.remark, "重复登记");
}

TEST(RecordsAdd, AWaiverComesBackAsItWasAdded) {
  Records records;
  records.add(a_waiver());
  Waiver for_a_person = a_waiver();
  for_a_person.bearer = persons[0];
  records.add(for_a_person);

  ASSERT_EQ(records.waiver_count(), 2U);
  const Waiver kept = records.waiver(0);
  EXPECT_EQ(kept.rule, "LIFE-01");
  EXPECT_EQ(kept.bearer, Bearer{branch});
  EXPECT_EQ(kept.period, parse_period("2017-07"));
  EXPECT_EQ(kept.reason, "防汛期间停止集中活动");
  EXPECT_EQ(kept.approved_by, "县委离退休干部工作委员会");
  EXPECT_EQ(kept.approved_on, (Date{2017, 7, 12}));
  EXPECT_EQ(records.waiver(1).bearer, Bearer{persons[0]});
  EXPECT_TRUE(records.empty()) << "a waiver is no record";
}

struct Refused {
  std::string_view name;
  void (*spoil)(Record&);
  std::string_view message;
  friend std::ostream& operator<<(std::ostream& out, const Refused& r) { return out << r.name; }
};

class RefusedRecord : public testing::TestWithParam<Refused> {};

TEST_P(RefusedRecord, IsNamedForWhatItIs) {
  Record row = a_record("R1");
  GetParam().spoil(row);
  EXPECT_EQ(refusal(row), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedRecord,
    testing::Values(
        Refused{"no code", [](Record& r) { r.code = ""; },
                "a record without a code; accepted: any text"},
        Refused{"no activity", [](Record& r) { r.activities = {}; },
                "a record of no activity; accepted: one at least"},
        Refused{"due", [](Record& r) { r.due = -1; },
                "a negative number of persons due: -1; accepted: 0 or more"},
        Refused{"present", [](Record& r) { r.present = -2; },
                "a negative number of persons present: -2; accepted: 0 or more"},
        Refused{"class hours", [](Record& r) { r.class_hours = -4; },
                "a negative number of class hours: -4; accepted: 0 or more"},
        Refused{"voided, and not",
                [](Record& r) {
                  r.voided_on = Date{2017, 3, 13};
                },
                "voided on 2017-03-13, and not voided; accepted: a day for what is voided only"},
        Refused{"voided before it was held",
                [](Record& r) {
                  r.voided = true;
                  r.voided_on = Date{2017, 3, 9};
                },
                "voided on 2017-03-09, before it was known on 2017-03-10; accepted: that day or a "
                "later one"},
        Refused{"voided before it was entered",
                [](Record& r) {
                  r.entered_on = Date{2017, 3, 12};
                  r.voided = true;
                  r.voided_on = Date{2017, 3, 11};
                },
                "voided on 2017-03-11, before it was known on 2017-03-12; accepted: that day or a "
                "later one"},
        Refused{"amount", [](Record& r) { r.amount_fen = -100; },
                "a negative number of fen paid: -100; accepted: 0 or more"},
        Refused{"attendance",
                [](Record& r) {
                  r.due = 28;
                  r.present = 29;
                },
                "29 were present where 28 were due; accepted: no more present than due"},
        Refused{"entered",
                [](Record& r) {
                  r.entered_on = Date{2017, 3, 9};
                },
                "entered on 2017-03-09, before it was held on 2017-03-10; accepted: that day or a "
                "later one"},
        Refused{"period",
                [](Record& r) {
                  r.for_period = Period{Date{2017, 2, 1}, Date{2017, 2, 1}};
                },
                "held for a period that ends before it begins: from 2017-02-01 up to, not "
                "including, 2017-02-01; accepted: one day at least"},
        Refused{"twice",
                [](Record& r) {
                  static constexpr std::array twice{PersonId{7}, PersonId{2}, PersonId{7}};
                  r.persons = twice;
                },
                "a record that names one person twice; accepted: each once"}));

TEST(RecordsAdd, WhatLiesJustWithinTheBoundsIsAccepted) {
  Record row = a_record("R1");
  row.due = 28;
  row.present = 28;
  row.class_hours = 0;
  row.entered_on = row.held_on;
  row.voided = true;
  row.voided_on = row.entered_on;
  row.for_period = Period{Date{2017, 2, 1}, Date{2017, 2, 2}};
  row.persons = persons;
  EXPECT_EQ(refusal(row), "none");

  Record nobody_came = a_record("R1");
  nobody_came.due = 0;
  nobody_came.present = 0;
  EXPECT_EQ(refusal(nobody_came), "none");

  Record only_those_present_were_counted = a_record("R1");
  only_those_present_were_counted.present = 12;
  EXPECT_EQ(refusal(only_those_present_were_counted), "none");
}

TEST(RecordsAdd, ATextThatIsTooLongIsRefusedAndAddsNothing) {
  const std::string endless(40000, 'x');
  Record row = a_record("R1");
  row.remark = endless;
  Records records;
  EXPECT_THROW(records.add(row), std::invalid_argument);
  row.remark = "";
  EXPECT_EQ(records[records.add(row)].code, "R1");
  EXPECT_EQ(records.size(), 1U);
}

TEST(RecordsKnown, ARecordIsKnownFromTheDayItWasEnteredOn) {
  Record late = a_record("R1");
  late.entered_on = Date{2017, 4, 2};
  EXPECT_FALSE(is_known_on(late, Date{2017, 4, 1}));
  EXPECT_TRUE(is_known_on(late, Date{2017, 4, 2}));
}

TEST(RecordsKnown, ARecordThatDoesNotSayWhenItWasEnteredIsKnownFromTheDayItWasHeld) {
  const Record record = a_record("R1");
  EXPECT_FALSE(is_known_on(record, Date{2017, 3, 9}));
  EXPECT_TRUE(is_known_on(record, Date{2017, 3, 10}));
}

TEST(RecordsVoided, ARecordIsVoidFromTheDayItWasVoidedOn) {
  Record record = a_record("R1");
  record.voided = true;
  record.voided_on = Date{2017, 5, 2};
  EXPECT_FALSE(is_voided_on(record, Date{2017, 5, 1}));
  EXPECT_TRUE(is_voided_on(record, Date{2017, 5, 2}));
}

TEST(RecordsVoided, ARecordThatDoesNotSayWhenItWasVoidedAlwaysWasVoid) {
  Record record = a_record("R1");
  EXPECT_FALSE(is_voided_on(record, Date{2017, 12, 31}));
  record.voided = true;
  EXPECT_TRUE(is_voided_on(record, Date{1921, 7, 1}));
}

TEST(RecordsAdd, ASecondRecordWithOneCodeIsRefused) {
  Records records;
  records.add(a_record("R1"));
  EXPECT_THROW(
      {
        try {
          records.add(a_record("R1"));
        } catch (const std::invalid_argument& e) {
          EXPECT_STREQ(e.what(),
                       "a second record with the code 'R1'; accepted: a code that no other has");
          throw;
        }
      },
      std::invalid_argument);
  EXPECT_EQ(records.size(), 1U);
}

TEST(RecordsAdd, ACodeMayBeTheSameTextAsARemark) {
  Record row = a_record("R1");
  row.remark = "R2";
  Records records;
  records.add(row);
  records.add(a_record("R2"));
  EXPECT_EQ(records.record("R2").id, RecordId{1});
}

TEST(RecordsAdd, AWaiverThatLeavesOutWhyOrByWhomIsRefused) {
  Waiver waiver = a_waiver();
  waiver.rule = "";
  EXPECT_EQ(refusal(waiver), "a waiver without a rule; accepted: any text");
  waiver = a_waiver();
  waiver.reason = "";
  EXPECT_EQ(refusal(waiver), "a waiver without a reason; accepted: any text");
  waiver = a_waiver();
  waiver.approved_by = "";
  EXPECT_EQ(refusal(waiver), "a waiver without anybody who approved it; accepted: any text");
  waiver = a_waiver();
  waiver.period.end = waiver.period.begin;
  EXPECT_EQ(refusal(waiver),
            "released for a period that ends before it begins: from 2017-07-01 up to, not "
            "including, 2017-07-01; accepted: one day at least");
}

TEST(RecordsFind, ARecordIsFoundByItsCodeAndOneThatIsNotThereIsNamedWithTheNearest) {
  Records records;
  records.add(a_record("R2017-0001"));
  EXPECT_EQ(records.record("R2017-0001").id, RecordId{0});
  try {
    records.record("R2017-001");
    FAIL() << "found a record that is not there";
  } catch (const std::invalid_argument& e) {
    EXPECT_STREQ(e.what(),
                 "no such record: 'R2017-001' (did you mean 'R2017-0001'?); accepted: the codes of "
                 "the 1 there are");
  }
}

TEST(RecordsFind, TheLastHandleIsFoundAndTheNextIsRefused) {
  Records records;
  records.add(a_record("R1"));
  records.add(a_waiver());
  EXPECT_EQ(records[RecordId{0}].code, "R1");
  EXPECT_THROW(records[RecordId{1}], std::invalid_argument);
  EXPECT_EQ(records.waiver(0).rule, "LIFE-01");
  EXPECT_THROW(records.waiver(1), std::invalid_argument);
  EXPECT_THROW(records.waiver(std::numeric_limits<std::size_t>::max()), std::invalid_argument);
}

TEST(RecordsValue, RecordsComeInTheOrderAdded) {
  Records records;
  for (const std::string_view code : {"R3", "R1", "R2"}) records.add(a_record(code));
  std::vector<std::string_view> codes;
  for (const Record& record : records) codes.push_back(record.code);
  EXPECT_THAT(codes, ElementsAre("R3", "R1", "R2"));
}

TEST(RecordsValue, ACopyIsAnotherCollection) {
  Records records;
  records.add(a_record("R1"));
  Records copy = records;
  copy.add(a_record("R2"));
  copy.add(a_waiver());
  EXPECT_EQ(records.size(), 1U);
  EXPECT_EQ(records.waiver_count(), 0U);
  EXPECT_EQ(copy.record("R2").id, RecordId{1});
  EXPECT_NE(copy.record("R1").code.data(), records.record("R1").code.data());
}

TEST(RecordsValue, ViewsOfARowOutliveWhatIsAddedLaterAndAMove) {
  Record row = a_record("R0");
  row.persons = persons;
  Records records;
  records.add(row);
  const Record first = records[RecordId{0}];
  for (int i = 1; i < 1000; ++i) {
    const std::string code = "R" + std::to_string(i);
    Record more = a_record(code);
    more.persons = persons;
    records.add(more);
  }
  const Records moved = std::move(records);
  EXPECT_EQ(moved.size(), 1000U);
  EXPECT_EQ(first.code, "R0");
  EXPECT_THAT(first.persons, ElementsAre(persons[0], persons[1]));
}

TEST(RecordsValue, EachRecordHasItsOwnPersonsHoweverManyTheyAre) {
  Records records;
  std::vector<std::size_t> numbers{0, 3, 4094, 1, 0, 2, 4096, 1, 9000, 5, 8192, 0, 4097, 4096};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::string code = "R" + std::to_string(i);
    const std::vector<PersonId> present = persons_from(i, numbers[i]);
    Record row = a_record(code);
    row.persons = present;
    records.add(row);
  }
  const Records copy = records;
  for (const Record& row : copy)
    EXPECT_THAT(row.persons,
                testing::ElementsAreArray(persons_from(row.id.index, numbers[row.id.index])));
}

}  // namespace
}  // namespace zhibu
