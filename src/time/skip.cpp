// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/skip.hpp"

namespace zhibu {

template <>
std::span<const Name<Skip>> names() {
  static constexpr Name<Skip> all[] = {
      {Skip::omit, "OMIT", "略过", "omit"},
      {Skip::backward, "BACKWARD", "提前", "backward"},
      {Skip::forward, "FORWARD", "顺延", "forward"},
  };
  return all;
}

}  // namespace zhibu
