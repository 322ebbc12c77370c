// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "zhibu/id.hpp"
#include "zhibu/organization/relation.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// Money set aside for a purpose (经费, 资金): start-up funds, the year's work of the committee for
// the next generation, a branch's own funds, an aid fund. All amounts are in fen.
struct Fund {
  FundId id = {};            // issued by the records
  std::string_view code;     // unique among the funds
  std::string_view name;     // "特殊困难离休干部帮扶资金"
  std::string_view purpose;  // "启动资金", "工作经费", "专项经费", "帮扶资金"
  std::optional<UnitId> unit = {};            // whose it is: a unit,
  std::optional<WorkplaceId> workplace = {};  // or a body that is none: 关工委
  Period period;                              // within which it may be paid from
  std::optional<Date> entered_on = {};
  std::string_view entered_by = {};
  std::string_view source = {};
};

// Money that came into a fund (拨款, 列支).
struct Appropriation {
  std::string_view code;  // 凭证号, unique among the appropriations
  FundId fund;
  Date on;
  std::int64_t amount_fen = 0;
  std::string_view granted_by = {};     // "县财政", "所属单位"
  std::string_view document = {};       // 文号
  std::optional<RecordId> record = {};  // the record of the same money, which says the same
  bool voided = false;                  // 作废
  std::optional<Date> entered_on = {};
  std::string_view entered_by = {};
  std::string_view source = {};
};

// Money paid out of a fund, to a unit, to a person, to a person's survivors or to somebody else.
struct Payment {
  std::string_view code;  // 凭证号, unique among the payments
  FundId fund;
  Date on;
  std::int64_t amount_fen = 0;
  std::optional<Bearer> payee = {};     // the person whose survivors were paid, where they were
  std::string_view survivor = {};       // 与本人关系: "配偶", where survivors were paid
  std::string_view purpose = {};        // "订阅学习资料"
  std::string_view reason = {};         // of hardship; no output has it unless it is asked for
  std::optional<RecordId> record = {};  // the record that it is a part of
  bool voided = false;                  // 作废
  std::optional<Date> entered_on = {};
  std::string_view entered_by = {};
  std::string_view source = {};
};

}  // namespace zhibu
