// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nation.hpp"
#include "texts.hpp"

namespace organization_benchmark {

// Seconds that something took: by the clock, and of this process alone.
struct Seconds {
  double wall = 0;
  double cpu = 0;
  friend Seconds operator-(Seconds a, Seconds b) { return {a.wall - b.wall, a.cpu - b.cpu}; }
};

Seconds now();

template <class Pass>
Seconds time_of(Pass pass) {
  const Seconds begin = now();
  pass();
  return now() - begin;
}

// The fastest of several passes, since a shared machine has slow spells.
template <class Pass>
Seconds fastest_of(int passes, Pass pass) {
  Seconds fastest = time_of(pass);
  for (int i = 1; i < passes; ++i) {
    const Seconds again = time_of(pass);
    fastest = {std::min(fastest.wall, again.wall), std::min(fastest.cpu, again.cpu)};
  }
  return fastest;
}

// Writes a line of JSON for run.py, which compares the answers of all engines.
void report(std::string_view engine, std::string_view question, Seconds took, std::int64_t answer,
            std::size_t times = 1);
void report_bytes(std::string_view engine, std::string_view what, std::size_t bytes,
                  std::size_t rows);

// Bytes of memory that the process has, once what it has freed is given back.
std::size_t resident();

// Writes numbers as NumPy reads them; `type` is as in "<i8".
void write_npy(const std::filesystem::path& file, std::string_view type, std::size_t rows,
               std::string_view bytes);

template <class Number>
void write_numbers(const std::filesystem::path& file, std::string_view type,
                   std::span<const Number> numbers) {
  const std::string_view bytes{reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()};
  write_npy(file, type, numbers.size(), bytes);
}

// What all engines are asked for: members by their codes, and whether a unit stands under another.
struct Queries {
  std::vector<std::uint32_t> persons;
  Codes codes{10};
  std::vector<std::uint32_t> units;
  std::vector<std::uint32_t> tops;
};

Queries queries(const Nation& nation);

std::int64_t sum_of(std::span<const std::int64_t> numbers);

// A province in the middle of the nation, by its place.
std::uint32_t some_province(const Nation& nation);

}  // namespace organization_benchmark
