// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/election.hpp"

#include <stdexcept>
#include <string>

namespace zhibu {
namespace {

// part * base, once it is clear that a share can be taken of it.
std::int64_t shares(Ratio ratio, int base) {
  if (ratio.part < 0 || ratio.whole < 1)
    throw std::invalid_argument{"no such ratio: " + std::to_string(ratio.part) + "/" +
                                std::to_string(ratio.whole) + "; accepted: 0 or more of 1 or more"};
  if (base < 0)
    throw std::invalid_argument{"no number of persons or seats: " + std::to_string(base) +
                                "; accepted: 0 or more"};
  return std::int64_t{ratio.part} * base;
}

}  // namespace

template <>
std::span<const Name<Base>> names() {
  static constexpr Name<Base> all[] = {
      {Base::due, "due", "应到会", "those due"},
      {Base::present, "present", "实到会", "those present"},
  };
  return all;
}

int least_of(Ratio ratio, int base) {
  const std::int64_t share = shares(ratio, base);
  return static_cast<int>(ratio.inclusive ? (share + ratio.whole - 1) / ratio.whole
                                          : share / ratio.whole + 1);
}

int most_of(Ratio ratio, int base) {
  const std::int64_t share = shares(ratio, base);
  return static_cast<int>(ratio.inclusive ? share / ratio.whole
                                          : (share + ratio.whole - 1) / ratio.whole - 1);
}

int quorum(Due due, Ratio ratio) { return least_of(ratio, due.persons); }

int majority(Due due, Ratio ratio) { return least_of(ratio, due.persons); }

int majority(Present present, Ratio ratio) { return least_of(ratio, present.persons); }

int candidates(int seats, Ratio surplus) { return seats + least_of(surplus, seats); }

int excellent(int members, Ratio ratio) { return most_of(ratio, members); }

}  // namespace zhibu
