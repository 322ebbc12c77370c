// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/strictness.hpp"

#include <algorithm>
#include <cstdint>
#include <type_traits>
#include <variant>

#include "regulation/least_counted.hpp"

namespace zhibu {
namespace {

// How many whole spans of the one kind every span of the other holds; 0 where it is shorter.
int spans_in(Span part, Span whole) {
  constexpr int months[] = {1, 3, 6, 12};
  return months[static_cast<int>(whole)] / months[static_cast<int>(part)];
}

template <class T>
bool contains_all(const std::vector<T>& all, const std::vector<T>& some) {
  return std::ranges::all_of(
      some, [&](const T& one) { return std::ranges::find(all, one) != all.end(); });
}

bool follows(const AtLeast& a, const AtLeast& b) { return least_counted(a, b) >= b.times; }

bool follows(const OnDays& a, const OnDays& b) { return a == b; }

bool follows(const AtFestivals& a, const AtFestivals& b) {
  return contains_all(a.festivals, b.festivals) && a.days_before <= b.days_before &&
         a.days_after <= b.days_after;
}

bool follows(const OnAnniversary& a, const OnAnniversary& b) {
  return a.of == b.of && a.within <= b.within;
}

Date last_day(const Deadline& deadline, Date after) {
  return add_months(after, deadline.months) + deadline.days;
}

// Months differ in length: the later of two deadlines is not the same from every day. These years
// hold a leap year, and one that is none although four divides it.
bool follows(const Deadline& a, const Deadline& b) {
  if (a.after != b.after) return false;
  if (a.months <= b.months && a.days <= b.days) return true;
  for (Date day{2095, 1, 1}; day <= Date{2104, 12, 31}; day = day + 1)
    if (last_day(b, day) < last_day(a, day)) return false;
  return true;
}

// Every window of `b` must hold a whole one of `a`, or two could be met on either side of it.
bool follows(const EveryMonthsSince& a, const EveryMonthsSince& b) {
  if (a.since != b.since) return false;
  const std::int64_t one = a.months, other = b.months;
  if (other >= 2 * one - 1) return true;
  for (std::int64_t nth = 0; nth < one; ++nth) {
    const std::int64_t begin = (nth * other + one - 1) / one * one;
    if (begin + one > (nth + 1) * other) return false;
  }
  return true;
}

bool follows(const ClassHours& a, const ClassHours& b) {
  return std::int64_t{a.least} * spans_in(a.per, b.per) >= b.least;
}

bool follows(const Funding& a, const Funding& b) {
  const int spans = spans_in(a.per, b.per);
  return spans > 0 && a.least_fen * spans >= b.least_fen && a.most_fen * spans <= b.most_fen;
}

// Who is re-elected early begins a new term, so that the longer one never ends.
bool follows(const AtTermEnd& a, const AtTermEnd& b) {
  return a.years < b.years || (a.years == b.years && a.reminder_months <= b.reminder_months);
}

bool follows(const OnSchedule&, const OnSchedule&) { return true; }
bool follows(const AtLeast&, const OnSchedule&) { return true; }

template <class A, class B>
requires(!std::is_same_v<A, B>) bool follows(const A&, const B&) { return false; }

template <class T>
bool is_in_both(const std::vector<T>& a, const std::vector<T>& b) {
  return a.empty() || b.empty() ||
         std::ranges::any_of(a, [&](const T& one) { return std::ranges::find(b, one) != b.end(); });
}

bool agree(std::optional<bool> a, std::optional<bool> b) { return !a || !b || *a == *b; }

// A committee and a general branch have a committee by their kind.
bool may_be_without_committee(UnitKind kind) {
  return kind != UnitKind::committee && kind != UnitKind::general_branch;
}

bool meet(const EveryUnit& a, const EveryUnit& b) {
  const bool without = !a.has_committee.value_or(true) || !b.has_committee.value_or(true);
  const bool of_one_kind = std::ranges::any_of(a.kinds, [&](UnitKind kind) {
    return std::ranges::find(b.kinds, kind) != b.kinds.end() &&
           (!without || may_be_without_committee(kind));
  });
  return of_one_kind && is_in_both(a.fields, b.fields) && agree(a.temporary, b.temporary) &&
         agree(a.joint, b.joint) && agree(a.mobile, b.mobile) &&
         agree(a.retired_cadres, b.retired_cadres) && agree(a.has_committee, b.has_committee) &&
         agree(a.has_groups, b.has_groups);
}
bool meet(const TheseUnits& a, const TheseUnits& b) {
  return !a.codes.empty() && !b.codes.empty() && is_in_both(a.codes, b.codes);
}
bool meet(const LeadsOfClusters&, const LeadsOfClusters&) { return true; }
bool meet(const EveryPerson& a, const EveryPerson& b) {
  return agree(a.member, b.member) && is_in_both(a.retirement, b.retirement) &&
         is_in_both(a.standing, b.standing) && is_in_both(a.circumstances, b.circumstances) &&
         agree(a.needs_home_visits, b.needs_home_visits);
}
template <class A, class B>
bool meet(const A&, const B&) {
  return false;
}
bool meet(const HoldersOf& a, const HoldersOf& b) {
  return is_in_both(a.posts, b.posts) &&
         std::visit([](const auto& of_a, const auto& of_b) { return meet(of_a, of_b); }, a.units,
                    b.units);
}

int rank(Force force) {
  switch (force) {
    case Force::shall:
      return 3;
    case Force::as_a_rule:
      return 2;
    case Force::practice:
      return 1;
    case Force::may:
      break;
  }
  return 0;
}

}  // namespace

bool implies(const Cadence& a, const Cadence& b) {
  return std::visit([](const auto& one, const auto& other) { return follows(one, other); }, a, b);
}

bool overlaps(const Scope& a, const Scope& b) {
  return std::visit([](const auto& one, const auto& other) { return meet(one, other); }, a, b);
}

bool is_as_strong(Force a, Force b) { return rank(a) >= rank(b); }

}  // namespace zhibu
