// SPDX-License-Identifier: BSL-1.0

#include <array>
#include <fstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <variant>
#include <vector>

#include "encoding.hpp"
#include "organization/event_lines.hpp"
#include "organization/event_rows.hpp"
#include "organization/row_cells.hpp"
#include "organization/same_history.hpp"
#include "zhibu/organization/tables.hpp"

namespace zhibu {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& found) {
  throw std::invalid_argument(path.string() + ": " + found);
}

// A folder beside the one that is asked for, which takes its place when all is well and is removed
// when not.
class Workshop {
 public:
  explicit Workshop(std::filesystem::path folder) : folder_{std::move(folder)} {
    if (!folder_.has_filename()) folder_ = folder_.parent_path();
    std::error_code fault;
    if (std::filesystem::exists(folder_, fault) &&
        (!std::filesystem::is_directory(folder_, fault) ||
         !std::filesystem::is_empty(folder_, fault)))
      refuse(folder_, "is there already; accepted: a folder that is empty or not there");
    if (folder_.has_parent_path())
      std::filesystem::create_directories(folder_.parent_path(), fault);
    for (int n = 1; n < 1000 && !fault; ++n) {
      work_ = folder_;
      work_ += ".part" + std::to_string(n);
      if (std::filesystem::create_directory(work_, fault)) return;
    }
    refuse(folder_, "cannot be written; accepted: a place where a folder may be made");
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  ~Workshop() {
    std::error_code ignored;
    std::filesystem::remove_all(work_, ignored);
  }

  const std::filesystem::path& path() const { return work_; }

  void finish() {
    std::error_code fault;
    std::filesystem::rename(work_, folder_, fault);
    if (fault) refuse(folder_, "cannot be written; accepted: a place where a folder may be made");
  }

 private:
  std::filesystem::path folder_;
  std::filesystem::path work_;
};

// Writes the tables of a roster into a folder that is there.
class Writer {
 public:
  Writer(const Roster& roster, const std::filesystem::path& folder)
      : roster_{&roster}, columns_{&roster.columns()}, events_{roster}, folder_{folder} {}

  void write() const {
    write_units();
    write_persons();
    write_clusters();
    write_events();
    write_rows<Post>();
    write_rows<Workplace>();
    write_rows<Term>();
    write_all<Membership>();
    write_all<Circumstance>();
    write_all<Particulars>();
    write_all<Appointment>();
    write_all<ClusterMembership>();
    write_all<UnitWorkplace>();
    write_all<Contact>();
    write_all<Pairing>();
    write_all<VolunteerRole>();
    write_all<Venue>();
    write_all<Honour>();
  }

 private:
  void save(std::string_view table, const CsvText& csv, bool needed = false) const {
    if (csv.rows() == 0 && !needed) return;
    const std::filesystem::path file = folder_ / (std::string{table} + ".csv");
    const std::string& text = csv.text();
    const auto read = to_utf8(text);
    const std::string* const same = std::get_if<std::string>(&read);
    if (!same || *same != text || text.find('\0') != std::string::npos)
      refuse(file.filename(), "a text that a table cannot hold; accepted: UTF-8 without NUL");
    std::ofstream out{file, std::ios::binary};
    out << text << std::flush;
    if (!out) refuse(file.filename(), "cannot be written");
  }

  void write_units() const {
    CsvText csv{columns_of<UnitState>()};
    for (std::uint32_t i = 0; i < columns_->units.size(); ++i) {
      const UnitId unit{i};
      const Timeline<Timelines::Number> timeline = columns_->units[i];
      Period standing = columns_->standing(unit);
      if (events_.tell_the_end_of(unit)) standing.end = Date::last();
      csv.cell(columns_->code(unit));
      csv.fields(*columns_,
                 columns_->unit_states.row(timeline.history()[0].value, columns_->texts));
      csv.period(standing);
      csv.end_row();
    }
    save("units", csv, true);
  }

  void write_persons() const {
    CsvText csv{columns_of<Person>()};
    for (const Person& person : roster_->persons()) csv.row(*columns_, person);
    save("persons", csv, true);
  }

  void write_clusters() const {
    CsvText csv{columns_of<ClusterState>()};
    CsvText leads{lead_columns};
    for (std::uint32_t i = 0; i < columns_->clusters.size(); ++i) {
      const std::string_view code = columns_->code(ClusterId{i});
      const Timeline<Timelines::Number> timeline = columns_->clusters[i];
      for (const auto& [period, row] : timeline.history()) {
        const ClusterState state = columns_->cluster_states.row(row, columns_->texts);
        const bool first = period.begin == timeline.history()[0].period.begin;
        if (first) {
          csv.cell(code);
          csv.fields(*columns_, state);
          csv.period(columns_->standing(ClusterId{i}));
          csv.end_row();
          continue;
        }
        for (const std::string_view cell :
             {code, columns_->code(state.lead), columns_->code(state.deputy)})
          leads.cell(cell);
        leads.cell(to_string(period.begin));
        leads.end_row();
      }
    }
    save("clusters", csv);
    save("cluster_leads", leads);
  }

  void write_events() const {
    CsvText csv{event_columns};
    events_.each([&](const EventLines::Line& line) {
      for (const std::string& cell : line) csv.cell(cell);
      csv.end_row();
    });
    save("events", csv);
  }

  // The rows of what has a handle.
  template <class Row>
  void write_rows() const {
    CsvText csv{columns_of<Row>()};
    for (std::uint32_t i = 0; i < columns_->relation<Row>().rows.size(); ++i)
      csv.row(*columns_, columns_->row<Row>(i));
    save(Fields<Row>::table, csv);
  }

  // Those of what has none. The end of a unit, where an event tells it, is theirs too.
  template <class Row>
  void write_all() const {
    CsvText csv{columns_of<Row>()};
    for (Row row : roster_->all<Row>()) {
      if constexpr (requires { row.period; }) {
        if constexpr (requires { row.unit; }) row.period = events_.days_of(row.unit, row.period);
        if constexpr (requires { row.post; })
          row.period = events_.days_of((*roster_)[row.post].unit, row.period);
        if (row.period.empty()) continue;
      }
      csv.row(*columns_, row);
    }
    save(Fields<Row>::table, csv);
  }

  const Roster* roster_;
  const RosterColumns* columns_;
  EventLines events_;
  std::filesystem::path folder_;
};

}  // namespace

void write_tables(const Roster& roster, const std::filesystem::path& folder) {
  Workshop workshop{folder};
  Writer{roster, workshop.path()}.write();
  try {
    if (!same_history(roster, Roster::load(workshop.path())))
      throw std::invalid_argument("the tables would tell another history");
  } catch (const std::invalid_argument& e) {
    refuse(folder, "this roster cannot be told in tables: " + std::string{e.what()});
  }
  workshop.finish();
}

}  // namespace zhibu
