// SPDX-License-Identifier: BSL-1.0
//
// Ledgers that are not drawn up yet.

#include <stdexcept>

#include "report/draw.hpp"

namespace zhibu {

Ledger draw_members(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_meetings(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_themed_party_days(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_life_meetings(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_study_files(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_training(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_birthdays(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_terms(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_honours(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_venues(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_volunteer_roles(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_campaigns(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_veterans_two_years(const LedgerSource&) {
  throw std::invalid_argument("no ledger yet");
}
Ledger draw_veterans_in_offices(const LedgerSource&) {
  throw std::invalid_argument("no ledger yet");
}
Ledger draw_veterans_in_institutions(const LedgerSource&) {
  throw std::invalid_argument("no ledger yet");
}
Ledger draw_veterans_in_enterprises(const LedgerSource&) {
  throw std::invalid_argument("no ledger yet");
}
Ledger draw_retired_two_years(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_retired(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }

}  // namespace zhibu
