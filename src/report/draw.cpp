// SPDX-License-Identifier: BSL-1.0

#include "report/draw.hpp"

#include <algorithm>

#include "keyed_hash.hpp"

namespace zhibu {

namespace {

// The first character of a name and, where it has three or more, the last: 张*三, 张*.
std::string veiled(std::string_view name) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < name.size(); ++i)
    if ((static_cast<unsigned char>(name[i]) & 0xC0) != 0x80) begins.push_back(i);
  if (begins.size() < 2) return begins.empty() ? "" : "*";
  const std::string first{name.substr(0, begins[1])};
  return first + "*" + (begins.size() > 2 ? std::string{name.substr(begins.back())} : "");
}

}  // namespace

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
  const std::string_view name = (*roster_)[person].name;
  return published() ? veiled(name) : std::string{name};
}

std::string LedgerSource::code(PersonId person) const {
  const std::string_view code = (*roster_)[person].code;
  if (!published()) return std::string{code};
  const std::string& key = request_->disclosure.pseudonym_key;
  return key.empty() ? "" : pseudonym(key, code);
}

std::string LedgerSource::names(std::span<const PersonId> persons) const {
  std::vector<std::string> each;
  for (const PersonId person : persons) each.push_back(name(person));
  return joined(each, say({"、", ", "}));
}

std::string LedgerSource::born(PersonId person) const { return day_of((*roster_)[person].born_on); }

std::string LedgerSource::day_of(Date birthday) const {
  return published() ? std::to_string(birthday.year()) : to_string(birthday);
}

std::optional<Date> LedgerSource::event_day(Date birthday) const {
  return published() ? std::nullopt : std::optional{birthday};
}

bool LedgerSource::shows(Sensitive what) const {
  const std::vector<Sensitive>& shown = request_->disclosure.shown;
  return !published() && std::ranges::find(shown, what) != shown.end();
}

std::string LedgerSource::reason(std::string_view text) const {
  return shows(Sensitive::reasons) ? std::string{text} : "";
}

std::string LedgerSource::id_number(PersonId person) const {
  const std::vector<Particulars> found = roster_->of<Particulars>(person);
  const bool shown = !found.empty() && shows(Sensitive::id_numbers);
  return shown ? masked_id_number(found.front().id_number) : "";
}

std::string LedgerSource::phone(PersonId person) const {
  const std::vector<Particulars> found = roster_->of<Particulars>(person);
  const bool shown = !found.empty() && shows(Sensitive::phones);
  return shown ? masked_phone(found.front().phone) : "";
}

std::string LedgerSource::count(std::int64_t n) const {
  return published() && is_few(n) ? "<5" : std::to_string(n);
}

Ledger LedgerSource::headed(Text title, std::span<const Heading> columns) const {
  return zhibu::headed(speaker_, say(title) + " " + zhibu::title(period()), as_of(), columns);
}

void suppress_few(std::vector<LedgerTotal>& totals) {
  for (LedgerTotal& total : totals)
    if (total.kind == CellKind::number && is_few(total.value)) {
      total.value = 0;
      total.suppressed = true;
    }
}

}  // namespace zhibu
