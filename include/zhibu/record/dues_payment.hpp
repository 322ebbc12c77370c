// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "zhibu/id.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// What a member's Party dues are reckoned from, each month of a period: of retired members the
// pension actually received (《关于中国共产党党费收缴、使用和管理的规定》, article 5), in fen. A
// member has one at any time.
struct DuesBase {
  PersonId person;
  std::int64_t monthly_fen = 0;
  Period period;
  std::optional<Date> entered_on = {};
  std::string_view entered_by = {};
  std::string_view source = {};
};

// Party dues that a member paid, for whole months, in fen.
struct DuesPayment {
  PersonId person;
  Period period;  // the months paid for, from the first day of one to the last of another
  Date paid_on;
  std::int64_t amount_fen = 0;
  std::string_view by = {};  // 代交: who paid in the member's place
  bool voided = false;       // 作废
  std::optional<Date> entered_on = {};
  std::string_view entered_by = {};
  std::string_view source = {};
};

}  // namespace zhibu
