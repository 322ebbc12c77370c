// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/ledger_kind.hpp"

#include <array>
#include <cstddef>
#include <iterator>
#include <stdexcept>
#include <string>

#include "report/draw.hpp"

namespace zhibu {

namespace {

using Draw = Ledger (*)(const LedgerSource&);

// In the order of LedgerKind.
constexpr Draw draws[] = {
    draw_members,
    draw_meetings,
    draw_themed_party_days,
    draw_life_meetings,
    draw_study_files,
    draw_training,
    draw_political_birthdays,
    draw_birthdays,
    draw_visits,
    draw_pairings,
    draw_hardship_aid,
    draw_funds,
    draw_dues,
    draw_terms,
    draw_cluster_meetings,
    draw_opinions,
    draw_contact_visits,
    draw_honours,
    draw_venues,
    draw_volunteer_roles,
    draw_campaigns,
    draw_veterans_two_years,
    draw_veterans_in_offices,
    draw_veterans_in_institutions,
    draw_veterans_in_enterprises,
    draw_retired_two_years,
    draw_retired,
};

// Throws where the roster does not have what is asked for.
void require_known(const Extent& extent, const Roster& roster) {
  if (const auto* only = std::get_if<OneUnit>(&extent)) roster[only->unit];
  if (const auto* tree = std::get_if<Subtree>(&extent)) roster[tree->top];
  if (const auto* cluster = std::get_if<ClusterId>(&extent)) roster[*cluster];
}

}  // namespace

template <>
std::span<const Name<LedgerKind>> names() {
  static constexpr Name<LedgerKind> all[] = {
      {LedgerKind::members, "members", "党员花名册", "members"},
      {LedgerKind::meetings, "meetings", "三会一课记录", "three meetings and one lecture"},
      {LedgerKind::themed_party_days, "themed_party_days", "主题党日台账", "themed Party days"},
      {LedgerKind::life_meetings, "life_meetings", "组织生活会和民主评议党员台账",
       "organizational life meetings and appraisals"},
      {LedgerKind::study_files, "study_files", "学习纪实档案", "study record files"},
      {LedgerKind::training, "training", "学习培训台账", "study and training"},
      {LedgerKind::political_birthdays, "political_birthdays", "政治生日台账",
       "political birthdays"},
      {LedgerKind::birthdays, "birthdays", "生日台账", "birthdays"},
      {LedgerKind::visits, "visits", "走访慰问台账", "visits"},
      {LedgerKind::pairings, "pairings", "结对帮扶台账", "paired assistance"},
      {LedgerKind::hardship_aid, "hardship_aid", "困难帮扶资金台账", "hardship aid"},
      {LedgerKind::funds, "funds", "经费收支台账", "funds"},
      {LedgerKind::dues, "dues", "党费收缴台账", "Party dues"},
      {LedgerKind::terms, "terms", "换届台账", "terms of office"},
      {LedgerKind::cluster_meetings, "cluster_meetings", "片组会议和任务台账",
       "cluster meetings and tasks"},
      {LedgerKind::opinions, "opinions", "意见建议台账", "opinions and suggestions"},
      {LedgerKind::contact_visits, "contact_visits", "联系点到点指导台账", "contact visits"},
      {LedgerKind::honours, "honours", "荣誉台账", "honours"},
      {LedgerKind::venues, "venues", "阵地台账", "venues"},
      {LedgerKind::volunteer_roles, "volunteer_roles", "发挥作用台账", "volunteer roles"},
      {LedgerKind::campaigns, "campaigns", "主题活动台账", "campaigns"},
      {LedgerKind::veterans_two_years, "veterans_two_years", "离休干部两年数字变化情况统计表",
       "cadres retired with honours, two years"},
      {LedgerKind::veterans_in_offices, "veterans_in_offices", "机关离休干部基本情况统计表",
       "cadres retired with honours, of offices"},
      {LedgerKind::veterans_in_institutions, "veterans_in_institutions",
       "事业单位离休干部基本情况统计表", "cadres retired with honours, of institutions"},
      {LedgerKind::veterans_in_enterprises, "veterans_in_enterprises", "企业离休干部基本情况统计表",
       "cadres retired with honours, of enterprises"},
      {LedgerKind::retired_two_years, "retired_two_years", "退休干部两年数字变化情况统计表",
       "retired cadres, two years"},
      {LedgerKind::retired, "retired", "退休干部基本情况统计表", "retired cadres"},
  };
  static_assert(std::size(all) == std::size(draws), "each kind has what draws it up");
  return all;
}

Ledger ledger(LedgerKind kind, const Roster& roster, const Records& records, const Rulebook& rules,
              const LedgerRequest& request) {
  if (request.period.empty())
    throw std::invalid_argument("a ledger of a period that ends before it begins: from " +
                                to_string(request.period.begin) + " up to, not including, " +
                                to_string(request.period.end) + "; accepted: one day at least");
  require_known(request.extent, roster);
  const LedgerSource source{roster, records, rules, request};
  Ledger drawn = draws[static_cast<std::size_t>(kind)](source);
  if (source.published()) suppress_few(drawn.totals);
  return drawn;
}

}  // namespace zhibu
