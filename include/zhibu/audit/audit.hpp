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
#include "zhibu/watch.hpp"

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

// Whether something is still to be done: it is upcoming, due or overdue.
ZHIBU_EXPORT bool is_open(Standing standing);

// Why a record does not count towards an obligation.
enum class Discount : std::uint8_t {
  voided,          // 已作废
  other_period,    // 不在应办期限内: held outside the window, and not for it
  other_place,     // 地点不符: a visit to another branch than the one assigned
  no_quorum,       // 未达法定到会人数: fewer were present than the rule on it demands
  not_present,     // 本人未参加: the person was due, and excused or absent
  too_close,       // 间隔不足: too few days after one that counts
  other_occasion,  // 已计入另一次应办事项: it meets another occasion of the same rule
  not_needed,      // 已另有记录满足: the occasion is met by an earlier one
  other_activity,  // 活动类别不符
  other_bearer,    // 非该主体的记录
  held_later,      // 核查日之后举行
  not_yet_known,   // 当时尚未录入: entered after the day as of which the books are asked
};

template <>
ZHIBU_EXPORT std::span<const Name<Discount>> names();

// A record that was looked at and does not count, and why.
struct Discounted {
  RecordId record;
  Discount why = Discount::voided;
  std::optional<RequirementId> rule = {};  // of no_quorum: the rule on it
  friend bool operator==(const Discounted&, const Discounted&) = default;
};

// What the audit found of one obligation, and what it rests on.
struct Finding {
  Obligation obligation;
  Standing standing = Standing::upcoming;
  int missing = 0;                         // how many times are still owed
  int missing_hours = 0;                   // how many class hours are still owed
  int hours = 0;                           // how many class hours were attended
  std::int64_t missing_fen = 0;            // how much money is still owed, in fen
  std::int64_t paid_fen = 0;               // how much was paid; above most_fen it exceeds the rule
  std::span<const RecordId> evidence;      // the records that count, in the order held
  std::span<const Discounted> discounted;  // those nearby that do not; see audit()
  std::optional<Waiver> waiver;            // the waiver by which it is waived
};

struct Verdict;  // private to the library

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

  // How each obligation stands; the place is the handle of the obligation.
  std::span<const Standing> standings() const { return standing_; }

  const Obligations& obligations() const { return obligations_; }
  Date as_of() const { return as_of_; }
  std::optional<Date> known_on() const { return known_on_; }

 private:
  friend class FindingsArchive;  // private to the library
  friend ZHIBU_EXPORT Findings audit(const Obligations& obligations, const Records& records,
                                     Date as_of, std::optional<Date> known_on, const Watch& watch);
  Findings(const Obligations& obligations, const Records& records, Date as_of,
           std::optional<Date> known_on, const Watch& watch);
  void reserve();
  void add(const Verdict& verdict);

  Obligations obligations_;
  Records waivers_;  // no records, only their waivers
  Date as_of_;
  std::optional<Date> known_on_;
  std::vector<Standing> standing_;
  std::vector<int> done_;  // how many times, or how many class hours
  std::vector<std::int64_t> paid_fen_;
  std::vector<RecordId> evidence_;
  std::vector<std::uint32_t> evidence_end_;  // of each finding's share of evidence_
  std::vector<Discounted> discounted_;
  std::vector<std::uint32_t> discounted_end_;
  std::vector<std::optional<std::uint32_t>> waiver_;
};

// Whether both found the same of equal obligations, as of the same days.
ZHIBU_EXPORT bool operator==(const Findings& a, const Findings& b);

// Holds what was held against what is owed, as it stood at the end of `as_of`.
//
//   for (const Finding& f : audit(owed, held, Date{2017, 9, 30}))
//     if (f.standing == Standing::overdue) std::cout << to_string(f.obligation.source) << '\n';
//
// Which records count: one that is not voided and holds the activity (where class hours are owed,
// any that gives some); that was held by the bearer, if a unit, or names the bearer or was attended
// by them (present, online or served at home), if a person; that was held at the place where the
// obligation has one; and whose for_period, or else the day it was held on, lies within the window.
// A meeting for which the rulebook demands a quorum (MeetingQuorum, in force on its day or, where
// the rules of a day are applied, on that) does not count if its record has the numbers and they
// fall short; it counts where the minutes have no numbers.
//
// Several records may count towards one obligation, and one towards several: a themed Party day
// that held the members meeting serves both. But of one rule, a record serves one occasion only (a
// fixed day, a festival, an anniversary, a deadline, the end of a term): records are given to
// occasions so that as many as possible are met on time, and then as many as possible late, each by
// the earliest record. Where days_apart is asked, records count from the earliest on, each that
// lies far enough from the one before.
//
// What was held after the days on which the rule binds, for a period within the window, makes up
// for it, late (补开). So does, for a deadline and the end of a term, whatever comes after them.
//
// Records held after `as_of` and waivers approved after it are not looked at, so that an audit of a
// day gone by comes out as it would have that evening. With `known_on` it comes out as the books
// stood that day: without records entered later, with those voided later, without waivers approved
// later. The organization is as the roster has it now.
//
// An obligation is waived if it is not met, late or in time, and a waiver of its rule and its
// bearer has a period that holds its window; the first such waiver counts.
//
// Of an obligation that is not satisfied, `discounted` names the bearer's records of that activity
// that might be thought to count and do not: those of the window (by for_period, or else by the
// day), those held within it for another period, and those held after it, within as many days as
// the window has, that were not for it; other reasons to discount one are left to why_not(). A
// record that was voided is named as voided, whatever else stands against it.
//
// Throws std::invalid_argument if a waiver names a rule that the rulebook does not have. Takes time
// in proportion to obligations + records, for each bearer's share of both.
ZHIBU_EXPORT Findings audit(const Obligations& obligations, const Records& records, Date as_of,
                            std::optional<Date> known_on = {}, const Watch& watch = {});

// Why a record does not count towards an obligation; nothing where it does. `records` are those of
// the audit. Throws std::invalid_argument if there is no such record or obligation.
//
//   why_not(findings, held, held.record("R2017-0099").id, o.id)->why;  // Discount::other_period
ZHIBU_EXPORT std::optional<Discounted> why_not(const Findings& findings, const Records& records,
                                               RecordId record, ObligationId obligation);

}  // namespace zhibu
