// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE event_loop: how does a program that runs all year ask "what falls due today"?
//
// SHOWS    upcoming() as days begin, Progress kept up to date record by record, a clock passed in
// FIRST    embed_in_a_host, which asks once
// NEXT     embed_roster, in which such a program keeps a roster in its own file
//
// The loop stands for that of any toolkit, whose timer gives the days and whose forms the records.
// Nothing in zhibu reads the clock: a test gives the days it likes, and waits for none of them.

#include <cstdint>
#include <functional>
#include <iostream>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "zhibu.hpp"

namespace {

using namespace zhibu;

// The themed Party day of each month (主题党日), for two branches.
class Desk {
 public:
  explicit Desk(Roster roster)
      : roster_{std::move(roster)},
        owed_{obligations(roster_, rules_, Calendar::china(), year_)},
        progress_{roster_.as_of(year_.begin), rules_, year_} {}

  // Speaks of each obligation once in each of its states. They last, so that none is missed where
  // the program did not run on the day on which one began.
  void day_begins(Date today) {
    const Findings findings = audit(owed_, held_, today);
    for (const Upcoming& u : upcoming(findings, 5)) {
      const Obligation o = owed_[u.obligation];
      if (o.rule != rule_ || said_[u.obligation] == u.urgency) continue;
      said_[u.obligation] = u.urgency;
      std::cout << to_string(today) << ' ' << label(u.urgency) << ' ' << title(o.window) << ' '
                << roster_[std::get<UnitId>(o.bearer)].name << '\n';
    }
  }

  void entered(const Record& record) {
    held_.add(record);
    progress_.hold(record.unit, Activity::themed_party_day, record.held_on, record.for_period);
    std::cout << to_string(record.held_on) << " 主题党日 " << roster_[record.unit].name
              << ", 全年已办 " << count(Standing::satisfied, record.held_on) << ", 补办 "
              << count(Standing::satisfied_late, record.held_on) << '\n';
  }

 private:
  std::int64_t count(Standing standing, Date today) const {
    const ProvisionId provision = rules_.provision(rule_).id;
    const std::vector<std::int64_t> windows = progress_.count(provision, standing, today);
    return std::accumulate(windows.begin(), windows.end(), std::int64_t{0});
  }

  static constexpr std::string_view rule_ = "LIFE-01";
  Period year_ = parse_period("2026");
  Rulebook rules_ = Rulebook::national();
  Roster roster_;
  Records held_;
  Obligations owed_;
  Progress progress_;
  std::map<ObligationId, std::optional<Urgency>> said_;
};

// The next day on which the program runs; nothing when it ends.
using Clock = std::function<std::optional<Date>()>;

// In place of one that waits for the morning: each workday of a period, at once.
Clock workdays(Period period) {
  return [day = period.begin - 1, period]() mutable -> std::optional<Date> {
    day = Calendar::china().add_workdays(day, 1);
    return period.contains(day) ? std::optional{day} : std::nullopt;
  };
}

void run(Desk& desk, const std::multimap<Date, Record>& forms, const Clock& clock) {
  while (const std::optional<Date> today = clock()) {
    desk.day_begins(*today);
    const auto [first, last] = forms.equal_range(*today);
    for (auto form = first; form != last; ++form) desk.entered(form->second);
  }
}

}  // namespace

int main() {
  Roster roster;
  const Period standing = since(Date{2019, 3, 1});
  const UnitId one =
      roster.add(Unit{.code = "B01", .name = "老干部第一党支部", .standing = standing});
  const UnitId two =
      roster.add(Unit{.code = "B02", .name = "老干部第二党支部", .standing = standing});

  const Record in_time{.code = "2026-1",
                       .unit = one,
                       .activities = Activity::themed_party_day,
                       .held_on = Date{2026, 1, 28}};
  const Record made_up{.code = "2026-2",
                       .unit = two,
                       .activities = Activity::themed_party_day,
                       .held_on = Date{2026, 2, 3},
                       .for_period = parse_period("2026-01")};
  Desk desk{std::move(roster)};
  run(desk, {{in_time.held_on, in_time}, {made_up.held_on, made_up}},
      workdays(parse_period("2026-01-26..2026-02-05")));
}
// prints: 2026-01-26 办理中 2026-01 老干部第一党支部
//         2026-01-26 办理中 2026-01 老干部第二党支部
//         2026-01-28 主题党日 老干部第一党支部, 全年已办 1, 补办 0
//         2026-02-02 逾期 2026-01 老干部第二党支部
//         2026-02-03 主题党日 老干部第二党支部, 全年已办 1, 补办 1
