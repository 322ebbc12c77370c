// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/roster_arrow.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "cell.hpp"
#include "organization/roster_table.hpp"
#include "organization/table_rows.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

namespace {

template <class State>
ArrowTable founded(const Roster& roster, std::vector<Founded<State>> all) {
  RosterTable table{roster};
  const ArrowFields fields = table.of(all.size());
  const auto row = kept_rows(std::move(all));
  fields.add("code", [row](std::size_t i) { return row(i).code; });
  fields.template add_fields<State>([row](std::size_t i) -> const State& { return row(i).state; });
  fields.add("period", [row](std::size_t i) { return row(i).standing; });
  return table.finish();
}

ArrowTable units(const Roster& roster, PersonalData) {
  return founded(roster, TableRows{roster}.units());
}

ArrowTable clusters(const Roster& roster, PersonalData) {
  return founded(roster, TableRows{roster}.clusters());
}

ArrowTable unit_states(const Roster& roster, PersonalData) {
  std::vector<Founded<UnitState>> all;
  const RosterColumns& columns = roster.columns();
  for (std::uint32_t unit = 0; unit < columns.units.size(); ++unit) {
    const Timeline<Timelines::Number> timeline = columns.units[unit];
    for (const auto& [period, state] : timeline.history())
      all.push_back(
          {columns.code(UnitId{unit}), columns.unit_states.row(state, columns.texts), period});
  }
  return founded(roster, std::move(all));
}

// There may be a hundred million: they are read from where they are.
ArrowTable persons(const Roster& roster, PersonalData) {
  const RosterColumns& columns = roster.columns();
  RosterTable table{roster};
  const ArrowFields fields = table.of(columns.persons.size());
  fields.add("code", [&columns](std::size_t i) {
    return columns.code(PersonId{static_cast<std::uint32_t>(i)});
  });
  columns.persons.each([&]<class F>(const F& field, const auto& column) {
    fields.add(field.name, [&column, &texts = columns.texts](std::size_t i) {
      return ColumnOf<F>::value(column, i, texts);
    });
  });
  return table.finish();
}

ArrowTable cluster_leads(const Roster& roster, PersonalData) {
  std::vector<ClusterLead> all = TableRows{roster}.leads();
  RosterTable table{roster};
  const ArrowFields fields = table.of(all.size());
  const auto row = kept_rows(std::move(all));
  fields.add("cluster", [row](std::size_t i) { return row(i).cluster; });
  fields.add("lead", [row](std::size_t i) { return row(i).lead; });
  fields.add("deputy", [row](std::size_t i) { return row(i).deputy; });
  fields.add("on", [row](std::size_t i) { return row(i).on; });
  return table.finish();
}

// The cell of an event, of the type that its column has.
template <class Parse>
auto parsed(std::string_view cell, Parse parse) {
  using Found = std::optional<std::invoke_result_t<Parse, std::string_view>>;
  return cell.empty() ? Found{} : Found{parse(cell)};
}

template <class Cell>
void add_event_column(const ArrowFields<RosterCodes>& to, std::string_view name, Cell cell) {
  const auto add = [&](auto parse) {
    to.add(name, [cell, parse](std::size_t i) { return parsed(cell(i), parse); });
  };
  if (name == "kind") return add(named<EventKind>("kind of event"));
  if (name == "unit_kind") return add(named<UnitKind>("kind of unit"));
  if (name == "field") return add(named<BranchField>("field of a branch"));
  if (name == "on") return add(parse_date);
  constexpr std::string_view truths[] = {"temporary", "joint", "mobile", "retired_cadres",
                                         "committee"};
  if (std::ranges::find(truths, name) != std::end(truths)) return add(parse_yes_no);
  to.add(name, cell);
}

ArrowTable events(const Roster& roster, PersonalData) {
  std::vector<EventLines::Line> all;
  TableRows{roster}.events().each([&](const EventLines::Line& line) { all.push_back(line); });
  RosterTable table{roster};
  const ArrowFields fields = table.of(all.size());
  const auto row = kept_rows(std::move(all));
  for (std::size_t place = 0; place < std::size(event_columns); ++place)
    add_event_column(fields, event_columns[place].name,
                     [row, place](std::size_t i) { return std::string_view{row(i)[place]}; });
  return table.finish();
}

template <class Row>
ArrowTable rows(const Roster& roster, PersonalData) {
  std::vector<Row> all = TableRows{roster}.all<Row>();
  RosterTable table{roster};
  const ArrowFields fields = table.of(all.size());
  fields.template add_fields<Row>(kept_rows(std::move(all)));
  return table.finish();
}

ArrowTable particulars(const Roster& roster, PersonalData personal) {
  ArrowTable table = rows<Particulars>(roster, personal);
  if (personal == PersonalData::shown) return table;
  const auto row = kept_rows(TableRows{roster}.all<Particulars>());
  for (ArrowColumn& column : table.columns) {
    if (column.name == "id_number")
      column = arrow_column(column.name,
                            [row](std::size_t i) { return masked_id_number(row(i).id_number); });
    if (column.name == "phone")
      column =
          arrow_column(column.name, [row](std::size_t i) { return masked_phone(row(i).phone); });
  }
  return table;
}

struct Maker {
  std::string_view name;
  ArrowTable (*make)(const Roster&, PersonalData);
};

template <class Row>
constexpr Maker maker_of{Fields<Row>::table, rows<Row>};

constexpr Maker makers[] = {{"units", units},
                            {"unit_states", unit_states},
                            {"persons", persons},
                            {"clusters", clusters},
                            {"cluster_leads", cluster_leads},
                            {"events", events},
                            {"particulars", particulars},
                            maker_of<Membership>,
                            maker_of<Circumstance>,
                            maker_of<Workplace>,
                            maker_of<Post>,
                            maker_of<Term>,
                            maker_of<Appointment>,
                            maker_of<ClusterMembership>,
                            maker_of<UnitWorkplace>,
                            maker_of<Contact>,
                            maker_of<Pairing>,
                            maker_of<VolunteerRole>,
                            maker_of<Venue>,
                            maker_of<Honour>};

}  // namespace

std::span<const std::string_view> roster_tables() {
  static const std::vector<std::string_view> tables = [] {
    std::vector<std::string_view> found;
    for (const Maker& maker : makers) found.push_back(maker.name);
    return found;
  }();
  return tables;
}

ArrowArrayStream to_arrow(const Roster& roster, std::string_view table, PersonalData personal,
                          std::any owner) {
  const auto maker = std::ranges::find(makers, table, &Maker::name);
  if (maker == std::end(makers)) throw_unknown("table of a roster", table, roster_tables());
  return stream_of(roster, maker->make(roster, personal), std::move(owner));
}

}  // namespace zhibu
