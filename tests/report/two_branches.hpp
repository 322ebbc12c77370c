// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/report/ledger_kind.hpp"

namespace zhibu {

// A working committee with two branches, a cluster of both, a retired member in each and a cadre in
// care; and what is kept of them.
struct TwoBranches {
  static inline const Date begin{2010, 1, 1};

  Roster roster = {};
  Records records = {};
  Rulebook rules = Rulebook::national();

  UnitId top = roster.add(unit("GW", "某工委", UnitKind::working_committee, {}));
  UnitId one = roster.add(unit("B1", "一支部", UnitKind::branch, top));
  UnitId two = roster.add(unit("B2", "二支部", UnitKind::branch, top));
  ClusterId cluster = roster.add(Cluster{
      .code = "PZ", .name = "第一片组", .lead = one, .deputy = two, .standing = since(begin)});
  PersonId pine = person("P1", "松一", one, MembershipKind::home);
  PersonId plum = person("P2", "梅二", two, MembershipKind::home);
  PersonId reed = person("P3", "苇三", one, MembershipKind::care);

  TwoBranches() {
    for (const UnitId branch : {one, two})
      roster.add(ClusterMembership{cluster, branch, since(begin)});
  }

  static Unit unit(std::string_view code, std::string_view name, UnitKind kind,
                   std::optional<UnitId> parent) {
    return {.code = code, .name = name, .kind = kind, .parent = parent, .standing = since(begin)};
  }

  PersonId person(std::string_view code, std::string_view name, UnitId home, MembershipKind kind,
                  std::optional<Date> died = {}) {
    const bool member = kind == MembershipKind::home;
    const PersonId id =
        roster.add(Person{.code = code,
                          .name = name,
                          .born_on = Date{1930, 1, 1},
                          .retirement = Retirement::retired,
                          .retired_on = Date{1990, 1, 1},
                          .admitted_on = member ? std::optional{Date{1960, 5, 1}} : std::nullopt,
                          .full_member_on = member ? std::optional{Date{1961, 5, 1}} : std::nullopt,
                          .died_on = died});
    roster.add(Membership{.person = id, .unit = home, .kind = kind, .period = since(begin)});
    return id;
  }

  RecordId held(std::string_view code, UnitId unit, Activities activities, Date day,
                const std::vector<PersonId>& persons = {}, std::int64_t fen = 0,
                bool voided = false) {
    return records.add(Record{.code = code,
                              .unit = unit,
                              .activities = activities,
                              .held_on = day,
                              .persons = persons,
                              .amount_fen = fen,
                              .voided = voided});
  }

  Ledger of(LedgerKind kind, LedgerRequest request = {.period = parse_period("2017")}) const {
    return ledger(kind, roster, records, rules, request);
  }
  Ledger in_english(LedgerKind kind) const {
    return of(kind, {.period = parse_period("2017"), .language = Language::en});
  }
  Ledger of_unit(LedgerKind kind, UnitId unit) const {
    return of(kind, {.extent = OneUnit{unit}, .period = parse_period("2017")});
  }
};

// The cells under a heading.
inline std::vector<std::string> column(const Ledger& ledger, std::string_view name) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < ledger.columns.size(); ++i)
    if (ledger.columns[i].name == name)
      for (const LedgerRow& row : ledger.rows) cells.push_back(row.cells.at(i));
  return cells;
}

// A total as it is printed, or "(none)".
inline std::string total(const Ledger& ledger, std::string_view name) {
  for (const LedgerTotal& total : ledger.totals)
    if (total.name == name) return to_string(total);
  return "(none)";
}

// Whether any cell, summary or total has the text.
inline bool says(const Ledger& ledger, std::string_view text) {
  for (const LedgerRow& row : ledger.rows) {
    if (row.summary.find(text) != std::string::npos) return true;
    for (const std::string& cell : row.cells)
      if (cell.find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace zhibu
