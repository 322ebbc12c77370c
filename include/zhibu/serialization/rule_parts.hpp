// SPDX-License-Identifier: BSL-1.0
//
// Of what the values of rules, plans and reports consist; see parts.hpp.

#pragma once

#include "zhibu/audit/audit.hpp"
#include "zhibu/audit/rollup.hpp"
#include "zhibu/regulation/provision.hpp"
#include "zhibu/report/ledger.hpp"
#include "zhibu/schedule/plan.hpp"
#include "zhibu/serialization/parts.hpp"

namespace zhibu::serialization {

template <>
inline constexpr std::tuple parts<EveryUnit>{Part{"kinds", &EveryUnit::kinds},
                                             Part{"fields", &EveryUnit::fields},
                                             Part{"temporary", &EveryUnit::temporary},
                                             Part{"joint", &EveryUnit::joint},
                                             Part{"mobile", &EveryUnit::mobile},
                                             Part{"retired_cadres", &EveryUnit::retired_cadres},
                                             Part{"has_committee", &EveryUnit::has_committee},
                                             Part{"has_groups", &EveryUnit::has_groups}};

template <>
inline constexpr std::tuple parts<TheseUnits>{Part{"codes", &TheseUnits::codes}};

template <>
inline constexpr std::tuple<> parts<LeadsOfClusters>{};

template <>
inline constexpr std::tuple parts<HoldersOf>{Part{"units", &HoldersOf::units},
                                             Part{"posts", &HoldersOf::posts}};

template <>
inline constexpr std::tuple parts<EveryPerson>{
    Part{"member", &EveryPerson::member}, Part{"retirement", &EveryPerson::retirement},
    Part{"standing", &EveryPerson::standing}, Part{"circumstances", &EveryPerson::circumstances},
    Part{"needs_home_visits", &EveryPerson::needs_home_visits}};

template <>
inline constexpr std::tuple parts<AtLeast>{
    Part{"times", &AtLeast::times}, Part{"per", &AtLeast::per},
    Part{"preferred_months", &AtLeast::preferred_months}, Part{"days_apart", &AtLeast::days_apart}};

template <>
inline constexpr std::tuple parts<OnDays>{Part{"days", &OnDays::days},
                                          Part{"shift", &OnDays::shift}};

template <>
inline constexpr std::tuple parts<AtFestivals>{Part{"festivals", &AtFestivals::festivals},
                                               Part{"days_before", &AtFestivals::days_before},
                                               Part{"days_after", &AtFestivals::days_after}};

template <>
inline constexpr std::tuple parts<OnAnniversary>{Part{"of", &OnAnniversary::of},
                                                 Part{"within", &OnAnniversary::within}};

template <>
inline constexpr std::tuple parts<Deadline>{Part{"after", &Deadline::after},
                                            Part{"months", &Deadline::months},
                                            Part{"days", &Deadline::days}};

template <>
inline constexpr std::tuple parts<EveryMonthsSince>{Part{"since", &EveryMonthsSince::since},
                                                    Part{"months", &EveryMonthsSince::months}};

template <>
inline constexpr std::tuple parts<ClassHours>{Part{"least", &ClassHours::least},
                                              Part{"per", &ClassHours::per}};

template <>
inline constexpr std::tuple parts<Funding>{Part{"least_fen", &Funding::least_fen},
                                           Part{"most_fen", &Funding::most_fen},
                                           Part{"per", &Funding::per}};

template <>
inline constexpr std::tuple parts<AtTermEnd>{Part{"years", &AtTermEnd::years},
                                             Part{"reminder_months", &AtTermEnd::reminder_months}};

template <>
inline constexpr std::tuple parts<OnSchedule>{Part{"suggested", &OnSchedule::suggested}};

template <>
inline constexpr std::tuple parts<Occurrence>{
    Part{"day", &Occurrence::day}, Part{"half", &Occurrence::half},
    Part{"obligation", &Occurrence::obligation}, Part{"nth", &Occurrence::nth},
    Part{"certainty", &Occurrence::certainty}};

template <>
inline constexpr std::tuple parts<Discounted>{Part{"record", &Discounted::record},
                                              Part{"why", &Discounted::why},
                                              Part{"rule", &Discounted::rule}};

template <>
inline constexpr std::tuple parts<Tally>{Part{"code", &Tally::code}, Part{"name", &Tally::name},
                                         Part{"standing", &Tally::standing}};

template <>
inline constexpr std::tuple parts<LedgerColumn>{Part{"name", &LedgerColumn::name},
                                                Part{"kind", &LedgerColumn::kind}};

template <>
inline constexpr std::tuple parts<LedgerTotal>{
    Part{"name", &LedgerTotal::name}, Part{"value", &LedgerTotal::value},
    Part{"kind", &LedgerTotal::kind}, Part{"suppressed", &LedgerTotal::suppressed}};

template <>
inline constexpr std::tuple parts<LedgerRow>{Part{"cells", &LedgerRow::cells},
                                             Part{"day", &LedgerRow::day},
                                             Part{"summary", &LedgerRow::summary}};

template <>
inline constexpr std::tuple parts<Ledger>{
    Part{"title", &Ledger::title}, Part{"as_of", &Ledger::as_of}, Part{"columns", &Ledger::columns},
    Part{"rows", &Ledger::rows}, Part{"totals", &Ledger::totals}};

}  // namespace zhibu::serialization
