// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "texts.hpp"
#include "zhibu/organization/person.hpp"
#include "zhibu/organization/unit.hpp"
#include "zhibu/time/date.hpp"

namespace organization_benchmark {

using zhibu::Date;

// The last day that the nation knows of, and one well before it, on which it is also looked at.
inline const Date today{2024, 12, 31};
inline const Date day_gone_by{2019, 6, 30};

// Whatever has not happened by today: a retirement, a full membership.
inline constexpr Date never = Date::last();

// Organizations as columns, depth first: every unit behind the one that it stands under, and with
// the same place in all columns. The tops are the provinces.
struct Units {
  Codes codes{12};
  Texts names;
  std::vector<std::optional<std::uint32_t>> parents;
  std::vector<zhibu::UnitKind> kinds;
  std::vector<Date> founded_on;
};

// A new name or another parent of a unit; of these two, the one that is there.
struct UnitChange {
  std::uint32_t unit;
  Date on;
  std::string document;
  std::string name;
  std::optional<std::uint32_t> parent;
};

// Members as columns, in the order of their branches.
struct Members {
  Codes codes{10};
  std::vector<std::uint32_t> names;  // places in Nation::person_names
  std::vector<zhibu::Sex> sexes;
  std::vector<Date> born_on;
  std::vector<Date> retired_on;
  std::vector<Date> admitted_on;
  std::vector<Date> full_member_on;
  std::vector<std::uint32_t> branches;  // the home branch at first
};

struct Transfer {
  std::uint32_t person;
  std::uint32_t to;
  Date on;
};

struct Secretary {
  std::uint32_t branch;
  std::uint32_t person;
  Date since;
};

// An invented nation.
struct Nation {
  Units units;
  std::vector<UnitChange> changes;  // in the order of units, at most one of each
  Texts person_names;
  Members members;
  std::vector<Transfer> transfers;  // in the order of persons, at most one of each
  std::vector<Secretary> secretaries;
};

// 31 provinces, 333 prefectures and 2,844 counties at any scale; at scale 1 they have 5.25 million
// primary organizations and 100 million members, in the proportions of the bulletin on the end of
// 2024 (30.6, 33.0 and 461.4 in ten thousand). One unit in twenty changes its name or its parent,
// one member in twenty is transferred, each branch has a secretary. Always the same for a scale.
Nation generate(double scale);

// A member joins the branch on the day of admission, or when the branch is founded.
Date joined_on(const Nation& nation, std::size_t member);

}  // namespace organization_benchmark
