// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/dues.hpp"

#include <stdexcept>
#include <string>

#include "regulation/sound_rows.hpp"

namespace zhibu {

int per_mille_of(const DuesRate& rate, std::int64_t base_fen) {
  if (base_fen <= 0) return 0;
  for (const DuesBracket& bracket : rate.brackets)
    if (!bracket.up_to_fen || base_fen <= *bracket.up_to_fen) return bracket.per_mille;
  return 0;
}

std::int64_t dues(const DuesRate& rate, std::int64_t base_fen) {
  if (base_fen > most_fen)
    throw std::invalid_argument("dues on a base of " + std::to_string(base_fen) +
                                " fen; accepted: up to 2147483647 yuan");
  return base_fen * per_mille_of(rate, base_fen);
}

void require_sound(const DuesRate& rate) {
  require(!rate.brackets.empty() && !rate.brackets.back().up_to_fen,
          "demand: found no bracket that holds any base; accepted: a last one without a bound");
  std::int64_t below = 0;
  for (std::size_t i = 0; i < rate.brackets.size(); ++i) {
    const DuesBracket& bracket = rate.brackets[i];
    require(0 <= bracket.per_mille && bracket.per_mille <= 1000,
            "demand: found a rate that is none; accepted: 0 to 1000 thousandths");
    if (i + 1 == rate.brackets.size()) return;
    require(bracket.up_to_fen && *bracket.up_to_fen > below,
            "demand: found brackets that do not rise; accepted: each up to more than the one "
            "before it");
    require(*bracket.up_to_fen <= most_fen,
            "demand: found a bracket up to more money than there is; accepted: up to 2147483647 "
            "yuan");
    below = *bracket.up_to_fen;
  }
}

}  // namespace zhibu
