// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/findings_arrow.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "organization/arrow_out.hpp"
#include "schedule/obligation_columns.hpp"

namespace zhibu {

namespace {

std::vector<std::string_view> codes_of(std::span<const RecordId> ids, const Records& records) {
  std::vector<std::string_view> codes;
  for (const RecordId id : ids) codes.push_back(records[id].code);
  return codes;
}

// Adds a column of what get() makes of each finding.
template <class Get>
void add(std::vector<ArrowColumn>& to, std::string name, const Findings& findings, Get get) {
  to.push_back(arrow_column(std::move(name), [&findings, get](std::size_t row) {
    return get(findings[ObligationId{static_cast<std::uint32_t>(row)}]);
  }));
}

void add_hours_and_money(const Findings& findings, std::vector<ArrowColumn>& to) {
  add(to, "missing_hours", findings, [](const Finding& f) { return f.missing_hours; });
  add(to, "missing_fen", findings, [](const Finding& f) { return f.missing_fen; });
  add(to, "hours", findings, [](const Finding& f) { return f.hours; });
  add(to, "paid_fen", findings, [](const Finding& f) { return f.paid_fen; });
}

void add_evidence(const Findings& findings, const Records* records, std::vector<ArrowColumn>& to) {
  add(to, "evidence", findings, [records](const Finding& f) {
    return records == nullptr ? std::nullopt : std::optional{codes_of(f.evidence, *records)};
  });
  add(to, "waived_by", findings,
      [](const Finding& f) { return f.waiver ? f.waiver->approved_by : std::string_view{}; });
}

}  // namespace

ArrowArrayStream to_arrow(const Findings& findings, const Roster* roster, const Records* records,
                          std::any owner) {
  ArrowTable table{{}, findings.size(), std::move(owner)};
  std::vector<ArrowColumn>& to = table.columns;
  to.push_back(viewed_column("standing", "c", findings.standings(), labels_of<Standing>()));
  add(to, "missing", findings, [](const Finding& f) { return f.missing; });
  add_columns_of(
      findings.obligations(), roster, [](std::size_t row) { return row; }, Lasting::yes, to);
  add_hours_and_money(findings, to);
  add_evidence(findings, records, to);
  return stream_of(std::move(table));
}

}  // namespace zhibu
