// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <set>
#include <string_view>
#include <utility>

#include "zhibu/audit/comparison.hpp"

namespace zhibu {

// Whether the two findings of one obligation differ in anything but the obligation.
bool differ(const Finding& before, const Finding& after);

// What two audits rest on, and why a finding differs between them.
class Causes {
 public:
  Causes(const Findings& before, const Findings& after);

  // Why it is only in the one, and not in the other; and why it differs.
  Cause of_vanished(const Obligation& obligation) const;
  Cause of_appeared(const Obligation& obligation) const;
  Cause of_changed(const Finding& before, const Finding& after) const;

 private:
  // A rule, and who owes something stricter in its place.
  using Superseded = std::set<std::pair<std::string_view, Bearer>>;

  void find_changed_rules();
  Superseded superseded(const Obligations& obligations) const;
  Cause of_unmatched(const Obligation& obligation, const Superseded& in_other,
                     const Obligations& other) const;
  bool asks_otherwise(const Finding& before, const Finding& after) const;
  bool same_basis_but_period() const;

  const Findings* before_;
  const Findings* after_;
  std::set<std::string_view> changed_rules_;  // codes
  Superseded superseded_before_;
  Superseded superseded_after_;
};

}  // namespace zhibu
