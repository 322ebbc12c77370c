// SPDX-License-Identifier: BSL-1.0

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "archive.hpp"
#include "organization/archive_columns_read.hpp"
#include "organization/archive_parts.hpp"
#include "organization/archive_sound.hpp"
#include "organization/columns.hpp"
#include "steps.hpp"
#include "zhibu/organization/archive.hpp"

namespace zhibu {

namespace {

class RosterReader : public ColumnsReader<RosterColumns> {
 public:
  RosterReader(const ContainerReader& from, RosterColumns& to, Steps& steps)
      : ColumnsReader<RosterColumns>{from, to, steps}, to_{&to} {}
  using ColumnsReader<RosterColumns>::operator();

  void operator()(const std::string& name, Timelines& timelines) {
    if (from_->find(name + ".from") == nullptr) return;
    const std::size_t below = &timelines == &to_->units      ? to_->unit_states.size()
                              : &timelines == &to_->clusters ? to_->cluster_states.size()
                                                             : to_->units.size();
    timelines = Timelines::restored(numbers<std::int32_t>(name + ".from"),
                                    numbers<Timelines::Number>(name + ".number"),
                                    numbers<Timelines::Entry>(name + ".entries"), below, *steps_);
  }

 private:
  RosterColumns* to_;
};

Roster read(const ContainerReader& from, Steps& steps) {
  require_kind(from, "roster");
  auto columns = std::make_unique<RosterColumns>();
  columns->version = number_of<std::uint64_t>(from, roster_version);
  each_part(*columns, RosterReader{from, *columns, steps});
  require_whole(*columns);
  columns->link(steps);
  steps.finish();
  return Roster{std::move(columns)};
}

}  // namespace

Roster load(const std::filesystem::path& file, const Watch& watch) {
  Roster roster;
  load_archive(
      file, [&](const ContainerReader& from, Steps& steps) { roster = read(from, steps); }, watch);
  return roster;
}

Roster from_bytes(std::string_view bytes, const Watch& watch) {
  Steps steps{watch, 2 * bytes.size()};
  return read(archive_of(bytes, steps), steps);
}

}  // namespace zhibu
