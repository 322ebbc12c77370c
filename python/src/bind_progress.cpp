// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "keys.hpp"
#include "watched.hpp"
#include "zhibu/audit/progress.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;
using Counts = Array<std::int64_t>;

// A column that another owns, of numbers of the size of T and, of these, one of the kinds in
// `formats`; see the struct module.
template <class T>
class Column {
 public:
  Column(const py::buffer& from, const char* name, const char* accepted, std::string_view formats)
      : info_{from.request()} {
    if (info_.ndim == 1 && info_.itemsize == sizeof(T) && info_.format.size() == 1 &&
        formats.find(info_.format) != std::string_view::npos &&
        (info_.size == 0 || info_.strides[0] == info_.itemsize))
      return;
    throw std::invalid_argument(std::string{name} + ": found a buffer of " +
                                std::to_string(info_.ndim) + " dimensions, of '" + info_.format +
                                "' of " + std::to_string(info_.itemsize) +
                                " bytes; accepted: a contiguous one, of " + accepted);
  }

  std::span<const T> values() const {
    return {static_cast<const T*>(info_.ptr), static_cast<std::size_t>(info_.size)};
  }

 private:
  py::buffer_info info_;
};

// A Date of C++ is always one; any number may come from Python.
void require_days(std::span<const Date> days) {
  const auto [least, most] = std::minmax_element(days.begin(), days.end());
  if (days.empty() || (Date::first() <= *least && *most <= Date::last())) return;
  const auto fault = *least < Date::first() ? least : most;
  throw std::invalid_argument(
      "held_on[" + std::to_string(fault - days.begin()) + "]: found the number " +
      std::to_string(fault->serial()) + "; accepted: days since 1970-01-01, from " +
      std::to_string(Date::first().serial()) + " to " + std::to_string(Date::last().serial()));
}

void hold_all(Progress& progress, const py::buffer& units, const py::buffer& activities,
              const py::buffer& held_on, int threads, const py::object& watcher) {
  const Column<UnitId> unit{units, "units", "uint32", "IL"};
  const Column<Activity> activity{activities, "activities", "uint8", "B"};
  const Column<Date> day{held_on, "held_on", "int32", "il"};
  watched(watcher, [&](const Watch& watch) {
    require_days(day.values());
    progress.hold_all({unit.values(), activity.values(), day.values()}, threads, watch);
  });
}

// One column of numbers that `of` makes from each tally.
template <class Of>
Counts column(const std::vector<ProgressTally>& tallies, Of of) {
  Counts counts;
  counts.values.reserve(tallies.size());
  for (const ProgressTally& tally : tallies) counts.values.push_back(of(tally));
  return counts;
}

py::dict columns_of(const std::vector<ProgressTally>& tallies) {
  Array<UnitId> units;
  Array<ProvisionId> provisions;
  for (const ProgressTally& tally : tallies) {
    units.values.push_back(tally.unit);
    provisions.values.push_back(tally.provision);
  }
  py::dict columns;
  columns["unit"] = units;
  columns["provision"] = provisions;
  for (const Name<Standing>& standing : names<Standing>())
    columns[py::cast(standing.key)] =
        column(tallies, [&](const ProgressTally& t) { return t.count(standing.value); });
  columns["owed"] = column(tallies, [](const ProgressTally& t) { return t.owed(); });
  columns["bearers"] = column(tallies, [](const ProgressTally& t) { return t.bearers; });
  columns["bearers_overdue"] =
      column(tallies, [](const ProgressTally& t) { return t.bearers_overdue; });
  return columns;
}

py::dict roll_up(const Progress& progress, const std::vector<UnitId>& tops, Date as_of, int threads,
                 const py::object& watcher) {
  return columns_of(watched(
      watcher, [&](const Watch& watch) { return progress.roll_up(tops, as_of, threads, watch); }));
}

}  // namespace

void bind_progress(py::module_& m) {
  py::class_<Progress>(m, "Progress",
                       "The audit of many units at once, kept up to date record by record: for "
                       "every window in which a unit owes something, the day on which that was "
                       "met.")
      .def(py::init([](const RosterView& view, const Rulebook& rulebook, Period period,
                       const py::object& watcher) {
             return watched(watcher, [&](const Watch& watch) {
               return Progress{view, rulebook, period, watch};
             });
           }),
           "view"_a, "rulebook"_a, "period"_a, py::kw_only(), "progress"_a = py::none())
      .def("provisions", &Progress::provisions,
           "The provisions that it covers, in the order of the rulebook: all that have a window in "
           "the period, but what is only permitted.")
      .def("hold", &Progress::hold, "unit"_a, "activity"_a, "held_on"_a, py::kw_only(),
           "for_period"_a = py::none(), "One more was held, for its own day or for `for_period`.")
      .def("hold_all", &hold_all, "units"_a, "activities"_a, "held_on"_a, py::kw_only(),
           "threads"_a = 1, "progress"_a = py::none(),
           "Many more, in any order and by so many threads, which makes no difference to the "
           "outcome.")
      .def("clear", &Progress::clear, "unit"_a, "Nothing was held by `unit`.")
      .def("roll_up", &roll_up, "tops"_a, py::kw_only(), "as_of"_a, "threads"_a = 1,
           "progress"_a = py::none(),
           "How it stood at the end of `as_of` for each of these units with all under it: one row "
           "for each provision, unit by unit.")
      .def(
          "count",
          [](const Progress& p, ProvisionId provision, Standing standing, Date as_of) {
            return Counts{p.count(provision, standing, as_of)};
          },
          "provision"_a, "standing"_a, py::kw_only(), "as_of"_a, WithoutGil{},
          "For each unit, in the order of the view's units(): how many windows of `provision` "
          "stood so at the end of `as_of`.")
      .def("__repr__", [](const Progress& p) {
        return "<Progress of " + std::to_string(p.provisions().size()) + " provisions>";
      });
}
