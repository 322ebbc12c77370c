// SPDX-License-Identifier: BSL-1.0

#include <string>
#include <variant>

#include "organization/columns.hpp"
#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {

namespace {

// Leaves out whatever names a unit that the roster does not have; whether anybody is left.
template <class AnyScope>
bool keep_known(AnyScope& scope, const Roster& roster) {
  if (auto* these = std::get_if<TheseUnits>(&scope)) {
    std::erase_if(these->codes,
                  [&](const std::string& code) { return !roster.columns().unit_codes.find(code); });
    return !these->codes.empty();
  }
  if constexpr (std::is_same_v<AnyScope, Scope>)
    if (auto* holders = std::get_if<HoldersOf>(&scope)) return keep_known(holders->units, roster);
  return true;
}

}  // namespace

Rulebook within(const Rulebook& rules, const Roster& roster) {
  Rulebook kept;
  for (const Document& document : rules.documents()) kept.add(document);
  for (Provision provision : rules.provisions())
    if (keep_known(provision.scope, roster)) kept.add(provision);
  for (const Requirement& requirement : rules.requirements()) kept.add(requirement);
  for (const Undecided& undecided : rules.undecided()) kept.add(undecided);
  return kept;
}

}  // namespace zhibu
