// SPDX-License-Identifier: BSL-1.0

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "regulation/in_words.hpp"
#include "zhibu/regulation/explain.hpp"

namespace zhibu {
namespace {

struct FlagWords {
  std::optional<bool> EveryUnit::*flag;
  std::string_view zh, zh_not;
  std::string_view en, en_not;
};

constexpr FlagWords flags[] = {
    {&EveryUnit::temporary, "临时", "非临时", "temporary", "not temporary"},
    {&EveryUnit::joint, "联合", "非联合", "joint", "not joint"},
    {&EveryUnit::mobile, "流动党员的", "非流动党员的", "of mobile members",
     "not of mobile members"},
    {&EveryUnit::retired_cadres, "离退休干部的", "非离退休干部的", "of retired cadres",
     "not of retired cadres"},
    {&EveryUnit::has_committee, "设有委员会", "未设委员会", "with a committee",
     "without a committee"},
    {&EveryUnit::has_groups, "分设党小组", "未分设党小组", "with Party groups",
     "without Party groups"},
};

// What is said in brackets; nothing where there is nothing to say.
std::string in_brackets(const std::vector<std::string>& texts, InWords in) {
  if (texts.empty()) return {};
  const std::string text = joined(texts, in("，", ", "), in("，", ", "));
  return in("（" + text + "）", " (" + text + ")");
}

std::string words(const EveryUnit& scope, InWords in) {
  std::vector<std::string> such;
  if (!scope.fields.empty()) such.push_back(any_of(scope.fields, in));
  for (const FlagWords& words : flags)
    if (const std::optional<bool> flag = scope.*words.flag)
      such.push_back(*flag ? in(words.zh, words.en) : in(words.zh_not, words.en_not));
  return in("每个", "every ") + any_of(scope.kinds, in) + in_brackets(such, in);
}

std::string words(const TheseUnits& scope, InWords in) {
  const std::string codes = joined(scope.codes, in("、", ", "), in("、", " and "));
  return in("单位" + codes, (scope.codes.size() == 1 ? "the unit " : "the units ") + codes);
}

std::string words(const LeadsOfClusters&, InWords in) {
  return in("每个片组的组长单位", "the lead unit of every cluster");
}

std::string words(const HoldersOf& scope, InWords in) {
  const std::string units = std::visit([&](const auto& of) { return words(of, in); }, scope.units);
  const std::string posts =
      scope.posts.empty() ? in("职", "a post") : in("", "the post of ") + any_of(scope.posts, in);
  return in("在" + units + "任" + posts + "的每个人", "whoever holds " + posts + " in " + units);
}

std::string persons(const EveryPerson& scope, InWords in) {
  if (!scope.standing.empty()) return any_of(scope.standing, in);
  if (!scope.member) return in("人员", "person");
  return *scope.member ? in("党员", "member") : in("非党员", "person who is no member");
}

std::string words(const EveryPerson& scope, InWords in) {
  std::vector<std::string> such;
  if (!scope.standing.empty() && scope.member)
    such.push_back(*scope.member ? in("党员", "a member") : in("非党员", "no member"));
  if (!scope.retirement.empty()) such.push_back(any_of(scope.retirement, in));
  if (!scope.circumstances.empty()) such.push_back(any_of(scope.circumstances, in));
  if (scope.needs_home_visits)
    such.push_back(*scope.needs_home_visits ? in("行动不便", "in need of home visits")
                                            : in("行动无不便", "not in need of home visits"));
  return in("每名", "every ") + persons(scope, in) + in_brackets(such, in);
}

}  // namespace

std::string describe(const Scope& scope, Language language) {
  return std::visit([&](const auto& one) { return words(one, InWords{language}); }, scope);
}

}  // namespace zhibu
