// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <stdexcept>
#include <string>

#include "organization/columns.hpp"
#include "steps.hpp"
#include "zhibu/organization/view.hpp"

namespace zhibu {

namespace {

template <class T>
bool takes(const std::vector<T>& wanted, T found) {
  return wanted.empty() || std::ranges::find(wanted, found) != wanted.end();
}

bool takes(std::optional<std::pair<int, int>> wanted, std::optional<Date> from, Date day) {
  if (!wanted) return true;
  if (!from || *from > day) return false;
  const int years = full_years(*from, day);
  return wanted->first <= years && years <= wanted->second;
}

// The persons whom a filter takes on a day, as their columns have them.
class Takes {
 public:
  Takes(const RosterColumns& columns, const MemberFilter& filter, Date day)
      : columns_{&columns.persons}, texts_{&columns.texts}, filter_{&filter}, day_{day} {
    for (const PartyStanding standing : {PartyStanding::probationary, PartyStanding::full})
      if (filter.standing.empty()) standing_.push_back(standing);
    if (!filter.standing.empty()) standing_ = filter.standing;
  }

  bool operator()(std::uint32_t person) const {
    const Person row = dates(person);
    return takes(standing_, standing_on(row, day_)) &&
           (filter_->retirement.empty() || takes(filter_->retirement, retirement(person))) &&
           (!filter_->sex || *filter_->sex == columns_->value<&Person::sex>(person, *texts_)) &&
           (!filter_->age || takes(filter_->age, born(person), day_)) &&
           takes(filter_->years_of_standing, row.full_member_on, day_);
  }

 private:
  // What standing_on looks at.
  Person dates(std::uint32_t person) const {
    Person row{};
    row.applied_on = columns_->value<&Person::applied_on>(person, *texts_);
    row.activist_on = columns_->value<&Person::activist_on>(person, *texts_);
    row.development_target_on = columns_->value<&Person::development_target_on>(person, *texts_);
    row.admitted_on = columns_->value<&Person::admitted_on>(person, *texts_);
    row.full_member_on = columns_->value<&Person::full_member_on>(person, *texts_);
    row.left_party_on = columns_->value<&Person::left_party_on>(person, *texts_);
    row.died_on = columns_->value<&Person::died_on>(person, *texts_);
    return row;
  }

  Date born(std::uint32_t person) const {
    return columns_->value<&Person::born_on>(person, *texts_);
  }

  Retirement retirement(std::uint32_t person) const {
    Person row{};
    row.retirement = columns_->value<&Person::retirement>(person, *texts_);
    row.retired_on = columns_->value<&Person::retired_on>(person, *texts_);
    return retirement_on(row, day_);
  }

  const RowColumns<Person>* columns_;
  const Texts* texts_;
  const MemberFilter* filter_;
  Date day_;
  std::vector<PartyStanding> standing_;
};

}  // namespace

std::vector<std::int64_t> RosterView::count_units(const UnitFilter& filter) const {
  require_current();
  const RosterColumns& columns = roster_->columns();
  std::vector<std::int64_t> counts(units_.size());
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const std::uint32_t state = *columns.units.at(units_[i].index, day_);
    const auto flag = [&]<auto Member>(std::optional<bool> wanted) {
      return !wanted || *wanted == columns.unit_states.value<Member>(state, columns.texts);
    };
    const UnitKind kind = columns.unit_states.value<&UnitState::kind>(state, columns.texts);
    counts[i] = takes(filter.kinds, kind) &&
                flag.template operator()<&UnitState::temporary>(filter.temporary) &&
                flag.template operator()<&UnitState::retired_cadres>(filter.retired_cadres);
  }
  return counts;
}

std::vector<std::int64_t> RosterView::count_members(const MemberFilter& filter,
                                                    const Watch& watch) const {
  require_current();
  const RosterColumns& columns = roster_->columns();
  const Takes takes{columns, filter, day_};
  std::vector<std::int64_t> counts(units_.size());
  const bool is_part = units_.size() * 2 < columns.units.size();
  Steps steps{watch, is_part ? units_.size() : columns.persons.size()};
  if (is_part) {  // by the lists of its units
    for (std::size_t i = 0; i < units_.size(); ++i) {
      for (const PersonId person : roster_->members(units_[i], MembershipKind::home, day_))
        counts[i] += takes(person.index);
      steps();
    }
  } else {
    for (std::uint32_t person = 0; person < columns.persons.size(); ++person) {
      const auto home = columns.homes.at(person, day_);
      if (home && stands({*home}) && takes(person)) ++counts[ranges_[*home].begin];
      steps();
    }
  }
  steps.finish();
  return counts;
}

std::vector<std::int64_t> RosterView::roll_up(std::span<const std::int64_t> own) const {
  require_current();
  if (own.size() != units_.size())
    throw std::invalid_argument(std::to_string(own.size()) + " numbers for " +
                                std::to_string(units_.size()) +
                                " units; accepted: one for each, in the order of units()");
  std::vector<std::int64_t> sums(own.begin(), own.end());
  for (std::size_t i = sums.size(); i-- > 0;)
    if (parent_[i] < i) sums[parent_[i]] += sums[i];
  return sums;
}

}  // namespace zhibu
