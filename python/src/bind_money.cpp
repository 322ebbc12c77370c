// SPDX-License-Identifier: BSL-1.0

#include <optional>

#include "keys.hpp"
#include "value.hpp"
#include "zhibu/audit/dues_account.hpp"
#include "zhibu/audit/fund_balance.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

void bind_months(py::module_& m) {
  py::class_<DuesMonth>(m, "DuesMonth",
                        "One month of a member's dues, as the member stood on its last day.")
      .def_readonly("month", &DuesMonth::month)
      .def_readonly("branch", &DuesMonth::branch)
      .def_readonly("base_fen", &DuesMonth::base_fen)
      .def_readonly("rate", &DuesMonth::rate)
      .def_readonly("per_mille", &DuesMonth::per_mille)
      .def_readonly("owed", &DuesMonth::owed)
      .def_readonly("paid", &DuesMonth::paid)
      .def_readonly("paid_on", &DuesMonth::paid_on)
      .def_readonly("caught_up_late", &DuesMonth::caught_up_late)
      .def("is_known", &DuesMonth::is_known)
      .def("arrears", &DuesMonth::arrears, "What is still owed.");
}

void bind_account(py::module_& m) {
  py::class_<DuesAccount>(m, "DuesAccount", "A member's Party dues (党费), month by month.")
      .def_readonly("person", &DuesAccount::person)
      .def_readonly("as_of", &DuesAccount::as_of)
      .def_readonly("months", &DuesAccount::months)
      .def_readonly("owed", &DuesAccount::owed)
      .def_readonly("paid", &DuesAccount::paid)
      .def_readonly("arrears", &DuesAccount::arrears)
      .def_readonly("months_owed", &DuesAccount::months_owed)
      .def_readonly("months_unknown", &DuesAccount::months_unknown)
      .def_readonly("months_caught_up_late", &DuesAccount::months_caught_up_late)
      .def_readonly("unpaid_in_a_row", &DuesAccount::unpaid_in_a_row)
      .def_readonly("unpaid_too_long", &DuesAccount::unpaid_too_long);
  m.def(
      "dues_account",
      [](const Roster& roster, const Records& records, const Rulebook& rules,
         const PersonKey& person, Period period, Date as_of) {
        return dues_account(roster, records, rules, handle_of(roster, person), period, as_of);
      },
      "roster"_a, "records"_a, "rules"_a, py::kw_only(), "person"_a, "period"_a, "as_of"_a,
      WithoutGil{},
      "The dues of `person` for the months that end within `period`, as the books stood at the end "
      "of `as_of`: of months that were over by then, and of payments made by then.");
}

void bind_funds(py::module_& m) {
  bind_value<FundBalance>(
      m, "FundBalance", "What came into a fund, and what was paid out of it, in fen.",
      Optional{"in_fen", &FundBalance::in_fen}, Optional{"out_fen", &FundBalance::out_fen})
      .def("left_fen", &FundBalance::left_fen);
  m.def("balance", &balance, "records"_a, "fund"_a, "day"_a, WithoutGil{},
        "What had come into `fund`, and what had been paid out of it, at the end of `day`.");
  bind_enum<FundFaultKind>(m, "FundFaultKind", "What can be wrong with the money of a fund.");
  bind_value<FundFault>(m, "FundFault", "Something that is wrong with the money of a fund.",
                        Needed{"kind", &FundFault::kind}, Needed{"fund", &FundFault::fund},
                        Needed{"code", &FundFault::code}, Needed{"on", &FundFault::on},
                        Optional{"amount_fen", &FundFault::amount_fen});
  m.def(
      "check_funds",
      [](const Records& records, Date as_of, const Roster* roster) {
        return roster == nullptr ? check_funds(records, as_of)
                                 : check_funds(records, *roster, as_of);
      },
      "records"_a, py::kw_only(), "as_of"_a, "roster"_a = py::none(), WithoutGil{},
      "All that is wrong with the money of the funds, as it stood at the end of `as_of`: by fund, "
      "in the order added, and then by day.");
}

}  // namespace

void bind_money(py::module_& m) {
  bind_months(m);
  bind_account(m);
  bind_funds(m);
}
