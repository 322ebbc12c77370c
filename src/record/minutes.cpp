// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/minutes.hpp"

namespace zhibu {

template <>
std::span<const Name<StudyForm>> names() {
  static constexpr Name<StudyForm> all[] = {
      {StudyForm::leader_lecture, "leader_lecture", "领导讲课", "lecture by a leader"},
      {StudyForm::special_report, "special_report", "专题报告", "special report"},
      {StudyForm::discussion, "discussion", "交流研讨", "discussion"},
      {StudyForm::report_meeting, "report_meeting", "报告会", "report meeting"},
      {StudyForm::reading_meeting, "reading_meeting", "读书会", "reading meeting"},
      {StudyForm::training_class, "training_class", "培训班", "training class"},
      {StudyForm::themed_lecture, "themed_lecture", "专题党课", "themed Party lecture"},
      {StudyForm::group_study, "group_study", "集中学习", "collective study"},
      {StudyForm::self_study, "self_study", "自学", "self-study"},
  };
  return all;
}

}  // namespace zhibu
