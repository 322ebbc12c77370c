// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/period.hpp"

#include <charconv>
#include <optional>
#include <stdexcept>

namespace zhibu {

namespace {

int months_in(Span span) {
  constexpr int months[] = {1, 3, 6, 12};
  return months[static_cast<std::size_t>(span)];
}

// The months of the calendar, counted through.
int month_number(Date day) { return day.year() * 12 + day.month() - 1; }
Date first_of(int month_number) { return Date{month_number / 12, month_number % 12 + 1, 1}; }

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string span_title(Span span, Date begin) {
  const std::string year = std::to_string(begin.year());
  const int nth = (begin.month() - 1) / months_in(span) + 1;
  switch (span) {
    case Span::month:
      return year + '-' + two_digits(nth);
    case Span::quarter:
      return year + "-Q" + std::to_string(nth);
    case Span::half_year:
      return year + "-H" + std::to_string(nth);
    case Span::year:
      break;
  }
  return year;
}

[[noreturn]] void not_a_period(std::string_view text) {
  throw std::invalid_argument(
      "not a period: '" + std::string{text} +
      "'; accepted: 2017, 2017-H1, 2017-Q1, 2017-03, 2017-03-01, 2017-03-01.. or "
      "2017-03-01..2017-03-31");
}

std::optional<int> number(std::string_view text) {
  int n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc{} || end != text.data() + text.size() || n < 0) return std::nullopt;
  return n;
}

// The whole span that a title names, if it is one.
std::optional<Period> titled(std::string_view text) {
  const std::optional<int> year = number(text.substr(0, 4));
  if (!year || text.size() < 4) return std::nullopt;
  if (text.size() == 4) return span_of(Span::year, Date{*year, 1, 1});
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const Span span = text[5] == 'Q' ? Span::quarter : text[5] == 'H' ? Span::half_year : Span::month;
  const std::optional<int> nth = number(text.substr(span == Span::month ? 5 : 6));
  if (!nth || *nth < 1 || *nth > 12 / months_in(span)) return std::nullopt;
  return span_of(span, Date{*year, (*nth - 1) * months_in(span) + 1, 1});
}

}  // namespace

template <>
std::span<const Name<Span>> names() {
  static constexpr Name<Span> all[] = {
      {Span::month, "month", "月", "month"},
      {Span::quarter, "quarter", "季度", "quarter"},
      {Span::half_year, "half_year", "半年", "half-year"},
      {Span::year, "year", "年", "year"},
  };
  return all;
}

Period span_of(Span span, Date day) {
  const int months = months_in(span);
  const Date begin{day.year(), (day.month() - 1) / months * months + 1, 1};
  if (begin.year() == Date::last().year() && begin.month() + months > 12)
    throw std::invalid_argument("no end within the calendar: the " + std::string{key(span)} +
                                " of " + to_string(day) + "; accepted: days before it");
  return {begin, add_months(begin, months)};
}

std::vector<Period> spans(Span span, Period period) {
  std::vector<Period> whole;
  if (period.empty()) return whole;
  const int months = months_in(span);
  const int first = month_number(period.begin) + (period.begin.day() > 1 ? 1 : 0);
  const int end = month_number(period.end);
  for (int month = (first + months - 1) / months * months; month + months <= end; month += months)
    whole.push_back({first_of(month), first_of(month + months)});
  return whole;
}

std::string to_string(Period p) {
  return to_string(p.begin) + ".." + (lasts(p) ? "" : to_string(p.last()));
}

std::string title(Period p) {
  for (const Name<Span>& span : names<Span>())
    if (!lasts(p) && span_of(span.value, p.begin) == p) return span_title(span.value, p.begin);
  return to_string(p);
}

Period parse_period(std::string_view text) {
  if (const std::optional<Period> span = titled(text)) return *span;
  if (text.size() < 10) not_a_period(text);
  const Date begin = parse_date(text.substr(0, 10));
  const std::string_view rest = text.substr(10);
  if (rest.empty()) return {begin, begin + 1};
  if (rest == "..") return since(begin);
  if (!rest.starts_with("..") || rest.size() != 12) not_a_period(text);
  const Date last = parse_date(rest.substr(2));
  if (last < begin)
    throw std::invalid_argument("a period that ends before it begins: '" + std::string{text} + "'");
  return {begin, last + 1};
}

}  // namespace zhibu
