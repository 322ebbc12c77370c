// SPDX-License-Identifier: BSL-1.0

#include "regulation/rule_text.hpp"

#include <span>
#include <type_traits>
#include <variant>

#include "regulation/toml_text.hpp"

namespace zhibu {
namespace {

std::string table(const EveryUnit& scope) {
  const std::string units = InlineTable{}
                                .put("kinds", scope.kinds)
                                .put_some("fields", scope.fields)
                                .put("temporary", scope.temporary)
                                .put("joint", scope.joint)
                                .put("mobile", scope.mobile)
                                .put("retired_cadres", scope.retired_cadres)
                                .put("has_committee", scope.has_committee)
                                .put("has_groups", scope.has_groups)
                                .text();
  return "every_unit = " + units;
}

std::string table(const TheseUnits& scope) {
  return "these_units = " + InlineTable{}.put("codes", scope.codes).text();
}

std::string table(const LeadsOfClusters&) { return "leads_of_clusters = {}"; }

std::string table(const HoldersOf& scope) {
  const std::string units = std::visit([](const auto& of) { return table(of); }, scope.units);
  return "holders_of = " +
         InlineTable{}.put_text("units", "{ " + units + " }").put_some("posts", scope.posts).text();
}

std::string table(const EveryPerson& scope) {
  const std::string persons = InlineTable{}
                                  .put("member", scope.member)
                                  .put_some("retirement", scope.retirement)
                                  .put_some("standing", scope.standing)
                                  .put_some("circumstances", scope.circumstances)
                                  .put("needs_home_visits", scope.needs_home_visits)
                                  .text();
  return "every_person = " + persons;
}

std::string times(const AtLeast& cadence) {
  InlineTable table;
  table.put("times", cadence.times).put("per", cadence.per);
  if (const auto& months = cadence.preferred_months)
    table.put("preferred_months", std::vector{months->first, months->second});
  return table.put_unless(0, "days_apart", cadence.days_apart).text();
}

std::string table(const AtLeast& cadence) { return "at_least = " + times(cadence); }

std::vector<Date> all(std::span<const Date> days) { return {days.begin(), days.end()}; }

std::string table(const OnDays& cadence, Date in_force_from) {
  const Shift& shift = cadence.shift;
  const std::string days = InlineTable{}
                               .put("days", to_string(cadence.days))
                               .put_unless(in_force_from, "start", cadence.days.start())
                               .put_some("except", all(cadence.days.exdates()))
                               .put_some("besides", all(cadence.days.rdates()))
                               .put_unless(ShiftPolicy::none, "shift", shift.policy)
                               .put_unless(7, "max_days", shift.max_days)
                               .put_unless(false, "within_month", shift.within_month)
                               .text();
  return "on_days = " + days;
}

std::string table(const AtFestivals& cadence) {
  const std::string festivals = InlineTable{}
                                    .put("festivals", cadence.festivals)
                                    .put_unless(0, "days_before", cadence.days_before)
                                    .put_unless(0, "days_after", cadence.days_after)
                                    .text();
  return "at_festivals = " + festivals;
}

std::string table(const OnAnniversary& cadence) {
  return "on_anniversary = " +
         InlineTable{}.put("of", cadence.of).put("within", cadence.within).text();
}

std::string table(const Deadline& cadence) {
  const std::string by = InlineTable{}
                             .put("after", cadence.after)
                             .put_unless(0, "months", cadence.months)
                             .put_unless(0, "days", cadence.days)
                             .text();
  return "deadline = " + by;
}

std::string table(const EveryMonthsSince& cadence) {
  return "every_months_since = " +
         InlineTable{}.put("since", cadence.since).put("months", cadence.months).text();
}

std::string table(const ClassHours& cadence) {
  return "class_hours = " +
         InlineTable{}.put("least", cadence.least).put("per", cadence.per).text();
}

std::string table(const Funding& cadence) {
  const std::string money = InlineTable{}
                                .put_text("least_yuan", in_yuan(cadence.least_fen))
                                .put_text("most_yuan", in_yuan(cadence.most_fen))
                                .put("per", cadence.per)
                                .text();
  return "funding = " + money;
}

std::string table(const AtTermEnd& cadence) {
  const std::string term = InlineTable{}
                               .put("years", cadence.years)
                               .put("reminder_months", cadence.reminder_months)
                               .text();
  return "at_term_end = " + term;
}

std::string table(const OnSchedule& cadence) {
  return "on_schedule = " + InlineTable{}.put_text("suggested", times(cadence.suggested)).text();
}

std::string text_or_nothing(std::string_view text) {
  return text.empty() ? std::string{} : toml(text);
}

std::string cited(const Citation& source) {
  return InlineTable{}
      .put("document", source.document)
      .put_unless(std::string_view{}, "article", source.article)
      .put_unless(true, "article_verified", source.article_verified)
      .text();
}

std::string list(const std::vector<Exemption>& exemptions) {
  std::string text;
  for (const Exemption& exemption : exemptions)
    text += (text.empty() ? "" : ", ") + InlineTable{}
                                             .put("when", exemption.when)
                                             .put("rule", exemption.rule)
                                             .put_text("source", cited(exemption.source))
                                             .text();
  return text.empty() ? text : "[" + text + "]";
}

// What rows of all kinds have, with what only such a row has behind the names.
template <class Row>
RuleFields fields(const Row& row, const RuleFields& own) {
  RuleFields all{{"name", toml(row.name)}, {"name_en", text_or_nothing(row.name_en)}};
  all.insert(all.end(), own.begin(), own.end());
  const RuleFields rest{{"force", toml(row.force)},
                        {"layer", toml(row.layer)},
                        {"in_force_from", toml(row.in_force_from)},
                        {"in_force_until", row.in_force_until ? toml(*row.in_force_until) : ""},
                        {"source", cited(row.source)},
                        {"quote", text_or_nothing(row.quote)},
                        {"confidence", toml(row.confidence)}};
  all.insert(all.end(), rest.begin(), rest.end());
  return all;
}

}  // namespace

std::string to_toml(const Scope& scope) {
  return std::visit([](const auto& one) { return table(one); }, scope);
}

std::string to_toml(const Cadence& cadence, Date in_force_from) {
  if (const auto* on_days = std::get_if<OnDays>(&cadence)) return table(*on_days, in_force_from);
  return std::visit(
      []<class C>(const C& one) {
        if constexpr (!std::is_same_v<C, OnDays>) return table(one);
        return std::string{};
      },
      cadence);
}

RuleFields fields_of(const Provision& provision) {
  return fields(provision, {{"scope", to_toml(provision.scope)},
                            {"activity", toml(provision.activity)},
                            {"cadence", to_toml(provision.cadence, provision.in_force_from)},
                            {"exemptions", list(provision.exemptions)},
                            {"settles", text_or_nothing(provision.settles)}});
}

RuleFields fields_of(const Requirement& requirement) {
  const Scope scope = std::visit([](const auto& one) { return Scope{one}; }, requirement.scope);
  return fields(requirement, {{"scope", to_toml(scope)}, {"demand", to_toml(requirement.demand)}});
}

RuleFields fields_of(const Undecided& undecided) {
  return fields(undecided,
                {{"because", toml(undecided.because)}, {"because_en", toml(undecided.because_en)}});
}

}  // namespace zhibu
