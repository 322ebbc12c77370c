// SPDX-License-Identifier: BSL-1.0

#include "nation.hpp"

#include <algorithm>
#include <cmath>

#include "nation_parts.hpp"

namespace organization_benchmark {

using zhibu::UnitKind;

namespace {

constexpr std::uint32_t provinces = 31;
constexpr std::uint32_t prefectures = 333;
constexpr std::uint32_t counties = 2844;

// The first of those that the i-th of `owners` has of `all`, where each has as many.
std::uint32_t first_of(std::uint32_t all, std::uint32_t i, std::uint32_t owners) {
  return static_cast<std::uint32_t>(std::uint64_t{all} * i / owners);
}

std::uint32_t scaled(double number, double scale) {
  return static_cast<std::uint32_t>(std::lround(number * scale));
}

std::string digits(std::uint32_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.insert(0, width - text.size(), '0');
}

struct Founding {
  Date first;
  std::uint32_t days;  // within so many
};

// Whoever stands under another is founded later.
Founding founding(UnitKind kind, bool local) {
  if (local) return {Date{1950, 1, 1}, 3000};
  if (kind == UnitKind::committee) return {Date{1960, 1, 1}, 10000};
  if (kind == UnitKind::general_branch) return {Date{1988, 1, 1}, 4500};
  return {Date{2001, 1, 1}, 5400};
}

// Grows the tree, from the provinces down.
class Growth {
 public:
  explicit Growth(double scale)
      : committees_{scaled(306'000, scale)},
        general_branches_{scaled(330'000, scale)},
        // More than a third of the branches stand under a general branch.
        lower_branches_{scaled(4'614'000 * 0.36, scale)},
        upper_branches_{scaled(4'614'000, scale) - lower_branches_} {}

  Units take() && {
    for (std::uint32_t i = 0; i < provinces; ++i) province(i);
    return std::move(units_);
  }

 private:
  void province(std::uint32_t i) {
    const std::uint32_t first = first_of(prefectures, i, provinces);
    const std::uint32_t end = first_of(prefectures, i + 1, provinces);
    const std::string region = digits(i + 11, 2);
    const std::uint32_t unit = local(region + "0000", {}, county_name(i) + "省");
    for (std::uint32_t j = first; j < end; ++j)
      prefecture(j, unit, region + digits(j - first + 1, 2));
  }

  void prefecture(std::uint32_t i, std::uint32_t parent, const std::string& region) {
    const std::uint32_t first = first_of(counties, i, prefectures);
    const std::uint32_t end = first_of(counties, i + 1, prefectures);
    const std::uint32_t unit = local(region + "00", parent, county_name(provinces + i) + "市");
    for (std::uint32_t j = first; j < end; ++j) county(j, unit, region + digits(j - first + 1, 2));
  }

  void county(std::uint32_t i, std::uint32_t parent, const std::string& region) {
    const std::string name = county_name(provinces + prefectures + i) + "县";
    const std::uint32_t unit = local(region, parent, name);
    area_ = "中共" + name;
    const std::uint32_t end = first_of(committees_, i + 1, counties);
    for (std::uint32_t j = first_of(committees_, i, counties); j < end; ++j) committee(j, unit);
  }

  void committee(std::uint32_t i, std::uint32_t parent) {
    const std::string body = some_body();
    const std::uint32_t unit = add(UnitKind::committee, parent, body + "委员会");
    branches(upper_branches_, i, committees_, unit, body);
    const std::uint32_t end = first_of(general_branches_, i + 1, committees_);
    for (std::uint32_t j = first_of(general_branches_, i, committees_); j < end; ++j) {
      const std::uint32_t general =
          add(UnitKind::general_branch, unit, body + some_body() + "总支部委员会");
      branches(lower_branches_, j, general_branches_, general, body);
    }
  }

  void branches(std::uint32_t all, std::uint32_t i, std::uint32_t owners, std::uint32_t parent,
                const std::string& body) {
    for (std::uint32_t j = first_of(all, i, owners); j < first_of(all, i + 1, owners); ++j)
      add(UnitKind::branch, parent, body + some_body() + "支部委员会");
  }

  std::string some_body() const {
    return body_name(draw(Question::body, units_.kinds.size(), 1U << 20U));
  }

  std::uint32_t local(const std::string& region, std::optional<std::uint32_t> parent,
                      const std::string& name) {
    region_ = region;
    serial_ = 0;
    return append(UnitKind::committee, parent, "中共" + name + "委员会", true);
  }

  std::uint32_t add(UnitKind kind, std::uint32_t parent, const std::string& name) {
    return append(kind, parent, area_ + name, false);
  }

  std::uint32_t append(UnitKind kind, std::optional<std::uint32_t> parent, const std::string& name,
                       bool local) {
    const std::uint32_t unit = static_cast<std::uint32_t>(units_.kinds.size());
    const Founding when = founding(kind, local);
    units_.codes.push_back(region_ + digits(serial_++, 6));
    units_.names.push_back(name);
    units_.parents.push_back(parent);
    units_.kinds.push_back(kind);
    units_.founded_on.push_back(when.first +
                                static_cast<int>(draw(Question::founded, unit, when.days)));
    return unit;
  }

  std::uint32_t committees_;
  std::uint32_t general_branches_;
  std::uint32_t lower_branches_;
  std::uint32_t upper_branches_;
  Units units_;
  std::string region_;  // the first six digits of the codes
  std::string area_;
  std::uint32_t serial_ = 0;
};

// Another committee for a unit, of those ahead of it.
std::optional<std::uint32_t> another_parent(const Units& units, std::uint32_t unit) {
  const std::uint32_t ahead = std::min(unit, draw(Question::parent, unit, 3000));
  for (std::uint32_t other = unit - ahead; other > 0; --other)
    if (units.kinds[other] == UnitKind::committee && units.parents[unit] != other) return other;
  return std::nullopt;
}

}  // namespace

// The finalizer of splitmix64.
std::uint32_t draw(Question question, std::uint64_t place, std::uint64_t bound) {
  std::uint64_t z = place * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(question) + 1;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return static_cast<std::uint32_t>((z >> 32U) * bound >> 32U);
}

Units generate_units(double scale) { return Growth{scale}.take(); }

std::vector<UnitChange> generate_changes(const Units& units) {
  std::vector<UnitChange> changes;
  for (std::uint32_t unit = 0; unit < units.kinds.size(); ++unit) {
    const std::uint32_t way = draw(Question::changed, unit, 40);
    if (way > 1) continue;
    const int days = static_cast<int>(draw(Question::day, unit, 3200));
    UnitChange change{.unit = unit,
                      .on = Date{2016, 1, 1} + days,
                      .document = "组发〔" + std::to_string(2016 + days / 366) + "〕" +
                                  std::to_string(draw(Question::document, unit, 400) + 1) + "号",
                      .name = {},
                      .parent = {}};
    if (way == 0 && units.kinds[unit] != UnitKind::committee)
      change.parent = another_parent(units, unit);
    if (!change.parent) change.name = std::string{units.names[unit]}.insert(6, "新");
    changes.push_back(change);
  }
  return changes;
}

Nation generate(double scale) {
  Nation nation;
  nation.units = generate_units(scale);
  nation.changes = generate_changes(nation.units);
  nation.person_names = person_names();
  generate_members(nation, scale);
  return nation;
}

}  // namespace organization_benchmark
