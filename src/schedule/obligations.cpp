// SPDX-License-Identifier: BSL-1.0

#include <stdexcept>
#include <string>

#include "schedule/bearers.hpp"
#include "schedule/windows.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {
namespace {

std::vector<Owing> all_owing(const Roster& roster, const Provision& provision,
                             const Calendar& calendar, Period period,
                             std::optional<Date> rules_of) try {
  const Windows windows{provision, calendar, period, rules_of};
  return bearers(roster, provision, windows);
} catch (const std::invalid_argument& error) {
  throw std::invalid_argument{"provision '" + std::string{provision.code} + "': " + error.what()};
}

}  // namespace

Obligations obligations(const Roster& roster, const Rulebook& rulebook, const Calendar& calendar,
                        Period period, std::optional<Date> rules_of, PartialWindow partial) {
  if (period.empty())
    throw std::invalid_argument{"found an empty period, from " + to_string(period.begin) + " to " +
                                to_string(period.end) +
                                "; accepted: one that ends after it begins"};

  Obligations all{rulebook, period, rules_of, partial};
  for (const Provision& provision : all.rulebook().provisions()) {
    const std::vector<Owing> owed = all_owing(roster, provision, calendar, period, rules_of);
    if (provision.force == Force::may) continue;
    for (const Owing& one : owed)
      if (one.bound == one.window.period || partial != PartialWindow::not_owed)
        all.add(provision.id, one.bearer, one.window.period,
                {.at = one.at,
                 .fixed = one.window.fixed,
                 .exemption = one.exemption,
                 .bound = one.bound});
  }
  return all;
}

}  // namespace zhibu
