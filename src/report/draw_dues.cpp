// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>

#include "fen.hpp"
#include "report/draw.hpp"
#include "report/whose.hpp"
#include "zhibu/audit/dues_account.hpp"

namespace zhibu {

namespace {

// Each member's dues for the months in which their home branch is covered; base and rate are those
// of the last of them. How things stand is a state and no verdict.
constexpr std::array<Heading, 12> columns{
    {{{"姓名", "name"}},
     {{"编号", "code"}},
     {{"所在党支部", "home branch"}},
     {{"应交月数", "months"}, CellKind::number},
     {{"计算基数", "base"}, CellKind::yuan},
     {{"比例", "rate"}},
     {{"应交", "owed"}, CellKind::exact_yuan},
     {{"实交", "paid"}, CellKind::exact_yuan},
     {{"欠交", "arrears"}, CellKind::exact_yuan},
     {{"超期补交月数", "months caught up late"}, CellKind::number},
     {{"连续未交月数", "months unpaid running"}, CellKind::number},
     {{"说明", "remark"}}}};

// The months of an account whose branch the ledger covers; one without a branch goes with the month
// before it that has one, or else with the next.
std::vector<DuesMonth> covered(const LedgerSource& source, const DuesAccount& account) {
  std::vector<DuesMonth> months;
  std::optional<UnitId> branch;
  for (const DuesMonth& month : account.months)
    if (!branch) branch = month.branch;
  for (const DuesMonth& month : account.months) {
    if (month.branch) branch = month.branch;
    if (branch && source.covers(*branch, month.month.last())) months.push_back(month);
  }
  return months;
}

// "0.5%", of 5 thousandths.
std::string percent(int per_mille) {
  const std::string whole = std::to_string(per_mille / 10);
  return whole + (per_mille % 10 == 0 ? "" : "." + std::to_string(per_mille % 10)) + "%";
}

std::string remarks(const LedgerSource& source, const DuesAccount& account) {
  std::vector<std::string> all;
  if (account.months_unknown > 0)
    all.push_back(source.say({"基数不详", "base not known"}) + source.say({"", ": "}) +
                  std::to_string(account.months_unknown) + source.say({"个月", " months"}));
  if (account.unpaid_too_long)
    all.push_back(source.say({"连续未交达到", "unpaid as long as "}) +
                  std::string{source.rules()[*account.unpaid_too_long].code} +
                  source.say({"的期限，是否有正当理由待核实",
                              " says; whether there was a good reason is to be asked"}));
  return joined(all, source.say({"；", "; "}));
}

LedgerRow row(const LedgerSource& source, const DuesAccount& account) {
  const DuesMonth& last = account.months.back();
  const bool known = account.months_unknown < account.months_owed;
  const auto money = [&](std::int64_t thousandths) {
    return known ? exact_yuan_of(thousandths) : std::string{};
  };
  std::string branch;
  for (const DuesMonth& month : account.months)
    if (month.branch) branch = source.speak().name(*month.branch, month.month.last());
  return {{source.name(account.person), source.code(account.person), branch,
           std::to_string(account.months_owed), last.base_fen ? yuan_of(*last.base_fen) : "",
           last.is_known() ? percent(last.per_mille) : "", money(account.owed),
           exact_yuan_of(account.paid), money(account.arrears),
           std::to_string(account.months_caught_up_late), std::to_string(account.unpaid_in_a_row),
           remarks(source, account)},
          std::nullopt,
          ""};
}

// The account with only these of its months.
DuesAccount only(const DuesAccount& account, std::vector<DuesMonth> months) {
  DuesAccount some = account;
  some.owed = some.paid = some.arrears = 0;
  some.months_owed = some.months_unknown = some.months_caught_up_late = 0;
  for (const DuesMonth& month : months) {
    some.owed += month.owed;
    some.paid += month.paid;
    some.arrears += month.arrears();
    some.months_owed += month.branch.has_value();
    some.months_unknown += month.branch && !month.is_known();
    some.months_caught_up_late += month.caught_up_late;
  }
  some.months = std::move(months);
  return some;
}

// The members who owe for such a month, or paid for one, in the order of the roster.
std::vector<DuesAccount> accounts(const LedgerSource& source) {
  std::vector<DuesAccount> all;
  for (const Person& person : source.roster().persons()) {
    if (!person.admitted_on) continue;
    const DuesAccount whole = dues_account(source.roster(), source.records(), source.rules(),
                                           person.id, source.period(), source.as_of());
    std::vector<DuesMonth> months = covered(source, whole);
    if (!months.empty()) all.push_back(only(whole, std::move(months)));
  }
  return all;
}

}  // namespace

Ledger draw_dues(const LedgerSource& source) {
  Ledger ledger = source.headed({"党费收缴台账", "Party dues,"}, columns);
  std::int64_t persons = 0, unknown = 0, months = 0, owed = 0, paid = 0, arrears = 0;
  for (const DuesAccount& account : accounts(source)) {
    ledger.rows.push_back(row(source, account));
    ++persons;
    unknown += account.months_unknown > 0;
    months += account.months_owed;
    owed += account.owed;
    paid += account.paid;
    arrears += account.arrears;
  }
  ledger.totals = {{source.say({"人数", "persons"}), persons},
                   {source.say({"应交人月", "months owed"}), months},
                   {source.say({"基数不详人数", "persons whose base is not known"}), unknown},
                   {source.say({"应交", "owed"}), owed, CellKind::exact_yuan},
                   {source.say({"实交", "paid"}), paid, CellKind::exact_yuan},
                   {source.say({"欠交", "arrears"}), arrears, CellKind::exact_yuan}};
  return ledger;
}

}  // namespace zhibu
