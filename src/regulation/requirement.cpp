// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/requirement.hpp"

#include <type_traits>

#include "regulation/sound_rows.hpp"

namespace zhibu {
namespace {

void require_sound(const EveryUnit& scope) {
  require(!scope.kinds.empty(), "scope: found no kinds of unit; accepted: one or more");
  require(
      !scope.has_groups,
      "scope: found has_groups; accepted: the measure groups, in the demand, which counts them");
}
void require_sound(const EveryPerson&) {}

void require_sound(const Within& within) {
  require(within.least || within.most, "demand: found no bound; accepted: least, most, or both");
  require(within.least.value_or(0) >= 0 &&
              within.least.value_or(0) <= within.most.value_or(within.least.value_or(0)),
          "demand: found bounds that hold nothing; accepted: 0 <= least <= most");
}
void require_sound(const Bounds& demand) {
  require_sound(demand.within);
  if (demand.when) require_sound(*demand.when);
  require(!demand.utmost || (demand.within.most && *demand.within.most < *demand.utmost),
          "demand: found an utmost number that is not above the most; accepted: most < utmost");
}
void require_sound(const OwnCommittee& demand) { require_sound(demand.when); }
void require_sound(const Placements& demand) {
  require(!demand.table.empty(), "demand: found no placements; accepted: one or more");
}
void require_sound(const PostsKept& demand) {
  require(!demand.posts.empty(), "demand: found no posts; accepted: one or more");
  for (const PostCount& post : demand.posts)
    require(0 <= post.least && post.least <= post.most.value_or(post.least),
            "demand: found numbers of seats that hold nothing; accepted: 0 <= least <= most");
}
void require_sound(const HolderStanding& demand) {
  require(!demand.posts.empty(), "demand: found no posts; accepted: one or more");
  require(demand.years >= 0, "demand: found fewer than 0 years; accepted: 0 or more");
}
void require_sound(const ResultApproved& demand) {
  require(!demand.posts.empty(), "demand: found no posts; accepted: one or more");
}
void require_sound(const TermLength& demand) {
  require(1 <= demand.least_years && demand.least_years <= demand.most_years &&
              demand.most_years <= most_years,
          "demand: found no length of a term; accepted: 1 <= least_years <= most_years <= 100");
}
void require_sound(const TermReminder& demand) {
  require(1 <= demand.months && demand.months <= most_months,
          "demand: found a reminder of no number of months; accepted: 1 to 1200");
}
void require_sound(const TermShift& demand) {
  require(0 <= demand.years && demand.years <= most_years,
          "demand: found a shift of no number of years; accepted: 0 to 100");
}
void require_sound(const Ratio& ratio) {
  require(0 < ratio.part && ratio.part <= ratio.whole,
          "demand: found no ratio; accepted: 0 < part <= whole");
}
void require_sound(const CandidateSurplus& demand) { require_sound(demand.surplus); }
void require_sound(const ElectionQuorum& demand) { require_sound(demand.ratio); }
void require_sound(const ElectionMajority& demand) { require_sound(demand.ratio); }
void require_sound(const MeetingQuorum& demand) { require_sound(demand.ratio); }
void require_sound(const MonthsBetween& demand) {
  require(demand.least || demand.most, "demand: found no bound; accepted: least, most, or both");
  require(demand.least.value_or(0) >= 0 &&
              demand.least.value_or(0) <= demand.most.value_or(demand.least.value_or(0)),
          "demand: found bounds that hold nothing; accepted: 0 <= least <= most");
  require(
      demand.from != Milestone::took_post && demand.to != Milestone::took_post,
      "demand: found took_post, which is not the person's alone; accepted: any other milestone");
}

void require_sound(const DuesBegin& demand) {
  require(demand.in_month_of != Milestone::took_post,
          "demand: found took_post, which is not the person's alone; accepted: any other "
          "milestone");
}
void require_sound(const DuesCatchUp& demand) {
  require(0 <= demand.months && demand.months <= most_months,
          "demand: found no number of months; accepted: 0 to 1200");
}
void require_sound(const DuesUnpaid& demand) {
  require(1 <= demand.months && demand.months <= most_months,
          "demand: found no number of months; accepted: 1 to 1200");
}

// Demands that have nothing in them that could be wrong.
template <class D>
requires(std::is_empty_v<D> || std::is_same_v<D, JoinedRevolutionBy> ||
         std::is_same_v<D, HasVenue> || std::is_same_v<D, DuesEvery>) void require_sound(const D&) {
}

bool is_of_dues(const Demand& demand) {
  return std::holds_alternative<DuesRate>(demand) || std::holds_alternative<DuesBegin>(demand) ||
         std::holds_alternative<DuesEvery>(demand) || std::holds_alternative<DuesCatchUp>(demand) ||
         std::holds_alternative<DuesUnpaid>(demand);
}

bool is_of_persons(const Demand& demand) {
  return std::holds_alternative<HomeBranch>(demand) ||
         std::holds_alternative<JoinedRevolutionBy>(demand) ||
         std::holds_alternative<MonthsBetween>(demand) || is_of_dues(demand);
}

}  // namespace

template <>
std::span<const Name<Measure>> names() {
  static constexpr Name<Measure> all[] = {
      {Measure::members, "members", "党员", "members"},
      {Measure::full_members, "full_members", "正式党员", "full members"},
      {Measure::workplaces, "workplaces", "覆盖单位", "workplaces"},
      {Measure::committee_size, "committee_size", "委员", "committee members"},
      {Measure::groups, "groups", "党小组", "Party groups"},
  };
  return all;
}

bool in_force(const Requirement& requirement, Date day) {
  const std::optional<Date>& until = requirement.in_force_until;
  return requirement.in_force_from <= day && (!until || day < *until);
}

void require_sound(const Requirement& r) {
  std::visit([](const auto& scope) { require_sound(scope); }, r.scope);
  std::visit([](const auto& demand) { require_sound(demand); }, r.demand);
  require(
      std::holds_alternative<EveryPerson>(r.scope) == is_of_persons(r.demand),
      "found a demand on persons with a scope of units, or the other way round; accepted: "
      "every_person with home_branch, joined_revolution_by, months_between and what begins with "
      "dues_, every_unit with all others");
  require_sound_dates_and_quote(r.in_force_from, r.in_force_until, r.quote, r.confidence);
}

}  // namespace zhibu
