// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/speaker.hpp"
#include "zhibu/report/ledger_kind.hpp"

namespace zhibu {

// What a ledger of LedgerKind is drawn up from, and how it may speak of it. All that a ledger says
// of persons goes through name(), code(), reason() and the like, which keep to what may be shown.
class LedgerSource {
 public:
  LedgerSource(const Roster& roster, const Records& records, const Rulebook& rules,
               const LedgerRequest& request);

  const Roster& roster() const { return *roster_; }
  const Records& records() const { return *records_; }
  const Rulebook& rules() const { return *rules_; }
  const LedgerRequest& request() const { return *request_; }
  const Speaker& speak() const { return speaker_; }
  Period period() const { return request_->period; }
  Date as_of() const { return request_->period.last(); }
  std::string say(Text text) const { return speaker_.say(text); }

  // Whether the ledger covers the unit on that day.
  bool covers(UnitId unit, Date day) const;

  // Whether it covers what was held: within the period, at a unit it covers, and not voided.
  bool covers(const Record& record) const;

  // The records that it covers and that hold any of these, by day and then in the order added.
  std::vector<Record> held(Activities any) const;

  // The unit at which the person is at home or in care on `day`, where the ledger covers it.
  std::optional<UnitId> home(PersonId person, Date day) const;

  // All persons with such a unit, in the order of the roster. A temporary branch counts nobody.
  std::vector<PersonId> persons(Date day) const;

  // How a person is named, and by which code, as far as it may be shown: 张*三 and a keyed hash
  // where it is published.
  std::string name(PersonId person) const;
  std::string code(PersonId person) const;
  std::string names(std::span<const PersonId> persons) const;  // joined by 、

  // The day on which the person was born, and a day that tells it; of each only the year where it
  // is published. And whether a row may have such a day, with which it stands in calendars.
  std::string born(PersonId person) const;
  std::string day_of(Date birthday) const;
  std::optional<Date> event_day(Date birthday) const;

  // A text of health or hardship, and the masked numbers of a person, or "" where they may not be
  // shown.
  std::string reason(std::string_view text) const;
  std::string id_number(PersonId person) const;
  std::string phone(PersonId person) const;
  bool shows(Sensitive what) const;
  bool published() const { return request_->disclosure.published; }

  // A count in a table; "<5" where it is published and 1 to 4.
  std::string count(std::int64_t n) const;

  // A ledger without rows, under its title, its period and its headings.
  Ledger headed(Text title, std::span<const Heading> columns) const;

 private:
  const Roster* roster_;
  const Records* records_;
  const Rulebook* rules_;
  const LedgerRequest* request_;
  Speaker speaker_;
};

// Whether a figure is so small that it may tell of single persons.
constexpr bool is_few(std::int64_t n) { return 0 < n && n < 5; }

// Takes the small ones out of the figures of a ledger that is published; money is none.
void suppress_few(std::vector<LedgerTotal>& totals);

// Counts each person once.
class Heads {
 public:
  void add(PersonId person) { persons_.insert(person); }
  void add(std::span<const PersonId> persons) { persons_.insert(persons.begin(), persons.end()); }
  std::int64_t count() const { return static_cast<std::int64_t>(persons_.size()); }

 private:
  std::set<PersonId> persons_;
};

// Each draws up one kind of ledger; the columns stand in the file that has it.
Ledger draw_members(const LedgerSource& source);
Ledger draw_meetings(const LedgerSource& source);
Ledger draw_themed_party_days(const LedgerSource& source);
Ledger draw_life_meetings(const LedgerSource& source);
Ledger draw_study_files(const LedgerSource& source);
Ledger draw_training(const LedgerSource& source);
Ledger draw_political_birthdays(const LedgerSource& source);
Ledger draw_birthdays(const LedgerSource& source);
Ledger draw_visits(const LedgerSource& source);
Ledger draw_pairings(const LedgerSource& source);
Ledger draw_hardship_aid(const LedgerSource& source);
Ledger draw_funds(const LedgerSource& source);
Ledger draw_dues(const LedgerSource& source);
Ledger draw_terms(const LedgerSource& source);
Ledger draw_cluster_meetings(const LedgerSource& source);
Ledger draw_opinions(const LedgerSource& source);
Ledger draw_contact_visits(const LedgerSource& source);
Ledger draw_honours(const LedgerSource& source);
Ledger draw_venues(const LedgerSource& source);
Ledger draw_volunteer_roles(const LedgerSource& source);
Ledger draw_campaigns(const LedgerSource& source);
Ledger draw_veterans_two_years(const LedgerSource& source);
Ledger draw_veterans_in_offices(const LedgerSource& source);
Ledger draw_veterans_in_institutions(const LedgerSource& source);
Ledger draw_veterans_in_enterprises(const LedgerSource& source);
Ledger draw_retired_two_years(const LedgerSource& source);
Ledger draw_retired(const LedgerSource& source);

}  // namespace zhibu
