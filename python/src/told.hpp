// SPDX-License-Identifier: BSL-1.0

#pragma once

#include "rows.hpp"

// "<DuesBracket per_mille=5, up_to_fen=300000>": the fields of `row` in the order of its class,
// without those that are none, empty or false, and cut where they are long.
py::str told(const py::object& row);
