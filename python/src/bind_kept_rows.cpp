// SPDX-License-Identifier: BSL-1.0

#include <string>

#include "value.hpp"
#include "zhibu/record/record.hpp"

using namespace zhibu;

namespace {

void bind_minutes(py::module_& m) {
  bind_enum<StudyForm>(m, "StudyForm", "In what form people studied.");
  bind_value<Minutes>(
      m, "Minutes", "What the minutes say of a record besides who, what and when.",
      Needed{"record", &Minutes::record}, Optional{"topic", &Minutes::topic},
      Optional{"form", &Minutes::form}, Optional{"audience", &Minutes::audience},
      Optional{"places", &Minutes::places}, Optional{"host", &Minutes::host},
      Optional{"speaker", &Minutes::speaker}, Optional{"decisions", &Minutes::decisions},
      Optional{"campaign", &Minutes::campaign}, Optional{"gifts", &Minutes::gifts},
      Optional{"oath", &Minutes::oath}, Optional{"beneficiaries", &Minutes::beneficiaries},
      Optional{"at_least", &Minutes::at_least},
      Optional{"beneficiaries_who", &Minutes::beneficiaries_who})
      .def("__repr__",
           [](const Minutes& row) { return "<Minutes " + std::string{row.topic} + ">"; });
  bind_value<Campaign>(m, "Campaign",
                       "A themed activity that groups records (主题活动, 主题教育): "
                       "\"点赞永顺新变化、喜迎党的十九大\".",
                       Needed{"code", &Campaign::code}, Needed{"name", &Campaign::name},
                       Needed{"period", &Campaign::period}, Optional{"about", &Campaign::about},
                       Optional{"entered_on", &Campaign::entered_on},
                       Optional{"entered_by", &Campaign::entered_by},
                       Optional{"source", &Campaign::source})
      .def("__repr__",
           [](const Campaign& row) { return "<Campaign " + std::string{row.code} + ">"; });
  bind_value<StudyNote>(
      m, "StudyNote",
      "What a person has in the study record file (学习“纪实档案”) of a study: notes, reflections, "
      "insights.",
      Needed{"record", &StudyNote::record}, Needed{"person", &StudyNote::person},
      Optional{"note", &StudyNote::note}, Optional{"reflection", &StudyNote::reflection},
      Optional{"insight", &StudyNote::insight});
}

void bind_visits(py::module_& m) {
  bind_enum<VisitKind>(
      m, "VisitKind",
      "On what occasion somebody was visited: the six of the offices for retired cadres.");
  bind_value<Visit>(m, "Visit", "What is known of the visit to one of the persons of a record.",
                    Needed{"record", &Visit::record}, Needed{"person", &Visit::person},
                    Optional{"kind", &Visit::kind}, Optional{"survivor", &Visit::survivor},
                    Optional{"by", &Visit::by}, Optional{"gifts", &Visit::gifts},
                    Optional{"reason", &Visit::reason}, Optional{"feedback", &Visit::feedback})
      .def("__repr__",
           [](const Visit& row) { return "<Visit " + std::string{key(row.kind)} + ">"; });
}

void bind_money(py::module_& m) {
  bind_value<Fund>(m, "Fund",
                   "Money set aside for a purpose (经费, 资金): start-up funds, the year's work of "
                   "the committee "
                   "for the next generation, a branch's own funds, an aid fund.",
                   Needed{"code", &Fund::code}, Needed{"name", &Fund::name},
                   Needed{"purpose", &Fund::purpose}, Optional{"unit", &Fund::unit},
                   Optional{"workplace", &Fund::workplace}, Needed{"period", &Fund::period},
                   Optional{"entered_on", &Fund::entered_on},
                   Optional{"entered_by", &Fund::entered_by}, Optional{"source", &Fund::source})
      .def("__repr__", [](const Fund& row) { return "<Fund " + std::string{row.code} + ">"; });
  bind_value<Appropriation>(
      m, "Appropriation", "Money that came into a fund (拨款, 列支).",
      Needed{"code", &Appropriation::code}, Needed{"fund", &Appropriation::fund},
      Needed{"on", &Appropriation::on}, Needed{"amount_fen", &Appropriation::amount_fen},
      Optional{"granted_by", &Appropriation::granted_by},
      Optional{"document", &Appropriation::document}, Optional{"record", &Appropriation::record},
      Optional{"voided", &Appropriation::voided},
      Optional{"entered_on", &Appropriation::entered_on},
      Optional{"entered_by", &Appropriation::entered_by},
      Optional{"source", &Appropriation::source})
      .def("__repr__", [](const Appropriation& row) {
        return "<Appropriation " + std::string{row.code} + ">";
      });
  bind_value<Payment>(
      m, "Payment",
      "Money paid out of a fund, to a unit, to a person, to a person's survivors or to somebody "
      "else.",
      Needed{"code", &Payment::code}, Needed{"fund", &Payment::fund}, Needed{"on", &Payment::on},
      Needed{"amount_fen", &Payment::amount_fen}, Optional{"payee", &Payment::payee},
      Optional{"survivor", &Payment::survivor}, Optional{"purpose", &Payment::purpose},
      Optional{"reason", &Payment::reason}, Optional{"record", &Payment::record},
      Optional{"voided", &Payment::voided}, Optional{"entered_on", &Payment::entered_on},
      Optional{"entered_by", &Payment::entered_by}, Optional{"source", &Payment::source})
      .def("__repr__",
           [](const Payment& row) { return "<Payment " + std::string{row.code} + ">"; });
}

void bind_opinions(py::module_& m) {
  bind_enum<OpinionKind>(m, "OpinionKind", "What kind of words were collected.");
  bind_enum<OpinionState>(m, "OpinionState", "How far an opinion has come.");
  bind_value<Opinion>(
      m, "Opinion",
      "An opinion or a suggestion, from the day on which it was collected to its answer.",
      Needed{"code", &Opinion::code}, Optional{"kind", &Opinion::kind},
      Needed{"unit", &Opinion::unit}, Optional{"person", &Opinion::person},
      Optional{"record", &Opinion::record}, Needed{"text", &Opinion::text},
      Needed{"collected_on", &Opinion::collected_on},
      Optional{"reported_on", &Opinion::reported_on},
      Optional{"reported_to", &Opinion::reported_to},
      Optional{"answered_on", &Opinion::answered_on},
      Optional{"answered_by", &Opinion::answered_by}, Optional{"answer", &Opinion::answer},
      Optional{"entered_on", &Opinion::entered_on}, Optional{"entered_by", &Opinion::entered_by},
      Optional{"source", &Opinion::source})
      .def("__repr__",
           [](const Opinion& row) { return "<Opinion " + std::string{row.code} + ">"; });
  m.def("state_on", &state_on, "opinion"_a, "day"_a,
        "How far it had come at the end of `day`; nothing before it was collected.");
  m.def("waited_days", &waited_days, "opinion"_a, "day"_a,
        "For how many days it had waited for its answer at the end of `day`: 0 on the day on which "
        "it was collected; up to the answer where it has one by then.");
  bind_value<Task>(
      m, "Task", "A task that the lead unit of a cluster passes on to a unit (推动任务落实).",
      Needed{"code", &Task::code}, Needed{"cluster", &Task::cluster}, Needed{"unit", &Task::unit},
      Needed{"text", &Task::text}, Needed{"passed_on", &Task::passed_on},
      Optional{"due_on", &Task::due_on}, Optional{"done_on", &Task::done_on},
      Optional{"record", &Task::record}, Optional{"entered_on", &Task::entered_on},
      Optional{"entered_by", &Task::entered_by}, Optional{"source", &Task::source})
      .def("__repr__", [](const Task& row) { return "<Task " + std::string{row.code} + ">"; });
}

void bind_dues_payments(py::module_& m) {
  bind_value<DuesBase>(
      m, "DuesBase",
      "What a member's Party dues are reckoned from, each month of a period: of retired members "
      "the pension actually received (《关于中国共产党党费收缴、使用和管理的规定》, article 5), in "
      "fen.",
      Needed{"person", &DuesBase::person}, Needed{"monthly_fen", &DuesBase::monthly_fen},
      Needed{"period", &DuesBase::period}, Optional{"entered_on", &DuesBase::entered_on},
      Optional{"entered_by", &DuesBase::entered_by}, Optional{"source", &DuesBase::source});
  bind_value<DuesPayment>(
      m, "DuesPayment", "Party dues that a member paid, for whole months, in fen.",
      Needed{"person", &DuesPayment::person}, Needed{"period", &DuesPayment::period},
      Needed{"paid_on", &DuesPayment::paid_on}, Needed{"amount_fen", &DuesPayment::amount_fen},
      Optional{"by", &DuesPayment::by}, Optional{"voided", &DuesPayment::voided},
      Optional{"entered_on", &DuesPayment::entered_on},
      Optional{"entered_by", &DuesPayment::entered_by}, Optional{"source", &DuesPayment::source});
}

}  // namespace

void bind_kept_rows(py::module_& m) {
  bind_minutes(m);
  bind_visits(m);
  bind_money(m);
  bind_opinions(m);
  bind_dues_payments(m);
}
