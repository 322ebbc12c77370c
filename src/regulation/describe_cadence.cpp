// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "regulation/in_words.hpp"
#include "zhibu/regulation/explain.hpp"
#include "zhibu/time/festival.hpp"
#include "zhibu/time/quota.hpp"

namespace zhibu {
namespace {

std::string per(Span span, InWords in) {
  const std::string_view word = label(span, in.language);
  return in("每" + std::string{word}, "a " + std::string{word});
}

std::string words(const AtLeast& cadence, InWords in) {
  const std::string often = describe(quota_of(cadence), in.language);
  if (!cadence.preferred_months) return often;
  const auto [first, last] = *cadence.preferred_months;
  std::string months = month_in_words(first, in);
  if (first != last) months += in("至", " to ") + month_in_words(last, in);
  return often + in("，一般安排在" + months, ", preferably in " + months);
}

// A number of one or two digits, or nothing.
std::optional<int> small_number(std::string_view text) {
  const bool digits = std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
  if (text.empty() || text.size() > 2 || !digits) return std::nullopt;
  return std::stoi(std::string{text});
}

// What follows such a beginning, or "".
std::string_view after(std::string_view text, std::string_view beginning) {
  return text.starts_with(beginning) ? text.substr(beginning.size()) : std::string_view{};
}

// The days of a recurrence: in words where it is one day of the month or of the year, else as the
// rule itself.
std::string days_in_words(const Recurrence& days, InWords in) {
  const std::string rule = to_string(days);
  if (const auto day = small_number(after(rule, "FREQ=MONTHLY;BYMONTHDAY="))) {
    const std::string number = std::to_string(*day);
    return in("每月" + number + "日", "on day " + number + " of every month");
  }
  const std::string_view of_year = after(rule, "FREQ=YEARLY;BYMONTH=");
  const std::string_view month = of_year.substr(0, of_year.find(';'));
  const auto day = small_number(after(of_year.substr(month.size()), ";BYMONTHDAY="));
  if (day && small_number(month)) {
    const std::string name = month_in_words(*small_number(month), in);
    const std::string number = std::to_string(*day);
    return in("每年" + name + number + "日", "on " + number + " " + name + " of every year");
  }
  return in("按规则“" + rule + "”所定的日子", "on the days of the rule \"" + rule + "\"");
}

std::string words(const OnDays& cadence, InWords in) {
  const std::string days = days_in_words(cadence.days, in);
  const Shift& shift = cadence.shift;
  if (shift.policy == ShiftPolicy::none) return days;
  const std::string to{label(shift.policy, in.language)};
  const std::string zh_month = shift.within_month ? "，不出当月" : "";
  const std::string en_month = shift.within_month ? " and within the month" : "";
  return days + in("，逢非工作日" + to + "（最多" + std::to_string(shift.max_days) + "天" +
                       zh_month + "）",
                   ", moved to the " + to + " (by at most " + counted(shift.max_days, "day") +
                       en_month + ")");
}

// A festival by the name that its law gives it, in either language.
std::string festival_in_words(const std::string& name, InWords in) {
  for (const Festival& known : festivals())
    if (known.name == name || known.id == name)
      return in(known.name, known.name_en.empty() ? known.name : known.name_en);
  return name;
}

std::string words(const AtFestivals& cadence, InWords in) {
  std::vector<std::string> names;
  for (const std::string& name : cadence.festivals) names.push_back(festival_in_words(name, in));
  const std::string festivals = joined(names, in("、", ", "), in("、", " and "));
  std::string zh, en;
  if (cadence.days_before > 0) {
    zh += "前" + std::to_string(cadence.days_before) + "天起";
    en += ", from " + counted(cadence.days_before, "day") + " before";
  }
  if (cadence.days_after > 0) {
    zh += "至节后" + std::to_string(cadence.days_after) + "天";
    en += (en.empty() ? ", up to " : " to ") + counted(cadence.days_after, "day") + " after";
  }
  return in(festivals + zh + (names.size() > 1 ? "，各1次" : "，1次"),
            (names.size() > 1 ? "once about each of " : "once about ") + festivals + en);
}

std::string words(const OnAnniversary& cadence, InWords in) {
  const std::string of{label(cadence.of, in.language)};
  const std::string span{label(cadence.within, in.language)};
  return in(of + "周年日所在的" + span + "内1次",
            "once in the " + span + " of the anniversary of " + of);
}

std::string words(const Deadline& cadence, InWords in) {
  const std::string after{label(cadence.after, in.language)};
  std::string zh, en;
  if (cadence.months > 0) {
    zh += std::to_string(cadence.months) + "个月";
    en += counted(cadence.months, "month");
  }
  if (cadence.days > 0) {
    zh += (zh.empty() ? "" : "零") + std::to_string(cadence.days) + "天";
    en += (en.empty() ? "" : " and ") + counted(cadence.days, "day");
  }
  return in("自" + after + "之日起" + zh + "内1次", "once within " + en + " of " + after);
}

std::string words(const EveryMonthsSince& cadence, InWords in) {
  const std::string since{label(cadence.since, in.language)};
  const std::string months = std::to_string(cadence.months);
  return in("自" + since + "之日起每" + months + "个月1次",
            "once in every " + counted(cadence.months, "month") + " counted from " + since);
}

std::string words(const ClassHours& cadence, InWords in) {
  const std::string hours = std::to_string(cadence.least);
  return in(per(cadence.per, in) + "不少于" + hours + "学时",
            "at least " + counted(cadence.least, "class hour") + " " + per(cadence.per, in));
}

std::string yuan(std::int64_t fen) {
  const std::string whole = std::to_string(fen / 100);
  if (fen % 100 == 0) return whole;
  return whole + "." + std::to_string(fen % 100 / 10) + std::to_string(fen % 10);
}

std::string words(const Funding& cadence, InWords in) {
  const std::string least = yuan(cadence.least_fen), most = yuan(cadence.most_fen);
  const bool one = least == most;
  return in(
      per(cadence.per, in) + least + (one ? "" : "至" + most) + "元",
      (one ? "" : "from ") + least + (one ? "" : " to " + most) + " yuan " + per(cadence.per, in));
}

std::string words(const AtTermEnd& cadence, InWords in) {
  const std::string years = std::to_string(cadence.years);
  const std::string months = std::to_string(cadence.reminder_months);
  const bool reminder = cadence.reminder_months > 0;
  return in(
      "每届任期" + years + "年，期满换届" + (reminder ? "，提前" + months + "个月提醒" : ""),
      "at the end of every term of " + counted(cadence.years, "year") +
          (reminder ? ", with a reminder " + counted(cadence.reminder_months, "month") + " before"
                    : ""));
}

std::string words(const OnSchedule& cadence, InWords in) {
  const std::string suggested = words(cadence.suggested, in);
  return in("按期（未规定次数，建议" + suggested + "）",
            "on schedule, without a number (suggested: " + suggested + ")");
}

}  // namespace

std::string describe(const Cadence& cadence, Language language) {
  return std::visit([&](const auto& one) { return words(one, InWords{language}); }, cadence);
}

}  // namespace zhibu
