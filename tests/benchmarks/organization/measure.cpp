// SPDX-License-Identifier: BSL-1.0

#include "measure.hpp"

#include <malloc.h>
#include <unistd.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <numeric>
#include <stdexcept>

#include "nation_parts.hpp"

namespace organization_benchmark {

namespace {

double seconds_by(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace

Seconds now() { return {seconds_by(CLOCK_MONOTONIC), seconds_by(CLOCK_PROCESS_CPUTIME_ID)}; }

void report(std::string_view engine, std::string_view question, Seconds took, std::int64_t answer,
            std::size_t times) {
  const double number = static_cast<double>(times);
  std::cout << R"({"engine": ")" << engine << R"(", "question": ")" << question << R"(", "wall": )"
            << took.wall / number << R"(, "cpu": )" << took.cpu / number << R"(, "answer": )"
            << answer << "}" << std::endl;
}

void report_bytes(std::string_view engine, std::string_view what, std::size_t bytes,
                  std::size_t rows) {
  std::cout << R"({"engine": ")" << engine << R"(", "memory": ")" << what << R"(", "bytes": )"
            << bytes << R"(, "rows": )" << rows << "}" << std::endl;
}

std::size_t resident() {
  malloc_trim(0);
  std::size_t size = 0;
  std::size_t pages = 0;
  std::ifstream{"/proc/self/statm"} >> size >> pages;
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void write_npy(const std::filesystem::path& file, std::string_view type, std::size_t rows,
               std::string_view bytes) {
  constexpr std::size_t alignment = 64;
  constexpr std::size_t prefix = 10;
  std::string header = "{'descr': '" + std::string{type} + "', 'fortran_order': False, 'shape': (" +
                       std::to_string(rows) + ",), }";
  header.append(alignment - (prefix + header.size() + 1) % alignment, ' ').push_back('\n');
  const char length = static_cast<char>(header.size());
  std::ofstream out{file, std::ios::binary};
  out << "\x93NUMPY" << '\x01' << '\0' << length << '\0' << header << bytes;
  if (!out.flush()) throw std::invalid_argument{"cannot write " + file.string()};
}

Queries queries(const Nation& nation) {
  constexpr std::size_t how_many = 1'000'000;
  std::vector<std::uint32_t> tops;
  for (std::uint32_t unit = 0; unit < nation.units.kinds.size(); ++unit)
    if (nation.units.codes[unit].ends_with("000000")) tops.push_back(unit);

  Queries asked;
  for (std::size_t i = 0; i < how_many; ++i) {
    asked.persons.push_back(draw(Question::asked, 3 * i, nation.members.names.size()));
    asked.codes.push_back(nation.members.codes[asked.persons.back()]);
    asked.units.push_back(draw(Question::asked, 3 * i + 1, nation.units.kinds.size()));
    asked.tops.push_back(tops[draw(Question::asked, 3 * i + 2, tops.size())]);
  }
  return asked;
}

std::int64_t sum_of(std::span<const std::int64_t> numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

std::uint32_t some_province(const Nation& nation) {
  std::vector<std::uint32_t> provinces;
  for (std::uint32_t unit = 0; unit < nation.units.kinds.size(); ++unit)
    if (!nation.units.parents[unit]) provinces.push_back(unit);
  return provinces[provinces.size() / 2];
}

}  // namespace organization_benchmark
