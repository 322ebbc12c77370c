// SPDX-License-Identifier: BSL-1.0

#include "organization/event_rows.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "steps.hpp"

namespace zhibu {

namespace {

// One line, as far as every event has it.
struct EventLine {
  RowReader reader;
  EventKind kind;
  UnitId unit;
  Date on;

  std::string_view document() const { return reader.line().text("document"); }
};

std::vector<EventLine> in_order_of_days(const Roster& roster, const Lost& lost, const Table& table,
                                        Steps& steps) {
  std::vector<EventLine> lines;
  for (const Row& line : table) {
    const RowReader reader{roster, lost, line};
    const auto kind = line.read_required("kind", named<EventKind>(what(EventKind{})));
    line.required("unit");
    const auto unit = reader.handle<UnitId>("unit");
    const auto on = line.read_required("on", parse_date);
    if (kind && unit && on) lines.push_back({reader, *kind, *unit, *on});
    steps();
  }
  std::ranges::stable_sort(lines, steps.pausing(std::less{}), &EventLine::on);
  return lines;
}

// A cell of an adjustment that is not empty.
void set_flag(const Row& line, std::string_view column, bool& flag) {
  if (const auto value = line.read(column, parse_yes_no)) flag = *value;
}

void adjust(Roster& roster, const EventLine& event) {
  const Row& line = event.reader.line();
  std::optional<Unit> unit = roster.at(event.unit, event.on);
  if (!unit) unit = roster[event.unit];  // adjust() says why it will not do
  set_flag(line, "temporary", unit->temporary);
  set_flag(line, "joint", unit->joint);
  set_flag(line, "mobile", unit->mobile);
  set_flag(line, "retired_cadres", unit->retired_cadres);
  set_flag(line, "committee", unit->has_committee);
  if (const auto field = line.read("field", named<BranchField>(what(BranchField{}))))
    unit->field = *field;
  roster.adjust(event.unit, *unit, event.on, event.document());
}

void move(Roster& roster, const EventLine& event) {
  const auto parent = event.reader.handle<UnitId>("parent");
  if (!parent && !event.reader.line().text("parent").empty()) return;  // its fault is known
  roster.move(event.unit, parent, event.on, event.document());
}

void merge(Roster& roster, const EventLine& event) {
  event.reader.line().required("other");
  if (const auto into = event.reader.handle<UnitId>("other"))
    roster.merge(std::vector{event.unit}, *into, event.on, event.document());
}

void apply(Roster& roster, const EventLine& event) {
  const Row& line = event.reader.line();
  switch (event.kind) {
    case EventKind::found:
      roster.found(event.unit, event.document());
      return;
    case EventKind::rename:
      if (const std::string_view name = line.required("name"); !name.empty())
        roster.rename(event.unit, name, event.on, event.document());
      return;
    case EventKind::move:
      return move(roster, event);
    case EventKind::upgrade:
      if (const auto kind = line.read_required("unit_kind", named<UnitKind>(what(UnitKind{}))))
        roster.upgrade(event.unit, *kind, event.on, event.document());
      return;
    case EventKind::merge:
      return merge(roster, event);
    case EventKind::adjust:
      return adjust(roster, event);
    case EventKind::dissolve:
      roster.dissolve(event.unit, event.on, event.document());
      return;
    case EventKind::lapse:
      roster.lapse(event.unit, event.on, event.document());
      return;
    case EventKind::split:
      return;  // by all its lines together
  }
}

// All that comes out of one unit on one day by one document.
void split(Roster& roster, std::span<const EventLine> lines, const EventLine& first) {
  std::vector<UnitId> into;
  for (const EventLine& line : lines) {
    if (line.kind != EventKind::split || line.unit != first.unit || line.on != first.on ||
        line.document() != first.document())
      continue;
    if (&line < &first) return;  // done with the first of them
    line.reader.line().required("other");
    const auto other = line.reader.handle<UnitId>("other");
    if (!other) return;
    into.push_back(*other);
  }
  roster.split(first.unit, into, first.on, first.document());
}

}  // namespace

void apply_events(Roster& roster, const Lost& lost, const Table& table, const Watch& watch) {
  Steps steps{watch, 2 * table.size()};  // each line is read, and then happens
  const std::vector<EventLine> lines = in_order_of_days(roster, lost, table, steps);
  for (const EventLine& event : lines) {
    event.reader.line().attempt([&] {
      if (event.kind == EventKind::split)
        split(roster, lines, event);
      else
        apply(roster, event);
    });
    steps();
  }
  steps.finish();
}

void apply_leads(Roster& roster, const Lost& lost, const Table& table, const Watch& watch) {
  for_each_row(table, watch, [&](const Row& line) {
    const RowReader reader{roster, lost, line};
    for (const std::string_view column : {"cluster", "lead", "deputy"}) line.required(column);
    const auto cluster = reader.handle<ClusterId>("cluster");
    const auto lead = reader.handle<UnitId>("lead");
    const auto deputy = reader.handle<UnitId>("deputy");
    const auto on = line.read_required("on", parse_date);
    if (cluster && lead && deputy && on)
      line.attempt([&] { roster.change_lead(*cluster, *lead, *deputy, *on); });
  });
}

}  // namespace zhibu
