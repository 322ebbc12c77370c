// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <string_view>

#include "zhibu/regulation/citation.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// A document that the rows of a rulebook may cite, or that sets no row that is known.
struct Document {
  std::string_view title;           // in Chinese, without brackets
  std::string_view title_en = {};   // and in English
  std::optional<Date> issued = {};  // the day of its issue, where that is known
  Layer layer = Layer::unit;
  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace zhibu
