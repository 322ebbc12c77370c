// SPDX-License-Identifier: BSL-1.0
//
// What holds of the ledgers of care, money and clusters whatever is kept: those of the units sum to
// that of everything, and persons are counted once.

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "two_branches.hpp"

namespace zhibu {
namespace {

constexpr std::array kinds{LedgerKind::visits,       LedgerKind::pairings,
                           LedgerKind::hardship_aid, LedgerKind::funds,
                           LedgerKind::dues,         LedgerKind::cluster_meetings,
                           LedgerKind::opinions,     LedgerKind::contact_visits};

// The totals that count persons, each once.
const std::set<std::string> of_persons{"人数", "帮扶对象人数", "基数不详人数", "提出人数",
                                       "联系人数"};

Date any_day() { return Date{2016, 11, 1} + *rc::gen::inRange(0, 500); }
bool either() { return *rc::gen::arbitrary<bool>(); }
std::int64_t any_amount() { return *rc::gen::inRange<std::int64_t>(1, 1000000); }

struct AnyCounty : TwoBranches {
  std::vector<UnitId> units{top, one, two};
  std::vector<PersonId> persons{pine, plum, reed};
  std::vector<FundId> funds;

  UnitId any_unit() const { return units[*rc::gen::inRange<std::size_t>(0, units.size())]; }
  PersonId any_person() const { return persons[*rc::gen::inRange<std::size_t>(0, 3)]; }
  std::string code() { return "K" + std::to_string(++count); }

  AnyCounty() {
    for (const UnitId unit : units)
      funds.push_back(records.add(Fund{.code = code(),
                                       .name = "某经费",
                                       .purpose = either() ? "帮扶资金" : "工作经费",
                                       .unit = unit,
                                       .period = since(begin)}));
    if (either()) roster.transfer(pine, two, any_day());
    roster.add(Contact{plum, one, {any_day(), Date{2019, 1, 1}}});
    for (int i = *rc::gen::inRange(0, 25); i > 0; --i) add_something();
  }

  void add_something() {
    switch (*rc::gen::inRange(0, 6)) {
      case 0:
        return add_record();
      case 1:
        return add_money();
      case 2:
        return add_dues();
      case 3:
        records.add(Opinion{.code = code(),
                            .unit = any_unit(),
                            .person = any_person(),
                            .text = "某建议",
                            .collected_on = any_day()});
        return;
      case 4:
        records.add(Task{.code = code(),
                         .cluster = cluster,
                         .unit = any_unit(),
                         .text = "某任务",
                         .passed_on = any_day()});
        return;
      default:
        roster.add(Pairing{.helper = any_person(),
                           .helped = any_person(),
                           .period = {any_day(), Date{2019, 1, 1}}});
    }
  }

  void add_record() {
    constexpr std::array activities{Activity::festival_visit,  Activity::care_visit,
                                    Activity::hardship_aid,    Activity::assistance,
                                    Activity::cluster_meeting, Activity::contact_visit,
                                    Activity::joint_activity};
    const RecordId id =
        held(code(), any_unit(), activities[*rc::gen::inRange<std::size_t>(0, activities.size())],
             any_day(), {any_person()}, either() ? any_amount() : 0, either() && either());
    if (either())
      records.add(Visit{.record = id, .person = records[id].persons[0], .by = "某领导"});
  }

  void add_money() {
    const FundId fund = funds[*rc::gen::inRange<std::size_t>(0, 3)];
    if (either())
      records.add(
          Appropriation{.code = code(), .fund = fund, .on = any_day(), .amount_fen = any_amount()});
    else
      records.add(Payment{.code = code(),
                          .fund = fund,
                          .on = any_day(),
                          .amount_fen = any_amount(),
                          .payee = Bearer{any_person()},
                          .voided = either() && either()});
  }

  void add_dues() {
    const PersonId person = any_person();
    if (records.of<DuesBase>(person).empty())
      records.add(DuesBase{.person = person, .monthly_fen = any_amount(), .period = since(begin)});
    const Period month = span_of(Span::month, any_day());
    const Date on = any_day();
    for (const DuesPayment& paid : records.of<DuesPayment>(person))
      if (paid.paid_on == on) return;
    records.add(
        DuesPayment{.person = person, .period = month, .paid_on = on, .amount_fen = any_amount()});
  }

  int count = 0;
};

std::int64_t value(const Ledger& ledger, const std::string& name) {
  const auto found = std::ranges::find(ledger.totals, name, &LedgerTotal::name);
  RC_ASSERT(found != ledger.totals.end());
  return found->value;
}

RC_GTEST_PROP(LedgerParts, SumToTheWholeAndCountPersonsOnce, ()) {
  const AnyCounty county;
  for (const LedgerKind kind : kinds) {
    const Ledger whole = county.of(kind);
    std::vector<Ledger> parts;
    for (const UnitId unit : county.units) parts.push_back(county.of_unit(kind, unit));
    for (const LedgerTotal& total : whole.totals) {
      std::int64_t sum = 0, most = 0;
      for (const Ledger& part : parts) {
        sum += value(part, total.name);
        most = std::max(most, value(part, total.name));
      }
      const bool persons = of_persons.contains(total.name);
      RC_LOG() << key(kind) << ' ' << total.name << '\n';
      RC_ASSERT((persons ? most <= total.value && total.value <= sum : sum == total.value));
      if (persons) RC_ASSERT(total.value <= 3);
    }
    RC_ASSERT(
        to_string(whole.totals[0]) ==
        to_string(county.of(kind, {.extent = Subtree{county.top}, .period = parse_period("2017")})
                      .totals[0]));
  }
}

RC_GTEST_PROP(LedgerParts, OfFundsCloseInEveryPeriod, ()) {
  const AnyCounty county;
  const Date day = any_day();
  const Ledger ledger = county.of(LedgerKind::funds, {.period = {day, day + 90}});
  RC_ASSERT(value(ledger, "上期结转") + value(ledger, "收入") - value(ledger, "支出") ==
            value(ledger, "结余"));
  const Ledger next = county.of(LedgerKind::funds, {.period = {day + 90, day + 91}});
  RC_ASSERT(value(next, "上期结转") == value(ledger, "结余"));
}

}  // namespace
}  // namespace zhibu
