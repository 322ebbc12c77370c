// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/explain.hpp"

#include <string_view>

#include "regulation/in_words.hpp"
#include "regulation/sound_rows.hpp"

namespace zhibu {
namespace {

template <class Row>
std::string heading(const Row& row, InWords in) {
  const std::string_view name = in.zh() || row.name_en.empty() ? row.name : row.name_en;
  return std::string{row.code} + " " + std::string{name} + in("。", ". ");
}

// Of whom it is demanded, how strongly, and what.
std::string demanded(const std::string& of, Force force, const std::string& what, InWords in) {
  const std::string strongly{label(force, in.language)};
  return in("对" + of + "，“" + strongly + "”：" + what + "。",
            "For " + of + ", \"" + strongly + "\": " + what + ". ");
}

template <class Row>
std::string in_force(const Row& row, InWords in) {
  const std::string from = day_in_words(row.in_force_from, in);
  if (!row.in_force_until) return in("自" + from + "起施行。", "In force since " + from + ". ");
  const std::string last = day_in_words(*row.in_force_until - 1, in);
  return in("自" + from + "起施行，至" + last + "止。",
            "In force from " + from + " to " + last + ". ");
}

std::string exemptions(const Provision& provision, InWords in) {
  std::string text;
  for (const Exemption& exemption : provision.exemptions) {
    const std::string when{label(exemption.when, in.language)};
    const std::string rule =
        std::string{exemption.rule} + in("，", ", ") + to_string(exemption.source);
    text += in(when + "的除外（" + rule + "）。",
               "It does not bind who is " + when + " (" + rule + "). ");
  }
  return text;
}

std::string settled(const Provision& provision, InWords in) {
  if (provision.settles.empty()) return {};
  const std::string code{provision.settles};
  return in("本条确定" + code + "的次数。", "It settles " + code + ", which gives no number. ");
}

// How well the text is known, and the text itself where it may be quoted.
std::string wording(std::string_view quote, Confidence confidence, InWords in) {
  if (confidence == Confidence::secondhand)
    return in("转引，文字未核。", "Second-hand: its wording has not been checked.");
  if (confidence == Confidence::remembered)
    return in("凭记忆，文字未核。", "From memory: its wording has not been checked.");
  if (!quote.empty())
    return in("原文：“" + std::string{quote} + "”。", "Its words: “" + std::string{quote} + "”.");
  return confidence == Confidence::local ? in("本地做法。", "A local practice.")
                                         : in("已核原文。", "The clause itself was read.");
}

template <class Row>
std::string source(const Row& row, InWords in) {
  const std::string layer{label(row.layer, in.language)};
  return in("依据：" + to_string(row.source) + "（" + layer + "）。",
            "Written in " + to_string(row.source) + " (" + layer + "). ") +
         wording(row.quote, row.confidence, in);
}

}  // namespace

std::string explain(const Provision& provision, Language language) {
  const InWords in{language};
  const std::string what = std::string{label(provision.activity, language)} + in("，", ", ") +
                           describe(provision.cadence, language);
  return heading(provision, in) +
         demanded(describe(provision.scope, language), provision.force, what, in) +
         in_force(provision, in) + exemptions(provision, in) + settled(provision, in) +
         source(provision, in);
}

std::string explain(const Requirement& requirement, Language language) {
  const InWords in{language};
  const std::string of = std::visit(
      [&](const auto& scope) { return describe(Scope{scope}, language); }, requirement.scope);
  return heading(requirement, in) +
         demanded(of, requirement.force, describe(requirement.demand, language), in) +
         in_force(requirement, in) + source(requirement, in);
}

std::string explain(const Undecided& undecided, Language language) {
  const InWords in{language};
  const std::string force{label(undecided.force, language)};
  const std::string because = in(undecided.because, undecided.because_en);
  return heading(undecided, in) +
         in("“" + force + "”，但无法由数据判定：" + because + "。",
            "It is put as \"" + force + "\", and cannot be decided from data: " + because + ". ") +
         in_force(undecided, in) + source(undecided, in);
}

}  // namespace zhibu
