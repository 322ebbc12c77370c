// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>

#include "fen.hpp"
#include "report/draw.hpp"
#include "report/whose.hpp"
#include "zhibu/audit/fund_balance.hpp"

namespace zhibu {

namespace {

// Of each fund first what was brought forward, came in, went out and is left; then its movements,
// with what was left after each. A fund that is no unit's, or a body's that is none, stands in a
// ledger of everything.
constexpr std::array<Heading, 12> columns{{{{"经费", "fund"}},
                                           {{"编号", "code"}},
                                           {{"用途", "purpose"}},
                                           {{"所属单位", "of"}},
                                           {{"日期", "day"}, CellKind::day},
                                           {{"凭证号", "voucher"}},
                                           {{"摘要", "what for"}},
                                           {{"对方", "from or to"}},
                                           {{"上期结转", "brought forward"}, CellKind::yuan},
                                           {{"收入", "in"}, CellKind::yuan},
                                           {{"支出", "out"}, CellKind::yuan},
                                           {{"结余", "left"}, CellKind::yuan}}};

bool covers(const LedgerSource& source, const Fund& fund) {
  if (fund.unit) return covers_last(source, *fund.unit, source.period());
  return std::holds_alternative<Everything>(source.request().extent);
}

std::string owner(const LedgerSource& source, const Fund& fund) {
  if (fund.unit) return source.speak().name(*fund.unit, source.as_of());
  return fund.workplace ? std::string{source.roster()[*fund.workplace].name} : "";
}

std::string payee(const LedgerSource& source, const Payment& payment) {
  if (!payment.payee) return "";
  if (const UnitId* unit = std::get_if<UnitId>(&*payment.payee))
    return source.speak().name(*unit, payment.on);
  const std::string name = source.name(std::get<PersonId>(*payment.payee));
  if (payment.survivor.empty()) return name;
  return name + source.say({"（", " ("}) + std::string{payment.survivor} + source.say({"）", ")"});
}

struct Movement {
  Date on;
  std::int64_t in_fen = 0;
  std::int64_t out_fen = 0;
  std::string code;
  std::string what_for;
  std::string other;
};

std::vector<Movement> movements(const LedgerSource& source, FundId fund) {
  std::vector<Movement> all;
  for (const Appropriation& a : source.records().of<Appropriation>(fund))
    if (!a.voided && source.period().contains(a.on))
      all.push_back({a.on, a.amount_fen, 0, std::string{a.code}, std::string{a.document},
                     remark(source, a.granted_by)});
  for (const Payment& p : source.records().of<Payment>(fund))
    if (!p.voided && source.period().contains(p.on))
      all.push_back({p.on, 0, p.amount_fen, std::string{p.code}, remark(source, p.purpose),
                     payee(source, p)});
  std::ranges::stable_sort(all, {}, &Movement::on);
  return all;
}

FundBalance brought_forward(const LedgerSource& source, FundId fund) {
  const Date begin = source.period().begin;
  return begin == Date::first() ? FundBalance{} : balance(source.records(), fund, begin - 1);
}

struct Sums {
  std::int64_t forward = 0;
  std::int64_t in_fen = 0;
  std::int64_t out_fen = 0;

  std::int64_t left() const { return forward + in_fen - out_fen; }
};

Sums sums(std::int64_t forward, const std::vector<Movement>& movements) {
  Sums all{.forward = forward};
  for (const Movement& m : movements) {
    all.in_fen += m.in_fen;
    all.out_fen += m.out_fen;
  }
  return all;
}

void add_rows(const LedgerSource& source, const Fund& fund, const Sums& whole,
              const std::vector<Movement>& movements, Ledger& ledger) {
  const std::string name{fund.name}, code{fund.code};
  ledger.rows.push_back({{name, code, std::string{fund.purpose}, owner(source, fund), "", "",
                          source.say({"本期合计", "in all"}), "", yuan_of(whole.forward),
                          yuan_of(whole.in_fen), yuan_of(whole.out_fen), yuan_of(whole.left())},
                         std::nullopt,
                         ""});
  std::int64_t left = whole.forward;
  for (const Movement& m : movements) {
    left += m.in_fen - m.out_fen;
    ledger.rows.push_back({{name, code, "", "", to_string(m.on), m.code, m.what_for, m.other, "",
                            amount(m.in_fen), amount(m.out_fen), yuan_of(left)},
                           m.on,
                           name + source.say({"：", ": "}) + m.code});
  }
}

}  // namespace

Ledger draw_funds(const LedgerSource& source) {
  Ledger ledger = source.headed({"经费收支台账", "Funds,"}, columns);
  Sums total;
  for (const Fund& fund : source.records().all<Fund>()) {
    if (!covers(source, fund)) continue;
    const std::vector<Movement> moved = movements(source, fund.id);
    const Sums whole = sums(brought_forward(source, fund.id).left_fen(), moved);
    if (moved.empty() && whole.forward == 0 && !fund.period.overlaps(source.period())) continue;
    add_rows(source, fund, whole, moved, ledger);
    total.forward += whole.forward;
    total.in_fen += whole.in_fen;
    total.out_fen += whole.out_fen;
  }
  ledger.totals = {{source.say({"上期结转", "brought forward"}), total.forward, CellKind::yuan},
                   {source.say({"收入", "in"}), total.in_fen, CellKind::yuan},
                   {source.say({"支出", "out"}), total.out_fen, CellKind::yuan},
                   {source.say({"结余", "left"}), total.left(), CellKind::yuan}};
  return ledger;
}

}  // namespace zhibu
