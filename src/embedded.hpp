// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string_view>

// The data files under src/, word for word, as cmake/ZhibuEmbed.cmake put them into the library.
// They may be read before main and after it.
namespace zhibu::embedded {

extern const std::string_view lunar_years;          // src/time/lunar_years.csv
extern const std::string_view solar_terms;          // src/time/solar_terms.csv
extern const std::string_view festivals;            // src/time/festivals.csv
extern const std::string_view holiday_laws;         // src/time/holiday_laws.csv
extern const std::string_view arrangements;         // src/time/arrangements.csv
extern const std::string_view arrangement_notices;  // src/time/arrangement_notices.csv
extern const std::string_view code_sets;            // src/organization/code_sets.csv
extern const std::string_view national_rulebook;    // src/regulation/national.toml
extern const std::string_view national_structure;   // src/regulation/structure.toml
extern const std::string_view national_dues;        // src/regulation/dues.toml
extern const std::string_view national_undecided;   // src/regulation/undecided.toml

}  // namespace zhibu::embedded
