// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <set>
#include <stdexcept>

#include "file.hpp"
#include "quote.hpp"
#include "regulation/toml_rows.hpp"
#include "zhibu/report/figure.hpp"

namespace zhibu {

namespace {

// The keys that narrow what is counted, besides the four that every figure has.
using Keys = std::vector<std::string_view>;

struct Narrowing {
  Counted counted;
  Keys keys;
};

const std::vector<Narrowing>& narrowings() {
  static const Keys records{"activities", "forms", "unit", "under", "campaign"};
  static const Keys venues{"kinds", "temporary", "unit", "under", "purpose"};
  static const std::vector<Narrowing> all{
      {Counted::units, {"kinds", "temporary", "unit", "under"}},
      {Counted::holders, {"unit"}},
      {Counted::titles, {"unit"}},
      {Counted::persons, {"retirement", "member", "unit", "under"}},
      {Counted::contact_branches, {"unit", "under"}},
      {Counted::venues, venues},
      {Counted::units_with_venue, venues},
      {Counted::honours, {"unit", "under"}},
      {Counted::sessions, records},
      {Counted::person_times, records},
      {Counted::beneficiaries, records},
      {Counted::persons_named, records},
      {Counted::places, records},
      {Counted::study_notes, records},
      {Counted::opinions, {"opinions", "states", "unit", "under"}},
      {Counted::appropriated, {"purpose", "unit"}},
      {Counted::paid, {"purpose", "unit"}},
      {Counted::owed, {"rule"}},
      {Counted::owed_money, {"rule"}}};
  return all;
}

Keys keys_of(Counted counted) {
  const auto found = std::ranges::find(narrowings(), counted, &Narrowing::counted);
  return found == narrowings().end() ? Keys{} : found->keys;
}

std::string listed(const Keys& keys) {
  std::string list = "code, name, name_en, counted";
  for (const std::string_view key : keys) list += ", " + std::string{key};
  return list;
}

void require_keys(const Toml& row, Counted counted) {
  constexpr std::string_view all[] = {"kinds",  "temporary",  "unit",  "under",    "retirement",
                                      "member", "activities", "forms", "campaign", "opinions",
                                      "states", "purpose",    "rule"};
  const Keys taken = keys_of(counted);
  for (const std::string_view key : all)
    if (const Toml* found = row.find(key);
        found != nullptr && std::ranges::find(taken, key) == taken.end())
      found->fail("nothing that narrows " + quote(zhibu::key(counted)) +
                  "; accepted: " + listed(taken));
}

Figure figure(const Toml& row) {
  row.accept({"code", "name", "name_en", "counted", "kinds", "temporary", "unit", "under",
              "retirement", "member", "activities", "forms", "campaign", "opinions", "states",
              "purpose", "rule"});
  Figure made{.code = std::string{row["code"].text()},
              .name = std::string{row["name"].text()},
              .name_en = std::string{row["name_en"].text()},
              .counted = row["counted"].word<Counted>("thing that is counted")};
  require_keys(row, made.counted);
  const auto text = [&](std::string_view key) { return std::string{text_or_nothing(row, key)}; };
  made.filter = {.kinds = words<UnitKind>(row, "kinds", "kind of unit"),
                 .temporary = flag(row, "temporary"),
                 .unit = text("unit"),
                 .under = text("under"),
                 .retirement = words<Retirement>(row, "retirement", "kind of retirement"),
                 .member = flag(row, "member"),
                 .activities = words<Activity>(row, "activities", "activity"),
                 .forms = words<StudyForm>(row, "forms", "form of study"),
                 .campaign = text("campaign"),
                 .opinions = words<OpinionKind>(row, "opinions", "kind of opinion"),
                 .states = words<OpinionState>(row, "states", "state of an opinion"),
                 .purpose = text("purpose"),
                 .rule = text("rule")};
  return made;
}

}  // namespace

std::vector<Figure> parse_figures(std::string_view toml, std::string_view name) {
  const Toml file = parse_toml(toml, name);
  file.accept({"figure"});
  std::vector<Figure> figures;
  std::set<std::string> codes;
  std::string faults;
  for (const Toml& row : file["figure"].list()) try {
      figures.push_back(figure(row));
      if (!codes.insert(figures.back().code).second)
        row["code"].fail(quote(figures.back().code) + " is taken; accepted: a code of its own");
    } catch (const std::invalid_argument& fault) {
      faults += (faults.empty() ? "" : "\n") + std::string{fault.what()};
    }
  if (!faults.empty()) throw std::invalid_argument(faults);
  return figures;
}

std::vector<Figure> load_figures(const std::filesystem::path& file) {
  return parse_figures(read_file(file), file.string());
}

}  // namespace zhibu
