// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// What came into a fund, and what was paid out of it, in fen.
struct FundBalance {
  std::int64_t in_fen = 0;
  std::int64_t out_fen = 0;

  std::int64_t left_fen() const { return in_fen - out_fen; }
  friend bool operator==(const FundBalance&, const FundBalance&) = default;
};

// What had come into `fund`, and what had been paid out of it, at the end of `day`. What was voided
// counts for nothing. Throws std::invalid_argument if there is no such fund.
ZHIBU_EXPORT FundBalance balance(const Records& records, FundId fund, Date day);

// What can be wrong with the money of a fund.
enum class FundFaultKind : std::uint8_t {
  overdrawn,             // 超支: more had been paid than had come in by then
  appropriated_outside,  // 拨款不在使用期限内
  paid_outside,          // 支出不在使用期限内
  payee_gone,  // 领受对象已不存在: a unit that does not stand, or who had died, and no survivor
               // named
};

template <>
ZHIBU_EXPORT std::span<const Name<FundFaultKind>> names();

// Something that is wrong with the money of a fund.
struct FundFault {
  FundFaultKind kind = FundFaultKind::overdrawn;
  FundId fund;
  std::string code;             // 凭证号 of the appropriation or the payment
  Date on;                      // its day
  std::int64_t amount_fen = 0;  // by how much it is overdrawn; else the amount itself
  friend bool operator==(const FundFault&, const FundFault&) = default;
};

// All that is wrong with the money of the funds, as it stood at the end of `as_of`: by fund, in the
// order added, and then by day. A fund is overdrawn by the payment that first exceeds what had come
// in; once more has come in, by the next that does. What came in on a day was there before what was
// paid on it.
//
// A payment beyond its fund is a fault and never an exception. Takes time in proportion to the
// appropriations and the payments.
ZHIBU_EXPORT std::vector<FundFault> check_funds(const Records& records, Date as_of);

// The same, and which payees were gone by the day of the payment.
ZHIBU_EXPORT std::vector<FundFault> check_funds(const Records& records, const Roster& roster,
                                                Date as_of);

}  // namespace zhibu
