// SPDX-License-Identifier: BSL-1.0

#include "regulation/toml_rows.hpp"

#include <algorithm>
#include <string>

namespace zhibu {

std::string_view text_or_nothing(const Toml& row, std::string_view key) {
  const Toml* found = row.find(key);
  return found == nullptr ? std::string_view{} : found->text();
}

std::optional<bool> flag(const Toml& row, std::string_view key) {
  const Toml* found = row.find(key);
  return found == nullptr ? std::nullopt : std::optional{found->flag()};
}

std::optional<int> whole(const Toml& row, std::string_view key) {
  const Toml* found = row.find(key);
  return found == nullptr ? std::nullopt : std::optional{found->whole(0, no_limit)};
}

std::optional<Date> day(const Toml& row, std::string_view key) {
  const Toml* found = row.find(key);
  return found == nullptr ? std::nullopt : std::optional{found->day()};
}

EveryPerson every_person(const Toml& row) {
  row.accept({"member", "retirement"});
  return {flag(row, "member"), words<Retirement>(row, "retirement", "kind of retirement")};
}

void Documents::add(const Toml& row) {
  row.accept({"key", "title", "title_en", "issued"});
  const std::string_view key = row["key"].text();
  if (std::find(keys_.begin(), keys_.end(), key) != keys_.end())
    row["key"].fail("'" + std::string{key} + "' is taken; accepted: a key of its own");
  titles_.push_back(row["title"].text());
  keys_.push_back(key);
  text_or_nothing(row, "title_en");
  day(row, "issued");
}

Citation Documents::cited(const Toml& row) const {
  row.accept({"document", "article", "article_verified"});
  const Toml& document = row["document"];
  const auto key = std::find(keys_.begin(), keys_.end(), document.text());
  if (key == keys_.end())
    document.here([&] { throw_unknown("declared document", document.text(), keys_); });
  return {titles_[static_cast<std::size_t>(key - keys_.begin())], text_or_nothing(row, "article"),
          flag(row, "article_verified").value_or(true)};
}

}  // namespace zhibu
