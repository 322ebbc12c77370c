// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "organization/arrow_in.hpp"
#include "steps.hpp"
#include "table.hpp"
#include "zhibu/arrow.hpp"

namespace zhibu {

// Where tables are read from: the files of a folder, "units.csv" and others, or tables of other
// libraries, each under its name.
class TableSource {
 public:
  TableSource(const std::filesystem::path& folder, const Watch& watch);
  TableSource(std::span<const ArrowInput> tables, const Watch& watch);

  // For the faults of what is read from it.
  Faults faults() const { return Faults{folder_ ? Faults::Of::lines : Faults::Of::rows}; }

  // A fault where the folder is not there, with `needed` for what should be in it.
  void require_folder(std::string_view needed, Faults& faults) const;

  bool has(std::string_view table) const;

  // The table, once. Where it is not there, that is its fault.
  Table read(std::string_view table, std::span<const Column> columns, Faults& faults);

  // The same as a reader, where the tables are streams; nothing, or a fault, where it is none.
  std::shared_ptr<ArrowReader> open(std::string_view table, Faults& faults) const;
  bool is_folder() const { return folder_.has_value(); }

  // Of the steps of all tables, those for reading that one; and as many for entering it.
  Watch share(std::string_view table);
  void finish() { steps_.finish(); }

  // Faults for tables that nobody reads: in a folder, where they have nearly the name of one of
  // `known` that is not there; of streams, always. `of` says what the tables are of: "a roster".
  void require_known(std::span<const std::string_view> known, std::string_view of,
                     Faults& faults) const;

 private:
  std::filesystem::path file(std::string_view table) const;
  std::size_t size_of(std::string_view table) const;  // in steps
  std::size_t steps_of_all() const;
  std::string list_of(std::span<const std::string_view> tables) const;
  std::vector<std::string> others(std::span<const std::string_view> known) const;

  std::optional<std::filesystem::path> folder_;
  std::map<std::string, std::function<ArrowArrayStream()>, std::less<>> streams_;
  Steps steps_;
};

}  // namespace zhibu
