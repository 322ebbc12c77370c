// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "organization/columns.hpp"
#include "organization/event_rows.hpp"
#include "organization/row_reader.hpp"
#include "organization/table_source.hpp"
#include "steps.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/organization/roster_arrow.hpp"

namespace zhibu {

namespace {

constexpr std::string_view needed_tables[] = {"units", "persons"};

// Fills a roster from its tables.
class Loader {
 public:
  explicit Loader(TableSource& source) : source_{source}, faults_{source.faults()} {}

  Roster load() {
    source_.require_folder("units.csv and persons.csv", faults_);
    read_units();
    read_all<Person>();
    read_all<Workplace>();
    read_all<Membership>();
    read_all<Circumstance>();
    read_all<Particulars>();
    read_all<Post>();
    read_all<Term>();
    read_all<Appointment>();
    read_clusters();
    read_all<ClusterMembership>();
    read_all<UnitWorkplace>();
    read_all<Contact>();
    read_all<Pairing>();
    read_all<VolunteerRole>();
    read_all<Venue>();
    read_all<Honour>();
    read_events();
    tables_.push_back("unit_states");  // of what goes out: it says nothing that others do not
    source_.require_known(tables_, "a roster", faults_);
    faults_.throw_if_any();
    source_.finish();
    return std::move(roster_);
  }

 private:
  // Whether a table is to be read: one that need not be there is left out where it is not.
  bool wanted(std::string_view table) {
    tables_.push_back(table);
    const bool needed = std::ranges::find(needed_tables, table) != std::end(needed_tables);
    return needed || source_.has(table);
  }

  // Reads each row of a table and adds it, unless it has a fault.
  template <class T>
  void read_all() {
    constexpr std::string_view name = Fields<T>::table;
    if (!wanted(name)) return;
    const std::vector<Column> columns = columns_of<T>();
    const Table table = source_.read(name, columns, faults_);
    if constexpr (std::is_same_v<T, Person>) roster_.reserve(0, table.size());
    for_each_row(table, source_.share(name), [&](const Row& line) {
      const RowReader reader{roster_, lost_, line};
      const std::optional<T> row = reader.read<T>();
      const bool added = row && line.attempt([&] { roster_.add(*row); });
      if constexpr (has_code<T>)
        if (!added) lost_.add(T{}.id, line.text("code"));
    });
    if constexpr (has_code<T>)
      if (!table.whole()) lost_.add_lines(T{}.id);
  }

  // A parent may stand in a later line than its unit.
  void read_units() {
    if (!wanted("units")) return;
    const std::vector<Column> columns = columns_of<UnitState>();
    const Table table = source_.read("units", columns, faults_);
    if (!table.whole()) lost_.add_lines(UnitId{});
    roster_.reserve(table.size(), 0);
    const Watch watch = source_.share("units");
    Steps steps{watch, 2 * table.size()};  // each is added, and then put under its parent
    std::vector<std::pair<const Row*, UnitId>> added;
    for (const Row& line : table) {
      const RowReader reader{roster_, lost_, line};
      const Unit unit = reader.unit();
      if (!line.attempt([&] { added.emplace_back(&line, roster_.add(unit)); }))
        lost_.add(UnitId{}, unit.code);
      steps();
    }
    for (const auto& [line, unit] : added) {
      const RowReader reader{roster_, lost_, *line};
      if (const auto parent = reader.handle<UnitId>("parent"))
        line->attempt([&, self = unit] { roster_.columns().set_parent(self, *parent); });
      steps();
    }
    steps.finish();
  }

  void read_clusters() {
    if (!wanted("clusters")) return;
    const std::vector<Column> columns = columns_of<ClusterState>();
    const Table table = source_.read("clusters", columns, faults_);
    if (!table.whole()) lost_.add_lines(ClusterId{});
    for_each_row(table, source_.share("clusters"), [&](const Row& line) {
      const RowReader reader{roster_, lost_, line};
      const std::optional<Cluster> cluster = reader.cluster();
      if (!cluster || !line.attempt([&] { roster_.add(*cluster); }))
        lost_.add(ClusterId{}, line.text("code"));
    });
  }

  // What happened to units and clusters, by day whatever the order of the lines.
  void read_events() {
    if (wanted("events")) {
      const Table table = source_.read("events", event_columns, faults_);
      apply_events(roster_, lost_, table, source_.share("events"));
    }
    if (wanted("cluster_leads")) {
      const Table table = source_.read("cluster_leads", lead_columns, faults_);
      apply_leads(roster_, lost_, table, source_.share("cluster_leads"));
    }
  }

  TableSource& source_;
  std::vector<std::string_view> tables_;  // all there may be
  Roster roster_;
  Faults faults_;
  Lost lost_;
};

}  // namespace

Roster Roster::load(const std::filesystem::path& folder, const Watch& watch) {
  TableSource source{folder, watch};
  return Loader{source}.load();
}

Roster roster_from_arrow(std::span<const ArrowInput> tables, const Watch& watch) {
  TableSource source{tables, watch};
  return Loader{source}.load();
}

}  // namespace zhibu
