// SPDX-License-Identifier: BSL-1.0

#include "attendance_load.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cell.hpp"
#include "quote.hpp"

namespace zhibu {

namespace {

// Each row names one of the persons due at what was held, and whoever is not named was present. A
// row that names only the record says that all were. Due are, on that day, the home members of the
// unit; at a committee meeting the holders of its posts; in a group and in a temporary unit those
// who take part in it, too; and everywhere whoever is named.
constexpr Column attendance_columns[] = {
    {"record", true},    // a record's code
    {"person", true},    // a person's code, or empty: all were present
    {"presence", true},  // Presence; empty where no person is named
    {"reason"},          //
};

void add_each_once(std::vector<PersonId>& persons, PersonId person) {
  if (std::ranges::find(persons, person) == persons.end()) persons.push_back(person);
}

std::vector<PersonId> due_at(const Roster& roster, const Record& record) {
  std::vector<PersonId> due;
  if (record.activities == Activities{Activity::committee_meeting}) {
    for (const Appointment& held : roster.appointments(record.unit, record.held_on))
      add_each_once(due, held.person);
    return due;
  }
  due = roster.members(record.unit, MembershipKind::home, record.held_on);
  const std::optional<Unit> unit = roster.at(record.unit, record.held_on);
  if (unit && (unit->kind == UnitKind::group || unit->temporary))
    for (const PersonId person :
         roster.members(record.unit, MembershipKind::activity, record.held_on))
      add_each_once(due, person);
  return due;
}

// The rows of one record.
struct Sheet {
  const Row* first = nullptr;
  RecordId record;
  std::vector<Attendee> named;
  bool all_present = false;
  bool sound = true;  // none of them has a fault
};

class Sheets {
 public:
  Sheets(const Roster& roster, const LostRecords& lost, const Records& records)
      : roster_{roster}, lost_{lost}, records_{records} {}

  void read(const Row& row) {
    Sheet* const sheet = sheet_of(row);
    if (sheet == nullptr) return;
    const bool sound = row.text("person").empty() ? read_all(row, *sheet) : read_one(row, *sheet);
    sheet->sound = sheet->sound && sound;
  }

  std::span<const Sheet> all() const { return sheets_; }

 private:
  // Nothing where the record is not there.
  Sheet* sheet_of(const Row& row) {
    const std::string_view code = row.required("record");
    if (code.empty() || lost_.contains(code)) return nullptr;
    if (const auto known = by_code_.find(code); known != by_code_.end())
      return &sheets_[known->second];
    const auto record =
        row.read("record", [&](std::string_view text) { return records_.record(text).id; });
    if (!record) return nullptr;
    by_code_.emplace(code, sheets_.size());
    sheets_.push_back({&row, *record, {}, false, true});
    return &sheets_.back();
  }

  static bool read_all(const Row& row, Sheet& sheet) {
    if (!row.text("presence").empty() || !row.text("reason").empty()) {
      row.fault("person", "empty beside a presence or a reason; accepted: the code of a person");
      return false;
    }
    return row.attempt([&] {
      require_alone(sheet, row);
      sheet.all_present = true;
    });
  }

  bool read_one(const Row& row, Sheet& sheet) const {
    const auto person =
        row.read("person", [&](std::string_view code) { return roster_.person(code).id; });
    const auto presence = row.read_required("presence", named<Presence>("presence"));
    if (!person || !presence) return false;
    return row.attempt([&] {
      if (sheet.all_present) require_alone(sheet, row);
      if (std::ranges::find(sheet.named, *person, &Attendee::person) != sheet.named.end())
        throw std::invalid_argument(quote(row.text("person")) + " a second time for the record " +
                                    quote(row.text("record")) + "; accepted: each person once");
      sheet.named.push_back({*person, *presence, row.text("reason")});
    });
  }

  // A row that says that all were present is the only one of its record.
  static void require_alone(const Sheet& sheet, const Row& row) {
    if (sheet.first != &row)
      throw std::invalid_argument("all were present at " + quote(row.text("record")) +
                                  " by one row, and there is another; accepted: either a row "
                                  "without a person, or rows that name persons");
  }

  const Roster& roster_;
  const LostRecords& lost_;
  const Records& records_;
  std::vector<Sheet> sheets_;
  std::unordered_map<std::string_view, std::size_t> by_code_;
};

void take(const Sheet& sheet, const Roster& roster, Records& records) {
  std::vector<PersonId> due = due_at(roster, records[sheet.record]);
  for (const Attendee& who : sheet.named) add_each_once(due, who.person);
  sheet.first->attempt([&] { records.attend(sheet.record, due, sheet.named); });
}

}  // namespace

void read_attendances(TableSource& source, const Roster& roster, const LostRecords& lost,
                      Records& records, Faults& faults) {
  const Table table = source.read("attendance", attendance_columns, faults);
  Sheets sheets{roster, lost, records};
  const Watch watch = source.share("attendance");
  Steps entering{watch, 2 * table.size()};  // each row is read, and then each sheet is taken
  for (const Row& row : table) {
    sheets.read(row);
    entering();
  }
  for (const Sheet& sheet : sheets.all()) {
    if (sheet.sound) take(sheet, roster, records);
    entering();
  }
  entering.finish();
}

}  // namespace zhibu
