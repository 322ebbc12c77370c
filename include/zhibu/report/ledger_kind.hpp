// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/report/ledger.hpp"
#include "zhibu/report/request.hpp"

namespace zhibu {

// The ledgers (台账) that a bureau keeps, and the statistics forms of veteran-cadre work.
enum class LedgerKind : std::uint8_t {
  members,                   // 党员花名册
  meetings,                  // 三会一课记录
  themed_party_days,         // 主题党日
  life_meetings,             // 组织生活会和民主评议党员
  study_files,               // 学习纪实档案: each person's notes, reflections and insights
  training,                  // 学习培训: sessions (期次) and person-times (人次)
  political_birthdays,       // 政治生日
  birthdays,                 // 生日: by the civil or the lunar date, as each wishes
  visits,                    // 走访慰问
  pairings,                  // 结对帮扶
  hardship_aid,              // 困难帮扶资金
  funds,                     // 经费收支
  dues,                      // 党费收缴
  terms,                     // 换届
  cluster_meetings,          // 片组会议和任务
  opinions,                  // 意见建议
  contact_visits,            // 联系点到点指导
  honours,                   // 荣誉
  venues,                    // 阵地
  volunteer_roles,           // 发挥作用
  campaigns,                 // 主题活动
  veterans_two_years,        // 离休干部两年数字变化情况统计表
  veterans_in_offices,       // 机关离休干部基本情况统计表
  veterans_in_institutions,  // 事业单位离休干部基本情况统计表
  veterans_in_enterprises,   // 企业离休干部基本情况统计表
  retired_two_years,         // 退休干部两年数字变化情况统计表
  retired,                   // 退休干部基本情况统计表
};

template <>
ZHIBU_EXPORT std::span<const Name<LedgerKind>> names();

// Draws up a ledger of what is kept. It speaks of the last day of the period: of persons, units,
// terms and the like as they stand on that day; of what happened, as far as it happened within the
// period and was not voided. Its rows come in the order of days, then of the roster.
//
//   const LedgerRequest year{.extent = Subtree{roster.unit("YS-GW").id},
//                            .period = parse_period("2017")};
//   write(ledger(LedgerKind::training, roster, records, rules, year), "out/training-2017.csv");
//
// Its totals agree with one another: those of the parts of an area sum to those of the whole, but
// for persons, who are counted once in each, and a temporary branch counts no member a second time.
//
// Throws std::invalid_argument if the period has no day, and for a unit or a cluster that the
// roster does not have.
ZHIBU_EXPORT Ledger ledger(LedgerKind kind, const Roster& roster, const Records& records,
                           const Rulebook& rules, const LedgerRequest& request);

}  // namespace zhibu
