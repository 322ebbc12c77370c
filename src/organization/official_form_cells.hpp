// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zhibu/organization/code_set.hpp"
#include "zhibu/organization/person.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// A day as sheets write it: 2017-09-30, 20170930, 2017/9/30, 2017.09.30 or 2017年9月30日, with
// nothing behind it but midnight. Throws std::invalid_argument for anything else, also for a month
// without a day.
Date parse_form_date(std::string_view text);

// An id number (公民身份号码) as it is kept, with a capital X. Throws std::invalid_argument, which
// shows it masked, unless it is of 18 characters, with a day that there is and the check digit of
// GB 11643.
std::string parse_id_number(std::string_view text);

// What an id number says of its person.
Date born_on(std::string_view id_number);
Sex sex(std::string_view id_number);

// The kind of an organization: a code or label of `kinds`, or the label of a kind that the set has
// no code for ("党工委", "临时党工委"). Throws std::invalid_argument for anything else, and for a
// code that stands for no kind of organization.
UnitCategory parse_category(std::string_view text, const CodeSet& kinds);

// And as forms write it: "631 党支部", or the label alone where the set has no code.
std::string category_cell(UnitCategory category, const CodeSet& kinds);

// The parts of a cell with several names, divided by ; or ；.
std::vector<std::string_view> parts_of(std::string_view text);

}  // namespace zhibu
