// SPDX-License-Identifier: BSL-1.0

#include "record/kept_rows.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "nearest.hpp"
#include "organization/unit_events.hpp"
#include "quote.hpp"
#include "record/columns.hpp"
#include "record/kept_rows_sound.hpp"

namespace zhibu {

namespace {

// --- what there may be only once ---

template <class Row>
bool is_second(const Row&, const Row&) {
  return false;
}
bool is_second(const Minutes& a, const Minutes& b) { return a.record == b.record; }
bool is_second(const StudyNote& a, const StudyNote& b) {
  return a.record == b.record && a.person == b.person;
}
bool is_second(const Visit& a, const Visit& b) {
  return a.record == b.record && a.person == b.person;
}
bool is_second(const DuesBase& a, const DuesBase& b) {
  return a.person == b.person && a.period.begin < b.period.end && b.period.begin < a.period.end;
}
bool is_second(const DuesPayment& a, const DuesPayment& b) {
  return a.person == b.person && a.paid_on == b.paid_on && a.period == b.period && !a.voided &&
         !b.voided;
}

constexpr std::string_view only_one(const Minutes&) { return "minutes of one record"; }
constexpr std::string_view only_one(const StudyNote&) { return "note of a person for one record"; }
constexpr std::string_view only_one(const Visit&) { return "visit to a person for one record"; }
constexpr std::string_view only_one(const DuesBase&) { return "base of dues for the same days"; }
constexpr std::string_view only_one(const DuesPayment&) {
  return "payment of the dues of the same months on one day";
}

// Rows that may be second to `row` name the same record or person.
template <class Row>
auto owner_of(const Row& row) {
  if constexpr (std::is_same_v<Row, Minutes> || std::is_same_v<Row, StudyNote> ||
                std::is_same_v<Row, Visit>)
    return row.record;
  else
    return row.person;
}

template <class Row>
void require_first(const KeptRows<Row>& kept, const Row& row, const Texts& texts) {
  if constexpr (requires { only_one(row); })
    for (const std::uint32_t other : kept.relation.of(owner_of(row)))
      if (is_second(kept.row(other, texts), row))
        refuse("a second " + std::string{only_one(row)}, "one at most");
}

template <class Row>
void require_new_code(const KeptRows<Row>& kept, const Row& row) {
  require_short(row.code);
  if (row.code.empty()) refuse("a " + std::string{kind_of(row)} + " without a code", "any text");
  if (kept.codes.find(row.code))
    refuse("a second " + std::string{kind_of(row)} + " with the code " + quote(row.code),
           "a code that no other has");
}

// --- money that is in a record too ---

template <class Row>
std::int64_t sum_of(const KeptRows<Row>& kept, RecordId record, const Texts& texts) {
  std::int64_t sum = 0;
  for (const std::uint32_t i : kept.relation.of(record)) {
    const Row row = kept.row(i, texts);
    if (!row.voided) sum += row.amount_fen;
  }
  return sum;
}

template <class Row>
void require_agreement(const KeptRows<Row>& kept, const Row& row, const Record& record,
                       const Texts& texts) {
  if (row.on != record.held_on)
    refuse("on " + to_string(row.on) + ", and its record " + quote(record.code) + " on " +
               to_string(record.held_on),
           "the day of the record");
  const std::int64_t sum = sum_of(kept, record.id, texts) + (row.voided ? 0 : row.amount_fen);
  if (sum > record.amount_fen)
    refuse("with this " + std::to_string(sum) + " fen of the record " + quote(record.code) +
               ", which has " + std::to_string(record.amount_fen),
           "no more than that in all");
}

}  // namespace

template <class Id>
void Records::Columns::require_issued(Id id) const {
  if constexpr (std::is_same_v<Id, RecordId>) {
    require(id);
  } else {
    using Row = decltype(std::declval<const Records&>()[id]);
    if (id.index >= kept.of<Row>().size())
      throw_not_issued(kind_of(id), id.index, kept.of<Row>().size());
  }
}

template <class Row>
void Records::Columns::require_issued_by(const Row& row) const {
  const auto each = [&](const auto& value) {
    using V = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<V, std::string_view>)
      require_short(value);
    else if constexpr (std::is_same_v<V, RecordId> || std::is_same_v<V, CampaignId> ||
                       std::is_same_v<V, FundId>)
      require_issued(value);
    else if constexpr (std::is_same_v<V, std::optional<RecordId>> ||
                       std::is_same_v<V, std::optional<CampaignId>>)
      if (value) require_issued(*value);
  };
  std::apply([&](const auto&... field) { (each(row.*field.member), ...); }, Fields<Row>::fields);
}

template <class Row>
std::uint32_t Records::Columns::keep(const Row& row) {
  KeptRows<Row>& rows = kept.of<Row>();
  if constexpr (requires { row.code; }) require_new_code(rows, row);
  require_issued_by(row);
  require_sound(row);
  require_first(rows, row, texts);
  if constexpr (requires {
                  row.amount_fen;
                  row.record;
                  row.on;
                })
    if (row.record) require_agreement(rows, row, this->row(*row.record), texts);
  if constexpr (requires { row.code; }) rows.codes.keep(row.code);
  return rows.relation.push(row, texts);
}

CampaignId Records::add(const Campaign& campaign) { return {columns_->keep(campaign)}; }
FundId Records::add(const Fund& fund) { return {columns_->keep(fund)}; }
OpinionId Records::add(const Opinion& opinion) { return {columns_->keep(opinion)}; }
TaskId Records::add(const Task& task) { return {columns_->keep(task)}; }
void Records::add(const Minutes& minutes) { columns_->keep(minutes); }
void Records::add(const StudyNote& note) { columns_->keep(note); }
void Records::add(const Visit& visit) { columns_->keep(visit); }
void Records::add(const Appropriation& appropriation) { columns_->keep(appropriation); }
void Records::add(const Payment& payment) { columns_->keep(payment); }
void Records::add(const DuesBase& base) { columns_->keep(base); }
void Records::add(const DuesPayment& payment) { columns_->keep(payment); }

std::optional<Minutes> Records::minutes(RecordId record) const {
  const std::vector<Minutes> found = of<Minutes>(record);
  return found.empty() ? std::nullopt : std::optional{found.front()};
}

template <class Row, class Id>
Row Records::Columns::get(Id id) const {
  require_issued(id);
  return kept.of<Row>().row(id.index, texts);
}

template <class Row>
Row Records::Columns::named(std::string_view text) const {
  const KeptRows<Row>& rows = kept.of<Row>();
  if (const auto found = rows.codes.find(text)) return rows.row(*found, texts);
  std::vector<std::string_view> accepted;
  for (TextId id = 0; id < rows.codes.size(); ++id) accepted.push_back(rows.codes[id]);
  throw_unknown_code(kind_of(Row{}), text, accepted);
}

Campaign Records::operator[](CampaignId id) const { return columns_->get<Campaign>(id); }
Fund Records::operator[](FundId id) const { return columns_->get<Fund>(id); }
Opinion Records::operator[](OpinionId id) const { return columns_->get<Opinion>(id); }
Task Records::operator[](TaskId id) const { return columns_->get<Task>(id); }
Campaign Records::campaign(std::string_view code) const { return columns_->named<Campaign>(code); }
Fund Records::fund(std::string_view code) const { return columns_->named<Fund>(code); }
Opinion Records::opinion(std::string_view code) const { return columns_->named<Opinion>(code); }
Task Records::task(std::string_view code) const { return columns_->named<Task>(code); }

template <class Row>
std::vector<Row> Records::all() const {
  const KeptRows<Row>& kept = columns_->kept.of<Row>();
  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < kept.size(); ++i) rows.push_back(kept.row(i, columns_->texts));
  return rows;
}

template <class Row, class Owner>
std::vector<Row> Records::of(Owner owner) const {
  const KeptRows<Row>& kept = columns_->kept.of<Row>();
  std::vector<Row> rows;
  for (const std::uint32_t i : kept.relation.of(owner))
    rows.push_back(kept.row(i, columns_->texts));
  return rows;
}

template ZHIBU_EXPORT std::vector<Campaign> Records::all() const;
template ZHIBU_EXPORT std::vector<Minutes> Records::all() const;
template ZHIBU_EXPORT std::vector<StudyNote> Records::all() const;
template ZHIBU_EXPORT std::vector<Visit> Records::all() const;
template ZHIBU_EXPORT std::vector<Fund> Records::all() const;
template ZHIBU_EXPORT std::vector<Appropriation> Records::all() const;
template ZHIBU_EXPORT std::vector<Payment> Records::all() const;
template ZHIBU_EXPORT std::vector<Opinion> Records::all() const;
template ZHIBU_EXPORT std::vector<Task> Records::all() const;
template ZHIBU_EXPORT std::vector<DuesBase> Records::all() const;
template ZHIBU_EXPORT std::vector<DuesPayment> Records::all() const;

template ZHIBU_EXPORT std::vector<Minutes> Records::of(RecordId) const;
template ZHIBU_EXPORT std::vector<StudyNote> Records::of(RecordId) const;
template ZHIBU_EXPORT std::vector<Visit> Records::of(RecordId) const;
template ZHIBU_EXPORT std::vector<Appropriation> Records::of(RecordId) const;
template ZHIBU_EXPORT std::vector<Payment> Records::of(RecordId) const;
template ZHIBU_EXPORT std::vector<Opinion> Records::of(RecordId) const;
template ZHIBU_EXPORT std::vector<Task> Records::of(RecordId) const;
template ZHIBU_EXPORT std::vector<Minutes> Records::of(CampaignId) const;
template ZHIBU_EXPORT std::vector<Appropriation> Records::of(FundId) const;
template ZHIBU_EXPORT std::vector<Payment> Records::of(FundId) const;
template ZHIBU_EXPORT std::vector<StudyNote> Records::of(PersonId) const;
template ZHIBU_EXPORT std::vector<Visit> Records::of(PersonId) const;
template ZHIBU_EXPORT std::vector<Payment> Records::of(PersonId) const;
template ZHIBU_EXPORT std::vector<Opinion> Records::of(PersonId) const;
template ZHIBU_EXPORT std::vector<DuesBase> Records::of(PersonId) const;
template ZHIBU_EXPORT std::vector<DuesPayment> Records::of(PersonId) const;
template ZHIBU_EXPORT std::vector<Fund> Records::of(UnitId) const;
template ZHIBU_EXPORT std::vector<Fund> Records::of(WorkplaceId) const;
template ZHIBU_EXPORT std::vector<Payment> Records::of(UnitId) const;
template ZHIBU_EXPORT std::vector<Opinion> Records::of(UnitId) const;
template ZHIBU_EXPORT std::vector<Task> Records::of(UnitId) const;
template ZHIBU_EXPORT std::vector<Task> Records::of(ClusterId) const;

}  // namespace zhibu
