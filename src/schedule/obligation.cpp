// SPDX-License-Identifier: BSL-1.0

#include "zhibu/schedule/obligation.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace zhibu {
namespace {

// How often, or how much, a provision asks within one of its windows.
struct Amount {
  int times = 1;
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

}  // namespace

Obligations::Obligations(Rulebook rulebook, Period period, std::optional<Date> rules_of)
    : rulebook_{std::move(rulebook)}, period_{period}, rules_of_{rules_of} {}

ObligationId Obligations::add(ProvisionId provision, Bearer bearer, Period window,
                              std::optional<UnitId> at, std::optional<Shifted> fixed,
                              std::optional<std::size_t> exemption) {
  const Provision& demanded_by = rulebook_[provision];
  if (window.empty())
    throw std::invalid_argument{"found an empty window, from " + to_string(window.begin) + " to " +
                                to_string(window.end) + ", under provision '" +
                                std::string{demanded_by.code} +
                                "'; accepted: one that ends after it begins"};
  if (exemption) require_exemption(demanded_by, *exemption);

  const ObligationId id{static_cast<std::uint32_t>(size())};
  provision_.push_back(provision);
  bearer_.push_back(bearer);
  at_.push_back(at);
  window_.push_back(window);
  fixed_.push_back(fixed);
  exemption_.push_back(exemption ? std::optional{static_cast<std::uint8_t>(*exemption)}
                                 : std::nullopt);
  return id;
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
          .times = asked.times,
          .least_fen = asked.least_fen,
          .most_fen = asked.most_fen,
          .fixed = fixed_[i],
          .exempted = exempted(provision, exemption_[i]),
          .rules_of = rules_of_};
}

}  // namespace zhibu
