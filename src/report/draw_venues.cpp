// SPDX-License-Identifier: BSL-1.0
//
// 阵地台账: the places of the units, and the branches that have none.

#include "report/persons.hpp"
#include "report/table.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

struct Place {
  UnitId unit;
  std::optional<Venue> venue = {};  // nothing of a branch without any
};

template <class Cell>
std::string of_venue(const Place& p, Cell cell) {
  return p.venue ? cell(*p.venue) : "";
}

constexpr Column<Place> columns[]{
    {{{"党组织", "organization"}},
     [](const Source& s, const Place& p) { return s.speak().name(p.unit, s.as_of()); }},
    {{{"编号", "code"}},
     [](const Source& s, const Place& p) { return std::string{s.roster()[p.unit].code}; }},
    {{{"场所名称", "venue"}},
     [](const Source&, const Place& p) {
       return of_venue(p, [](const Venue& v) { return std::string{v.name}; });
     }},
    {{{"用途", "purpose"}},
     [](const Source&, const Place& p) {
       return of_venue(p, [](const Venue& v) { return std::string{v.purpose}; });
     }},
    {{{"启用日期", "in use since"}, CellKind::day},
     [](const Source&, const Place& p) {
       return of_venue(p, [](const Venue& v) { return to_string(v.period.begin); });
     }},
    {{{"办公物品", "inventory"}},
     [](const Source& s, const Place& p) {
       return of_venue(p, [&](const Venue& v) { return list_cell(s, v.inventory); });
     }},
    {{{"说明", "remark"}},
     [](const Source& s, const Place& p) {
       return p.venue ? "" : s.say({"无活动场所", "no venue"});
     }},
};

// A temporary branch meets where its class or society does.
bool needs_a_venue(const Unit& unit) { return unit.kind == UnitKind::branch && !unit.temporary; }

}  // namespace

Ledger draw_venues(const LedgerSource& source) {
  const Date day = source.as_of();
  Table<Place> table{source, {"阵地台账", "Venues,"}, columns};
  std::int64_t venues = 0;
  std::int64_t with = 0;
  std::int64_t without = 0;
  for (const UnitId unit : standing_units(source, day)) {
    const std::int64_t before = venues;
    for (const Venue& venue : source.roster().of<Venue>(unit)) {
      if (!venue.period.contains(day)) continue;
      ++venues;
      table.add({unit, venue}, std::nullopt, std::string{venue.name});
    }
    with += before < venues;
    if (before < venues || !needs_a_venue(*source.roster().at(unit, day))) continue;
    ++without;
    table.add({unit}, std::nullopt, source.speak().name(unit, day));
  }
  table.total({"场所", "venues"}, venues);
  table.total({"有场所的党组织", "organizations with a venue"}, with);
  table.total({"无场所的党支部", "branches without a venue"}, without);
  return std::move(table).take();
}

}  // namespace zhibu
