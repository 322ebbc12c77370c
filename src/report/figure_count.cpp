// SPDX-License-Identifier: BSL-1.0

#include <array>
#include <cstddef>
#include <utility>

#include "report/figure_counter.hpp"

namespace zhibu {

CountedFigure Counter::count() {
  // In the order of Counted.
  constexpr std::array<Act, 25> acts{&Counter::units,
                                     &Counter::holders,
                                     &Counter::titles,
                                     &Counter::persons,
                                     &Counter::clusters,
                                     &Counter::lead_units,
                                     &Counter::contact_branches,
                                     &Counter::venues,
                                     &Counter::units_with_venue,
                                     &Counter::pairings,
                                     &Counter::volunteer_roles,
                                     &Counter::volunteers,
                                     &Counter::honours,
                                     &Counter::campaigns,
                                     &Counter::sessions,
                                     &Counter::person_times,
                                     &Counter::beneficiaries,
                                     &Counter::persons_named,
                                     &Counter::places,
                                     &Counter::study_notes,
                                     &Counter::opinions,
                                     &Counter::appropriated,
                                     &Counter::paid,
                                     &Counter::owed,
                                     &Counter::owed_money};
  (this->*acts[static_cast<std::size_t>(made_.counted)])();
  return std::move(made_);
}

CountedFigure count(const Figure& figure, const Roster& roster, const Records& records,
                    const Obligations& owed, Date as_of) {
  return Counter{figure, roster, records, owed, as_of}.count();
}

}  // namespace zhibu
