// SPDX-License-Identifier: BSL-1.0
//
// Of what the demands of requirements consist; see parts.hpp.

#pragma once

#include "zhibu/regulation/demand.hpp"
#include "zhibu/serialization/parts.hpp"

namespace zhibu::serialization {

template <>
inline constexpr std::tuple parts<Within>{
    Part{"measure", &Within::measure}, Part{"least", &Within::least}, Part{"most", &Within::most}};

template <>
inline constexpr std::tuple parts<Bounds>{
    Part{"within", &Bounds::within}, Part{"utmost", &Bounds::utmost}, Part{"when", &Bounds::when}};

template <>
inline constexpr std::tuple parts<OwnCommittee>{Part{"wanted", &OwnCommittee::wanted},
                                                Part{"when", &OwnCommittee::when}};

template <>
inline constexpr std::tuple parts<Placement>{
    Part{"kind", &Placement::kind}, Part{"under", &Placement::under}, Part{"top", &Placement::top}};

template <>
inline constexpr std::tuple parts<Placements>{Part{"table", &Placements::table}};

template <>
inline constexpr std::tuple<> parts<LapsesWithWorkplace>{};

template <>
inline constexpr std::tuple parts<HasVenue>{Part{"purpose", &HasVenue::purpose}};

template <>
inline constexpr std::tuple<> parts<Noted>{};

template <>
inline constexpr std::tuple<> parts<HomeBranch>{};

template <>
inline constexpr std::tuple parts<JoinedRevolutionBy>{Part{"day", &JoinedRevolutionBy::day}};

template <>
inline constexpr std::tuple parts<MonthsBetween>{
    Part{"from", &MonthsBetween::from}, Part{"to", &MonthsBetween::to},
    Part{"least", &MonthsBetween::least}, Part{"most", &MonthsBetween::most}};

template <>
inline constexpr std::tuple parts<Ratio>{Part{"part", &Ratio::part}, Part{"whole", &Ratio::whole},
                                         Part{"inclusive", &Ratio::inclusive}};

template <>
inline constexpr std::tuple parts<MeetingQuorum>{Part{"activity", &MeetingQuorum::activity},
                                                 Part{"ratio", &MeetingQuorum::ratio}};

template <>
inline constexpr std::tuple parts<PostCount>{Part{"kind", &PostCount::kind},
                                             Part{"least", &PostCount::least},
                                             Part{"most", &PostCount::most}};

template <>
inline constexpr std::tuple parts<PostsKept>{Part{"posts", &PostsKept::posts}};

template <>
inline constexpr std::tuple<> parts<SeatsTaken>{};

template <>
inline constexpr std::tuple parts<HolderStanding>{Part{"posts", &HolderStanding::posts},
                                                  Part{"years", &HolderStanding::years}};

template <>
inline constexpr std::tuple<> parts<HolderElectable>{};

template <>
inline constexpr std::tuple<> parts<HoldersAppointed>{};

template <>
inline constexpr std::tuple<> parts<NoElection>{};

template <>
inline constexpr std::tuple parts<ResultApproved>{Part{"posts", &ResultApproved::posts},
                                                  Part{"least", &ResultApproved::least}};

template <>
inline constexpr std::tuple parts<TermLength>{Part{"least_years", &TermLength::least_years},
                                              Part{"most_years", &TermLength::most_years}};

template <>
inline constexpr std::tuple parts<TermReminder>{Part{"months", &TermReminder::months}};

template <>
inline constexpr std::tuple<> parts<ElectedWhenDue>{};

template <>
inline constexpr std::tuple parts<TermShift>{Part{"years", &TermShift::years}};

template <>
inline constexpr std::tuple parts<CandidateSurplus>{Part{"surplus", &CandidateSurplus::surplus}};

template <>
inline constexpr std::tuple parts<ElectionQuorum>{Part{"ratio", &ElectionQuorum::ratio}};

template <>
inline constexpr std::tuple parts<ElectionMajority>{Part{"ratio", &ElectionMajority::ratio},
                                                    Part{"base", &ElectionMajority::base},
                                                    Part{"posts", &ElectionMajority::posts}};

template <>
inline constexpr std::tuple parts<DuesBracket>{Part{"up_to_fen", &DuesBracket::up_to_fen},
                                               Part{"per_mille", &DuesBracket::per_mille}};

template <>
inline constexpr std::tuple parts<DuesRate>{Part{"brackets", &DuesRate::brackets}};

template <>
inline constexpr std::tuple parts<DuesBegin>{Part{"in_month_of", &DuesBegin::in_month_of}};

template <>
inline constexpr std::tuple parts<DuesEvery>{Part{"per", &DuesEvery::per}};

template <>
inline constexpr std::tuple parts<DuesCatchUp>{Part{"months", &DuesCatchUp::months}};

template <>
inline constexpr std::tuple parts<DuesUnpaid>{Part{"months", &DuesUnpaid::months}};

}  // namespace zhibu::serialization
