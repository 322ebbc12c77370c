// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/citation.hpp"

namespace zhibu {

template <>
std::span<const Name<Force>> names() {
  static constexpr Name<Force> all[] = {
      {Force::shall, "shall", "应当", "shall"},
      {Force::as_a_rule, "as_a_rule", "一般", "as a rule"},
      {Force::may, "may", "可以", "may"},
      {Force::practice, "practice", "惯例", "practice"},
  };
  return all;
}

template <>
std::span<const Name<Severity>> names() {
  static constexpr Name<Severity> all[] = {
      {Severity::breach, "breach", "违规", "breach"},
      {Severity::below_norm, "below_norm", "未达一般要求", "below the norm"},
      {Severity::reminder, "reminder", "提醒", "reminder"},
  };
  return all;
}

template <>
std::span<const Name<Layer>> names() {
  static constexpr Name<Layer> all[] = {
      {Layer::central, "central", "中央", "central"},
      {Layer::province, "province", "省级", "province"},
      {Layer::county, "county", "县级", "county"},
      {Layer::unit, "unit", "本单位", "unit"},
  };
  return all;
}

template <>
std::span<const Name<Confidence>> names() {
  static constexpr Name<Confidence> all[] = {
      {Confidence::verified, "verified", "已核原文", "verified"},
      {Confidence::secondhand, "secondhand", "转引", "second-hand"},
      {Confidence::remembered, "remembered", "凭记忆", "remembered"},
      {Confidence::local, "local", "本地做法", "local practice"},
  };
  return all;
}

std::string to_string(const Citation& citation) {
  std::string text = "《" + std::string{citation.document} + "》";
  if (!citation.article.empty()) text += "第" + std::string{citation.article} + "条";
  if (!citation.article_verified) text += "（条号待核）";
  return text;
}

Severity severity(Force force) {
  switch (force) {
    case Force::shall:
      return Severity::breach;
    case Force::as_a_rule:
      return Severity::below_norm;
    case Force::may:
    case Force::practice:
      break;
  }
  return Severity::reminder;
}

}  // namespace zhibu
