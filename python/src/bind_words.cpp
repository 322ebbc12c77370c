// SPDX-License-Identifier: BSL-1.0

#include "rows.hpp"

void bind_words(py::module_& m) {
  bind_enum<zhibu::Language>(m, "Language", "The languages that zhibu speaks.");
}
