// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/records_arrow.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "organization/arrow_fields.hpp"
#include "record/fields.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

namespace {

struct Books {
  const Records* records;
  const Roster* roster;

  std::string_view code(UnitId id) const { return roster->columns().code(id); }
  std::string_view code(PersonId id) const { return roster->columns().code(id); }
  std::string_view code(ClusterId id) const { return roster->columns().code(id); }
  std::string_view code(WorkplaceId id) const { return roster->columns().code(id); }
  std::string_view code(RecordId id) const { return (*records)[id].code; }
  std::string_view code(CampaignId id) const { return (*records)[id].code; }
  std::string_view code(FundId id) const { return (*records)[id].code; }
};

// What records are, where they name persons and hold activities.
std::vector<std::string_view> keys_of(Activities activities) {
  std::vector<std::string_view> keys;
  for (const Name<Activity>& name : names<Activity>())
    if (activities.contains(name.value)) keys.push_back(name.key);
  return keys;
}

std::vector<std::string_view> codes_of(std::span<const PersonId> persons, const Books& books) {
  std::vector<std::string_view> codes;
  for (const PersonId person : persons) codes.push_back(books.code(person));
  return codes;
}

// There may be many millions: they are read from where they are.
ArrowTable records(const Books& books) {
  ArrowTable table{{}, books.records->size()};
  const auto add = [&](std::string name, auto get) {
    table.columns.push_back(arrow_column(std::move(name), [books, get](std::size_t row) {
      return get(books, (*books.records)[RecordId{static_cast<std::uint32_t>(row)}]);
    }));
  };
  add("code", [](const Books&, const Record& r) { return r.code; });
  add("unit", [](const Books& b, const Record& r) { return b.code(r.unit); });
  add("activities", [](const Books&, const Record& r) { return keys_of(r.activities); });
  add("held_on", [](const Books&, const Record& r) { return r.held_on; });
  add("for_period", [](const Books&, const Record& r) {
    return r.for_period ? title(*r.for_period) : std::string{};
  });
  add("entered_on", [](const Books&, const Record& r) { return r.entered_on; });
  add("persons", [](const Books& b, const Record& r) { return codes_of(r.persons, b); });
  add("due", [](const Books&, const Record& r) { return r.due; });
  add("present", [](const Books&, const Record& r) { return r.present; });
  add("class_hours", [](const Books&, const Record& r) { return r.class_hours; });
  add("amount_fen", [](const Books&, const Record& r) { return r.amount_fen; });
  add("voided", [](const Books&, const Record& r) { return r.voided; });
  add("voided_on", [](const Books&, const Record& r) { return r.voided_on; });
  add("remark", [](const Books&, const Record& r) { return r.remark; });
  add("entered_by", [](const Books&, const Record& r) { return r.entered_by; });
  add("source", [](const Books&, const Record& r) { return r.source; });
  return table;
}

ArrowTable waivers(const Books& books) {
  ArrowTable table{{}, books.records->waiver_count()};
  const auto waiver = [records = books.records](std::size_t row) { return records->waiver(row); };
  const ArrowFields fields{books, table.columns};
  fields.add("rule", [waiver](std::size_t row) { return waiver(row).rule; });
  fields.add("bearer", [waiver](std::size_t row) { return waiver(row).bearer; });
  table.columns.push_back(
      arrow_column("period", [waiver](std::size_t row) { return title(waiver(row).period); }));
  fields.add("reason", [waiver](std::size_t row) { return waiver(row).reason; });
  fields.add("approved_by", [waiver](std::size_t row) { return waiver(row).approved_by; });
  fields.add("approved_on", [waiver](std::size_t row) { return waiver(row).approved_on; });
  return table;
}

// One of the persons due at one of the records.
struct DueAt {
  RecordId record;
  Attendee attendee;
};

ArrowTable attendance(const Books& books) {
  std::vector<DueAt> all;
  for (const Record& record : *books.records)
    for (const Attendee& attendee : books.records->attendance(record.id))
      all.push_back({record.id, attendee});
  ArrowTable table{{}, all.size()};
  const auto row = kept_rows(std::move(all));
  const ArrowFields fields{books, table.columns};
  fields.add("record", [row](std::size_t i) { return row(i).record; });
  fields.add("person", [row](std::size_t i) { return row(i).attendee.person; });
  fields.add("presence", [row](std::size_t i) { return row(i).attendee.presence; });
  fields.add("reason", [row](std::size_t i) { return row(i).attendee.reason; });
  return table;
}

template <class Row>
ArrowTable rows(const Books& books) {
  std::vector<Row> all = books.records->all<Row>();
  ArrowTable table{{}, all.size()};
  ArrowFields{books, table.columns}.template add_fields<Row>(kept_rows(std::move(all)));
  return table;
}

struct Maker {
  std::string_view name;
  ArrowTable (*make)(const Books&);
};

template <class Row>
constexpr Maker maker_of{Fields<Row>::table, rows<Row>};

constexpr Maker makers[] = {{"records", records}, {"waivers", waivers}, {"attendance", attendance},
                            maker_of<Campaign>,   maker_of<Minutes>,    maker_of<StudyNote>,
                            maker_of<Visit>,      maker_of<Fund>,       maker_of<Appropriation>,
                            maker_of<Payment>,    maker_of<Opinion>,    maker_of<Task>,
                            maker_of<DuesBase>,   maker_of<DuesPayment>};

}  // namespace

std::span<const std::string_view> record_tables() {
  static const std::vector<std::string_view> tables = [] {
    std::vector<std::string_view> found;
    for (const Maker& maker : makers) found.push_back(maker.name);
    return found;
  }();
  return tables;
}

ArrowArrayStream to_arrow(const Records& records, const Roster& roster, std::string_view table,
                          std::any owner) {
  const auto maker = std::ranges::find(makers, table, &Maker::name);
  if (maker == std::end(makers)) throw_unknown("table of records", table, record_tables());
  ArrowTable made = maker->make({&records, &roster});
  made.owner = std::move(owner);
  made.require_same = [&records, size = records.size()] {
    if (records.size() != size)
      throw std::invalid_argument("records were added since; accepted: a stream made anew");
  };
  return stream_of(std::move(made));
}

}  // namespace zhibu
