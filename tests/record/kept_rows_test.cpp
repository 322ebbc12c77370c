// SPDX-License-Identifier: BSL-1.0

#include <functional>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/record/record.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;

const Period year{Date{2017, 1, 1}, Date{2018, 1, 1}};

// A record, a fund and a campaign, beside which further rows are kept.
class KeptRowsOf : public testing::Test {
 protected:
  // `act` is refused for that, and adds nothing.
  void refused(const std::function<void()>& act, const std::string& found) {
    const auto count = [&] {
      return held.all<Campaign>().size() + held.all<Minutes>().size() +
             held.all<StudyNote>().size() + held.all<Visit>().size() + held.all<Fund>().size() +
             held.all<Appropriation>().size() + held.all<Payment>().size() +
             held.all<Opinion>().size() + held.all<Task>().size() + held.all<DuesBase>().size() +
             held.all<DuesPayment>().size();
    };
    const std::size_t before = count();
    try {
      act();
      ADD_FAILURE() << "accepted";
    } catch (const std::invalid_argument& e) {
      EXPECT_THAT(e.what(), HasSubstr(found));
      EXPECT_THAT(e.what(), HasSubstr("accepted: "));
    }
    EXPECT_EQ(count(), before);
  }

  Records held;
  RecordId record = [this] {
    Record row{};
    row.code = "R1";
    row.activities = Activity::study_day;
    row.held_on = Date{2017, 3, 10};
    row.amount_fen = 50000;
    return held.add(row);
  }();
  FundId fund = held.add(Fund{.code = "F1", .name = "资金", .purpose = "帮扶资金", .period = year});
  CampaignId campaign = held.add(Campaign{.code = "C1", .name = "主题", .period = year});
};

TEST_F(KeptRowsOf, HandlesThatWereNotIssuedAreNone) {
  refused([&] { held.add(Minutes{.record = RecordId{9}}); }, "no such record");
  refused([&] { held.add(Minutes{.record = record, .campaign = CampaignId{9}}); }, "campaign");
  refused([&] { held.add(StudyNote{RecordId{9}, PersonId{0}, true}); }, "no such record");
  refused([&] { held.add(Visit{.record = RecordId{9}, .person = PersonId{0}}); }, "no such record");
  refused(
      [&] {
        held.add(Appropriation{.code = "A", .fund = FundId{9}, .on = year.begin, .amount_fen = 1});
      },
      "fund");
  refused(
      [&] { held.add(Payment{.code = "A", .fund = FundId{9}, .on = year.begin, .amount_fen = 1}); },
      "fund");
  refused(
      [&] {
        held.add(Opinion{.code = "O",
                         .unit = UnitId{0},
                         .record = RecordId{9},
                         .text = "x",
                         .collected_on = year.begin});
      },
      "no such record");
}

TEST_F(KeptRowsOf, AnAmountIsMoreThanNothing) {
  for (const std::int64_t amount : {0, -1}) {
    refused(
        [&] {
          held.add(
              Appropriation{.code = "A", .fund = fund, .on = year.begin, .amount_fen = amount});
        },
        "an amount of " + std::to_string(amount) + " fen");
    refused(
        [&] {
          held.add(Payment{.code = "A", .fund = fund, .on = year.begin, .amount_fen = amount});
        },
        "an amount of " + std::to_string(amount) + " fen");
    refused([&] { held.add(DuesBase{.person = {}, .monthly_fen = amount, .period = year}); },
            "an amount of " + std::to_string(amount) + " fen");
    refused(
        [&] {
          held.add(DuesPayment{
              .person = {}, .period = year, .paid_on = year.begin, .amount_fen = amount});
        },
        "an amount of " + std::to_string(amount) + " fen");
  }
}

TEST_F(KeptRowsOf, WhatIsPaidBeyondAFundIsKept) {
  held.add(Payment{.code = "Y1", .fund = fund, .on = Date{2017, 5, 1}, .amount_fen = 999999});
  EXPECT_EQ(held.of<Payment>(fund).size(), 1u);
}

TEST_F(KeptRowsOf, ARecordMayBePaidInPartsAndNotBeyond) {
  const auto pay = [&](std::string_view code, std::int64_t fen, bool voided = false) {
    held.add(Payment{.code = code,
                     .fund = fund,
                     .on = Date{2017, 3, 10},
                     .amount_fen = fen,
                     .record = record,
                     .voided = voided});
  };
  pay("Y1", 20000);
  pay("Y2", 30000);
  pay("Y3", 100, true);  // what is voided counts for nothing
  refused([&] { pay("Y4", 1); }, "50001 fen of the record 'R1'");
}

TEST_F(KeptRowsOf, ABaseMayFollowAnotherAndNotOverlapIt) {
  const PersonId person{0};
  held.add(DuesBase{.person = person, .monthly_fen = 1, .period = year});
  held.add(DuesBase{.person = person, .monthly_fen = 1, .period = since(year.end)});
  refused(
      [&] {
        held.add(DuesBase{.person = person, .monthly_fen = 1, .period = {year.end - 1, year.end}});
      },
      "a second base of dues");
  held.add(DuesBase{.person = PersonId{1}, .monthly_fen = 1, .period = year});
}

TEST_F(KeptRowsOf, DuesOfTheSameMonthsMayBePaidAgainOnceTheyWereVoided) {
  DuesPayment dues{.person = {},
                   .period = {Date{2017, 1, 1}, Date{2017, 2, 1}},
                   .paid_on = Date{2017, 2, 1},
                   .amount_fen = 15,
                   .voided = true};
  held.add(dues);
  dues.voided = false;
  held.add(dues);
  refused([&] { held.add(dues); }, "a second payment of the dues");
  dues.paid_on = Date{2017, 2, 2};
  held.add(dues);
}

TEST_F(KeptRowsOf, ATextThatIsTooLongAddsNothing) {
  const std::string text(40000, 'x');
  refused([&] { held.add(Minutes{.record = record, .decisions = text}); }, "40000 bytes");
  refused([&] { held.add(Fund{.code = text, .name = "x", .purpose = "x", .period = year}); },
          "40000 bytes");
  held.add(Minutes{.record = record, .topic = "议题", .decisions = "决议"});
  EXPECT_EQ(held.minutes(record)->topic, "议题");
  EXPECT_EQ(held.minutes(record)->decisions, "决议");
}

TEST_F(KeptRowsOf, AnUnknownCodeNamesTheNearestOne) {
  refused([&] { held.fund("F2"); }, "no such fund: 'F2' (did you mean 'F1'?)");
  refused([&] { held.campaign("C"); }, "no such campaign: 'C' (did you mean 'C1'?)");
  refused([&] { held.opinion("O1"); }, "no such opinion: 'O1'");
  refused([&] { held.task("T1"); }, "no such task: 'T1'");
}

}  // namespace
}  // namespace zhibu
