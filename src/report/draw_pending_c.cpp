// SPDX-License-Identifier: BSL-1.0
//
// Ledgers that are not drawn up yet.

#include <stdexcept>

#include "report/draw.hpp"

namespace zhibu {

Ledger draw_visits(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_pairings(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_hardship_aid(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_funds(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_dues(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_cluster_meetings(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_opinions(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }
Ledger draw_contact_visits(const LedgerSource&) { throw std::invalid_argument("no ledger yet"); }

}  // namespace zhibu
