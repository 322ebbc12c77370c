// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <any>

#include "zhibu/arrow.hpp"
#include "zhibu/export.hpp"
#include "zhibu/organization/view.hpp"

namespace zhibu {

// The units of a view as an Arrow stream, a row for each in the order of units(): its code, how it
// stands on the day (name, kind, parent and so on, as in the table "unit_states" of a roster), the
// code of its cluster, and
//
//   depth           how many units of the view stand above it
//   members         its home members
//   members_within  those of it and of all under it
//
// The roster of the view must live as long as the stream, or `owner` keep it alive; a stream of a
// roster that was changed meanwhile gives an error.
ZHIBU_EXPORT ArrowArrayStream to_arrow(const RosterView& view, std::any owner = {});

}  // namespace zhibu
