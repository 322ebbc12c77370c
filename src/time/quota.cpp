// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/quota.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <stdexcept>

#include "quote.hpp"

namespace zhibu {

namespace {

constexpr std::string_view per = " per ";
constexpr std::string_view comma = ", ";
constexpr std::string_view apart = " days apart";

// February; January to March, and to June; a common year.
int shortest_days(Span span) {
  constexpr int days[] = {28, 90, 181, 365};
  return days[static_cast<std::size_t>(span)];
}

// As to_string writes it, whether or not there is such a quota.
std::string text_of(const Quota& quota) {
  std::string text = std::to_string(quota.times).append(per).append(key(quota.per));
  if (quota.days_apart != 0) text.append(comma).append(std::to_string(quota.days_apart)) += apart;
  return text;
}

[[noreturn]] void no_such(const Quota& quota, const std::string& accepted) {
  throw std::invalid_argument("a quota that cannot be met: " + quote(text_of(quota)) +
                              "; accepted: " + accepted);
}

void check(const Quota& quota) {
  if (quota.times < 1) no_such(quota, "1 time or more");
  if (quota.days_apart < 0) no_such(quota, "0 days apart or more");
  if (quota.times == 1 || quota.days_apart == 0) return;
  const int reach = shortest_days(quota.per) - 1;  // from the first day to the last
  const int most_times = reach / quota.days_apart + 1;
  if (quota.times <= most_times) return;
  const int most_apart = reach / (quota.times - 1);
  no_such(quota, "at most " + std::to_string(most_apart) + " days apart, or at most " +
                     std::to_string(most_times) + (most_times == 1 ? " time" : " times"));
}

void keep_what_counts(std::vector<Date>& days, int days_apart) {
  std::ranges::sort(days);
  auto end = days.begin();
  for (const Date day : days)
    if (end == days.begin() || day - *(end - 1) >= days_apart) *end++ = day;
  days.erase(end, days.end());
}

void check_whole(Span span, Period window) {
  const Period whole = span_of(span, window.begin);
  if (window == whole) return;
  throw std::invalid_argument("not a whole " + std::string{label(span, Language::en)} + ": from " +
                              to_string(window.begin) + " up to " + to_string(window.end) +
                              "; accepted: " + quote(title(whole)));
}

[[noreturn]] void not_a_quota(std::string_view text) {
  throw std::invalid_argument("not a quota: " + quote(text) +
                              "; accepted: '1 per quarter' or '4 per year, 30 days apart'");
}

// The number that `digits`, a part of `text`, write.
int number(std::string_view digits, std::string_view text) {
  int n = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  if (error != std::errc{} || end != digits.data() + digits.size()) not_a_quota(text);
  return n;
}

std::string in_chinese(const Quota& quota) {
  std::string text = "每";
  text.append(label(quota.per)).append("至少").append(std::to_string(quota.times)) += "次";
  if (quota.days_apart == 1) return text + "，不在同一天";
  if (quota.days_apart == 0) return text;
  return text + "，间隔不少于" + std::to_string(quota.days_apart) + "天";
}

std::string in_english(const Quota& quota) {
  std::string text = "at least ";
  text += quota.times == 1 ? "once" : std::to_string(quota.times) + " times";
  text.append(" a ").append(label(quota.per, Language::en));
  if (quota.days_apart == 1) return text + ", on different days";
  if (quota.days_apart == 0) return text;
  return text + ", at least " + std::to_string(quota.days_apart) + " days apart";
}

}  // namespace

std::vector<Date> counting_days(const Quota& quota, std::span<const Date> held, Period window) {
  check(quota);
  std::vector<Date> days;
  std::ranges::copy_if(held, std::back_inserter(days),
                       [=](Date day) { return window.contains(day); });
  keep_what_counts(days, quota.days_apart);
  return days;
}

std::vector<QuotaTally> tally(const Quota& quota, std::span<const Date> held, Period period) {
  check(quota);
  std::vector<QuotaTally> tallies;
  for (const Period window : spans(quota.per, period)) tallies.push_back({window, {}, 0, 0});
  for (const Date day : held) {
    const auto found = std::ranges::upper_bound(tallies, day, {},
                                                [](const QuotaTally& t) { return t.window.begin; });
    if (found == tallies.begin()) continue;
    if (QuotaTally& holder = *(found - 1); holder.window.contains(day)) holder.days.push_back(day);
  }
  for (QuotaTally& t : tallies) {
    keep_what_counts(t.days, quota.days_apart);
    t.counted = static_cast<int>(t.days.size());
    t.missing = std::max(0, quota.times - t.counted);
  }
  return tallies;
}

std::optional<Date> due_by(const Quota& quota, std::span<const Date> held, Period window) {
  check(quota);
  check_whole(quota.per, window);
  std::vector<Date> days = counting_days(quota, held, window);
  const int missing = quota.times - static_cast<int>(days.size());
  if (missing <= 0) return std::nullopt;
  Date due = window.last() - (missing - 1) * quota.days_apart;
  // A day held so late that the next one would no longer fit in behind it must do without.
  for (; !days.empty() && due - days.back() < quota.days_apart; days.pop_back())
    due = due - quota.days_apart;
  return due;
}

std::string to_string(const Quota& quota) {
  check(quota);
  return text_of(quota);
}

Quota parse_quota(std::string_view text) {
  const std::size_t at_per = text.find(per);
  if (at_per == std::string_view::npos) not_a_quota(text);
  Quota quota{.times = number(text.substr(0, at_per), text)};
  std::string_view rest = text.substr(at_per + per.size());
  if (const std::size_t at_comma = rest.find(comma); at_comma != std::string_view::npos) {
    const std::string_view distance = rest.substr(at_comma + comma.size());
    if (!distance.ends_with(apart)) not_a_quota(text);
    quota.days_apart = number(distance.substr(0, distance.size() - apart.size()), text);
    rest = rest.substr(0, at_comma);
  }
  quota.per = parse<Span>(rest, "span of a quota");
  check(quota);
  return quota;
}

std::string describe(const Quota& quota, Language language) {
  check(quota);
  return language == Language::zh ? in_chinese(quota) : in_english(quota);
}

}  // namespace zhibu
