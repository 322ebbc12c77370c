// SPDX-License-Identifier: BSL-1.0

#pragma once

#include "zhibu/export.hpp"
#include "zhibu/regulation/cadence.hpp"
#include "zhibu/regulation/citation.hpp"
#include "zhibu/regulation/demand.hpp"
#include "zhibu/regulation/scope.hpp"

namespace zhibu {

// Which of two demands is the stricter. A demand implies another where nobody can meet the one and
// fail the other; two demands may imply each other, or neither the other.

// Whether who has met `a` in every window of it has met `b` in every window of it too, whatever the
// days; months that are only preferred are not looked at.
//
//   implies(AtLeast{1, Span::month}, AtLeast{1, Span::quarter});   // true
//   implies(AtLeast{6, Span::year}, AtLeast{1, Span::quarter});    // false: all six in March
//   implies(AtLeast{.times = 2, .per = Span::quarter, .days_apart = 30},
//           AtLeast{2, Span::quarter});                            // true
//
// A demand without a number (OnSchedule) is met by whoever meets any number. Of days of a
// recurrence only the same imply one another; of milestones, festivals and money only demands of
// one kind on the same milestone, festivals or span.
ZHIBU_EXPORT bool implies(const Cadence& a, const Cadence& b);

// Whether what is built as `a` demands is built as `b` demands too: narrower bounds of the same
// measure under the same condition, a shorter term, a higher share of the same base, the same posts
// and more. Of demands that cannot be measured only the same imply one another.
ZHIBU_EXPORT bool implies(const Demand& a, const Demand& b);

// Whether some unit or person is certainly named by both, as far as the scopes alone tell: of named
// units and units of a kind they do not.
ZHIBU_EXPORT bool overlaps(const Scope& a, const Scope& b);

// Whether `a` is put as strongly as `b`, or more: 应当 before 一般 before a unit's own practice
// before 可以.
ZHIBU_EXPORT bool is_as_strong(Force a, Force b);

}  // namespace zhibu
