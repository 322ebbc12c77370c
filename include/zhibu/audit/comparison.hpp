// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "zhibu/audit/audit.hpp"
#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

// Why a finding of one audit differs from that of another.
enum class Cause : std::uint8_t {
  rule,   // 规定: its rule was added or removed or reads differently, or one that takes its
          // place does, or the quorum of what it asks for
  basis,  // 口径: another period was drawn up, by the rules of another day, or with another
          // choice for windows in which somebody is bound in part
  organization,  // 组织: the bearer is bound now and was not, on other days, at another place, or
                 // is exempted by what it is
  waiver,        // 豁免: it is waived now and was not, or by another waiver
  record,        // 记录: other records count, or others are near that do not
  day,           // 核查日: nothing but the day of the audit
};

template <>
ZHIBU_EXPORT std::span<const Name<Cause>> names();

// The finding of an obligation, as one of two audits has it.
struct Stood {
  ObligationId obligation;  // of that audit
  Standing standing = Standing::upcoming;
  friend bool operator==(const Stood&, const Stood&) = default;
};

// A finding that appeared, vanished, or reads differently, and why.
struct FindingChange {
  std::optional<Stood> before;  // nothing: it appeared
  std::optional<Stood> after;   // nothing: it vanished
  Cause cause = Cause::rule;
  friend bool operator==(const FindingChange&, const FindingChange&) = default;
};

// What is found otherwise in `after` than in `before`: of a rule that is only a draft, of a
// reorganization tried out on a copy of the roster, of records entered since.
//
//   Roster draft = roster;
//   draft.merge(branches, into, Date{2017, 7, 1});
//   const Findings tried = audit(obligations(draft, rules, calendar, year), held, as_of);
//   for (const FindingChange& c : diff(findings, tried)) std::cout << label(c.cause);  // 组织
//
// An obligation is the same in both if its rule has the same code and its bearer, its window and
// its place are the same. It changed if any number, record, discount or waiver of its finding, or
// its standing, is another; not where only its rule reads differently. Where there are several
// reasons, the first in the order of Cause is named. The changes come in the order of `after`, and
// what vanished before that which followed on it in `before`.
//
// Handles are compared: both audits must be of one roster and of one collection of records, or of
// copies to which rows were added.
ZHIBU_EXPORT std::vector<FindingChange> diff(const Findings& before, const Findings& after);

}  // namespace zhibu
