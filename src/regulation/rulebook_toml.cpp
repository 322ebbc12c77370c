// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <filesystem>
#include <limits>
#include <stdexcept>

#include "file.hpp"
#include "time/toml.hpp"
#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

constexpr int no_limit = std::numeric_limits<int>::max();

std::string_view text_or_nothing(const Toml& row, std::string_view key) {
  const Toml* found = row.find(key);
  return found == nullptr ? std::string_view{} : found->text();
}

int whole_or(int otherwise, const Toml& row, std::string_view key) {
  const Toml* found = row.find(key);
  return found == nullptr ? otherwise : found->whole(0, no_limit);
}

std::optional<bool> flag(const Toml& row, std::string_view key) {
  const Toml* found = row.find(key);
  return found == nullptr ? std::nullopt : std::optional{found->flag()};
}

std::vector<std::string> texts(const Toml& row, std::string_view key) {
  std::vector<std::string> all;
  for (const Toml& found : row[key].list()) all.emplace_back(found.text());
  return all;
}

// Nothing where the key is left out.
template <class E>
std::vector<E> words(const Toml& row, std::string_view key, std::string_view what) {
  std::vector<E> all;
  if (row.find(key) == nullptr) return all;
  for (const Toml& found : row[key].list()) all.push_back(found.word<E>(what));
  return all;
}

EveryUnit every_unit(const Toml& row) {
  row.accept({"kinds", "temporary", "retired_cadres"});
  return {words<UnitKind>(row, "kinds", "kind of unit"), flag(row, "temporary"),
          flag(row, "retired_cadres")};
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

EveryPerson every_person(const Toml& row) {
  row.accept({"member", "retirement"});
  return {flag(row, "member"), words<Retirement>(row, "retirement", "kind of retirement")};
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
  row.accept({"times", "per", "preferred_months"});
  AtLeast cadence{row["times"].whole(1, no_limit), span(row, "per"), std::nullopt};
  if (const Toml* months = row.find("preferred_months")) {
    if (months->list().size() != 2)
      months->fail("found " + std::to_string(months->list().size()) +
                   " months; accepted: the first and the last");
    cadence.preferred_months = {months->list()[0].whole(1, 12), months->list()[1].whole(1, 12)};
  }
  return cadence;
}

OnDays on_days(const Toml& row, Date in_force_from) {
  row.accept({"days", "shift", "max_days", "within_month"});
  const Toml& days = row["days"];
  OnDays cadence{days.here([&] { return Recurrence{days.text(), in_force_from}; }), {}};
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

OnAdmissionAnniversary on_admission_anniversary(const Toml& row) {
  row.accept({"within"});
  return {span(row, "within")};
}

Funding funding(const Toml& row) {
  row.accept({"least_yuan", "most_yuan", "per"});
  const auto fen = [&](std::string_view key) {
    return std::int64_t{100} * row[key].whole(0, no_limit);
  };
  return {fen("least_yuan"), fen("most_yuan"), span(row, "per")};
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
  const Toml& cadence = row.only({"at_least", "on_days", "at_festivals", "on_admission_anniversary",
                                  "funding", "at_term_end", "on_schedule"});
  if (cadence.key() == "at_least") return at_least(cadence);
  if (cadence.key() == "on_days") return on_days(cadence, in_force_from);
  if (cadence.key() == "at_festivals") return at_festivals(cadence);
  if (cadence.key() == "on_admission_anniversary") return on_admission_anniversary(cadence);
  if (cadence.key() == "funding") return funding(cadence);
  if (cadence.key() == "at_term_end") return at_term_end(cadence);
  return on_schedule(cadence);
}

// The documents that a file declares, by key.
class Documents {
 public:
  void add(const Toml& row) {
    row.accept({"key", "title", "title_en", "issued"});
    const std::string_view key = row["key"].text();
    if (std::find(keys_.begin(), keys_.end(), key) != keys_.end())
      row["key"].fail("'" + std::string{key} + "' is taken; accepted: a key of its own");
    titles_.push_back(row["title"].text());
    keys_.push_back(key);
    text_or_nothing(row, "title_en");
    if (const Toml* issued = row.find("issued")) issued->day();
  }

  Citation cited(const Toml& row) const {
    row.accept({"document", "article", "article_verified"});
    const Toml& document = row["document"];
    const auto key = std::find(keys_.begin(), keys_.end(), document.text());
    if (key == keys_.end())
      document.here([&] { throw_unknown("declared document", document.text(), keys_); });
    return {titles_[static_cast<std::size_t>(key - keys_.begin())], text_or_nothing(row, "article"),
            flag(row, "article_verified").value_or(true)};
  }

 private:
  std::vector<std::string_view> keys_;
  std::vector<std::string_view> titles_;
};

Exemption exemption(const Toml& row, const Documents& documents) {
  row.accept({"when", "rule", "source"});
  return {row["when"].word<Condition>("condition"), row["rule"].text(),
          documents.cited(row["source"])};
}

Provision provision(const Toml& row, const Documents& documents) {
  row.accept({"code", "name", "name_en", "scope", "activity", "cadence", "force", "in_force_from",
              "in_force_until", "exemptions", "settles", "source", "quote", "confidence"});
  const Date from = row["in_force_from"].day();
  Provision p{.id = {},
              .code = row["code"].text(),
              .name = row["name"].text(),
              .name_en = text_or_nothing(row, "name_en"),
              .scope = scope(row["scope"]),
              .activity = row["activity"].word<Activity>("activity"),
              .cadence = cadence(row["cadence"], from),
              .force = row["force"].word<Force>("force"),
              .in_force_from = from,
              .in_force_until = {},
              .exemptions = {},
              .settles = text_or_nothing(row, "settles"),
              .source = documents.cited(row["source"]),
              .quote = text_or_nothing(row, "quote"),
              .confidence = row["confidence"].word<Confidence>("confidence")};
  if (const Toml* until = row.find("in_force_until")) p.in_force_until = until->day();
  if (const Toml* exemptions = row.find("exemptions"))
    for (const Toml& e : exemptions->list()) p.exemptions.push_back(exemption(e, documents));
  return p;
}

// All rows of a file, or all faults of its rows, a line for each.
Rulebook rulebook(const Toml& file) {
  file.accept({"document", "provision"});
  std::string faults;
  const auto each = [&](std::string_view key, const auto& read) {
    const Toml* rows = file.find(key);
    if (rows == nullptr) return;
    for (const Toml& row : rows->list()) try {
        read(row);
      } catch (const std::invalid_argument& e) {
        faults += (faults.empty() ? "" : "\n") + std::string{e.what()};
      }
  };
  Documents documents;
  each("document", [&](const Toml& row) { documents.add(row); });
  Rulebook rules;
  each("provision", [&](const Toml& row) {
    const Provision p = provision(row, documents);
    row.here([&] { return rules.add(p); });
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
