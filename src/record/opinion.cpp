// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/opinion.hpp"

namespace zhibu {

template <>
std::span<const Name<OpinionKind>> names() {
  static constexpr Name<OpinionKind> all[] = {
      {OpinionKind::opinion, "opinion", "意见建议", "opinion"},
      {OpinionKind::suggestion, "suggestion", "建言献策", "suggestion"},
  };
  return all;
}

template <>
std::span<const Name<OpinionState>> names() {
  static constexpr Name<OpinionState> all[] = {
      {OpinionState::collected, "collected", "已收集", "collected"},
      {OpinionState::reported, "reported", "已上报", "reported"},
      {OpinionState::answered, "answered", "已反馈", "answered"},
  };
  return all;
}

std::optional<OpinionState> state_on(const Opinion& opinion, Date day) {
  if (day < opinion.collected_on) return std::nullopt;
  if (opinion.answered_on && *opinion.answered_on <= day) return OpinionState::answered;
  if (opinion.reported_on && *opinion.reported_on <= day) return OpinionState::reported;
  return OpinionState::collected;
}

int waited_days(const Opinion& opinion, Date day) {
  const Date until = opinion.answered_on && *opinion.answered_on < day ? *opinion.answered_on : day;
  return until < opinion.collected_on ? 0 : until - opinion.collected_on;
}

}  // namespace zhibu
