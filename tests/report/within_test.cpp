// SPDX-License-Identifier: BSL-1.0
//
// Whoever may see one subtree sees nothing of what is outside, in whatever is printed; and nothing
// changes for them, whatever changes outside.

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "inside_and_outside.hpp"
#include "zhibu/audit/explanation.hpp"
#include "zhibu/organization/archive.hpp"
#include "zhibu/organization/tables.hpp"
#include "zhibu/regulation/check.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/report/ledger_kind.hpp"
#include "zhibu/report/write.hpp"
#include "zhibu/time/calendar.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;
using testing::Not;

const Period year{Date{2017, 1, 1}, Date{2018, 1, 1}};
const Disclosure everything{
    .shown = {Sensitive::reasons, Sensitive::id_numbers, Sensitive::phones}};

// All that can be printed of a part, by what it is.
using Outputs = std::map<std::string, std::string>;

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "";
}

void add_tables(Outputs& to, const Roster& part) {
  const std::filesystem::path folder =
      std::filesystem::path{testing::TempDir()} / "zhibu_within_test";
  std::filesystem::remove_all(folder);
  write_tables(part, folder);
  for (const auto& file : std::filesystem::directory_iterator{folder}) {
    std::ifstream in{file.path(), std::ios::binary};
    to[file.path().filename().string()] = {std::istreambuf_iterator<char>{in}, {}};
  }
  std::filesystem::remove_all(folder);
}

void add_ledger(Outputs& to, const std::string& name, const Ledger& ledger) {
  to[name + ".md"] = to_markdown(ledger);
  to[name + ".csv"] = to_csv(ledger);
  to[name + ".ics"] = to_icalendar(ledger);
}

// Every kind, as an office sees it and as it is published.
void add_ledgers(Outputs& to, const Roster& part, const Records& held, const Rulebook& rules) {
  for (const Name<LedgerKind>& kind : names<LedgerKind>())
    for (const bool published : {false, true}) {
      LedgerRequest request{.period = year, .disclosure = everything};
      request.disclosure.published = published;
      request.disclosure.pseudonym_key = "钥匙";
      add_ledger(to, std::string{kind.key} + (published ? " published" : ""),
                 ledger(kind.value, part, held, rules, request));
    }
}

void add_audit(Outputs& to, const Roster& part, const Records& held, const Rulebook& rules) {
  const Calendar calendar = Calendar::china();
  const Obligations owed = obligations(part, rules, calendar, year);
  const Findings findings = audit(owed, held, year.last());
  add_ledger(to, "standing", standing_ledger(findings, held, part));
  std::string& why = to["explanations"];
  for (const Finding& f : findings)
    for (const Language language : {Language::zh, Language::en})
      why += text_of(explain(findings, f.obligation.id, part, calendar), findings, held, language);
  std::string& faults = to["check"];
  const FaultList found = check(part, rules, year.last());
  for (const Fault& fault : found)
    faults +=
        std::string{fault.code} + std::string{fault.facts} + std::string{fault.facts_en} + "\n";
}

// What is said where somebody asks for what is outside, or for what there is not.
void add_refusals(Outputs& to, const Roster& part, const Records& held) {
  std::string& said = to["refusals"];
  for (const std::string code : {"U密7731一支部", "P密7731甲", "密7731职", "记", "x"}) {
    for (const auto& ask : std::vector<std::function<void()>>{
             [&] { part.unit(code); }, [&] { part.person(code); }, [&] { part.post(code); },
             [&] { part.cluster(code); }, [&] { part.workplace(code); }, [&] { held.record(code); },
             [&] { held.fund(code); }, [&] { held.opinion(code); }, [&] { held.task(code); },
             [&] { held.campaign(code); }}) {
      std::string refused = refusal(ask);
      EXPECT_NE(refused, "") << code;
      refused.erase(refused.find(code), code.size());  // what was asked for is repeated
      said += refused + "\n";
    }
  }
  for (const UnitId unit : {UnitId{4}, UnitId{9999}}) said += refusal([&] { part[unit]; });
  said += refusal([&] { part[PersonId{9999}]; });
}

Outputs all_outputs(const County& county) {
  const Roster part = county.part();
  const Records held = county.part_of_records();
  const Rulebook rules = Rulebook::national();
  Outputs all;
  add_tables(all, part);
  all["archive"] = to_bytes(part);
  add_ledgers(all, part, held, rules);
  add_audit(all, part, held, rules);
  add_refusals(all, part, held);
  return all;
}

TEST(Within, NoOutputHasAWordFromOutside) {
  const County county{"密7731", 2};
  for (const auto& [name, text] : all_outputs(county)) {
    EXPECT_THAT(text, Not(HasSubstr("密"))) << name;
    EXPECT_THAT(text, Not(HasSubstr("7731"))) << name;
  }
}

TEST(Within, TheSameSearchFindsTheWordsInTheWhole) {
  const County county{"密7731", 2};
  EXPECT_THAT(to_bytes(county.roster), HasSubstr("密7731"));
  Outputs all;
  add_audit(all, county.roster, county.records, Rulebook::national());
  EXPECT_THAT(all["standing.md"], HasSubstr("密7731"));
  EXPECT_THAT(all["explanations"], HasSubstr("密7731"));
}

TEST(Within, EveryOutputIsByteForByteTheSameWhateverIsOutside) {
  const Outputs one = all_outputs(County{"密7731", 0});
  const Outputs other = all_outputs(County{"藏99021", 7});
  ASSERT_GT(one.size(), 20u);
  for (const auto& [name, text] : one) EXPECT_TRUE(text == other.at(name)) << name;
  EXPECT_EQ(one.size(), other.size());
}

TEST(Within, WhatIsInsideIsThere) {
  const County county{"密7731", 2};
  const Roster part = county.part();
  const Records held = county.part_of_records();
  EXPECT_EQ(part.units().size(), 4u);
  EXPECT_EQ(part.persons().size(), 3u);
  EXPECT_EQ(held.size(), 8u);
  EXPECT_EQ(held.waiver_count(), 1u);
  EXPECT_EQ(held.all<Minutes>().size(), 1u);
  EXPECT_EQ(held.all<StudyNote>().size(), 1u);
  EXPECT_EQ(held.all<Visit>().size(), 1u);
  EXPECT_EQ(held.all<Campaign>().size(), 1u);
  EXPECT_EQ(held.all<Fund>().size(), 1u);
  EXPECT_EQ(held.all<Appropriation>().size(), 1u);
  EXPECT_EQ(held.all<Payment>().size(), 2u);
  EXPECT_EQ(held.all<Opinion>().size(), 1u);
  EXPECT_EQ(held.all<Task>().size(), 1u);
  EXPECT_EQ(held.all<DuesBase>().size(), 1u);
  EXPECT_EQ(held.all<DuesPayment>().size(), 1u);
  EXPECT_EQ(held.fund("内费").unit, part.unit("U内一支部").id);
  EXPECT_EQ(held.opinion("内意").person, part.person("P内张三丰").id);
}

TEST(Within, APersonOutsideIsLeftOutOfAnAttendanceAndItsNumbers) {
  const County county{"密7731", 2};
  const Roster part = county.part();
  const Records held = county.part_of_records();
  const Record whole = county.records.record("内记0");
  const Record record = held.record("内记0");
  EXPECT_EQ(whole.due, 3);
  EXPECT_EQ(whole.present, 2);
  EXPECT_EQ(record.due, 2);
  EXPECT_EQ(record.present, 1);
  const Attendance who = held.attendance(record.id);
  ASSERT_EQ(who.size(), 2u);
  EXPECT_EQ(who[0].person, part.person("P内张三丰").id);
  EXPECT_EQ(who.presence_of(part.person("P内李四").id), Presence::excused);
  EXPECT_EQ(who[1].reason, "内事由");
}

TEST(Within, APayeeOutsideIsLeftOutWithTheReason) {
  const County county{"密7731", 2};
  const Records held = county.part_of_records();
  const std::vector<Payment> paid = held.of<Payment>(held.fund("内费").id);
  ASSERT_EQ(paid.size(), 2u);
  EXPECT_EQ(paid[0].reason, "内困难");
  EXPECT_EQ(paid[1].amount_fen, 100);
  EXPECT_EQ(paid[1].payee, std::nullopt);
  EXPECT_EQ(paid[1].survivor, "");
  EXPECT_EQ(paid[1].reason, "");
}

}  // namespace
}  // namespace zhibu
