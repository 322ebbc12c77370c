// SPDX-License-Identifier: BSL-1.0
//
// What a lower layer may not do: be looser than one above it.

#pragma once

#include <span>

#include "zhibu/regulation/provision.hpp"
#include "zhibu/regulation/requirement.hpp"

namespace zhibu {

// Throws std::invalid_argument that names both rows where `added` and one of `others` are in force
// at the same time, bind somebody both, demand the same kind of thing, and that of the lower layer
// is the looser: the upper one implies it, and it does not imply the upper one.
void require_no_looser(const Provision& added, std::span<const Provision> others);
void require_no_looser(const Requirement& added, std::span<const Requirement> others);

}  // namespace zhibu
