// SPDX-License-Identifier: BSL-1.0
//
// The tables of a roster's folder and their columns, as Roster::load reads them; true marks what
// every file must have. In all of them `from` is the first day and `to` the last, empty (or
// 9999-12-31) while it lasts. Days are written 2017-09-30, yes and no also 是 and 否, and kinds by
// their key or their Chinese label.

#pragma once

#include "table.hpp"

namespace zhibu {

inline constexpr Column unit_columns[] = {
    {"code", true},      // unique
    {"name", true},      // 县政府办离退休干部党支部
    {"kind", true},      // UnitKind
    {"parent"},          // a unit's code, which may stand in a later line
    {"from", true},      //
    {"to"},              //
    {"temporary"},       // yes or no; empty means no
    {"retired_cadres"},  // yes or no
    {"committee"},       // yes or no: has it a committee of its own?
    {"elected"},         // the day when the present committee or secretary was elected
    {"workplace"},       // 县政府办
};

inline constexpr Column person_columns[] = {
    {"code", true},         // unique
    {"name", true},         //
    {"sex", true},          // Sex
    {"born", true},         //
    {"retirement", true},   // Retirement
    {"retired"},            // the day of retirement
    {"joined_revolution"},  // 参加革命工作时间
    {"admitted"},           // 入党
    {"full_member"},        // 转正
    {"home_visits"},        // yes or no: is study brought to the door?
};

inline constexpr Column membership_columns[] = {
    {"person", true},  // a person's code
    {"unit", true},    // a unit's code
    {"kind", true},    // MembershipKind
    {"from", true},    //
    {"to"},
};

inline constexpr Column post_columns[] = {
    {"code", true},  // unique
    {"unit", true},  // a unit's code
    {"kind", true},  // PostKind
    {"title"},       // as the unit itself says it
    {"ex_officio"},  // yes or no
};

inline constexpr Column appointment_columns[] = {
    {"post", true},    // a post's code
    {"person", true},  // a person's code
    {"from", true},    //
    {"to"},            //
    {"titles"},        // the offices held besides
};

inline constexpr Column cluster_columns[] = {
    {"code", true},    // unique
    {"name", true},    //
    {"lead", true},    // a unit's code: 片组长单位
    {"deputy", true},  // a unit's code: 副片组长单位
    {"from", true},    //
    {"to"},
};

inline constexpr Column cluster_member_columns[] = {
    {"cluster", true},  // a cluster's code
    {"unit", true},     // a unit's code
    {"from", true},     //
    {"to"},
};

inline constexpr Column contact_columns[] = {
    {"person", true},  // a person's code
    {"unit", true},    // a unit's code
    {"from", true},    //
    {"to"},
};

}  // namespace zhibu
