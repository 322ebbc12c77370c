// SPDX-License-Identifier: BSL-1.0

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "keys.hpp"
#include "watched.hpp"
#include "zhibu/organization/view.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

Array<UnitId> array_of(std::span<const UnitId> units) { return {{units.begin(), units.end()}}; }

UnitId handle_of(const RosterView& view, const UnitKey& key) {
  return ::handle_of(view.roster(), key);
}

void bind_filters(py::module_& m) {
  bind_row<MemberFilter>(m, "MemberFilter",
                         "Which members are counted; what is left open counts all.",
                         Optional{"standing", &MemberFilter::standing},
                         Optional{"retirement", &MemberFilter::retirement},
                         Optional{"sex", &MemberFilter::sex}, Optional{"age", &MemberFilter::age},
                         Optional{"years_of_standing", &MemberFilter::years_of_standing});
  bind_row<UnitFilter>(m, "UnitFilter", "Which units are counted; what is left open counts all.",
                       Optional{"kinds", &UnitFilter::kinds},
                       Optional{"temporary", &UnitFilter::temporary},
                       Optional{"retired_cadres", &UnitFilter::retired_cadres});
}

void bind_units_of_view(py::class_<RosterView>& view) {
  view.def(
          "units", [](const RosterView& v) { return array_of(v.units()); },
          "All units, depth first; those without a parent, and the children of each, in the order "
          "in which they came there.")
      .def("__len__", &RosterView::size)
      .def("__iter__", [](const RosterView& v) { return py::iter(py::cast(array_of(v.units()))); })
      .def(
          "contains",
          [](const RosterView& v, const UnitKey& unit) { return v.contains(handle_of(v, unit)); },
          "unit"_a, "Whether `unit` stands in this view, and where in units().")
      .def(
          "__contains__",
          [](const RosterView& v, const UnitKey& unit) { return v.contains(handle_of(v, unit)); },
          "unit"_a)
      .def(
          "place",
          [](const RosterView& v, const UnitKey& unit) { return v.place(handle_of(v, unit)); },
          "unit"_a);
}

void bind_rows_of_view(py::class_<RosterView>& view) {
  view.def(
          "unit", [](const RosterView& v, const UnitKey& key) { return v[handle_of(v, key)]; },
          "key"_a, py::keep_alive<0, 1>(),
          "The unit as it stands on the day, by handle or by code; and a person, as the roster has "
          "them.")
      .def(
          "__getitem__",
          [](const RosterView& v, const UnitKey& key) { return v[handle_of(v, key)]; }, "key"_a,
          py::keep_alive<0, 1>())
      .def(
          "__getitem__",
          [](const RosterView& v, const Bearer& bearer) {
            return std::visit([&](auto id) { return std::variant<Unit, Person>{v[id]}; }, bearer);
          },
          "bearer"_a, py::keep_alive<0, 1>());
}

void bind_tree(py::class_<RosterView>& view) {
  view.def(
          "children",
          [](const RosterView& v, const UnitKey& unit) { return v.children(handle_of(v, unit)); },
          "unit"_a,
          "The tree: those directly under `unit`, those above it from its parent up, and `unit` "
          "with all under it.")
      .def(
          "ancestors",
          [](const RosterView& v, const UnitKey& unit) { return v.ancestors(handle_of(v, unit)); },
          "unit"_a)
      .def(
          "subtree",
          [](const RosterView& v, const UnitKey& unit) {
            return array_of(v.subtree(handle_of(v, unit)));
          },
          "unit"_a)
      .def(
          "is_within",
          [](const RosterView& v, const UnitKey& unit, const UnitKey& top) {
            return v.is_within(handle_of(v, unit), handle_of(v, top));
          },
          "unit"_a, "top"_a);
}

void bind_members(py::class_<RosterView>& view) {
  view.def(
          "members",
          [](const RosterView& v, const UnitKey& unit, MembershipKind kind) {
            return v.members(handle_of(v, unit), kind);
          },
          "unit"_a, py::kw_only(), "kind"_a = MembershipKind::home,
          "Persons who belong to `unit` in that way; and the home members of `top` and all under "
          "it, each once.")
      .def(
          "members_within",
          [](const RosterView& v, const UnitKey& top) {
            return v.members_within(handle_of(v, top));
          },
          "top"_a, WithoutGil{})
      .def(
          "voters",
          [](const RosterView& v, const UnitKey& unit) { return v.voters(handle_of(v, unit)); },
          "unit"_a, WithoutGil{},
          "The home members of `unit` who may vote and be elected: full members whose rights are "
          "not suspended (中国共产党基层组织选举工作条例, article 5).");
}

void bind_offices(py::class_<RosterView>& view) {
  view.def(
          "holders",
          [](const RosterView& v, const PostKey& post) {
            return v.holders(::handle_of(v.roster(), post));
          },
          "post"_a, KeepRowsAlive{},
          "Who holds a post; the posts of `unit` with a free seat; the posts of a person.")
      .def(
          "vacancies",
          [](const RosterView& v, const UnitKey& unit) { return v.vacancies(handle_of(v, unit)); },
          "unit"_a)
      .def(
          "posts_of",
          [](const RosterView& v, const PersonKey& person) {
            return v.posts_of(::handle_of(v.roster(), person));
          },
          "person"_a, KeepRowsAlive{});
}

void bind_clusters(py::class_<RosterView>& view) {
  view.def(
          "cluster_of",
          [](const RosterView& v, const UnitKey& unit) { return v.cluster_of(handle_of(v, unit)); },
          "unit"_a)
      .def("cluster", &RosterView::cluster, "code"_a, py::keep_alive<0, 1>())
      .def(
          "workplaces",
          [](const RosterView& v, const UnitKey& unit) { return v.workplaces(handle_of(v, unit)); },
          "unit"_a);
}

template <class Row>
void bind_all(py::class_<RosterView>& view, const char* rows) {
  view.def(
      rows, [](const RosterView& v) { return v.all<Row>(); }, WithoutGil{}, KeepRowsAlive{});
}

void bind_relations_of_view(py::class_<RosterView>& view) {
  bind_all<Membership>(view, "memberships");
  bind_all<Circumstance>(view, "circumstances");
  bind_all<Appointment>(view, "appointments");
  bind_all<ClusterMembership>(view, "cluster_memberships");
  bind_all<UnitWorkplace>(view, "unit_workplaces");
  bind_all<Contact>(view, "contacts");
  bind_all<Pairing>(view, "pairings");
  bind_all<VolunteerRole>(view, "volunteer_roles");
  bind_all<Venue>(view, "venues");
  bind_all<Honour>(view, "honours");
}

void bind_counts(py::class_<RosterView>& view) {
  using Counts = Array<std::int64_t>;
  view.def(
          "count_units",
          [](const RosterView& v, const UnitFilter& f) { return Counts{v.count_units(f)}; },
          py::arg_v("filter", UnitFilter{}, "UnitFilter()"), WithoutGil{},
          "For each unit, in the order of units(): 1 if the filter takes it, else 0; and how many "
          "of its home members the filter takes.")
      .def(
          "count_members",
          [](const RosterView& v, const MemberFilter& f, const py::object& progress) {
            return Counts{
                watched(progress, [&](const Watch& watch) { return v.count_members(f, watch); })};
          },
          py::arg_v("filter", MemberFilter{}, "MemberFilter()"), py::kw_only(),
          "progress"_a = py::none())
      .def(
          "roll_up",
          [](const RosterView& v, const Counts& own) { return Counts{v.roll_up(own.values)}; },
          "own"_a, WithoutGil{},
          "Adds up over the tree: for each unit, in the order of units(), the sum of `own` over it "
          "and all under it.");
}

void bind_as_of(py::module_& m) {
  Shared<Roster>(m.attr("Roster"))
      .def(
          "as_of",
          [](const Roster& r, Date day, const std::optional<UnitKey>& top) {
            return top ? r.as_of(day, ::handle_of(r, *top)) : r.as_of(day);
          },
          "day"_a, py::kw_only(), "top"_a = py::none(), py::keep_alive<0, 1>(), WithoutGil{},
          "The organizations and all that belongs to them as of the end of `day`: all of them, or "
          "`top` and what stands under it.");
}

}  // namespace

void bind_view(py::module_& m) {
  bind_filters(m);
  py::class_<RosterView> view(
      m, "RosterView",
      "The organizations of a roster as they stand on one day, in depth-first order: every unit "
      "before those under it, so that a subtree is a range.");
  view.def_property_readonly("day", &RosterView::day)
      .def_property_readonly("roster", &RosterView::roster)
      .def("__repr__", [](const RosterView& v) {
        return "<RosterView of " + to_string(v.day()) + ": " + std::to_string(v.size()) + " units>";
      });
  bind_units_of_view(view);
  bind_rows_of_view(view);
  bind_tree(view);
  bind_members(view);
  bind_offices(view);
  bind_clusters(view);
  bind_relations_of_view(view);
  bind_counts(view);
  bind_as_of(m);
}
