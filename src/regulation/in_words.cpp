// SPDX-License-Identifier: BSL-1.0

#include "regulation/in_words.hpp"

namespace zhibu {

std::string joined(const std::vector<std::string>& texts, std::string_view between,
                   std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) text += i + 1 == texts.size() ? last : between;
    text += texts[i];
  }
  return text;
}

std::string counted(std::int64_t number, std::string_view english) {
  return std::to_string(number) + " " + std::string{english} + (number == 1 ? "" : "s");
}

std::string month_in_words(int month, InWords in) {
  static constexpr std::string_view english[] = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
  return in(std::to_string(month) + "月", english[month - 1]);
}

std::string day_in_words(Date day, InWords in) {
  const std::string date = std::to_string(day.day()), year = std::to_string(day.year());
  const std::string month = month_in_words(day.month(), in);
  return in(year + "年" + month + date + "日", date + " " + month + " " + year);
}

std::string bounds_in_words(std::optional<int> least, std::optional<int> most,
                            std::string_view chinese, std::string_view english, InWords in) {
  const auto zh_count = [&](int number) { return std::to_string(number) + std::string{chinese}; };
  const auto en_count = [&](int number) { return counted(number, english); };
  if (least && most && *least == *most)
    return in("为" + zh_count(*least), "exactly " + en_count(*least));
  std::string zh, en;
  if (least) zh += "不少于" + zh_count(*least);
  if (least && most) zh += "、";
  if (most) zh += "不超过" + zh_count(*most);
  if (least) en += "at least " + (most ? std::to_string(*least) : en_count(*least));
  if (least && most) en += " and ";
  if (most) en += "at most " + en_count(*most);
  return in(zh, en);
}

}  // namespace zhibu
