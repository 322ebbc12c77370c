// SPDX-License-Identifier: BSL-1.0
//
// Records with something of every kind. The roster that they would be beside is none.

#pragma once

#include <array>

#include "zhibu/record/record.hpp"

namespace zhibu {

inline Record sample_record(std::string_view code, Date held_on) {
  return {.code = code,
          .unit = UnitId{3},
          .activities = {Activity::themed_party_day, Activity::members_meeting},
          .held_on = held_on};
}

inline void add_sample_records(Records& held) {
  Record plain = sample_record("R2", Date{2017, 3, 10});
  Record full = sample_record("R1", Date{2017, 3, 9});
  full.for_period = Period{Date{2016, 1, 1}, Date{2017, 1, 1}};
  full.entered_on = Date{2017, 3, 20};
  const std::array persons{PersonId{7}, PersonId{5}};
  full.persons = persons;
  full.due = 3;
  full.present = 2;
  full.class_hours = 4;
  full.amount_fen = 123456789012;
  full.voided = true;
  full.voided_on = Date{2017, 4, 1};
  full.remark = "补开";
  full.entered_by = "李四";
  full.source = "记录本第12页";
  const RecordId first = held.add(plain);
  const RecordId second = held.add(full);
  held.add(sample_record("R3", Date{2018, 1, 1}));
  const std::array due{PersonId{1}, PersonId{2}, PersonId{9}};
  held.attend(second, due, std::array{Attendee{PersonId{9}, Presence::excused, "出差"}});
  held.attend(first, due,
              std::array{Attendee{PersonId{2}, Presence::present, "后到"},
                         Attendee{PersonId{1}, Presence::absent, ""}});
}

inline Records sample_records() {
  const Period year{Date{2017, 1, 1}, Date{2018, 1, 1}};
  const PersonId person{5};
  Records held;
  add_sample_records(held);
  const RecordId record = held.record("R1").id;
  const Date day = held.record("R1").held_on;
  held.add(Waiver{"SR-01", person, year, "病", "县委", Date{2017, 2, 1}});
  held.add(Waiver{"SR-02", UnitId{3}, year, "灾", "县委", Date{2017, 2, 2}});
  const CampaignId campaign = held.add(Campaign{.code = "C1", .name = "主题", .period = year});
  held.add(Minutes{.record = record, .topic = "学习", .campaign = campaign, .beneficiaries = 12});
  held.add(StudyNote{record, person, true});
  held.add(Visit{.record = record, .person = person});
  const FundId fund =
      held.add(Fund{.code = "F1", .name = "资金", .purpose = "帮扶", .period = year});
  held.add(Appropriation{.code = "A1", .fund = fund, .on = day, .amount_fen = 100000});
  held.add(
      Payment{.code = "Z1", .fund = fund, .on = day, .amount_fen = 5000, .payee = Bearer{person}});
  held.add(Opinion{.code = "O1", .unit = UnitId{3}, .text = "多开", .collected_on = day});
  held.add(Task{
      .code = "T1", .cluster = ClusterId{0}, .unit = UnitId{3}, .text = "办", .passed_on = day});
  held.add(DuesBase{.person = person, .monthly_fen = 500000, .period = year});
  held.add(DuesPayment{.person = person, .period = year, .paid_on = day, .amount_fen = 30000});
  return held;
}

}  // namespace zhibu
