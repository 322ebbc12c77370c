// SPDX-License-Identifier: BSL-1.0

#include "report/draw.hpp"

#include <algorithm>

namespace zhibu {

LedgerSource::LedgerSource(const Roster& roster, const Records& records, const Rulebook& rules,
                           const LedgerRequest& request)
    : roster_{&roster},
      records_{&records},
      rules_{&rules},
      request_{&request},
      speaker_{roster, request.language} {}

bool LedgerSource::covers(UnitId unit, Date day) const {
  return zhibu::covers(request_->extent, *roster_, unit, day);
}

bool LedgerSource::covers(const Record& record) const {
  return !record.voided && period().contains(record.held_on) && covers(record.unit, record.held_on);
}

std::vector<Record> LedgerSource::held(Activities any) const {
  std::vector<Record> found;
  for (const Record& record : *records_)
    if (record.activities.overlaps(any) && covers(record)) found.push_back(record);
  std::ranges::stable_sort(found, {}, &Record::held_on);
  return found;
}

std::optional<UnitId> LedgerSource::home(PersonId person, Date day) const {
  const std::optional<UnitId> unit = roster_->home(person, day);
  return unit && covers(*unit, day) ? unit : std::nullopt;
}

std::vector<PersonId> LedgerSource::persons(Date day) const {
  std::vector<PersonId> found;
  for (const Person& person : roster_->persons())
    if (home(person.id, day)) found.push_back(person.id);
  return found;
}

std::string LedgerSource::name(PersonId person) const {
  return std::string{(*roster_)[person].name};
}

std::string LedgerSource::code(PersonId person) const {
  return std::string{(*roster_)[person].code};
}

std::string LedgerSource::names(std::span<const PersonId> persons) const {
  std::vector<std::string> each;
  for (const PersonId person : persons) each.push_back(name(person));
  return joined(each, say({"、", ", "}));
}

bool LedgerSource::shows(Sensitive what) const {
  return std::ranges::find(request_->disclosure.shown, what) != request_->disclosure.shown.end();
}

std::string LedgerSource::reason(std::string_view text) const {
  return shows(Sensitive::reasons) ? std::string{text} : "";
}

std::string LedgerSource::count(std::int64_t n) const {
  const bool few = request_->disclosure.published && 0 < n && n < 5;
  return few ? "<5" : std::to_string(n);
}

Ledger LedgerSource::headed(Text title, std::span<const Heading> columns) const {
  return zhibu::headed(speaker_, say(title) + " " + zhibu::title(period()), as_of(), columns);
}

}  // namespace zhibu
