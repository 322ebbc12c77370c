// SPDX-License-Identifier: BSL-1.0

#include <cstdint>
#include <span>
#include <string>

#include "archive.hpp"
#include "organization/archive_columns_write.hpp"
#include "organization/archive_parts.hpp"
#include "organization/columns.hpp"
#include "zhibu/organization/archive.hpp"

namespace zhibu {

namespace {

class RosterWriter : public ColumnsWriter {
 public:
  using ColumnsWriter::ColumnsWriter;
  using ColumnsWriter::operator();

  void operator()(const std::string& name, const Timelines& timelines) const {
    to_->column(name + ".from", timelines.size(), all(timelines.from()));
    to_->column(name + ".number", timelines.size(), all(timelines.numbers()));
    static_assert(sizeof(Timelines::Entry) == 12);  // three numbers of four bytes
    to_->column(name + ".entries", timelines.entries().size(), all(timelines.entries()));
  }
};

WriteColumns columns_of(const Roster& roster) {
  return [&](ContainerWriter& to) {
    const RosterColumns& columns = roster.columns();
    put_number(to, roster_version, columns.version);
    each_part(columns, RosterWriter{to});
  };
}

}  // namespace

void save(const std::filesystem::path& file, const Roster& roster, const Watch& watch) {
  save_archive(file, columns_of(roster), watch);
}

std::string to_bytes(const Roster& roster, const Watch& watch) {
  return archive_bytes(columns_of(roster), watch);
}

}  // namespace zhibu
