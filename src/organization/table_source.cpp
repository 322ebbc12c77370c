// SPDX-License-Identifier: BSL-1.0

#include "organization/table_source.hpp"

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include "file.hpp"
#include "nearest.hpp"
#include "quote.hpp"

namespace zhibu {

namespace {

// How many steps a table of another library is, of which nobody knows how large it is.
constexpr std::size_t steps_of_stream = 1000;

std::map<std::string, std::function<ArrowArrayStream()>, std::less<>> by_name(
    std::span<const ArrowInput> tables) {
  std::map<std::string, std::function<ArrowArrayStream()>, std::less<>> named;
  for (const ArrowInput& table : tables) named.emplace(table.name, table.open);
  return named;
}

}  // namespace

TableSource::TableSource(const std::filesystem::path& folder, const Watch& watch)
    : folder_{folder}, steps_{watch, 2 * steps_of_all()} {}

TableSource::TableSource(std::span<const ArrowInput> tables, const Watch& watch)
    : streams_{by_name(tables)}, steps_{watch, 2 * steps_of_all()} {}

std::size_t TableSource::size_of(std::string_view table) const {
  return folder_ ? expected_bytes(file(table)) : steps_of_stream;
}

std::size_t TableSource::steps_of_all() const {
  std::size_t steps = streams_.size() * steps_of_stream;
  std::error_code unknown;
  if (folder_)
    for (const auto& entry : std::filesystem::directory_iterator{*folder_, unknown})
      if (entry.path().extension() == ".csv") steps += expected_bytes(entry.path());
  return steps;
}

Watch TableSource::share(std::string_view table) { return steps_.share(size_of(table)); }

std::filesystem::path TableSource::file(std::string_view table) const {
  return *folder_ / (std::string{table} + ".csv");
}

void TableSource::require_folder(std::string_view needed, Faults& faults) const {
  std::error_code unknown;
  if (!folder_ || std::filesystem::is_directory(*folder_, unknown)) return;
  faults.add(shown(*folder_), 0, "no such folder; accepted: a folder with " + std::string{needed});
  faults.throw_if_any();
}

bool TableSource::has(std::string_view table) const {
  std::error_code unknown;
  return folder_ ? std::filesystem::exists(file(table), unknown) : streams_.contains(table);
}

Table TableSource::read(std::string_view table, std::span<const Column> columns, Faults& faults) {
  if (folder_) return {file(table), columns, faults, share(table)};
  return {std::string{table}, open(table, faults), columns, faults, share(table)};
}

std::shared_ptr<ArrowReader> TableSource::open(std::string_view table, Faults& faults) const {
  const auto found = streams_.find(table);
  try {
    if (found != streams_.end()) return std::make_shared<ArrowReader>(found->second());
    faults.add(table, 0, "not there; accepted: a table of that name");
  } catch (const std::invalid_argument& e) {
    faults.add(table, 0, e.what());
  }
  return nullptr;
}

std::string TableSource::list_of(std::span<const std::string_view> tables) const {
  std::string list;
  for (const std::string_view table : tables)
    list += (list.empty()             ? ""
             : table == tables.back() ? " and "
                                      : ", ") +
            std::string{table} + (folder_ ? ".csv" : "");
  return list;
}

// The names of the tables that are there and not known.
std::vector<std::string> TableSource::others(std::span<const std::string_view> known) const {
  std::vector<std::string> found;
  const auto add = [&](const std::string& name) {
    if (std::ranges::find(known, name) == known.end()) found.push_back(name);
  };
  std::error_code unknown;
  if (folder_)
    for (const auto& entry : std::filesystem::directory_iterator{*folder_, unknown})
      if (entry.path().extension() == ".csv") add(entry.path().stem().string());
  for (const auto& [name, stream] : streams_) add(name);
  std::ranges::sort(found);
  return found;
}

void TableSource::require_known(std::span<const std::string_view> known, std::string_view of,
                                Faults& faults) const {
  std::vector<std::string_view> absent;
  for (const std::string_view table : known)
    if (!has(table)) absent.push_back(table);
  for (const std::string& name : others(known)) {
    const std::string_view meant = nearest(name, absent);
    if (folder_ && meant.empty()) continue;
    const std::string hint =
        meant.empty() ? ""
                      : " (did you mean '" + std::string{meant} + (folder_ ? ".csv" : "") + "'?)";
    faults.add(folder_ ? file(name).string() : name, 0,
               "no table of " + std::string{of} + hint + "; accepted: " + list_of(known));
  }
}

}  // namespace zhibu
