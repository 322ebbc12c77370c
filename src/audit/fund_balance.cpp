// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/fund_balance.hpp"

#include <algorithm>
#include <variant>

namespace zhibu {
namespace {

// Money that came into a fund, or went out of it.
struct Movement {
  Date on;
  bool out = false;
  std::int64_t amount_fen = 0;
  std::string_view code;
  std::optional<Bearer> payee = {};
  bool to_survivor = false;
};

std::vector<Movement> movements(const Records& records, FundId fund, Date as_of) {
  std::vector<Movement> all;
  for (const Appropriation& a : records.of<Appropriation>(fund))
    if (!a.voided && a.on <= as_of) all.push_back({a.on, false, a.amount_fen, a.code});
  for (const Payment& p : records.of<Payment>(fund))
    if (!p.voided && p.on <= as_of)
      all.push_back({p.on, true, p.amount_fen, p.code, p.payee, !p.survivor.empty()});
  std::ranges::stable_sort(all, {}, &Movement::on);
  return all;
}

bool is_gone(const Roster& roster, const Movement& movement) {
  if (!movement.payee || movement.to_survivor) return false;
  if (const UnitId* unit = std::get_if<UnitId>(&*movement.payee))
    return !roster.at(*unit, movement.on);
  const std::optional<Date> died = roster[std::get<PersonId>(*movement.payee)].died_on;
  return died && *died < movement.on;
}

void check(const Fund& fund, const std::vector<Movement>& movements, const Roster* roster,
           std::vector<FundFault>& faults) {
  std::int64_t left = 0;
  for (const Movement& m : movements) {
    const auto add = [&](FundFaultKind kind, std::int64_t fen) {
      faults.push_back({kind, fund.id, std::string{m.code}, m.on, fen});
    };
    if (!fund.period.contains(m.on))
      add(m.out ? FundFaultKind::paid_outside : FundFaultKind::appropriated_outside, m.amount_fen);
    const bool was_overdrawn = left < 0;
    left += m.out ? -m.amount_fen : m.amount_fen;
    if (left < 0 && !was_overdrawn) add(FundFaultKind::overdrawn, -left);
    if (roster != nullptr && is_gone(*roster, m)) add(FundFaultKind::payee_gone, m.amount_fen);
  }
}

std::vector<FundFault> check_all(const Records& records, const Roster* roster, Date as_of) {
  std::vector<FundFault> faults;
  for (const Fund& fund : records.all<Fund>())
    check(fund, movements(records, fund.id, as_of), roster, faults);
  return faults;
}

}  // namespace

template <>
std::span<const Name<FundFaultKind>> names() {
  static constexpr Name<FundFaultKind> all[] = {
      {FundFaultKind::overdrawn, "overdrawn", "超支", "overdrawn"},
      {FundFaultKind::appropriated_outside, "appropriated_outside", "拨款不在使用期限内",
       "appropriated outside its period"},
      {FundFaultKind::paid_outside, "paid_outside", "支出不在使用期限内",
       "paid outside its period"},
      {FundFaultKind::payee_gone, "payee_gone", "领受对象已不存在", "the payee is gone"},
  };
  return all;
}

FundBalance balance(const Records& records, FundId fund, Date day) {
  static_cast<void>(records[fund]);
  FundBalance all;
  for (const Movement& m : movements(records, fund, day))
    (m.out ? all.out_fen : all.in_fen) += m.amount_fen;
  return all;
}

std::vector<FundFault> check_funds(const Records& records, Date as_of) {
  return check_all(records, nullptr, as_of);
}

std::vector<FundFault> check_funds(const Records& records, const Roster& roster, Date as_of) {
  return check_all(records, &roster, as_of);
}

}  // namespace zhibu
