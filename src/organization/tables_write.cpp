// SPDX-License-Identifier: BSL-1.0

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <span>
#include <stdexcept>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>

#include "encoding.hpp"
#include "file.hpp"
#include "organization/event_rows.hpp"
#include "organization/row_cells.hpp"
#include "organization/same_history.hpp"
#include "organization/table_rows.hpp"
#include "steps.hpp"
#include "zhibu/organization/tables.hpp"

namespace zhibu {

namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 20;

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& found) {
  throw std::invalid_argument(shown(path) + ": " + found);
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

// A person is a row of their own, and one of the memberships.
std::size_t rows_of(const RosterColumns& columns) {
  std::size_t rows = columns.units.size() + 2 * columns.persons.size();
  std::apply([&](const auto&... relation) { ((rows += relation.rows.size()), ...); },
             columns.relations);
  return rows;
}

// A table that is being written, piece by piece.
class TableFile : public CsvText {
 public:
  TableFile(std::filesystem::path file, std::span<const Column> columns)
      : CsvText{columns}, file_{std::move(file)} {}

  // Writes the lines that there are, once they are many.
  void pass_on() {
    if (text().size() >= piece_bytes) put();
  }

  // All are there. There is no file of a table without lines, unless it is needed.
  void finish(bool needed = false) {
    if (rows() == 0 && !needed) return;
    put();
    out_ << std::flush;
    if (!out_) refuse(file_.filename(), "cannot be written");
  }

 private:
  void put() {
    if (!is_utf8(text()) || text().find('\0') != text().npos)
      refuse(file_.filename(), "a text that a table cannot hold; accepted: UTF-8 without NUL");
    if (!out_.is_open()) out_.open(file_, std::ios::binary);
    out_ << text();
    take();
  }

  std::filesystem::path file_;
  std::ofstream out_;
};

// Writes the tables of a roster into a folder that is there.
class Writer {
 public:
  Writer(const Roster& roster, const std::filesystem::path& folder, Steps& steps)
      : roster_{&roster},
        columns_{&roster.columns()},
        rows_{roster},
        folder_{folder},
        steps_{&steps} {}

  void write() const {
    write_units();
    write_persons();
    write_clusters();
    write_events();
    write_rows<Post>();
    write_rows<Workplace>();
    write_rows<Term>();
    write_rows<Membership>();
    write_rows<Circumstance>();
    write_rows<Particulars>();
    write_rows<Appointment>();
    write_rows<ClusterMembership>();
    write_rows<UnitWorkplace>();
    write_rows<Contact>();
    write_rows<Pairing>();
    write_rows<VolunteerRole>();
    write_rows<Venue>();
    write_rows<Honour>();
  }

 private:
  TableFile table(std::string_view name, std::span<const Column> columns) const {
    return {folder_ / (std::string{name} + ".csv"), columns};
  }

  void write_units() const {
    TableFile csv = table("units", columns_of<UnitState>());
    rows_.each_unit([&](const Founded<UnitState>& unit) {
      csv.founded(*columns_, unit);
      csv.pass_on();
      (*steps_)();
    });
    csv.finish(true);
  }

  void write_persons() const {
    TableFile csv = table("persons", columns_of<Person>());
    for (const Person& person : roster_->persons()) {
      csv.row(*columns_, person);
      csv.pass_on();
      (*steps_)();
    }
    csv.finish(true);
  }

  void write_clusters() const {
    TableFile csv = table("clusters", columns_of<ClusterState>());
    for (const Founded<ClusterState>& cluster : rows_.clusters()) csv.founded(*columns_, cluster);
    csv.finish();
    TableFile leads = table("cluster_leads", lead_columns);
    for (const ClusterLead& led : rows_.leads()) {
      leads.cell(columns_->code(led.cluster));
      leads.cell(columns_->code(led.lead));
      leads.cell(columns_->code(led.deputy));
      leads.cell(to_string(led.on));
      leads.end_row();
    }
    leads.finish();
  }

  void write_events() const {
    TableFile csv = table("events", event_columns);
    rows_.events().each([&](const EventLines::Line& line) {
      for (const std::string& cell : line) csv.cell(cell);
      csv.end_row();
      csv.pass_on();
      (*steps_)();
    });
    csv.finish();
  }

  template <class Row>
  void write_rows() const {
    TableFile csv = table(Fields<Row>::table, columns_of<Row>());
    rows_.each<Row>(
        [&](const Row& row) {
          csv.row(*columns_, row);
          csv.pass_on();
        },
        *steps_);
    csv.finish();
  }

  const Roster* roster_;
  const RosterColumns* columns_;
  TableRows rows_;
  std::filesystem::path folder_;
  Steps* steps_;
};

}  // namespace

void write_tables(const Roster& roster, const std::filesystem::path& folder, const Watch& watch) {
  const std::size_t rows = rows_of(roster.columns());
  Steps steps{watch, 3 * rows};  // each is written, read again and compared
  Workshop workshop{folder};
  Writer{roster, workshop.path(), steps}.write();
  try {
    if (!same_history(roster, Roster::load(workshop.path(), steps.share(rows)), steps))
      throw std::invalid_argument("the tables would tell another history");
  } catch (const std::invalid_argument& e) {
    if (steps.stopped()) throw;
    refuse(folder, "this roster cannot be told in tables: " + std::string{e.what()});
  }
  steps.finish();
  workshop.finish();
}

}  // namespace zhibu
