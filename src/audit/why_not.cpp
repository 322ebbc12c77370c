// SPDX-License-Identifier: BSL-1.0

#include <algorithm>

#include "held.hpp"
#include "zhibu/audit/audit.hpp"

namespace zhibu {
namespace {

bool has(std::span<const RecordId> records, RecordId record) {
  return std::ranges::find(records, record) != records.end();
}

// What keeps a record from being looked at for the obligation in the first place.
std::optional<Discount> out_of_sight(const Findings& findings, const Record& record,
                                     const Obligation& o) {
  if (findings.as_of() < record.held_on) return Discount::held_later;
  if (findings.known_on() && !is_known_on(record, *findings.known_on()))
    return Discount::not_yet_known;
  if (!has_what_is_asked(record, o)) return Discount::other_activity;
  return {};
}

// Whether the record meets another occasion of the same rule and bearer.
bool meets_another(const Findings& findings, const Obligation& o, RecordId record) {
  return std::ranges::any_of(findings, [&](const Finding& f) {
    return f.obligation.id != o.id && f.obligation.provision == o.provision &&
           f.obligation.bearer == o.bearer && has(f.evidence, record);
  });
}

}  // namespace

std::optional<Discounted> why_not(const Findings& findings, const Records& records, RecordId record,
                                  ObligationId obligation) {
  const Record row = records[record];
  const Finding finding = findings[obligation];
  const Obligation& o = finding.obligation;
  if (has(finding.evidence, record)) return {};
  if (const auto why = out_of_sight(findings, row, o)) return Discounted{record, *why, {}};

  Steps unwatched;
  const Held held{findings.obligations(), records, findings.as_of(), findings.known_on(),
                  unwatched};
  for (const Judged& one : held.judge(o, true)) {
    if (held[one.place].id != record) continue;
    if (one.why) return Discounted{record, *one.why, one.rule};
    if (!names_occasions(findings.obligations().rulebook()[o.provision].cadence))
      return Discounted{record, Discount::too_close, {}};
    return Discounted{
        record,
        meets_another(findings, o, record) ? Discount::other_occasion : Discount::not_needed,
        {}};
  }
  return Discounted{record, Discount::other_bearer, {}};
}

}  // namespace zhibu
