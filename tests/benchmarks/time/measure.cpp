// SPDX-License-Identifier: BSL-1.0

#include "measure.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>
#include <stdexcept>

namespace time_benchmark {

using zhibu::Date;

std::vector<Rule> load_rules() {
  const std::filesystem::path path =
      std::filesystem::path{ZHIBU_REPO} / "tests" / "benchmarks" / "time" / "rules.txt";
  std::ifstream file{path};
  if (!file) throw std::invalid_argument{"cannot read " + path.string()};

  std::vector<Rule> rules;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words{line};
    std::string id, text, seek;
    words >> id >> text >> seek;
    rules.push_back({id, text + ";UNTIL=20991231", seek == "seek"});
  }
  return rules;
}

std::vector<Date> random_days(Date first, Date last) {
  constexpr int how_many = 10000;
  const std::uint64_t range = static_cast<std::uint64_t>(last - first) + 1;
  std::vector<Date> days;
  std::uint64_t state = 1;
  for (int i = 0; i < how_many; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    days.push_back(first + static_cast<int>((state >> 32) % range));
  }
  return days;
}

void report(benchmark::State& state, const Answers& answers, const Answers& of_zhibu) {
  const std::int64_t sum = std::accumulate(answers.begin(), answers.end(), std::int64_t{0});
  state.counters["count"] = static_cast<double>(answers.size());
  state.counters["sum"] = static_cast<double>(sum);
  if (of_zhibu.empty()) return;

  const std::size_t both = std::min(answers.size(), of_zhibu.size());
  std::size_t differ = std::max(answers.size(), of_zhibu.size()) - both;
  for (std::size_t i = 0; i < both; ++i)
    if (answers[i] != of_zhibu[i]) ++differ;
  state.counters["differ"] = static_cast<double>(differ);
}

}  // namespace time_benchmark
