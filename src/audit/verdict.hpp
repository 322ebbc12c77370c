// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "held.hpp"
#include "steps.hpp"
#include "zhibu/audit/audit.hpp"

namespace zhibu {

// What counts towards one obligation, what nearby does not, and what follows.
struct Verdict {
  std::vector<RecordId> evidence;
  std::vector<Discounted> discounted;
  int done = 0;  // how many times, or how many class hours
  std::int64_t paid_fen = 0;
  bool on_time = false;  // enough was done before it fell due
  bool by_now = false;   // or by now
};

// Which record meets which occasion, for all obligations that name occasions.
class Occasions {
 public:
  // Each obligation is a step.
  Occasions(const Obligations& obligations, const Held& held, Steps& steps);

  // The place of the record that meets an obligation.
  std::optional<std::uint32_t> met_by(ObligationId obligation) const {
    return met_by_[obligation.index];
  }

 private:
  void match_group(const std::vector<ObligationId>& group, const Obligations& obligations,
                   const Held& held);

  std::vector<std::optional<std::uint32_t>> met_by_;
};

Verdict verdict(const Obligation& obligation, const Provision& provision, const Held& held,
                const Occasions& occasions);

}  // namespace zhibu
