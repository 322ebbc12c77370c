// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// In what form people studied.
enum class StudyForm : std::uint8_t {
  leader_lecture,   // 领导讲课
  special_report,   // 专题报告
  discussion,       // 交流研讨
  report_meeting,   // 报告会
  reading_meeting,  // 读书会
  training_class,   // 培训班
  themed_lecture,   // 专题党课
  group_study,      // 集中学习
  self_study,       // 自学
};

template <>
ZHIBU_EXPORT std::span<const Name<StudyForm>> names();

// What the minutes say of a record besides who, what and when. A record has them once or not at
// all. A session (期次) is a record whose minutes have a form; its person-times (人次) are those
// present.
struct Minutes {
  RecordId record;
  std::string_view topic = {};         // 主题, 议题
  std::optional<StudyForm> form = {};  // of studies and trainings
  std::string_view audience = {};   // 参加对象: "离退休干部党支部书记、党员代表"
  std::string_view places = {};     // 地点, joined by ';': "塔卧;桑植洪家关"
  std::string_view host = {};       // 主持人, or who organized it: "永顺老干部党校"
  std::string_view speaker = {};    // 授课人, 报告人
  std::string_view decisions = {};  // 决议
  std::optional<CampaignId> campaign = {};  // the themed activity that it was a part of
  std::string_view gifts = {};              // 红色礼物 and the like
  bool oath = false;                        // 重温入党誓词
  std::optional<int> beneficiaries = {};    // 受益人次: others who were taught or served
  bool at_least = false;                    // 余: more than that were, and nobody counted how many
  std::string_view beneficiaries_who = {};  // "农民"
};

// A themed activity that groups records (主题活动, 主题教育): "点赞永顺新变化、喜迎党的十九大".
struct Campaign {
  CampaignId id = {};     // issued by the records
  std::string_view code;  // unique among the campaigns
  std::string_view name;
  Period period;  // during which it runs
  std::string_view about = {};
  std::optional<Date> entered_on = {};
  std::string_view entered_by = {};
  std::string_view source = {};
};

// What a person has in the study record file (学习“纪实档案”) of a study: notes, reflections,
// insights. Once for a record and a person.
struct StudyNote {
  RecordId record;
  PersonId person;
  bool note = false;        // 笔记
  bool reflection = false;  // 心得
  bool insight = false;     // 感悟
};

}  // namespace zhibu
