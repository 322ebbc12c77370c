// SPDX-License-Identifier: BSL-1.0

#include <iostream>
#include <stdexcept>

#include <zhibu.hpp>

// Whether a bad date comes back as the exception it was thrown as, across a library's border too.
bool refuses(const char* text) {
  try {
    zhibu::parse_date(text);
    return false;
  } catch (const std::invalid_argument& e) {
    std::cout << e.what() << '\n';
    return true;
  }
}

int main() {
  const bool make_up_saturday = zhibu::Calendar::china().is_workday(zhibu::Date{2026, 10, 10});
  return make_up_saturday && refuses("2026-02-30") ? 0 : 1;
}
