// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

#include "organization/columns.hpp"
#include "record/fields.hpp"

namespace zhibu {

constexpr std::string_view kind_of(RecordId) { return "record"; }
constexpr std::string_view kind_of(CampaignId) { return "campaign"; }
constexpr std::string_view kind_of(FundId) { return "fund"; }
constexpr std::string_view kind_of(OpinionId) { return "opinion"; }
constexpr std::string_view kind_of(TaskId) { return "task"; }
constexpr std::string_view kind_of(const Appropriation&) { return "appropriation"; }
constexpr std::string_view kind_of(const Payment&) { return "payment"; }
template <class Row>
requires requires(Row row) { row.id; }
constexpr std::string_view kind_of(const Row& row) { return kind_of(row.id); }

// The rows of one kind, and their codes where they have any: the number of a code is that of its
// row.
template <class Row>
struct KeptRows {
  Relation<Row> relation;
  Texts codes;

  std::size_t size() const { return relation.rows.size(); }

  // The row with its handle and its code, where it has any; `index` is less than size().
  Row row(std::uint32_t index, const Texts& texts) const {
    Row made = relation.rows.row(index, texts);
    if constexpr (requires { made.code; }) made.code = codes[index];
    if constexpr (requires { made.id; }) made.id.index = index;
    return made;
  }
};

// All that is kept besides records, waivers and attendance.
struct AllKeptRows {
  std::tuple<KeptRows<Campaign>, KeptRows<Minutes>, KeptRows<StudyNote>, KeptRows<Visit>,
             KeptRows<Fund>, KeptRows<Appropriation>, KeptRows<Payment>, KeptRows<Opinion>,
             KeptRows<Task>, KeptRows<DuesBase>, KeptRows<DuesPayment>>
      rows;

  template <class Row>
  const KeptRows<Row>& of() const {
    return std::get<KeptRows<Row>>(rows);
  }
  template <class Row>
  KeptRows<Row>& of() {
    return std::get<KeptRows<Row>>(rows);
  }
};

}  // namespace zhibu
