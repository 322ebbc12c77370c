// SPDX-License-Identifier: BSL-1.0

#include "zhibu/schedule/obligation.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace zhibu {
namespace {

// How often, or how much, a provision asks within one of its windows.
struct Amount {
  int times = 1;
  int class_hours = 0;
  std::int64_t least_fen = 0;
  std::int64_t most_fen = 0;
};

Amount amount(const Provision& provision) {
  if (const AtLeast* at_least = std::get_if<AtLeast>(&provision.cadence))
    return {.times = at_least->times};
  if (const OnSchedule* on_schedule = std::get_if<OnSchedule>(&provision.cadence))
    return {.times = on_schedule->suggested.times};
  if (const Funding* funding = std::get_if<Funding>(&provision.cadence))
    return {.times = 0, .least_fen = funding->least_fen, .most_fen = funding->most_fen};
  if (const ClassHours* hours = std::get_if<ClassHours>(&provision.cadence))
    return {.times = 0, .class_hours = hours->least};
  return {};
}

std::optional<Exempted> exempted(const Provision& provision,
                                 std::optional<std::uint8_t> exemption) {
  if (!exemption) return {};
  const Exemption& found = provision.exemptions[*exemption];
  return Exempted{found.rule, found.source};
}

void require_exemption(const Provision& provision, std::size_t exemption) {
  if (exemption < provision.exemptions.size()) return;
  throw std::invalid_argument{"no such exemption of provision '" + std::string{provision.code} +
                              "': number " + std::to_string(exemption) + "; accepted: fewer than " +
                              std::to_string(provision.exemptions.size())};
}

void require_window(const Provision& provision, Period window, Period bound) {
  const auto fail = [&](const std::string& found, const char* accepted) {
    throw std::invalid_argument{"found " + found + ", under provision '" +
                                std::string{provision.code} + "'; accepted: " + accepted};
  };
  if (window.empty())
    fail("an empty window, from " + to_string(window.begin) + " to " + to_string(window.end),
         "one that ends after it begins");
  if (bound.empty() || !window.contains(bound))
    fail("it binding from " + to_string(bound.begin) + " to " + to_string(bound.end) +
             " in the window " + to_string(window),
         "days of the window, one at least");
}

}  // namespace

template <>
std::span<const Name<PartialWindow>> names() {
  static constexpr Name<PartialWindow> all[] = {
      {PartialWindow::not_owed, "not_owed", "不产生义务", "not owed"},
      {PartialWindow::not_applicable, "not_applicable", "列为不适用", "not applicable"},
      {PartialWindow::owed, "owed", "按余下时间应办", "owed in the time left"},
  };
  return all;
}

bool applies(const Obligation& o) {
  return !o.exempted && o.partial != PartialWindow::not_applicable;
}

Obligations::Obligations(Rulebook rulebook, Period period, std::optional<Date> rules_of,
                         PartialWindow partial)
    : rulebook_{std::move(rulebook)},
      period_{period},
      rules_of_{rules_of},
      partial_{partial},
      also_sets_{{}} {}

ObligationId Obligations::add(ProvisionId provision, Bearer bearer, Period window,
                              const ObligationDetails& details) {
  const Provision& demanded_by = rulebook_[provision];
  require_window(demanded_by, window, details.bound.value_or(window));
  if (details.exemption) require_exemption(demanded_by, *details.exemption);
  for (const ProvisionId laxer : details.also) rulebook_[laxer];

  const ObligationId id{static_cast<std::uint32_t>(size())};
  provision_.push_back(provision);
  bearer_.push_back(bearer);
  at_.push_back(details.at);
  window_.push_back(window);
  fixed_.push_back(details.fixed);
  exemption_.push_back(details.exemption
                           ? std::optional{static_cast<std::uint8_t>(*details.exemption)}
                           : std::nullopt);
  bound_.push_back(details.bound.value_or(window));
  also_.push_back(place_of(details.also));
  return id;
}

void Obligations::reserve(std::size_t obligations) {
  provision_.reserve(obligations);
  bearer_.reserve(obligations);
  at_.reserve(obligations);
  window_.reserve(obligations);
  fixed_.reserve(obligations);
  exemption_.reserve(obligations);
  bound_.reserve(obligations);
  also_.reserve(obligations);
}

std::uint16_t Obligations::place_of(const std::vector<ProvisionId>& also) {
  const auto found = std::ranges::find(also_sets_, also);
  if (found == also_sets_.end()) {
    also_sets_.push_back(also);
    return static_cast<std::uint16_t>(also_sets_.size() - 1);
  }
  return static_cast<std::uint16_t>(found - also_sets_.begin());
}

Rows<Obligations, ObligationId, Obligation>::Iterator Obligations::end() const {
  return {this, static_cast<std::uint32_t>(size())};
}

Obligation Obligations::operator[](ObligationId id) const {
  const std::size_t i = id.index;
  if (i >= size())
    throw std::invalid_argument{"no such obligation: number " + std::to_string(i) +
                                "; accepted: fewer than " + std::to_string(size())};

  const Provision& provision = rulebook_[provision_[i]];
  const Amount asked = amount(provision);
  return {.id = id,
          .provision = provision.id,
          .rule = provision.code,
          .source = provision.source,
          .force = provision.force,
          .activity = provision.activity,
          .bearer = bearer_[i],
          .at = at_[i],
          .window = window_[i],
          .bound = bound_[i],
          .times = asked.times,
          .class_hours = asked.class_hours,
          .least_fen = asked.least_fen,
          .most_fen = asked.most_fen,
          .fixed = fixed_[i],
          .also = also_sets_[also_[i]],
          .exempted = exempted(provision, exemption_[i]),
          .partial = bound_[i] == window_[i] ? std::nullopt : std::optional{partial_},
          .rules_of = rules_of_};
}

}  // namespace zhibu
