// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "organization/arrow_out.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {

// Where the rows of a table have their obligation: the place of that of each row.
using ObligationOf = std::function<std::size_t(std::size_t row)>;

// Adds the columns of obligations. Where they will never change, and the rows are theirs, what can
// be is a view.
enum class Lasting : bool { no, yes };
void add_columns_of(const Obligations& obligations, const Roster* roster, const ObligationOf& of,
                    Lasting lasting, std::vector<ArrowColumn>& to);

}  // namespace zhibu
