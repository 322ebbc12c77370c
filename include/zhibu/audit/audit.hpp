// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/rows.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {

// How an obligation stands on a given day.
enum class Standing : std::uint8_t {
  upcoming,        // 未到期: its window has not opened
  due,             // 待办: its window is open and it is not yet met
  satisfied,       // 已完成: it was met within its window
  satisfied_late,  // 逾期补办: it was met for its window, after the window had closed
  overdue,         // 逾期: its window has closed and it is not met
  waived,          // 豁免: it is not met, and need not be
  not_applicable,  // 不适用: a rule lifts it from this bearer
};

template <>
ZHIBU_EXPORT std::span<const Name<Standing>> names();

// Why a record of the bearer's, of the right activity, does not count towards an obligation.
enum class Discount : std::uint8_t {
  voided,        // 已作废
  other_period,  // 不在应办期限内: held outside the window, and not for it
  other_place,   // 地点不符: a visit to another branch than the one assigned
};

template <>
ZHIBU_EXPORT std::span<const Name<Discount>> names();

// A record that was looked at and does not count, and why.
struct Discounted {
  RecordId record;
  Discount why = Discount::voided;
  friend bool operator==(const Discounted&, const Discounted&) = default;
};

// What the audit found of one obligation, and what it rests on.
struct Finding {
  Obligation obligation;
  Standing standing = Standing::upcoming;
  int missing = 0;                         // how many times are still owed
  std::int64_t missing_fen = 0;            // how much money is still owed, in fen
  std::int64_t paid_fen = 0;               // how much was paid; above most_fen it exceeds the rule
  std::span<const RecordId> evidence;      // the records that count, in the order held
  std::span<const Discounted> discounted;  // those nearby that do not; see audit()
  std::optional<Waiver> waiver;            // the waiver by which it is waived
};

// One finding for each obligation, in the same order. It keeps a copy of the obligations and of the
// waivers; the views of its rows live as long as it does.
class ZHIBU_EXPORT Findings {
 public:
  std::size_t size() const { return standing_.size(); }
  bool empty() const { return standing_.empty(); }
  Rows<Findings, ObligationId, Finding>::Iterator begin() const { return {this, 0}; }
  Rows<Findings, ObligationId, Finding>::Iterator end() const;

  // The finding of an obligation. Throws std::invalid_argument if there is no such row.
  Finding operator[](ObligationId id) const;

  const Obligations& obligations() const { return obligations_; }
  Date as_of() const { return as_of_; }

 private:
  friend ZHIBU_EXPORT Findings audit(const Obligations& obligations, const Records& records,
                                     Date as_of);
  Findings(const Obligations& obligations, const Records& records, Date as_of);

  Obligations obligations_;
  Records waivers_;  // no records, only their waivers
  Date as_of_;
  std::vector<Standing> standing_;
  std::vector<int> missing_;
  std::vector<std::int64_t> paid_fen_;
  std::vector<RecordId> evidence_;
  std::vector<std::uint32_t> evidence_end_;  // of each finding's share of evidence_
  std::vector<Discounted> discounted_;
  std::vector<std::uint32_t> discounted_end_;
  std::vector<std::optional<std::uint32_t>> waiver_;
};

// Holds what was held against what is owed, as it stood at the end of `as_of`.
//
//   for (const Finding& f : audit(owed, held, Date{2017, 9, 30}))
//     if (f.standing == Standing::overdue) std::cout << to_string(f.obligation.source) << '\n';
//
// A record counts towards an obligation if it is not voided, if it holds the activity, if it was
// held by the bearer (a unit) or names the bearer (a person), if it was held at the place where the
// obligation has one, and if its for_period, or else the day it was held on, lies within the
// window. A record may count towards several obligations, and several towards one. What was held
// after the window for a period within it makes up for it, late.
//
// Records held after `as_of` and waivers approved after it are not looked at, so that an audit of a
// day gone by comes out as it would have that evening.
//
// An obligation is waived if it is not met, late or in time, and a waiver of its rule and its
// bearer has a period that holds its window; the first such waiver counts.
//
// Of an obligation that is not satisfied, `discounted` names the bearer's records of that activity
// that might be thought to count and do not: those of the window (by for_period, or else by the
// day) that were voided or went to another place, those held within it for another period, and
// those held after it, within as many days as the window has, that were not for it. A record that
// was voided is named as voided, whatever else stands against it.
//
// Throws std::invalid_argument if a waiver names a rule that the rulebook does not have. Takes time
// in proportion to obligations + records, but for sorting the records.
ZHIBU_EXPORT Findings audit(const Obligations& obligations, const Records& records, Date as_of);

}  // namespace zhibu
