// SPDX-License-Identifier: BSL-1.0

#include <array>
#include <fstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <variant>
#include <vector>

#include "encoding.hpp"
#include "organization/event_rows.hpp"
#include "organization/row_cells.hpp"
#include "organization/same_history.hpp"
#include "organization/table_rows.hpp"
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
      : roster_{&roster}, columns_{&roster.columns()}, rows_{roster}, folder_{folder} {}

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
    for (const Founded<UnitState>& unit : rows_.units()) csv.founded(*columns_, unit);
    save("units", csv, true);
  }

  void write_persons() const {
    CsvText csv{columns_of<Person>()};
    for (const Person& person : roster_->persons()) csv.row(*columns_, person);
    save("persons", csv, true);
  }

  void write_clusters() const {
    CsvText csv{columns_of<ClusterState>()};
    for (const Founded<ClusterState>& cluster : rows_.clusters()) csv.founded(*columns_, cluster);
    save("clusters", csv);
    CsvText leads{lead_columns};
    for (const ClusterLead& led : rows_.leads()) {
      leads.cell(columns_->code(led.cluster));
      leads.cell(columns_->code(led.lead));
      leads.cell(columns_->code(led.deputy));
      leads.cell(to_string(led.on));
      leads.end_row();
    }
    save("cluster_leads", leads);
  }

  void write_events() const {
    CsvText csv{event_columns};
    rows_.events().each([&](const EventLines::Line& line) {
      for (const std::string& cell : line) csv.cell(cell);
      csv.end_row();
    });
    save("events", csv);
  }

  template <class Row>
  void write_rows() const {
    CsvText csv{columns_of<Row>()};
    for (const Row& row : rows_.all<Row>()) csv.row(*columns_, row);
    save(Fields<Row>::table, csv);
  }

  const Roster* roster_;
  const RosterColumns* columns_;
  TableRows rows_;
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
