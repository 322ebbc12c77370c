// SPDX-License-Identifier: BSL-1.0

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "table.hpp"
#include "zhibu/organization/unit.hpp"
#include "zhibu/time/date.hpp"

namespace {

constexpr zhibu::Column columns[] = {{"code", true}, {"name", true},  {"kind"}, {"from"},
                                     {"temporary"},  {"amount_yuan"}, {"due"}};

void read_cells(const zhibu::Row& row) {
  row.required("code");
  row.text("name");
  row.read("kind", zhibu::named<zhibu::UnitKind>("kind of unit"));
  row.read("from", zhibu::parse_date);
  row.read("temporary", zhibu::parse_yes_no);
  row.read("amount_yuan", zhibu::parse_fen);
  row.read("due", zhibu::parse_integer);
}

}  // namespace

// Whatever the bytes, a table is read or its faults are thrown as std::invalid_argument; nothing
// else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    zhibu::Faults faults;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    for (const zhibu::Row& row : zhibu::Table{"fuzz.csv", bytes, columns, faults}) read_cells(row);
    faults.throw_if_any();
  } catch (const std::invalid_argument&) {
  }
  return 0;
}
