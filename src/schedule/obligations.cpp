// SPDX-License-Identifier: BSL-1.0

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include "schedule/bearers.hpp"
#include "schedule/stricter.hpp"
#include "schedule/windows.hpp"
#include "steps.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {
namespace {

// Nothing under an option, and of what binds only in part what the caller wants to see.
Owed owed_under(const Provision& provision, const Roster& roster, const Calendar& calendar,
                const Obligations& all, Steps& steps) try {
  const Windows windows{provision, calendar, all.period(), all.rules_of()};
  Owed owed{&provision, bearers(roster, provision, windows, steps), {}};
  if (provision.force == Force::may) owed.owing.clear();
  if (all.partial() == PartialWindow::not_owed)
    std::erase_if(owed.owing, [&](const Owing& one) {
      steps.pause();
      return one.bound != one.window.period;
    });
  owed.also.resize(owed.owing.size());
  return owed;
} catch (const std::invalid_argument& error) {
  if (steps.stopped()) throw;
  throw std::invalid_argument{"provision '" + std::string{provision.code} + "': " + error.what()};
}

void add(const std::vector<Owed>& owed, Obligations& all, const Watch& watch) {
  std::size_t more = 0;
  for (const Owed& under : owed) more += under.owing.size();
  Steps steps{watch, more};
  all.reserve(more);
  for (const Owed& under : owed)
    for (std::size_t i = 0; i < under.owing.size(); ++i) {
      all.add(under.provision->id, under.owing[i].bearer, under.owing[i].window.period,
              {.at = under.owing[i].at,
               .fixed = under.owing[i].window.fixed,
               .exemption = under.owing[i].exemption,
               .bound = under.owing[i].bound,
               .also = under.also[i]});
      steps();
    }
  steps.finish();
}

}  // namespace

Obligations obligations(const Roster& roster, const Rulebook& rulebook, const Calendar& calendar,
                        Period period, std::optional<Date> rules_of, PartialWindow partial,
                        const Watch& watch) {
  if (period.empty())
    throw std::invalid_argument{"found an empty period, from " + to_string(period.begin) + " to " +
                                to_string(period.end) +
                                "; accepted: one that ends after it begins"};

  Obligations all{rulebook, period, rules_of, partial};
  std::size_t bearers = 0;
  for (const Provision& provision : all.rulebook().provisions())
    bearers += steps_of(provision, roster);
  Steps steps{watch, 2 * bearers};  // whom the provisions bind; and what comes of it
  std::vector<Owed> owed;
  for (const Provision& provision : all.rulebook().provisions())
    owed.push_back(owed_under(provision, roster, calendar, all, steps));
  keep_the_strictest(owed, steps.share(bearers / 2));
  add(owed, all, steps.share(bearers / 2));
  steps.finish();
  return all;
}

}  // namespace zhibu
