// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/undecided.hpp"

#include "regulation/sound_rows.hpp"

namespace zhibu {

void require_sound(const Undecided& u) {
  require(!u.because.empty() && !u.because_en.empty(),
          "found no reason why it cannot be decided; accepted: because and because_en");
  require_sound_dates_and_quote(u.in_force_from, u.in_force_until, u.quote, u.confidence);
}

}  // namespace zhibu
