// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/rate.hpp"

namespace zhibu {

template <>
std::span<const Name<RateKind>> names() {
  static constexpr Name<RateKind> all[] = {
      {RateKind::execution, "execution", "规范执行率", "rate of execution"},
      {RateKind::overdue, "overdue", "逾期率", "rate of what is overdue"},
      {RateKind::attendance, "attendance", "出席率", "rate of attendance"},
  };
  return all;
}

std::optional<double> Rate::value() const {
  if (denominator == 0) return std::nullopt;
  return static_cast<double>(numerator) / static_cast<double>(denominator);
}

Rate operator+(Rate a, Rate b) {
  return {a.numerator + b.numerator, a.denominator + b.denominator};
}

namespace {

Tally tally(std::span<const Standing> standings) {
  Tally all;
  for (const Standing s : standings) ++all.standing[static_cast<std::size_t>(s)];
  return all;
}

std::int64_t missed(const Tally& tally) {
  return std::int64_t{tally.count(Standing::satisfied_late)} + tally.count(Standing::overdue);
}

}  // namespace

Rate execution_rate(const Tally& tally) {
  const std::int64_t met = tally.count(Standing::satisfied);
  return {met, met + missed(tally)};
}

Rate execution_rate(std::span<const Standing> standings) {
  return execution_rate(tally(standings));
}

Rate execution_rate(const Findings& findings) { return execution_rate(findings.standings()); }

Rate overdue_rate(const Tally& tally) {
  return {missed(tally), tally.count(Standing::satisfied) + missed(tally)};
}

Rate overdue_rate(std::span<const Standing> standings) { return overdue_rate(tally(standings)); }

Rate overdue_rate(const Findings& findings) { return overdue_rate(findings.standings()); }

Rate attendance_rate(const Records& records, Period period, std::optional<UnitId> unit) {
  Rate rate;
  for (const Record& r : records) {
    if (r.voided || !r.due || !r.present) continue;
    if (period.contains(r.held_on) && (!unit || r.unit == *unit))
      rate = rate + Rate{*r.present, *r.due};
  }
  return rate;
}

}  // namespace zhibu
