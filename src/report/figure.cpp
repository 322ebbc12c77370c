// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/figure.hpp"

#include <algorithm>
#include <cstddef>

#include "fen.hpp"

namespace zhibu {

namespace {

bool is_money(Counted counted) {
  return counted == Counted::appropriated || counted == Counted::paid ||
         counted == Counted::owed_money;
}

// Whole yuan without decimals.
std::string yuan(std::int64_t fen) {
  return fen % 100 == 0 ? std::to_string(fen / 100) : yuan_of(fen);
}

// So many of the rows are named in a footnote.
constexpr std::size_t named_rows = 3;

}  // namespace

template <>
std::span<const Name<Counted>> names() {
  static constexpr Name<Counted> all[] = {
      {Counted::units, "units", "党组织", "units"},
      {Counted::holders, "holders", "任职人员", "holders of posts"},
      {Counted::titles, "titles", "兼任职务", "further offices"},
      {Counted::persons, "persons", "人员", "persons"},
      {Counted::clusters, "clusters", "片组", "clusters"},
      {Counted::lead_units, "lead_units", "正、副片组长单位", "lead and deputy units"},
      {Counted::contact_branches, "contact_branches", "联系点", "contact branches"},
      {Counted::venues, "venues", "阵地", "venues"},
      {Counted::units_with_venue, "units_with_venue", "有阵地的党组织", "units with a venue"},
      {Counted::pairings, "pairings", "结对帮扶对象", "persons paired with a helper"},
      {Counted::volunteer_roles, "volunteer_roles", "志愿角色", "volunteer roles"},
      {Counted::volunteers, "volunteers", "发挥作用人员", "volunteers"},
      {Counted::honours, "honours", "荣誉", "honours"},
      {Counted::campaigns, "campaigns", "主题活动", "campaigns"},
      {Counted::sessions, "sessions", "期次", "sessions"},
      {Counted::person_times, "person_times", "人次", "person-times"},
      {Counted::beneficiaries, "beneficiaries", "受益人次", "beneficiaries"},
      {Counted::persons_named, "persons_named", "记录中的人员", "persons named"},
      {Counted::places, "places", "地点", "places"},
      {Counted::study_notes, "study_notes", "纪实档案", "study notes"},
      {Counted::opinions, "opinions", "意见建议", "opinions"},
      {Counted::appropriated, "appropriated", "拨入", "appropriated"},
      {Counted::paid, "paid", "支出", "paid"},
      {Counted::owed, "owed", "应办次数", "times owed"},
      {Counted::owed_money, "owed_money", "应拨经费", "money owed"},
  };
  return all;
}

std::string to_string(const CountedFigure& figure, Language language) {
  const bool zh = language == Language::zh;
  if (figure.counted == Counted::titles) return figure.text;
  const auto number = [&](std::int64_t n) {
    return is_money(figure.counted) ? yuan(n) : std::to_string(n);
  };
  if (figure.most) return number(figure.number) + (zh ? "至" : " to ") + number(*figure.most);
  if (figure.at_least)
    return zh ? number(figure.number) + "余" : "more than " + number(figure.number);
  return number(figure.number);
}

std::string footnote(const CountedFigure& figure, Language language) {
  const bool zh = language == Language::zh;
  const std::string rows = std::to_string(figure.rows.size());
  std::string text =
      zh ? figure.name + "：计" + rows + "行（" : figure.name_en + ": " + rows + " rows (";
  text += label(figure.counted, language);
  text += zh ? "）" : ")";
  for (std::size_t i = 0; i < std::min(figure.rows.size(), named_rows); ++i)
    text += (i == 0 ? (zh ? "：" : ": ") : (zh ? "、" : ", ")) + figure.rows[i];
  if (figure.rows.size() > named_rows) text += zh ? "等" : ", …";
  return text;
}

}  // namespace zhibu
