// SPDX-License-Identifier: BSL-1.0
//
// What the descriptions of scopes, cadences and demands have in common.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/names.hpp"
#include "zhibu/organization/post.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// The same in both languages, of which one is asked for.
struct InWords {
  Language language;

  bool zh() const { return language == Language::zh; }
  std::string operator()(std::string_view chinese, std::string_view english) const {
    return std::string{zh() ? chinese : english};
  }
};

// The texts with `between` between them, and `last` before the last; none at all is "".
std::string joined(const std::vector<std::string>& texts, std::string_view between,
                   std::string_view last);

// "村、社区", "village or community".
template <class E>
std::string any_of(const std::vector<E>& values, InWords in) {
  std::vector<std::string> labels;
  for (const E value : values) labels.emplace_back(label(value, in.language));
  return joined(labels, in("、", ", "), in("、", " or "));
}

// "2 months": with the s of more than one.
std::string counted(std::int64_t number, std::string_view english);

// A day as people write it: "2018年10月28日", "28 October 2018".
std::string day_in_words(Date day, InWords in);

// A month of the year: "10月", "October".
std::string month_in_words(int month, InWords in);

// From the least to the most, of which one may be missing: "不少于3人、不超过5人", "at least 3 and
// at most 5 members", or "3人", "exactly 3 members" where they are one number.
std::string bounds_in_words(std::optional<int> least, std::optional<int> most,
                            std::string_view chinese, std::string_view english, InWords in);

}  // namespace zhibu
