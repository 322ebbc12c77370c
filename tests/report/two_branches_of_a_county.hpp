// SPDX-License-Identifier: BSL-1.0
//
// A small county: two branches under a working committee, a temporary branch of members of both,
// and records to add to it.

#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "zhibu/report/ledger_kind.hpp"

namespace zhibu {

inline const Period year_2017{Date{2017, 1, 1}, Date{2018, 1, 1}};

class SmallCounty : public testing::Test {
 protected:
  UnitId unit(std::string_view code, std::string_view name, std::optional<UnitId> parent,
              bool is_temporary = false) {
    Unit row;
    row.code = code;
    row.name = name;
    row.kind = parent ? UnitKind::branch : UnitKind::working_committee;
    row.parent = parent;
    row.standing = since(Date{2010, 1, 1});
    row.temporary = is_temporary;
    return roster.add(row);
  }

  // At home in `home`, a full member where `admitted` says since when.
  PersonId person(std::string_view code, std::string_view name, UnitId home,
                  std::optional<Date> admitted, Retirement retirement = Retirement::retired,
                  std::optional<Date> died_on = {}, std::optional<Date> retired_on = {},
                  Date born_on = Date{1930, 5, 6}) {
    Person row;
    row.code = code;
    row.name = name;
    row.born_on = born_on;
    row.retirement = retirement;
    row.retired_on = retired_on;
    row.admitted_on = admitted;
    if (admitted) row.full_member_on = add_years(*admitted, 1);
    row.died_on = died_on;
    const PersonId id = roster.add(row);
    roster.add(Membership{id, home, admitted ? MembershipKind::home : MembershipKind::care,
                          since(Date{2010, 1, 1})});
    return id;
  }

  RecordId hold(std::string_view code, UnitId at, Activities activities, Date day,
                std::optional<int> due = {}, std::optional<int> present = {}) {
    Record row;
    row.code = code;
    row.unit = at;
    row.activities = activities;
    row.held_on = day;
    row.due = due;
    row.present = present;
    return records.add(row);
  }

  Ledger draw(LedgerKind kind, Extent extent = Everything{}, Period period = year_2017,
              Language language = Language::zh, Disclosure disclosure = {}) const {
    return ledger(kind, roster, records, rules,
                  {.extent = extent,
                   .period = period,
                   .language = language,
                   .disclosure = std::move(disclosure)});
  }

  // Fixed here: whether sensitive texts are shown.
  Ledger draw_shown(LedgerKind kind, Sensitive what) const {
    return draw(kind, Everything{}, year_2017, Language::zh, {.shown = {what}});
  }

  Roster roster;
  Records records;
  Rulebook rules = Rulebook::national();
  UnitId top = unit("GW", "工委", std::nullopt);
  UnitId first = unit("B01", "一支部", top);
  UnitId second = unit("B02", "二支部", top);
  UnitId temporary = unit("T01", "书法班临时党支部", top, true);
  PersonId liu = person("P1", "柳一", first, Date{1956, 3, 1}, Retirement::retired_with_honours);
  PersonId zhu = person("P2", "竹二", second, Date{1976, 2, 1});
  PersonId song = person("P3", "松三", second, std::nullopt);
};

// The cell of a row under a column's title; throws where there is no such column.
inline std::string cell(const Ledger& ledger, std::size_t row, std::string_view column) {
  const auto at = std::ranges::find(ledger.columns, column, &LedgerColumn::name);
  if (at == ledger.columns.end())
    throw std::invalid_argument("no such column: " + std::string{column});
  return ledger.rows.at(row).cells.at(static_cast<std::size_t>(at - ledger.columns.begin()));
}

inline std::optional<std::int64_t> total(const Ledger& ledger, std::string_view name) {
  const auto at = std::ranges::find(ledger.totals, name, &LedgerTotal::name);
  return at == ledger.totals.end() ? std::nullopt : std::optional{at->value};
}

inline bool has_column(const Ledger& ledger, std::string_view name) {
  return std::ranges::find(ledger.columns, name, &LedgerColumn::name) != ledger.columns.end();
}

// Everything that a reader of the ledger can see.
inline std::string all_of(const Ledger& ledger) {
  std::string text = ledger.title;
  for (const LedgerRow& row : ledger.rows) {
    text += '\n' + row.summary;
    for (const std::string& cell : row.cells) text += '\t' + cell;
  }
  for (const LedgerTotal& total : ledger.totals) text += '\n' + total.name;
  return text;
}

}  // namespace zhibu
