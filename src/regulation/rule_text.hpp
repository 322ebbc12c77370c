// SPDX-License-Identifier: BSL-1.0
//
// The fields of a row as a rulebook's file writes them.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zhibu/regulation/provision.hpp"
#include "zhibu/regulation/requirement.hpp"
#include "zhibu/regulation/undecided.hpp"

namespace zhibu {

// The keys and values of a row but its code, in the order in which files have them; what is left
// out of a file is "".
using RuleFields = std::vector<std::pair<std::string_view, std::string>>;

RuleFields fields_of(const Provision& provision);
RuleFields fields_of(const Requirement& requirement);
RuleFields fields_of(const Undecided& undecided);

// "every_unit = { kinds = [\"branch\"] }", as it stands behind `scope.`; and of the others.
std::string to_toml(const Scope& scope);
std::string to_toml(const Cadence& cadence, Date in_force_from);
std::string to_toml(const Demand& demand);

}  // namespace zhibu
