// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "zhibu/organization/official_form.hpp"

namespace {

using zhibu::Date;
using zhibu::OfficialForms;

const Date as_of{2017, 9, 30};

const zhibu::CodeSet& kinds() {
  static const zhibu::CodeSet set = zhibu::code_set("group-641");
  return set;
}

OfficialForms read(std::string_view units, std::string_view members) {
  return zhibu::parse_official_forms({"units.csv", units}, {"members.csv", members}, kinds(),
                                     as_of);
}

// What was read is written, masked and not, and what is written is a table of as many rows.
void write(const OfficialForms& forms) {
  const zhibu::RosterView view = forms.roster.as_of(as_of);
  const std::string units = zhibu::write_unit_form(view, kinds());
  zhibu::write_member_form(view, zhibu::PersonalData::masked);
  const std::string members = zhibu::write_member_form(view, zhibu::PersonalData::shown);
  const OfficialForms again = read(units, members);
  if (again.roster.units().size() != view.size()) __builtin_trap();
}

}  // namespace

// Whatever the bytes, two forms, divided by a form feed, are read or refused with
// std::invalid_argument; nothing else. What was read can be written, and that can be read again or
// is refused in the same way.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const std::size_t end = std::min(bytes.find('\f'), size);
  try {
    write(read(bytes.substr(0, end), bytes.substr(std::min(end + 1, size))));
  } catch (const std::invalid_argument&) {
  }
  return 0;
}
