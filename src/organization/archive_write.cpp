// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "container.hpp"
#include "disk_file.hpp"
#include "organization/archive_parts.hpp"
#include "organization/columns.hpp"
#include "steps.hpp"
#include "zhibu/organization/archive.hpp"

namespace zhibu {

namespace {

template <class T>
std::span<const T> all(const Values<T>& values) {
  return values;
}

class RosterWriter {
 public:
  explicit RosterWriter(ContainerWriter& to) : to_{&to} {}

  void operator()(std::string_view name, const Texts& texts) {
    to_->begin(name, 1, texts.size(), texts.bytes_of_texts());
    for (std::size_t i = 0; i < texts.chunks(); ++i) to_->add(as_bytes(texts.chunk(i)));
    to_->column(std::string{name} + ".length", texts.size(), all(texts.lengths()));
    to_->column(std::string{name} + ".index", texts.size(), all(texts.index().slots()));
  }

  void operator()(const std::string& name, const Timelines& timelines) {
    to_->column(name + ".from", timelines.size(), all(timelines.from()));
    to_->column(name + ".number", timelines.size(), all(timelines.numbers()));
    static_assert(sizeof(Timelines::Entry) == 12);  // three numbers of four bytes
    to_->column(name + ".entries", timelines.entries().size(), all(timelines.entries()));
  }

  template <class Row>
  void operator()(const std::string& part, const RowColumns<Row>& rows) {
    rows.each([&](const auto& field, const auto& column) {
      this->column(column_name(part, field.name), column);
    });
  }

 private:
  template <class T>
  void column(const std::string& name, const Values<T>& values) {
    to_->column(name, values.size(), all(values));
  }
  template <class T>
  void column(const std::string& name, const RareColumn<T>& rare) {
    to_->column(name + ".rows", rare.size(), all(rare.bits()));
    to_->column(name, rare.size(), all(rare.values()));
  }

  ContainerWriter* to_;
};

void write(const Roster& roster, ContainerWriter& to) {
  const RosterColumns& columns = roster.columns();
  to.column(roster_version, 1, std::span<const std::uint64_t>{&columns.version, 1});
  each_part(columns, RosterWriter{to});
}

std::uint64_t bytes_of(const Roster& roster) {
  ContainerWriter nowhere;
  write(roster, nowhere);
  nowhere.head();
  return nowhere.size();
}

// Each byte is a step.
std::array<char, container_head_bytes> write(const Roster& roster, ContainerWriter::Put put,
                                             Steps& steps) {
  ContainerWriter to{[&](std::string_view bytes) {
    put(bytes);
    steps(bytes.size());
  }};
  write(roster, to);
  return to.head();
}

}  // namespace

void save(const std::filesystem::path& file, const Roster& roster, const Watch& watch) {
  Steps steps{watch, watch ? bytes_of(roster) : 1};
  try {
    NewFile to{file};
    const auto head = write(
        roster, [&](std::string_view bytes) { to.append(bytes); }, steps);
    to.overwrite_begin({head.data(), head.size()});
    steps.finish();
    to.commit();
  } catch (const std::invalid_argument& fault) {
    if (steps.stopped()) throw;
    throw std::invalid_argument(file.string() + ": " + fault.what());
  }
}

std::string to_bytes(const Roster& roster, const Watch& watch) {
  const std::uint64_t size = bytes_of(roster);
  Steps steps{watch, size};
  std::string to;
  to.reserve(size);
  const auto head = write(
      roster, [&](std::string_view bytes) { to += bytes; }, steps);
  std::ranges::copy(head, to.begin());
  steps.finish();
  return to;
}

}  // namespace zhibu
