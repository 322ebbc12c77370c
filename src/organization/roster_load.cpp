// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "nearest.hpp"
#include "organization/columns.hpp"
#include "organization/event_rows.hpp"
#include "organization/row_reader.hpp"
#include "table.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

namespace {

constexpr std::string_view needed_tables[] = {"units", "persons"};

// Fills a roster from the tables of a folder.
class Loader {
 public:
  explicit Loader(const std::filesystem::path& folder) : folder_{folder} {}

  Roster load() {
    require_folder();
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
    look_for_misspelt_tables();
    faults_.throw_if_any();
    return std::move(roster_);
  }

 private:
  void require_folder() {
    std::error_code unknown;
    if (std::filesystem::is_directory(folder_, unknown)) return;
    faults_.add(folder_.string(), 0,
                "no such folder; accepted: a folder with units.csv and persons.csv");
    faults_.throw_if_any();
  }

  std::filesystem::path path(std::string_view table) const {
    return folder_ / (std::string{table} + ".csv");
  }

  bool is_there(std::string_view table) const {
    std::error_code unknown;
    return std::filesystem::exists(path(table), unknown);
  }

  // Whether a table is to be read: one that need not be there is left out where it is not.
  bool wanted(std::string_view table) {
    tables_.push_back(table);
    const bool needed = std::ranges::find(needed_tables, table) != std::end(needed_tables);
    return needed || is_there(table);
  }

  // Reads each row of a table and adds it, unless it has a fault.
  template <class T>
  void read_all() {
    constexpr std::string_view name = Fields<T>::table;
    if (!wanted(name)) return;
    const std::vector<Column> columns = columns_of<T>();
    const Table table{path(name), columns, faults_};
    for (const Row& line : table) {
      const RowReader reader{roster_, lost_, line};
      const std::optional<T> row = reader.read<T>();
      const bool added = row && line.attempt([&] { roster_.add(*row); });
      if constexpr (has_code<T>)
        if (!added) lost_.add(T{}.id, line.text("code"));
    }
    if constexpr (has_code<T>)
      if (!table.whole()) lost_.add_lines(T{}.id);
  }

  // A parent may stand in a later line than its unit.
  void read_units() {
    tables_.push_back("units");
    const std::vector<Column> columns = columns_of<UnitState>();
    const Table table{path("units"), columns, faults_};
    if (!table.whole()) lost_.add_lines(UnitId{});
    std::vector<std::pair<const Row*, UnitId>> added;
    for (const Row& line : table) {
      const RowReader reader{roster_, lost_, line};
      const Unit unit = reader.unit();
      if (!line.attempt([&] { added.emplace_back(&line, roster_.add(unit)); }))
        lost_.add(UnitId{}, unit.code);
    }
    for (const auto& [line, unit] : added) {
      const RowReader reader{roster_, lost_, *line};
      if (const auto parent = reader.handle<UnitId>("parent"))
        line->attempt([&, self = unit] { roster_.columns().set_parent(self, *parent); });
    }
  }

  void read_clusters() {
    if (!wanted("clusters")) return;
    const std::vector<Column> columns = columns_of<ClusterState>();
    const Table table{path("clusters"), columns, faults_};
    if (!table.whole()) lost_.add_lines(ClusterId{});
    for (const Row& line : table) {
      const RowReader reader{roster_, lost_, line};
      const std::optional<Cluster> cluster = reader.cluster();
      if (!cluster || !line.attempt([&] { roster_.add(*cluster); }))
        lost_.add(ClusterId{}, line.text("code"));
    }
  }

  // What happened to units and clusters, by day whatever the order of the lines.
  void read_events() {
    if (wanted("events")) {
      const Table table{path("events"), event_columns, faults_};
      apply_events(roster_, lost_, table);
    }
    if (wanted("cluster_leads")) {
      const Table table{path("cluster_leads"), lead_columns, faults_};
      apply_leads(roster_, lost_, table);
    }
  }

  // A table that need not be there would otherwise be missing in silence.
  void look_for_misspelt_tables() {
    std::vector<std::string_view> absent;
    for (const std::string_view table : tables_)
      if (!is_there(table)) absent.push_back(table);

    std::map<std::string, std::string_view> meant;
    std::error_code unknown;
    for (const auto& entry : std::filesystem::directory_iterator{folder_, unknown}) {
      const std::string stem = entry.path().stem().string();
      const bool known = std::ranges::find(tables_, stem) != tables_.end();
      if (entry.path().extension() == ".csv" && !known) meant[stem] = nearest(stem, absent);
    }
    for (const auto& [stem, table] : meant)
      if (!table.empty())
        faults_.add(path(stem).string(), 0,
                    "no table of a roster (did you mean '" + std::string{table} + ".csv'?)");
  }

  std::filesystem::path folder_;
  std::vector<std::string_view> tables_;  // all there may be
  Roster roster_;
  Faults faults_;
  Lost lost_;
};

}  // namespace

Roster Roster::load(const std::filesystem::path& folder) { return Loader{folder}.load(); }

}  // namespace zhibu
