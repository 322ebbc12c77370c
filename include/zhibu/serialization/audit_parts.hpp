// SPDX-License-Identifier: BSL-1.0
//
// Of what the values consist that audits make; see parts.hpp.

#pragma once

#include "zhibu/audit/comparison.hpp"
#include "zhibu/audit/coverage.hpp"
#include "zhibu/audit/dues_account.hpp"
#include "zhibu/audit/explanation.hpp"
#include "zhibu/audit/rate.hpp"
#include "zhibu/audit/upcoming.hpp"
#include "zhibu/regulation/rule_change.hpp"
#include "zhibu/serialization/parts.hpp"

namespace zhibu::serialization {

template <>
inline constexpr std::tuple parts<Rate>{Part{"numerator", &Rate::numerator},
                                        Part{"denominator", &Rate::denominator}};

template <>
inline constexpr std::tuple parts<FieldChange>{Part{"key", &FieldChange::key},
                                               Part{"before", &FieldChange::before},
                                               Part{"after", &FieldChange::after}};

template <>
inline constexpr std::tuple parts<RuleChange>{
    Part{"rule", &RuleChange::rule}, Part{"code", &RuleChange::code},
    Part{"kind", &RuleChange::kind}, Part{"fields", &RuleChange::fields}};

template <>
inline constexpr std::tuple parts<Upcoming>{
    Part{"obligation", &Upcoming::obligation},       Part{"urgency", &Upcoming::urgency},
    Part{"opens_on", &Upcoming::opens_on},           Part{"due_on", &Upcoming::due_on},
    Part{"days_left", &Upcoming::days_left},         Part{"missing", &Upcoming::missing},
    Part{"missing_hours", &Upcoming::missing_hours}, Part{"missing_fen", &Upcoming::missing_fen}};

template <>
inline constexpr std::tuple parts<Stood>{Part{"obligation", &Stood::obligation},
                                         Part{"standing", &Stood::standing}};

template <>
inline constexpr std::tuple parts<FindingChange>{Part{"before", &FindingChange::before},
                                                 Part{"after", &FindingChange::after},
                                                 Part{"cause", &FindingChange::cause}};

template <>
inline constexpr std::tuple parts<Statement>{Part{"zh", &Statement::zh},
                                             Part{"en", &Statement::en}};

template <>
inline constexpr std::tuple parts<Fact>{Part{"what", &Fact::what}, Part{"days", &Fact::days}};

template <>
inline constexpr std::tuple parts<Reach>{Part{"person", &Reach::person},
                                         Part{"times", &Reach::times}, Part{"named", &Reach::named},
                                         Part{"records", &Reach::records}};

template <>
inline constexpr std::tuple parts<Coverage>{Part{"period", &Coverage::period},
                                            Part{"persons", &Coverage::persons}};

template <>
inline constexpr std::tuple parts<DuesMonth>{Part{"month", &DuesMonth::month},
                                             Part{"branch", &DuesMonth::branch},
                                             Part{"base_fen", &DuesMonth::base_fen},
                                             Part{"rate", &DuesMonth::rate},
                                             Part{"per_mille", &DuesMonth::per_mille},
                                             Part{"owed", &DuesMonth::owed},
                                             Part{"paid", &DuesMonth::paid},
                                             Part{"paid_on", &DuesMonth::paid_on},
                                             Part{"caught_up_late", &DuesMonth::caught_up_late}};

template <>
inline constexpr std::tuple parts<DuesAccount>{
    Part{"person", &DuesAccount::person},
    Part{"as_of", &DuesAccount::as_of},
    Part{"months", &DuesAccount::months},
    Part{"owed", &DuesAccount::owed},
    Part{"paid", &DuesAccount::paid},
    Part{"arrears", &DuesAccount::arrears},
    Part{"months_owed", &DuesAccount::months_owed},
    Part{"months_unknown", &DuesAccount::months_unknown},
    Part{"months_caught_up_late", &DuesAccount::months_caught_up_late},
    Part{"unpaid_in_a_row", &DuesAccount::unpaid_in_a_row},
    Part{"unpaid_too_long", &DuesAccount::unpaid_too_long}};

}  // namespace zhibu::serialization
