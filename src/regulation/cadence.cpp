// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/cadence.hpp"

#include <stdexcept>

#include "regulation/sound_rows.hpp"
#include "zhibu/time/festival.hpp"

namespace zhibu {
namespace {

void check(const AtLeast& cadence) {
  require(cadence.times >= 1, "cadence: found fewer than 1 time; accepted: 1 or more");
  to_string(quota_of(cadence));  // refuses a quota that nobody could meet
  if (!cadence.preferred_months) return;
  const auto [first, last] = *cadence.preferred_months;
  require(1 <= first && first <= last && last <= 12,
          "cadence: found preferred months that are none; accepted: first and last, from 1 to 12");
}
void check(const OnDays& cadence) {
  require(cadence.shift.max_days >= 0,
          "cadence: found a shift of fewer than 0 days; accepted: 0 or more");
}
void check(const AtFestivals& cadence) {
  require(!cadence.festivals.empty(), "cadence: found no festivals; accepted: one or more");
  require(cadence.days_before >= 0 && cadence.days_after >= 0,
          "cadence: found fewer than 0 days about a festival; accepted: 0 or more");
  // Any year of the lunar table will do: only the name is in question.
  for (const std::string& name : cadence.festivals) festival(2000, name);
}
void check(const OnAnniversary&) {}
void check(const Deadline& cadence) {
  require(cadence.months >= 0 && cadence.days >= 0 && cadence.months + cadence.days > 0,
          "cadence: found no months and no days; accepted: 0 or more of each, not 0 of both");
  require(cadence.months <= most_months && cadence.days <= most_days,
          "cadence: found a deadline that nobody lives to see; accepted: up to 1200 months and "
          "37200 days");
}
void check(const EveryMonthsSince& cadence) {
  require(1 <= cadence.months && cadence.months <= most_months,
          "cadence: found no number of months; accepted: 1 to 1200");
}
void check(const ClassHours& cadence) {
  require(cadence.least >= 1, "cadence: found fewer than 1 class hour; accepted: 1 or more");
}
void check(const Funding& cadence) {
  require(0 <= cadence.least_fen && cadence.least_fen <= cadence.most_fen && cadence.most_fen > 0,
          "cadence: found no amounts of money; accepted: 0 <= least <= most, most > 0");
  require(cadence.most_fen <= most_fen,
          "cadence: found more money than there is; accepted: up to 2147483647 yuan");
}
void check(const AtTermEnd& cadence) {
  require(cadence.years >= 1, "cadence: found a term of fewer than 1 year; accepted: 1 or more");
  require(cadence.reminder_months >= 0,
          "cadence: found a reminder of fewer than 0 months; accepted: 0 or more");
}
void check(const OnSchedule& cadence) { check(cadence.suggested); }

}  // namespace

Quota quota_of(const AtLeast& cadence) { return {cadence.times, cadence.per, cadence.days_apart}; }

std::optional<Milestone> milestone_of(const Cadence& cadence) {
  if (const auto* anniversary = std::get_if<OnAnniversary>(&cadence)) return anniversary->of;
  if (const auto* deadline = std::get_if<Deadline>(&cadence)) return deadline->after;
  if (const auto* every = std::get_if<EveryMonthsSince>(&cadence)) return every->since;
  return {};
}

bool is_open_ended(const Cadence& cadence) {
  return std::holds_alternative<Deadline>(cadence) || std::holds_alternative<AtTermEnd>(cadence);
}

bool names_occasions(const Cadence& cadence) {
  return is_open_ended(cadence) || std::holds_alternative<OnDays>(cadence) ||
         std::holds_alternative<AtFestivals>(cadence) ||
         std::holds_alternative<OnAnniversary>(cadence) ||
         std::holds_alternative<EveryMonthsSince>(cadence);
}

void require_sound(const Cadence& cadence) {
  std::visit([](const auto& one) { check(one); }, cadence);
}

}  // namespace zhibu
