// SPDX-License-Identifier: BSL-1.0

#include "organization/row_reader.hpp"

#include <stdexcept>

namespace zhibu {

namespace {

// The day after `to`; but the last day there is, which many a spreadsheet writes for "lasts",
// stays.
Date end_of(std::string_view to) {
  const Date last = parse_date(to);
  return last == Date::last() ? last : last + 1;
}

}  // namespace

std::optional<Period> RowReader::period() const {
  const auto begin = line_->read_required("from", parse_date);
  const auto end = line_->read("to", end_of);
  if (!begin || (!end && !line_->text("to").empty())) return std::nullopt;
  return Period{*begin, end.value_or(Date::last())};
}

Unit RowReader::unit() const {
  UnitState state{};
  const auto is_parent = [](const auto& field) { return field.name == "parent"; };
  std::apply(
      [&](const auto&... field) { ((is_parent(field) || set_field(*this, state, field)), ...); },
      Fields<UnitState>::fields);
  return {.id = {},
          .code = line_->text("code"),
          .name = state.name,
          .kind = state.kind,
          .parent = std::nullopt,
          .standing = period().value_or(since(Date{})),
          .temporary = state.temporary,
          .joint = state.joint,
          .mobile = state.mobile,
          .retired_cadres = state.retired_cadres,
          .has_committee = state.has_committee,
          .field = state.field};
}

std::optional<Cluster> RowReader::cluster() const {
  const std::optional<ClusterState> state = read<ClusterState>();
  const std::optional<Period> standing = period();
  if (!state) return std::nullopt;
  return Cluster{.id = {},
                 .code = line_->text("code"),
                 .name = state->name,
                 .lead = state->lead,
                 .deputy = state->deputy,
                 .standing = standing.value_or(since(Date{})),
                 .principles = state->principles};
}

std::optional<Bearer> RowReader::value(std::string_view column, Bearer) const {
  const std::string_view code = line_->text(column);
  const bool unit = known<UnitId>(code);
  const bool person = known<PersonId>(code);
  if (unit && person)
    line_->fault(column, "'" + std::string{code} +
                             "' is a unit and a person; accepted: a code of only one thing");
  if (unit != person)
    return unit ? Bearer{*handle<UnitId>(column)} : Bearer{*handle<PersonId>(column)};
  if (!unit && !code.empty() && !lost_->may_hold(UnitId{}, code) &&
      !lost_->may_hold(PersonId{}, code))
    line_->fault(column, "no such unit or person: '" + std::string{code} + "'");
  return std::nullopt;
}

}  // namespace zhibu
