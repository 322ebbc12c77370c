// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <vector>

#include "schedule/bearers.hpp"
#include "steps.hpp"
#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {

// Whether a provision stands for one of a layer above it, where it is owed in all of a window of
// that.
bool takes_the_place(const Provision& stricter, const Provision& laxer);

// What is owed under one provision, and of each what laxer rules it meets as well.
struct Owed {
  const Provision* provision = nullptr;
  std::vector<Owing> owing;
  std::vector<std::vector<ProvisionId>> also;  // as many
};

// Takes out whatever a stricter rule of a lower layer stands for, and cites it there: where a
// bearer owes the stricter one in all of a window of the laxer.
void keep_the_strictest(std::vector<Owed>& all, const Watch& watch);

}  // namespace zhibu
