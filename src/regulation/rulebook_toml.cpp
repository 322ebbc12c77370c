// SPDX-License-Identifier: BSL-1.0

#include <filesystem>
#include <stdexcept>

#include "file.hpp"
#include "regulation/sound_rows.hpp"
#include "regulation/toml_rows.hpp"
#include "time/toml.hpp"
#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

int whole_or(int otherwise, const Toml& row, std::string_view key) {
  return whole(row, key).value_or(otherwise);
}

std::vector<std::string> texts(const Toml& row, std::string_view key) {
  std::vector<std::string> all;
  for (const Toml& found : row[key].list()) all.emplace_back(found.text());
  return all;
}

std::vector<Date> days(const Toml& row, std::string_view key) {
  std::vector<Date> all;
  if (row.find(key) == nullptr) return all;
  for (const Toml& found : row[key].list()) all.push_back(found.day());
  return all;
}

TheseUnits these_units(const Toml& row) {
  row.accept({"codes"});
  return {texts(row, "codes")};
}

HoldersOf holders_of(const Toml& row) {
  row.accept({"units", "posts"});
  HoldersOf holders{{}, words<PostKind>(row, "posts", "kind of post")};
  const Toml& units = row["units"].only({"every_unit", "these_units"});
  if (units.key() == "every_unit")
    holders.units = every_unit(units);
  else
    holders.units = these_units(units);
  return holders;
}

Scope scope(const Toml& row) {
  const Toml& scope =
      row.only({"every_unit", "these_units", "leads_of_clusters", "holders_of", "every_person"});
  if (scope.key() == "every_unit") return every_unit(scope);
  if (scope.key() == "these_units") return these_units(scope);
  if (scope.key() == "holders_of") return holders_of(scope);
  if (scope.key() == "every_person") return every_person(scope);
  scope.accept({});
  return LeadsOfClusters{};
}

Span span(const Toml& row, std::string_view key) { return row[key].word<Span>("span"); }

AtLeast at_least(const Toml& row) {
  row.accept({"times", "per", "preferred_months", "days_apart"});
  AtLeast cadence{.times = row["times"].whole(1, no_limit),
                  .per = span(row, "per"),
                  .days_apart = whole_or(0, row, "days_apart")};
  if (const Toml* months = row.find("preferred_months")) {
    if (months->list().size() != 2)
      months->fail("found " + std::to_string(months->list().size()) +
                   " months; accepted: the first and the last");
    cadence.preferred_months = {months->list()[0].whole(1, 12), months->list()[1].whole(1, 12)};
  }
  return cadence;
}

OnDays on_days(const Toml& row, Date in_force_from) {
  row.accept({"days", "start", "except", "besides", "shift", "max_days", "within_month"});
  const Toml& rule = row["days"];
  const Date start = day(row, "start").value_or(in_force_from);
  OnDays cadence{rule.here([&] {
                   return Recurrence{rule.text(), start, days(row, "except"), days(row, "besides")};
                 }),
                 {}};
  if (const Toml* policy = row.find("shift"))
    cadence.shift.policy = policy->word<ShiftPolicy>("policy of shifts");
  cadence.shift.max_days = whole_or(cadence.shift.max_days, row, "max_days");
  cadence.shift.within_month = flag(row, "within_month").value_or(false);
  return cadence;
}

AtFestivals at_festivals(const Toml& row) {
  row.accept({"festivals", "days_before", "days_after"});
  return {texts(row, "festivals"), whole_or(0, row, "days_before"), whole_or(0, row, "days_after")};
}

Milestone milestone(const Toml& row, std::string_view key) {
  return row[key].word<Milestone>("milestone");
}

OnAnniversary on_anniversary(const Toml& row) {
  row.accept({"of", "within"});
  return {milestone(row, "of"), span(row, "within")};
}

Deadline deadline(const Toml& row) {
  row.accept({"after", "months", "days"});
  const Toml* months = row.find("months");
  const Toml* days = row.find("days");
  return {milestone(row, "after"), months == nullptr ? 0 : months->whole(0, most_months),
          days == nullptr ? 0 : days->whole(0, most_days)};
}

EveryMonthsSince every_months_since(const Toml& row) {
  row.accept({"since", "months"});
  return {milestone(row, "since"), row["months"].whole(1, most_months)};
}

ClassHours class_hours(const Toml& row) {
  row.accept({"least", "per"});
  return {row["least"].whole(1, no_limit), span(row, "per")};
}

Funding funding(const Toml& row) {
  row.accept({"least_yuan", "most_yuan", "per"});
  return {row["least_yuan"].fen(), row["most_yuan"].fen(), span(row, "per")};
}

AtTermEnd at_term_end(const Toml& row) {
  row.accept({"years", "reminder_months"});
  return {row["years"].whole(1, no_limit), row["reminder_months"].whole(0, no_limit)};
}

OnSchedule on_schedule(const Toml& row) {
  row.accept({"suggested"});
  return {at_least(row["suggested"])};
}

Cadence cadence(const Toml& row, Date in_force_from) {
  const Toml& cadence =
      row.only({"at_least", "on_days", "at_festivals", "on_anniversary", "deadline",
                "every_months_since", "class_hours", "funding", "at_term_end", "on_schedule"});
  if (cadence.key() == "at_least") return at_least(cadence);
  if (cadence.key() == "on_days") return on_days(cadence, in_force_from);
  if (cadence.key() == "at_festivals") return at_festivals(cadence);
  if (cadence.key() == "on_anniversary") return on_anniversary(cadence);
  if (cadence.key() == "deadline") return deadline(cadence);
  if (cadence.key() == "every_months_since") return every_months_since(cadence);
  if (cadence.key() == "class_hours") return class_hours(cadence);
  if (cadence.key() == "funding") return funding(cadence);
  if (cadence.key() == "at_term_end") return at_term_end(cadence);
  return on_schedule(cadence);
}

Exemption exemption(const Toml& row, const Documents& documents) {
  row.accept({"when", "rule", "source"});
  return {row["when"].word<Condition>("condition"), row["rule"].text(),
          documents.cited(row["source"])};
}

Provision provision(const Toml& row, const Documents& documents) {
  row.accept({"code", "name", "name_en", "scope", "activity", "cadence", "force", "layer",
              "in_force_from", "in_force_until", "exemptions", "settles", "source", "quote",
              "confidence"});
  const Date from = row["in_force_from"].day();
  Provision p{.id = {},
              .code = row["code"].text(),
              .name = row["name"].text(),
              .name_en = text_or_nothing(row, "name_en"),
              .scope = scope(row["scope"]),
              .activity = row["activity"].word<Activity>("activity"),
              .cadence = cadence(row["cadence"], from),
              .force = row["force"].word<Force>("force"),
              .layer = layer(row, documents),
              .in_force_from = from,
              .in_force_until = day(row, "in_force_until"),
              .exemptions = {},
              .settles = text_or_nothing(row, "settles"),
              .source = documents.cited(row["source"]),
              .quote = text_or_nothing(row, "quote"),
              .confidence = row["confidence"].word<Confidence>("confidence")};
  if (const Toml* exemptions = row.find("exemptions"))
    for (const Toml& e : exemptions->list()) p.exemptions.push_back(exemption(e, documents));
  return p;
}

Undecided undecided(const Toml& row, const Documents& documents) {
  row.accept({"code", "name", "name_en", "force", "layer", "in_force_from", "in_force_until",
              "source", "quote", "confidence", "because", "because_en"});
  return {.id = {},
          .code = row["code"].text(),
          .name = row["name"].text(),
          .name_en = text_or_nothing(row, "name_en"),
          .force = row["force"].word<Force>("force"),
          .layer = layer(row, documents),
          .in_force_from = row["in_force_from"].day(),
          .in_force_until = day(row, "in_force_until"),
          .source = documents.cited(row["source"]),
          .quote = text_or_nothing(row, "quote"),
          .confidence = row["confidence"].word<Confidence>("confidence"),
          .because = row["because"].text(),
          .because_en = row["because_en"].text()};
}

// Reads each row under `key`, and adds what is wrong with it to `faults`, a line for each.
template <class Read>
void read_each(const Toml& file, std::string_view key, std::string& faults, const Read& read) {
  const Toml* rows = file.find(key);
  if (rows == nullptr) return;
  for (const Toml& row : rows->list()) try {
      read(row);
    } catch (const std::invalid_argument& e) {
      faults += (faults.empty() ? "" : "\n") + std::string{e.what()};
    }
}

// All rows of a file, or all faults of its rows.
Rulebook rulebook(const Toml& file) {
  file.accept({"document", "provision", "requirement", "undecided"});
  std::string faults;
  Documents documents;
  Rulebook rules;
  read_each(file, "document", faults, [&](const Toml& row) {
    const Document d = documents.add(row);
    if (flag(row, "listed").value_or(true)) row.here([&] { rules.add(d); });
  });
  read_each(file, "provision", faults, [&](const Toml& row) {
    const Provision p = provision(row, documents);
    row.here([&] { return rules.add(p); });
  });
  read_each(file, "requirement", faults, [&](const Toml& row) {
    const Requirement r = requirement(row, documents);
    row.here([&] { return rules.add(r); });
  });
  read_each(file, "undecided", faults, [&](const Toml& row) {
    const Undecided u = undecided(row, documents);
    row.here([&] { return rules.add(u); });
  });
  if (!faults.empty()) throw std::invalid_argument{faults};
  return rules;
}

}  // namespace

Rulebook Rulebook::parse(std::string_view toml, std::string_view name) {
  return rulebook(parse_toml(toml, name));
}

Rulebook Rulebook::load(const std::filesystem::path& file) {
  return parse(read_file(file), file.string());
}

}  // namespace zhibu
