// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nation.hpp"

namespace organization_benchmark {

// Names: of a county "青溪", of the body that a unit is formed in, of a person. No name is that of
// somebody: the surnames are 天干 and 地支, the given names from 千字文.
std::string county_name(std::uint32_t number);
std::string body_name(std::uint32_t number);
Texts person_names();

// A number below `bound` that depends on nothing but the question and the place.
enum class Question : std::uint64_t {
  body,
  founded,
  size,
  sex,
  retired,
  age,
  birthday,
  admitted,
  probationary,
  name,
  changed,
  day,
  parent,
  transferred,
  to,
  document,
  asked,
};
std::uint32_t draw(Question question, std::uint64_t place, std::uint64_t bound);

// The parts of generate().
Units generate_units(double scale);
std::vector<UnitChange> generate_changes(const Units& units);
void generate_members(Nation& nation, double scale);

}  // namespace organization_benchmark
