// SPDX-License-Identifier: BSL-1.0

#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "organization/columns.hpp"
#include "organization/part.hpp"
#include "record/fields.hpp"
#include "zhibu/record/record.hpp"

namespace zhibu {

namespace {

// The handles in `part` of the things of `whole`, which have one code in both.
template <class Id>
Handles<Id> handles_by_code(const Roster& whole, const Roster& part) {
  const Texts& codes = whole.columns().codes(Id{});
  Handles<Id> handles;
  for (TextId i = 0; i < codes.size(); ++i) {
    const auto found = part.columns().codes(Id{}).find(codes[i]);
    handles.push_back(found ? std::optional{Id{*found}} : std::nullopt);
  }
  return handles;
}

// Copies those rows of records that belong to a part of a roster.
class PartOfRecords {
 public:
  PartOfRecords(const Records& whole, const Roster& roster, const Roster& part) : whole_{whole} {
    std::get<Handles<UnitId>>(inside_) = handles_by_code<UnitId>(roster, part);
    std::get<Handles<PersonId>>(inside_) = handles_by_code<PersonId>(roster, part);
    std::get<Handles<ClusterId>>(inside_) = handles_by_code<ClusterId>(roster, part);
    copy_records();
    copy_waivers();
    copy_campaigns();
    copy_funds();
    copy_rows<Minutes>();
    copy_rows<StudyNote>();
    copy_rows<Visit>();
    copy_rows<Appropriation>();
    copy_rows<Payment>();
    copy_rows<Opinion>();
    copy_rows<Task>();
    copy_rows<DuesBase>();
    copy_rows<DuesPayment>();
  }

  Records take() { return std::move(made_); }

  // The handle in the part, where it is inside.
  template <class Tag>
  std::optional<Id<Tag>> inside(Id<Tag> id) const {
    const auto& handles = std::get<Handles<Id<Tag>>>(inside_);
    return id.index < handles.size() ? handles[id.index] : std::nullopt;
  }
  // A fund of a workplace is of no unit.
  static std::optional<WorkplaceId> inside(WorkplaceId) { return std::nullopt; }
  std::optional<Bearer> inside(const Bearer& bearer) const {
    return std::visit(
        [this](auto id) {
          const auto found = this->inside(id);
          return found ? std::optional<Bearer>{*found} : std::nullopt;
        },
        bearer);
  }

 private:
  // --- records and their attendance ---

  std::vector<PersonId> inside(std::span<const PersonId> persons) const {
    std::vector<PersonId> found;
    for (const PersonId person : persons)
      if (const auto id = inside(person)) found.push_back(*id);
    return found;
  }

  void copy_records() {
    auto& handles = std::get<Handles<RecordId>>(inside_);
    for (const Record& record : whole_) {
      const auto unit = inside(record.unit);
      handles.push_back(unit ? std::optional{copy(record, *unit)} : std::nullopt);
    }
  }

  RecordId copy(Record record, UnitId unit) {
    std::vector<PersonId> due;
    std::vector<Attendee> exceptions;
    for (Attendee who : whole_.attendance(record.id)) {
      const auto person = inside(who.person);
      if (!person) {
        leave_out(record, who.presence);
        continue;
      }
      who.person = *person;
      due.push_back(who.person);
      if (who.presence != Presence::present || !who.reason.empty()) exceptions.push_back(who);
    }
    const std::vector<PersonId> persons = inside(record.persons);
    record.unit = unit;
    record.persons = persons;
    const RecordId id = made_.add(record);
    if (!due.empty()) made_.attend(id, due, exceptions);
    return id;
  }

  // Who is not among the persons due any more is not counted among them either.
  static void leave_out(Record& record, Presence presence) {
    const bool counted = presence == Presence::present || presence == Presence::online;
    if (record.due) --*record.due;
    if (record.present && counted) --*record.present;
  }

  // --- the rest ---

  void copy_waivers() {
    for (std::size_t i = 0; i < whole_.waiver_count(); ++i) {
      Waiver waiver = whole_.waiver(i);
      const auto bearer = inside(waiver.bearer);
      if (!bearer) continue;
      waiver.bearer = *bearer;
      made_.add(waiver);
    }
  }

  // Those of which a record inside was a part.
  void copy_campaigns() {
    std::set<CampaignId> named;
    for (const Minutes& minutes : whole_.all<Minutes>())
      if (minutes.campaign && inside(minutes.record)) named.insert(*minutes.campaign);
    auto& handles = std::get<Handles<CampaignId>>(inside_);
    for (const Campaign& campaign : whole_.all<Campaign>())
      handles.push_back(named.contains(campaign.id) ? std::optional{made_.add(campaign)}
                                                    : std::nullopt);
  }

  void copy_funds() {
    auto& handles = std::get<Handles<FundId>>(inside_);
    for (const Fund& fund : whole_.all<Fund>()) {
      const auto row = translated(fund, *this);
      handles.push_back(row && row->unit ? std::optional{made_.add(*row)} : std::nullopt);
    }
  }

  // What is said of a payee goes where the payee does.
  static void leave_out_payee(Payment& payment) { payment.survivor = payment.reason = {}; }

  template <class Row>
  void copy_rows() {
    for (const Row& row : whole_.all<Row>()) {
      std::optional<Row> found = translated(row, *this);
      if (!found) continue;
      if constexpr (std::is_same_v<Row, Payment>)
        if (row.payee && !found->payee) leave_out_payee(*found);
      made_.add(*found);
    }
  }

  const Records& whole_;
  Records made_;
  std::tuple<Handles<UnitId>, Handles<PersonId>, Handles<ClusterId>, Handles<RecordId>,
             Handles<CampaignId>, Handles<FundId>>
      inside_;
};

}  // namespace

Records Records::within(const Roster& whole, const Roster& part) const {
  return PartOfRecords{*this, whole, part}.take();
}

}  // namespace zhibu
