// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

#include "zhibu/regulation/strictness.hpp"

namespace zhibu {
namespace {

// Bounds of which either may be missing.
struct Limits {
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

template <class Row>
Limits limits(const Row& row) {
  Limits limits;
  if (row.least) limits.least = *row.least;
  if (row.most) limits.most = *row.most;
  return limits;
}

bool lie_within(Limits inner, Limits outer) {
  return inner.least >= outer.least && inner.most <= outer.most;
}

// Whether reaching the share `a` is to reach the share `b`.
bool reaches(const Ratio& a, const Ratio& b) {
  const std::int64_t left = std::int64_t{a.part} * b.whole;
  const std::int64_t right = std::int64_t{b.part} * a.whole;
  return left > right || (left == right && (!a.inclusive || b.inclusive));
}

// Posts that are none mean every post.
bool cover(const std::vector<PostKind>& a, const std::vector<PostKind>& b) {
  if (a.empty()) return true;
  return !b.empty() && std::ranges::all_of(
                           b, [&](PostKind kind) { return std::ranges::find(a, kind) != a.end(); });
}

// The number that is not to be passed in any case.
std::optional<int> last_of(const Bounds& demand) {
  return demand.utmost ? demand.utmost : demand.within.most;
}

bool follows(const Bounds& a, const Bounds& b) {
  const int no_limit = std::numeric_limits<int>::max();
  return a.within.measure == b.within.measure && a.when == b.when &&
         lie_within(limits(a.within), limits(b.within)) &&
         last_of(a).value_or(no_limit) <= last_of(b).value_or(no_limit);
}

bool follows(const PostsKept& a, const PostsKept& b) {
  return std::ranges::all_of(b.posts, [&](const PostCount& asked) {
    return std::ranges::any_of(a.posts, [&](const PostCount& kept) {
      return kept.kind == asked.kind && kept.least >= asked.least &&
             (!asked.most || (kept.most && *kept.most <= *asked.most));
    });
  });
}

bool follows(const HolderStanding& a, const HolderStanding& b) {
  return cover(a.posts, b.posts) && a.years >= b.years;
}

bool follows(const ResultApproved& a, const ResultApproved& b) {
  return cover(a.posts, b.posts) && a.least >= b.least;
}

bool follows(const TermLength& a, const TermLength& b) {
  return a.least_years >= b.least_years && a.most_years <= b.most_years;
}

// Who is reminded earlier has been reminded by the later day.
bool follows(const TermReminder& a, const TermReminder& b) { return a.months >= b.months; }

bool follows(const TermShift& a, const TermShift& b) { return a.years <= b.years; }

bool follows(const CandidateSurplus& a, const CandidateSurplus& b) {
  return reaches(a.surplus, b.surplus);
}

bool follows(const ElectionQuorum& a, const ElectionQuorum& b) { return reaches(a.ratio, b.ratio); }

// A share of those due is no less than the same share of those present.
bool follows(const ElectionMajority& a, const ElectionMajority& b) {
  return reaches(a.ratio, b.ratio) && (a.base == b.base || a.base == Base::due) &&
         cover(a.posts, b.posts);
}

bool follows(const MeetingQuorum& a, const MeetingQuorum& b) {
  return a.activity == b.activity && reaches(a.ratio, b.ratio);
}

bool follows(const JoinedRevolutionBy& a, const JoinedRevolutionBy& b) { return a.day <= b.day; }

bool follows(const MonthsBetween& a, const MonthsBetween& b) {
  return a.from == b.from && a.to == b.to && lie_within(limits(a), limits(b));
}

// A venue for a purpose is one for any.
bool follows(const HasVenue& a, const HasVenue& b) {
  return b.purpose.empty() || a.purpose == b.purpose;
}

// Whether as much is paid by `a` as by `b` of every base: between their bounds nothing changes.
bool follows(const DuesRate& a, const DuesRate& b) {
  std::vector<std::int64_t> bases{1, std::numeric_limits<std::int64_t>::max()};
  for (const DuesRate* rate : {&a, &b})
    for (const DuesBracket& bracket : rate->brackets)
      if (bracket.up_to_fen)
        bases.insert(bases.end(), {*bracket.up_to_fen, *bracket.up_to_fen + 1});
  return std::ranges::all_of(
      bases, [&](std::int64_t base) { return per_mille_of(a, base) >= per_mille_of(b, base); });
}

bool follows(const DuesEvery& a, const DuesEvery& b) { return a.per <= b.per; }
bool follows(const DuesCatchUp& a, const DuesCatchUp& b) { return a.months <= b.months; }
bool follows(const DuesUnpaid& a, const DuesUnpaid& b) { return a.months <= b.months; }

template <class A, class B>
bool follows(const A& a, const B& b) {
  if constexpr (std::is_same_v<A, B>) return a == b;
  return false;
}

}  // namespace

bool implies(const Demand& a, const Demand& b) {
  return std::visit([](const auto& one, const auto& other) { return follows(one, other); }, a, b);
}

}  // namespace zhibu
