// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/regulation/milestone.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// What requirements demand of members as to Party dues (党费). dues_account() in the audit is what
// reads them, and not check(): who pays by a rate says the scope of its row.

// Of a base up to so much a month, that included, a member pays so many thousandths.
struct DuesBracket {
  std::optional<std::int64_t> up_to_fen = {};  // nothing: any base
  int per_mille = 0;                           // 5 is 0.5%
  friend bool operator==(const DuesBracket&, const DuesBracket&) = default;
};

// By how much a month's base they pay: the whole base at the one rate of the first bracket that
// holds it, and not each part of it at its own. The brackets rise, and the last holds any base.
//
//   // 离退休干部、职工中的党员…5000元以下（含5000元）的按0.5%交纳, 5000元以上的按1%交纳
//   DuesRate{{{500000, 5}, {{}, 10}}}
struct DuesRate {
  std::vector<DuesBracket> brackets;
  friend bool operator==(const DuesRate&, const DuesRate&) = default;
};

// They pay from the month on that holds the milestone.
struct DuesBegin {
  Milestone in_month_of = Milestone::admitted;
  friend bool operator==(const DuesBegin&, const DuesBegin&) = default;
};

// They pay every month, or in whatever other spans of the calendar.
struct DuesEvery {
  Span per = Span::month;
  friend bool operator==(const DuesEvery&, const DuesEvery&) = default;
};

// What was not paid in its month is paid within so many months of it (补交).
struct DuesCatchUp {
  int months = 6;
  friend bool operator==(const DuesCatchUp&, const DuesCatchUp&) = default;
};

// So many months running without any dues call for a decision on the membership, where there was no
// good reason: which no data tell.
struct DuesUnpaid {
  int months = 6;
  friend bool operator==(const DuesUnpaid&, const DuesUnpaid&) = default;
};

// The thousandths that a base pays; 0 of a base that is not more than 0.
ZHIBU_EXPORT int per_mille_of(const DuesRate& rate, std::int64_t base_fen);

// The dues on a month's base, exactly, in thousandths of a fen. They are rounded nowhere.
//
//   dues(of_retired, 500000);  // 2500000: 25.00 yuan on 5000.00
//   dues(of_retired, 500001);  // 5000010: 50.0001 yuan on 5000.01
//
// Throws std::invalid_argument for a base of more money than a file may say, 2147483647 yuan.
ZHIBU_EXPORT std::int64_t dues(const DuesRate& rate, std::int64_t base_fen);

// Throws std::invalid_argument if there is no bracket, if they do not rise, if the last does not
// hold any base, or for a rate beyond 0 to 1000 thousandths; says what would be accepted.
ZHIBU_EXPORT void require_sound(const DuesRate& rate);

}  // namespace zhibu
