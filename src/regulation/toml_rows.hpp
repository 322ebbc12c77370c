// SPDX-License-Identifier: BSL-1.0
//
// What the rows of a rulebook have in common.

#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "time/toml.hpp"
#include "zhibu/regulation/citation.hpp"
#include "zhibu/regulation/document.hpp"
#include "zhibu/regulation/provision.hpp"
#include "zhibu/regulation/requirement.hpp"

namespace zhibu {

inline constexpr int no_limit = std::numeric_limits<int>::max();

// Nothing, or `otherwise`, where the key is left out.
std::string_view text_or_nothing(const Toml& row, std::string_view key);
std::optional<bool> flag(const Toml& row, std::string_view key);
std::optional<int> whole(const Toml& row, std::string_view key);
std::optional<Date> day(const Toml& row, std::string_view key);

template <class E>
std::vector<E> words(const Toml& row, std::string_view key, std::string_view what) {
  std::vector<E> all;
  if (row.find(key) == nullptr) return all;
  for (const Toml& found : row[key].list()) all.push_back(found.word<E>(what));
  return all;
}

EveryUnit every_unit(const Toml& row);
EveryPerson every_person(const Toml& row);

// The documents that a file declares, by key.
class Documents {
 public:
  // Declares the document that `row` is.
  Document add(const Toml& row);

  // The citation that `row` is. Throws std::invalid_argument where its document is not declared.
  Citation cited(const Toml& row) const;

  // The layer of the document that `row` cites.
  Layer layer(const Toml& row) const;

 private:
  std::size_t number(const Toml& row) const;

  std::vector<std::string_view> keys_;
  std::vector<std::string_view> titles_;
  std::vector<Layer> layers_;
};

// The layer of the rule that `row` is: its own, or else that of the document that it cites.
Layer layer(const Toml& row, const Documents& documents);

// The [[requirement]] that `row` is.
Requirement requirement(const Toml& row, const Documents& documents);

}  // namespace zhibu
