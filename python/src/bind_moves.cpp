// SPDX-License-Identifier: BSL-1.0

#include <optional>
#include <string>
#include <vector>

#include "keys.hpp"

using namespace zhibu;

namespace {

// The fields of a unit that adjust() changes; those that are not given stay as they are.
using Flag = std::optional<bool>;

Unit adjusted(Unit as, Flag temporary, Flag joint, Flag mobile, Flag retired_cadres,
              Flag has_committee, std::optional<BranchField> field) {
  as.temporary = temporary.value_or(as.temporary);
  as.joint = joint.value_or(as.joint);
  as.mobile = mobile.value_or(as.mobile);
  as.retired_cadres = retired_cadres.value_or(as.retired_cadres);
  as.has_committee = has_committee.value_or(as.has_committee);
  as.field = field.value_or(as.field);
  return as;
}

void bind_changes(Shared<Roster>& roster) {
  roster
      .def(
          "found",
          [](Roster& r, const UnitKey& unit, std::string_view document) {
            return r.found(handle_of(r, unit), document);
          },
          "unit"_a, py::kw_only(), "document"_a)
      .def(
          "rename",
          [](Roster& r, const UnitKey& unit, std::string_view name, Date on,
             std::string_view document) {
            return r.rename(handle_of(r, unit), name, on, document);
          },
          "unit"_a, "name"_a, py::kw_only(), "on"_a, "document"_a = "")
      .def(
          "move",
          [](Roster& r, const UnitKey& unit, const std::optional<UnitKey>& parent, Date on,
             std::string_view document) {
            return r.move(handle_of(r, unit), handle_of(r, parent), on, document);
          },
          "unit"_a, "parent"_a, py::kw_only(), "on"_a, "document"_a = "");
}

void bind_upgrade(Shared<Roster>& roster) {
  roster.def(
      "upgrade",
      [](Roster& r, const UnitKey& unit, UnitKind kind, Date on, std::string_view document) {
        return r.upgrade(handle_of(r, unit), kind, on, document);
      },
      "unit"_a, "kind"_a, py::kw_only(), "on"_a, "document"_a = "");
}

void bind_adjust(Shared<Roster>& roster) {
  roster.def(
      "adjust",
      [](Roster& r, const UnitKey& key, Date on, std::string_view document, Flag temporary,
         Flag joint, Flag mobile, Flag retired_cadres, Flag has_committee,
         std::optional<BranchField> field) {
        const Unit last = row_of(r, key);
        const Unit as = adjusted(r.at(last.id, on).value_or(last), temporary, joint, mobile,
                                 retired_cadres, has_committee, field);
        return r.adjust(last.id, as, on, document);
      },
      "unit"_a, py::kw_only(), "on"_a, "document"_a = "", "temporary"_a = py::none(),
      "joint"_a = py::none(), "mobile"_a = py::none(), "retired_cadres"_a = py::none(),
      "has_committee"_a = py::none(), "field"_a = py::none());
}

void bind_ends(Shared<Roster>& roster) {
  roster
      .def(
          "dissolve",
          [](Roster& r, const UnitKey& unit, Date on, std::string_view document) {
            return r.dissolve(handle_of(r, unit), on, document);
          },
          "unit"_a, py::kw_only(), "on"_a, "document"_a = "",
          "The unit ends, and with it its memberships, appointments, cluster membership, contacts "
          "and venues. Refused while other units stand under it.")
      .def(
          "lapse",
          [](Roster& r, const UnitKey& unit, Date on, std::string_view document) {
            return r.lapse(handle_of(r, unit), on, document);
          },
          "unit"_a, py::kw_only(), "on"_a, "document"_a = "", "A temporary one lapses (自然撤销).");
}

void bind_merge_and_split(Shared<Roster>& roster) {
  roster
      .def(
          "merge",
          [](Roster& r, const std::vector<UnitKey>& units, const UnitKey& into, Date on,
             std::string_view document) {
            return r.merge(handles_of(r, units), handle_of(r, into), on, document);
          },
          "units"_a, py::kw_only(), "into"_a, "on"_a, "document"_a = "",
          "All of `units` but `into` end; their members and whatever stands under them go to "
          "`into`.")
      .def(
          "split",
          [](Roster& r, const UnitKey& unit, const std::vector<UnitKey>& into, Date on,
             std::string_view document) {
            return r.split(handle_of(r, unit), handles_of(r, into), on, document);
          },
          "unit"_a, py::kw_only(), "into"_a, "on"_a, "document"_a = "",
          "`into` come out of `unit`, which ends unless it is one of them.");
}

void bind_leaving(Shared<Roster>& roster) {
  roster
      .def(
          "vacate",
          [](Roster& r, const PostKey& post, const PersonKey& person, Date on) {
            r.vacate(handle_of(r, post), handle_of(r, person), on);
          },
          "post"_a, "person"_a, py::kw_only(), "on"_a)
      .def(
          "leave",
          [](Roster& r, const PersonKey& person, const UnitKey& unit, MembershipKind kind,
             Date on) { r.leave(handle_of(r, person), handle_of(r, unit), kind, on); },
          "person"_a, "unit"_a, py::kw_only(), "kind"_a = MembershipKind::home, "on"_a);
}

}  // namespace

void bind_moves(py::module_& m) {
  Shared<Roster> roster(m.attr("Roster"));
  bind_changes(roster);
  bind_upgrade(roster);
  bind_adjust(roster);
  bind_ends(roster);
  bind_merge_and_split(roster);
  bind_leaving(roster);
  roster
      .def(
          "transfer",
          [](Roster& r, const PersonKey& person, const UnitKey& to, Date on) {
            r.transfer(handle_of(r, person), handle_of(r, to), on);
          },
          "person"_a, py::kw_only(), "to"_a, "on"_a,
          "The home membership of `person` is in `to` from that day on (组织关系接转).")
      .def(
          "change_lead",
          [](Roster& r, const ClusterKey& cluster, const UnitKey& lead, const UnitKey& deputy,
             Date on) {
            r.change_lead(handle_of(r, cluster), handle_of(r, lead), handle_of(r, deputy), on);
          },
          "cluster"_a, py::kw_only(), "lead"_a, "deputy"_a, "on"_a,
          "The cluster is led by others from that day on.");
}
