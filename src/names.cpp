// SPDX-License-Identifier: BSL-1.0

#include "zhibu/names.hpp"

#include <stdexcept>
#include <string>

#include "nearest.hpp"

namespace zhibu {

template <>
std::span<const Name<Language>> names() {
  static constexpr Name<Language> all[] = {
      {Language::zh, "zh", "中文", "Chinese"},
      {Language::en, "en", "英文", "English"},
  };
  return all;
}

void throw_unknown(std::string_view what, std::string_view found,
                   std::span<const std::string_view> accepted) {
  std::string message = "no such " + std::string{what} + ": '" + std::string{found} + "'";
  if (const std::string_view meant = nearest(found, accepted); !meant.empty())
    message += " (did you mean '" + std::string{meant} + "'?)";
  message += "; accepted: ";
  for (const std::string_view name : accepted)
    message += (name == accepted.front() ? "" : ", ") + std::string{name};
  throw std::invalid_argument(message);
}

}  // namespace zhibu
