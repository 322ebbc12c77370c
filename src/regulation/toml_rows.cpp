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

EveryUnit every_unit(const Toml& row) {
  row.accept({"kinds", "fields", "temporary", "joint", "mobile", "retired_cadres", "has_committee",
              "has_groups"});
  return {.kinds = words<UnitKind>(row, "kinds", "kind of unit"),
          .fields = words<BranchField>(row, "fields", "field of a branch"),
          .temporary = flag(row, "temporary"),
          .joint = flag(row, "joint"),
          .mobile = flag(row, "mobile"),
          .retired_cadres = flag(row, "retired_cadres"),
          .has_committee = flag(row, "has_committee"),
          .has_groups = flag(row, "has_groups")};
}

EveryPerson every_person(const Toml& row) {
  row.accept({"member", "retirement", "standing", "circumstances", "needs_home_visits"});
  return {.member = flag(row, "member"),
          .retirement = words<Retirement>(row, "retirement", "kind of retirement"),
          .standing = words<PartyStanding>(row, "standing", "Party standing"),
          .circumstances = words<CircumstanceKind>(row, "circumstances", "circumstance"),
          .needs_home_visits = flag(row, "needs_home_visits")};
}

Document Documents::add(const Toml& row) {
  row.accept({"key", "title", "title_en", "issued", "layer", "listed"});
  const std::string_view key = row["key"].text();
  if (std::find(keys_.begin(), keys_.end(), key) != keys_.end())
    row["key"].fail("'" + std::string{key} + "' is taken; accepted: a key of its own");
  titles_.push_back(row["title"].text());
  keys_.push_back(key);
  layers_.push_back(Layer::unit);
  // From here on the document is declared, whatever else is wrong with it.
  if (const Toml* layer = row.find("layer")) layers_.back() = layer->word<Layer>("layer of rules");
  return {.title = titles_.back(),
          .title_en = text_or_nothing(row, "title_en"),
          .issued = day(row, "issued"),
          .layer = layers_.back()};
}

std::size_t Documents::number(const Toml& row) const {
  const Toml& document = row["document"];
  const auto key = std::find(keys_.begin(), keys_.end(), document.text());
  if (key == keys_.end())
    document.here([&] { throw_unknown("declared document", document.text(), keys_); });
  return static_cast<std::size_t>(key - keys_.begin());
}

Layer Documents::layer(const Toml& row) const { return layers_[number(row)]; }

Layer layer(const Toml& row, const Documents& documents) {
  const Toml* own = row.find("layer");
  return own == nullptr ? documents.layer(row["source"]) : own->word<Layer>("layer of rules");
}

Citation Documents::cited(const Toml& row) const {
  row.accept({"document", "article", "article_verified"});
  return {titles_[number(row)], text_or_nothing(row, "article"),
          flag(row, "article_verified").value_or(true)};
}

}  // namespace zhibu
