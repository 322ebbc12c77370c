// SPDX-License-Identifier: BSL-1.0

#include <optional>
#include <stdexcept>
#include <string>
#include <variant>

#include "value.hpp"
#include "zhibu/organization/relation.hpp"

using namespace zhibu;

namespace {

template <class Id>
std::optional<Id> bearer_as(const Bearer& bearer) {
  const auto* const id = std::get_if<Id>(&bearer);
  return id != nullptr ? std::optional{*id} : std::nullopt;
}

Bearer bearer(std::optional<UnitId> unit, std::optional<PersonId> person) {
  if (unit.has_value() == person.has_value())
    throw std::invalid_argument("a bearer is a unit or a person; accepted: one of the two");
  return unit ? Bearer{*unit} : Bearer{*person};
}

py::tuple both(const Bearer& b) {
  return py::make_tuple(bearer_as<UnitId>(b), bearer_as<PersonId>(b));
}

void bind_bearer(py::module_& m) {
  py::class_<Bearer>(m, "Bearer",
                     "Who bears an obligation or an honour: an organization, or a "
                     "person.")
      .def(py::init(&bearer), py::kw_only(), "unit"_a = py::none(), "person"_a = py::none())
      .def_property_readonly("unit", &bearer_as<UnitId>)
      .def_property_readonly("person", &bearer_as<PersonId>)
      .def(py::self == py::self)
      .def("__hash__", [](const Bearer& b) { return py::hash(both(b)); })
      .def(py::pickle(
          [](const Bearer& b) { return pickled(both(b)); },
          [](const py::tuple& state) {
            require_pickle("Bearer", state, 1);
            const auto [unit, person] =
                state[1].cast<std::pair<std::optional<UnitId>, std::optional<PersonId>>>();
            return bearer(unit, person);
          }))
      .def("__repr__", [](const Bearer& b) {
        const auto unit = bearer_as<UnitId>(b);
        return unit ? "<Bearer unit " + std::to_string(unit->index) + ">"
                    : "<Bearer person " + std::to_string(bearer_as<PersonId>(b)->index) + ">";
      });
}

void bind_persons_to_others(py::module_& m) {
  bind_value<Contact>(m, "Contact",
                      "A committee member's contact branch (联系点): the unit that `person` visits "
                      "and guides.",
                      Needed{"person", &Contact::person}, Needed{"unit", &Contact::unit},
                      Needed{"period", &Contact::period});
  bind_value<Pairing>(m, "Pairing", "A helper and the one helped (结对帮扶).",
                      Needed{"helper", &Pairing::helper}, Needed{"helped", &Pairing::helped},
                      Optional{"reasons", &Pairing::reasons}, Needed{"period", &Pairing::period});
  bind_value<VolunteerRole>(
      m, "VolunteerRole",
      "A role taken by expertise and inclination (监督员, 辅导员, 宣传员), "
      "which is no post.",
      Needed{"person", &VolunteerRole::person}, Needed{"role", &VolunteerRole::role},
      Needed{"period", &VolunteerRole::period}, Optional{"because", &VolunteerRole::because});
}

}  // namespace

void bind_relations(py::module_& m) {
  bind_bearer(m);
  bind_persons_to_others(m);
  bind_value<Venue>(m, "Venue", "A place that a unit has for its activities (活动场所).",
                    Needed{"unit", &Venue::unit}, Needed{"name", &Venue::name},
                    Optional{"purpose", &Venue::purpose}, Needed{"period", &Venue::period},
                    Optional{"inventory", &Venue::inventory});
  bind_value<Honour>(m, "Honour", "An honour awarded to a unit or to a person.",
                     Needed{"bearer", &Honour::bearer}, Needed{"title", &Honour::title},
                     Optional{"level", &Honour::level}, Optional{"awarded_by", &Honour::awarded_by},
                     Needed{"period", &Honour::period}, Optional{"document", &Honour::document});
}
