// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#define BOOST_BIND_GLOBAL_PLACEHOLDERS  // Boost's own reader takes them from there, and is told off
#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>

#include "cell.hpp"
#include "encoding.hpp"
#include "nearest.hpp"
#include "quote.hpp"
#include "table.hpp"
#include "time/arrangement.hpp"
#include "time/statute.hpp"

namespace zhibu {

namespace {

// A value of JSON. The reader keeps no types: 2027 and "2027" are one, and so are "", [] and {}.
using Json = boost::property_tree::ptree;

// Of a line of the file, or of the whole file where `line` is 0.
[[noreturn]] void throw_at(const std::string& name, std::size_t line, const std::string& found) {
  throw std::invalid_argument(name + (line == 0 ? "" : ":" + std::to_string(line)) + ": " + found);
}

// Boost's reader calls itself for each list in a list: a deep one would overflow the stack.
void refuse_deep_lists(const std::string& name, std::string_view text) {
  std::size_t line = 1;
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (c == '"') in_text = !in_text;
    if (c == '\\' && in_text) ++i;
    if (in_text) continue;
    if (c == ']' || c == '}') --depth;
    if ((c == '[' || c == '{') && ++depth > 16)
      throw_at(name, line, "found lists in lists, 17 deep; accepted: at most 16");
  }
}

std::string utf8(const std::string& name, std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::variant<std::string, Undecodable> text = to_utf8(std::string{bytes});
  if (const Undecodable* bad = std::get_if<Undecodable>(&text))
    throw_at(name, bad->line, bad->reason);
  if (std::get<std::string>(text) != bytes)
    throw_at(name, 0, "found a text that is not UTF-8; accepted: JSON in UTF-8");
  return std::string{bytes};
}

Json parse_json(const std::string& name, std::string_view bytes) {
  const std::string text = utf8(name, bytes);
  refuse_deep_lists(name, text);
  std::istringstream stream{text};
  Json json;
  try {
    read_json(stream, json);
  } catch (const boost::property_tree::json_parser_error& e) {
    throw_at(name, e.line(),
             "found what is not JSON: " + e.message() +
                 "; accepted: JSON, or CSV whose first line names the columns");
  }
  return json;
}

const std::string& text_of(const Json& json) {
  if (!json.empty()) throw std::invalid_argument("found a list or an object; accepted: one value");
  return json.data();
}

bool parse_flag(std::string_view text) {
  if (text != "true" && text != "false")
    throw std::invalid_argument("found " + quote(text) + "; accepted: true or false");
  return text == "true";
}

std::string parse_name(std::string_view text) {
  if (text.empty()) throw std::invalid_argument("found nothing; accepted: the name of a festival");
  return std::string{text};
}

bool is_list(const Json& json) {
  return json.data().empty() && std::all_of(json.begin(), json.end(),
                                            [](const auto& child) { return child.first.empty(); });
}

// The value of a key. Throws std::invalid_argument that says what keys there are.
const Json& member(const Json& object, const std::string& key) {
  const auto [first, last] = object.equal_range(key);
  if (first == last) {
    std::vector<std::string_view> found;
    for (const auto& [other, value] : object)
      if (!other.empty()) found.push_back(other);
    std::string message = "found no key " + quote(key);
    if (const std::string_view meant = nearest(key, found); !meant.empty())
      message += " but " + quote(meant);
    throw std::invalid_argument(message + "; accepted: an object that has it");
  }
  if (std::next(first) != last)
    throw std::invalid_argument("found the key " + quote(key) + " twice; accepted: once");
  return first->second;
}

std::string first_paper(const Json& arrangement) {
  const auto papers = arrangement.find("papers");
  if (papers == arrangement.not_found()) return "";
  if (!is_list(papers->second))
    throw std::invalid_argument("found no list; accepted: a list of texts");
  return papers->second.empty() ? "" : text_of(papers->second.front().second);
}

// What is read of one file, and all that is wrong with it.
class JsonArrangement {
 public:
  explicit JsonArrangement(const std::string& name) : name_{name} {}

  void read(const Json& json) {
    if (is_list(json) && !json.empty()) return read_days(json, "");
    year_ = value(json, "", "year", parse_integer);
    attempt("papers", [&] { notice_ = first_paper(json); });
    attempt("", [&] { read_days(member(json, "days"), "days"); });
  }

  Arrangement build() {
    faults_.throw_if_any();
    std::optional<ArrangementBuilder> builder;
    attempt("", [&] { builder.emplace(year_ ? *year_ : most_frequent_year(), notice_); });
    faults_.throw_if_any();
    for (const Told& told : days_) attempt(told.place, [&] { builder->add(told.day); });
    faults_.throw_if_any();
    std::optional<Arrangement> built;
    attempt("", [&] { built = builder->build(); });
    faults_.throw_if_any();
    return *built;
  }

 private:
  struct Told {
    std::string place;
    ArrangedDay day;
  };

  template <class Step>
  void attempt(const std::string& place, Step step) {
    try {
      step();
    } catch (const std::invalid_argument& e) {
      faults_.add(name_, 0, place.empty() ? e.what() : place + ": " + e.what());
    }
  }

  // What `parse` makes of the value of a key, or nothing but a fault.
  template <class Parse>
  auto value(const Json& object, const std::string& place, const std::string& key, Parse parse)
      -> std::optional<std::invoke_result_t<Parse, const std::string&>> {
    std::optional<std::invoke_result_t<Parse, const std::string&>> value;
    attempt(place, [&] {
      const Json& found = member(object, key);
      attempt((place.empty() ? "" : place + ".") + key, [&] { value = parse(text_of(found)); });
    });
    return value;
  }

  void read_days(const Json& days, const std::string& place) {
    if (!is_list(days)) throw std::invalid_argument("found no list; accepted: a list of days");
    if (days.empty())
      throw std::invalid_argument(
          "found no days, as where the notice is not out yet; accepted: a list of days");
    int number = 0;
    for (const auto& [key, day] : days) read_day(day, place + "[" + std::to_string(number++) + "]");
  }

  void read_day(const Json& day, const std::string& place) {
    const std::optional<Date> date = value(day, place, "date", parse_date);
    const std::optional<bool> is_off = value(day, place, "isOffDay", parse_flag);
    const std::optional<std::string> name = value(day, place, "name", parse_name);
    if (date && is_off && name)
      days_.push_back({place, {*date, statute().kind(*date, !*is_off), *name, ""}});
  }

  int most_frequent_year() const {
    std::map<int, int> days;
    for (const Told& told : days_) ++days[told.day.date.year()];
    return std::ranges::max_element(days, {}, [](const auto& year) { return year.second; })->first;
  }

  std::string name_;
  Faults faults_;
  std::optional<int> year_;
  std::string notice_;
  std::vector<Told> days_;
};

}  // namespace

Arrangement read_json_arrangement(const std::string& name, std::string_view bytes) {
  JsonArrangement arrangement{name};
  arrangement.read(parse_json(name, bytes));
  return arrangement.build();
}

}  // namespace zhibu
