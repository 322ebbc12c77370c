// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE embed_in_a_host: a personnel program has classes and dates of its own; how does it ask
//         zhibu, and get the answers in its own terms?
//
// SHOWS    a Roster filled from the host's objects; std::chrono to Date and back; handles that lead
//          back to the host's objects
// FIRST    calendar_export, which needs no host
// NEXT     event_loop, in which such a host asks day by day

#include <chrono>
#include <iostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "zhibu.hpp"

// The host as it was before: it knows nothing of zhibu.
namespace host {

using std::chrono::year_month_day;

struct Office {
  std::string number;
  std::string name;
  year_month_day opened;
};

struct Employee {
  std::string number;
  std::string name;
  std::string office;
  year_month_day born;
  year_month_day joined_party;
};

// A line on the host's own screen.
struct Reminder {
  const Office* office;
  std::vector<const Employee*> invited;
  std::string_view what;
  year_month_day until;
};

}  // namespace host

namespace {

using namespace zhibu;

// Both count days from 1970-01-01.
Date to_zhibu(host::year_month_day day) {
  return Date::from_serial(std::chrono::sys_days{day}.time_since_epoch().count());
}

host::year_month_day to_host(Date day) {
  return std::chrono::sys_days{std::chrono::days{day.serial()}};
}

// A branch for each office, and a member of it for each employee. Handles count up from 0 in the
// order added, so that UnitId{i} is offices[i], and PersonId{i} is employees[i]. Both must outlive
// it.
class Adapter {
 public:
  Adapter(const std::vector<host::Office>& offices, const std::vector<host::Employee>& employees)
      : offices_{offices}, employees_{employees} {
    for (const host::Office& o : offices)
      roster_.add(Unit{.code = o.number, .name = o.name, .standing = since(to_zhibu(o.opened))});
    for (const host::Employee& e : employees) {
      const PersonId person = roster_.add(Person{.code = e.number,
                                                 .name = e.name,
                                                 .born_on = to_zhibu(e.born),
                                                 .admitted_on = to_zhibu(e.joined_party)});
      const Unit branch = roster_.unit(e.office);
      roster_.add(Membership{.person = person, .unit = branch.id, .period = branch.standing});
    }
  }

  // What the offices have to hold within so many days, and who comes to it.
  std::vector<host::Reminder> reminders(host::year_month_day today, int days) const {
    const Date day = to_zhibu(today);
    const Obligations owed =
        obligations(roster_, Rulebook::national(), Calendar::china(), span_of(Span::year, day));
    const Findings findings = audit(owed, Records{}, day);

    std::vector<host::Reminder> lines;
    for (const Upcoming& u : upcoming(findings, days)) {
      const Obligation o = owed[u.obligation];
      if (u.urgency == Urgency::overdue) continue;
      const UnitId unit = std::get<UnitId>(o.bearer);
      lines.push_back(
          {&offices_[unit.index], invited(unit, day), label(o.activity), to_host(u.due_on)});
    }
    return lines;
  }

 private:
  std::vector<const host::Employee*> invited(UnitId unit, Date day) const {
    std::vector<const host::Employee*> persons;
    for (const PersonId person : roster_.members(unit, MembershipKind::home, day))
      persons.push_back(&employees_[person.index]);
    return persons;
  }

  const std::vector<host::Office>& offices_;
  const std::vector<host::Employee>& employees_;
  Roster roster_;
};

}  // namespace

int main() {
  using namespace std::chrono_literals;

  const std::vector<host::Office> offices{{"D01", "老干部第一党支部", 2019y / 3 / 1},
                                          {"D02", "老干部第二党支部", 2021y / 9 / 1}};
  const std::vector<host::Employee> employees{{"E17", "甲", "D02", 1958y / 5 / 4, 1985y / 7 / 1},
                                              {"E23", "乙", "D01", 1960y / 2 / 29, 1990y / 7 / 1},
                                              {"E31", "丙", "D02", 1961y / 8 / 12, 1988y / 7 / 1}};

  const Adapter adapter{offices, employees};
  for (const host::Reminder& r : adapter.reminders(2026y / 3 / 25, 7)) {
    std::cout << static_cast<unsigned>(r.until.month()) << '/'
              << static_cast<unsigned>(r.until.day()) << ' ' << r.office->name << ' ' << r.what
              << ':';
    for (const host::Employee* employee : r.invited) std::cout << ' ' << employee->name;
    std::cout << '\n';
  }
}
// prints: 3/31 老干部第一党支部 党员大会: 乙
//         3/31 老干部第二党支部 党员大会: 甲 丙
//         3/31 老干部第一党支部 主题党日: 乙
//         3/31 老干部第二党支部 主题党日: 甲 丙
