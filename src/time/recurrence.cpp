// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/recurrence.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>
#include <utility>
#include <variant>

#include "time/day_of_serial.hpp"
#include "time/month_pattern.hpp"
#include "time/months.hpp"
#include "time/progression.hpp"
#include "time/rrule.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

namespace {

using RuleDays = std::variant<Progression, MonthPattern>;

std::vector<Date> in_order(std::vector<Date> days) {
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

RuleDays days_of(const RRule& written, Date start) {
  const Months months{written.chinese};
  months.of(start);  // throws for a start outside the lunar table
  const RRule rule = completed(written, start);
  std::int32_t last = months.last_day();
  if (rule.until) last = std::min(last, rule.until->serial());
  if (Progression::is(rule)) return Progression{rule, start, last};
  return MonthPattern{rule, start, last};
}

}  // namespace

// The rule, its days by arithmetic, and the days besides and less.
struct [[gnu::visibility("hidden")]] Recurrence::Pattern {
  Pattern(std::string_view text, Date from, std::vector<Date> less, std::vector<Date> besides)
      : rule{parse_rrule(text)},
        start{from},
        exdates{in_order(std::move(less))},
        rdates{in_order(std::move(besides))},
        days{days_of(rule, from)} {}

  // The last day that is known of the rule.
  Date last() const {
    return DayOfSerial::at(std::visit([](const auto& d) { return d.last(); }, days));
  }
  bool is_empty() const {
    return std::visit([](const auto& d) { return d.empty(); }, days);
  }

  // Whether the rule stops because the lunar table does, and not of itself.
  bool breaks_off() const {
    if (!rule.chinese) return false;
    const bool ended = rule.until && rule.until->serial() <= Months{true}.last_day();
    return !ended && !std::visit([](const auto& d) { return d.ends_of_itself(); }, days);
  }
  // Throws where a day up to `to` may be missing.
  void require_known(Date to) const {
    if (to <= last() || !breaks_off()) return;
    throw std::invalid_argument("the days of " + zhibu::to_string(rule) + " after " +
                                zhibu::to_string(last()) +
                                ", where the lunar table ends, are not "
                                "known; accepted: to ask for days up to then");
  }

  // The same before the last of the days that were written, or to the end where fewer were than
  // asked for: an rdate may lie beyond the lunar table.
  void require_whole(std::span<const Date> written, std::size_t asked) const {
    if (written.size() < asked) require_known(Date::last());
    if (!written.empty()) require_known(written.back());
  }

  std::size_t fill_rule(std::span<Date> out, Date from, Date to) const {
    return std::visit([&](const auto& d) { return d.fill(out, from.serial(), to.serial()); }, days);
  }
  std::size_t count_rule(Date begin, Date end) const {
    return std::visit([&](const auto& d) { return d.count(begin.serial(), end.serial()); }, days);
  }
  std::size_t at_most(Date begin, Date end) const {
    const auto of_rule = [&](const auto& d) { return d.at_most(begin.serial(), end.serial()); };
    return std::visit(of_rule, days) + rdates.size();
  }
  std::optional<Date> previous_of_rule(Date before) const {
    const auto found = std::visit([&](const auto& d) { return d.previous(before.serial()); }, days);
    return found ? std::optional{DayOfSerial::at(*found)} : std::nullopt;
  }

  std::size_t fill(std::span<Date> out, Date from, Date to) const;
  std::size_t count(Date begin, Date end) const;
  Date first_possible() const { return rdates.empty() ? start : std::min(start, rdates.front()); }
  bool is_of_rule(Date day) const {
    Date found;
    return fill_rule({&found, 1}, day, day) > 0;
  }
  bool is_taken_away(Date day) const { return std::ranges::binary_search(exdates, day); }

  RRule rule;
  Date start;
  std::vector<Date> exdates;
  std::vector<Date> rdates;
  RuleDays days;
};

// The days from `from` to `to`, as many as fit.
std::size_t Recurrence::Pattern::fill(std::span<Date> out, Date from, Date to) const {
  if (exdates.empty() && rdates.empty()) return fill_rule(out, from, to);
  std::array<Date, 64> buffer;
  std::size_t written = 0;
  while (written < out.size() && from <= to) {
    const std::span<Date> of_rule{buffer.data(), fill_rule(buffer, from, to)};
    const Date until = of_rule.size() == buffer.size() ? of_rule.back() : to;
    const auto begin = std::ranges::lower_bound(rdates, from);
    const auto end = std::ranges::upper_bound(begin, rdates.end(), until);
    std::vector<Date> merged;
    std::set_union(of_rule.begin(), of_rule.end(), begin, end, std::back_inserter(merged));
    std::erase_if(merged, [this](Date day) { return is_taken_away(day); });
    const std::size_t taken = std::min(merged.size(), out.size() - written);
    std::copy_n(merged.begin(), taken, out.begin() + static_cast<std::ptrdiff_t>(written));
    written += taken;
    if (until == to) break;
    from = until + 1;
  }
  return written;
}

std::size_t Recurrence::Pattern::count(Date begin, Date end) const {
  const Period period{begin, end};
  const auto counts = [&](Date day) { return period.contains(day); };
  std::size_t days_in_all = count_rule(begin, end);
  for (const Date day : rdates)
    if (counts(day) && !is_of_rule(day)) ++days_in_all;
  for (const Date day : exdates)
    if (counts(day) && (is_of_rule(day) || std::ranges::binary_search(rdates, day))) --days_in_all;
  return days_in_all;
}

Recurrence::Recurrence(std::string_view rule, Date start, std::vector<Date> exdates,
                       std::vector<Date> rdates)
    : pattern_{
          std::make_unique<const Pattern>(rule, start, std::move(exdates), std::move(rdates))} {}
Recurrence::Recurrence(const Recurrence& other)
    : pattern_{std::make_unique<const Pattern>(*other.pattern_)} {}
Recurrence::Recurrence(Recurrence&& other) noexcept = default;
Recurrence& Recurrence::operator=(const Recurrence& other) { return *this = Recurrence{other}; }
Recurrence& Recurrence::operator=(Recurrence&& other) noexcept = default;
Recurrence::~Recurrence() = default;

std::vector<Date> Recurrence::take(std::size_t n) const {
  const Date from = pattern_->first_possible();
  // One more, for the last day of the calendar itself.
  std::vector<Date> days(std::min(n, pattern_->at_most(from, Date::last()) + 1));
  days.resize(pattern_->fill(days, from, Date::last()));
  pattern_->require_whole(days, n);
  return days;
}

std::vector<Date> Recurrence::between(Date begin, Date end) const {
  if (begin >= end) return {};
  pattern_->require_known(end - 1);
  std::vector<Date> days(pattern_->at_most(begin, end));
  days.resize(pattern_->fill(days, begin, end - 1));
  return days;
}

std::size_t Recurrence::fill(std::span<Date> days, Date from) const {
  const std::size_t written = pattern_->fill(days, from, Date::last());
  pattern_->require_whole(days.first(written), days.size());
  return written;
}

std::optional<Date> Recurrence::next(Date after) const {
  if (after == Date::last()) return std::nullopt;
  Date day;
  return fill({&day, 1}, after + 1) > 0 ? std::optional{day} : std::nullopt;
}

std::optional<Date> Recurrence::previous(Date before) const {
  if (before == Date::first()) return std::nullopt;
  pattern_->require_known(before - 1);
  std::optional<Date> of_rule = pattern_->previous_of_rule(before);
  while (of_rule && pattern_->is_taken_away(*of_rule))
    of_rule = pattern_->previous_of_rule(*of_rule);
  const std::vector<Date>& rdates = pattern_->rdates;
  for (auto day = std::ranges::lower_bound(rdates, before); day != rdates.begin();)
    if (!pattern_->is_taken_away(*--day)) return of_rule ? std::max(*of_rule, *day) : *day;
  return of_rule;
}

bool Recurrence::contains(Date day) const {
  pattern_->require_known(day);
  Date found;
  return pattern_->fill({&found, 1}, day, day) > 0;
}

std::optional<std::size_t> Recurrence::count() const {
  const Pattern& p = *pattern_;
  const bool ends = p.rule.count || p.rule.until || (p.is_empty() && !p.breaks_off());
  if (!ends) return std::nullopt;
  p.require_known(p.rule.until.value_or(Date::last()));
  return p.count(Date::first(), Date::last()) + (contains(Date::last()) ? 1U : 0U);
}

std::size_t Recurrence::count_between(Date begin, Date end) const {
  if (begin >= end) return 0;
  pattern_->require_known(end - 1);
  return pattern_->count(begin, end);
}

Date Recurrence::start() const { return pattern_->start; }
std::span<const Date> Recurrence::exdates() const { return pattern_->exdates; }
std::span<const Date> Recurrence::rdates() const { return pattern_->rdates; }

bool operator==(const Recurrence& a, const Recurrence& b) {
  return a.pattern_->rule == b.pattern_->rule && a.start() == b.start() &&
         a.pattern_->exdates == b.pattern_->exdates && a.pattern_->rdates == b.pattern_->rdates;
}

std::string to_string(const Recurrence& recurrence) { return to_string(recurrence.pattern_->rule); }

}  // namespace zhibu
