// SPDX-License-Identifier: BSL-1.0

#include <string>

#include "value.hpp"
#include "zhibu/organization/cluster.hpp"
#include "zhibu/organization/event.hpp"
#include "zhibu/organization/unit.hpp"
#include "zhibu/organization/workplace.hpp"

using namespace zhibu;

namespace {

void bind_unit(py::module_& m) {
  bind_enum<UnitKind>(m, "UnitKind",
                      "The kinds of organization of the Party, as the Constitution and the "
                      "regulations name them.");
  bind_enum<BranchField>(
      m, "BranchField",
      "The field that a branch works in: the ten kinds of branch with key tasks of their own "
      "(中国共产党支部工作条例（试行）, article 10), which also decides the length of its term.");
  bind_value<Unit>(m, "Unit", "One organization of the Party, as it stands on some day.",
                   Needed{"code", &Unit::code}, Needed{"name", &Unit::name},
                   Needed{"kind", &Unit::kind}, Optional{"parent", &Unit::parent},
                   Needed{"standing", &Unit::standing}, Optional{"temporary", &Unit::temporary},
                   Optional{"joint", &Unit::joint}, Optional{"mobile", &Unit::mobile},
                   Optional{"retired_cadres", &Unit::retired_cadres},
                   Optional{"has_committee", &Unit::has_committee}, Optional{"field", &Unit::field})
      .def("__repr__", &shown<Unit>);
}

void bind_event(py::module_& m) {
  bind_enum<EventKind>(m, "EventKind", "What may happen to an organization.");
  bind_value<Event>(
      m, "Event", "What happened to an organization, on what day and by what document.",
      Needed{"kind", &Event::kind}, Needed{"unit", &Event::unit}, Optional{"other", &Event::other},
      Needed{"on", &Event::on}, Optional{"document", &Event::document},
      Optional{"entered_on", &Event::entered_on})
      .def("__repr__", [](const Event& e) {
        return "<Event " + to_string(e.on) + " " + std::string{key(e.kind)} + ">";
      });
}

void bind_workplace(py::module_& m) {
  bind_value<Workplace>(
      m, "Workplace",
      "A body in which organizations of the Party are formed (所在单位) and which is none itself: "
      "a bureau, a school class, an association, an enterprise.",
      Needed{"code", &Workplace::code}, Needed{"name", &Workplace::name},
      Optional{"nature", &Workplace::nature})
      .def("__repr__", &shown<Workplace>);
  bind_value<UnitWorkplace>(
      m, "UnitWorkplace", "A unit being formed in a workplace, for as long as that lasts.",
      Needed{"unit", &UnitWorkplace::unit}, Needed{"workplace", &UnitWorkplace::workplace},
      Needed{"period", &UnitWorkplace::period});
}

void bind_cluster(py::module_& m) {
  bind_value<Cluster>(m, "Cluster",
                      "A cluster of branches (片组), which work together without being an "
                      "organization of the Party.",
                      Needed{"code", &Cluster::code}, Needed{"name", &Cluster::name},
                      Needed{"lead", &Cluster::lead}, Needed{"deputy", &Cluster::deputy},
                      Needed{"standing", &Cluster::standing},
                      Optional{"principles", &Cluster::principles})
      .def("__repr__", &shown<Cluster>);
  bind_value<ClusterMembership>(
      m, "ClusterMembership",
      "A branch belonging to a cluster, for as long as that lasts; to one cluster at any time.",
      Needed{"cluster", &ClusterMembership::cluster}, Needed{"unit", &ClusterMembership::unit},
      Needed{"period", &ClusterMembership::period});
}

}  // namespace

void bind_units(py::module_& m) {
  bind_unit(m);
  bind_event(m);
  bind_workplace(m);
  bind_cluster(m);
}
