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
#include "record/columns.hpp"
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

// What records are, where they name persons and hold activities. No list is made of them.
struct KeysOf {
  Activities activities;

  template <class Act>
  void each(Act act) const {
    for (const Name<Activity>& name : names<Activity>())
      if (activities.contains(name.value)) act(name.key);
  }
};

struct CodesOf {
  std::span<const PersonId> persons;
  const Roster* roster;

  template <class Act>
  void each(Act act) const {
    for (const PersonId person : persons) act(roster->columns().code(person));
  }
};

}  // namespace

template <>
struct ArrowBuilderOf<KeysOf> {
  using Type = ArrowTextLists;
};
template <>
struct ArrowBuilderOf<CodesOf> {
  using Type = ArrowTextLists;
};

// There may be many millions of records: each column is read from where it is.
class RecordsTable {
 public:
  static ArrowTable of(const Books& books) {
    RecordsTable made{books};
    made.add_what_was_held();
    made.add_numbers();
    made.add_what_is_said_of_it();
    return std::move(made.table_);
  }

 private:
  using Columns = Records::Columns;

  explicit RecordsTable(const Books& books)
      : books_{books}, table_{.columns = {}, .rows = books.records->size()} {}

  // The columns are looked for in the records each time: they may move while a stream is open.
  template <class Get>
  void add(const char* name, Get get) {
    table_.columns.push_back(arrow_column(name, [books = books_, get](std::size_t row) {
      return get(books, *books.records->columns_, row);
    }));
  }

  void add_what_was_held() {
    add("code", [](const Books&, const Columns& of, std::size_t row) {
      return of.codes[static_cast<TextId>(row)];
    });
    add("unit", [](const Books& books, const Columns& of, std::size_t row) {
      return books.code(of.unit[row]);
    });
    add("activities", [](const Books&, const Columns& of, std::size_t row) {
      return KeysOf{of.activities[row]};
    });
    add("held_on", value<&Columns::held_on>);
    add("for_period", [](const Books&, const Columns& of, std::size_t row) {
      const std::optional<Period> period = of.for_period[row];
      return period ? title(*period) : std::string{};
    });
    add("entered_on", value<&Columns::entered_on>);
    add("persons", [](const Books& books, const Columns& of, std::size_t row) {
      return CodesOf{of.persons[row], books.roster};
    });
  }

  void add_numbers() {
    add("due", attended<&Columns::due, &Record::due>);
    add("present", attended<&Columns::present, &Record::present>);
    add("class_hours", value<&Columns::class_hours>);
    add("amount_fen", [](const Books&, const Columns& of, std::size_t row) {
      return of.amount_fen[row].value_or(0);
    });
  }

  void add_what_is_said_of_it() {
    add("voided",
        [](const Books&, const Columns& of, std::size_t row) -> bool { return of.voided[row]; });
    add("voided_on", value<&Columns::voided_on>);
    add("remark",
        [](const Books&, const Columns& of, std::size_t row) { return of.texts[of.remark[row]]; });
    add("entered_by", rare_text<&Columns::entered_by>);
    add("source", rare_text<&Columns::source>);
  }

  template <auto Column>
  static constexpr auto value =
      [](const Books&, const Columns& of, std::size_t row) { return (of.*Column)[row]; };

  template <auto Column>
  static constexpr auto rare_text = [](const Books&, const Columns& of, std::size_t row) {
    const std::optional<TextId> text = (of.*Column)[row];
    return text ? of.texts[*text] : std::string_view{};
  };

  // Where the record itself does not say it, its attendance may.
  template <auto Column, auto Field>
  static constexpr auto attended =
      [](const Books& books, const Columns& of, std::size_t row) -> std::optional<int> {
    if ((of.*Column)[row]) return (of.*Column)[row];
    return (*books.records)[RecordId{static_cast<std::uint32_t>(row)}].*Field;
  };

  Books books_;
  ArrowTable table_;
};

namespace {

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

constexpr Maker makers[] = {{"records", RecordsTable::of},
                            {"waivers", waivers},
                            {"attendance", attendance},
                            maker_of<Campaign>,
                            maker_of<Minutes>,
                            maker_of<StudyNote>,
                            maker_of<Visit>,
                            maker_of<Fund>,
                            maker_of<Appropriation>,
                            maker_of<Payment>,
                            maker_of<Opinion>,
                            maker_of<Task>,
                            maker_of<DuesBase>,
                            maker_of<DuesPayment>};

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
