// SPDX-License-Identifier: BSL-1.0

#include "regulation/toml.hpp"

#include <algorithm>
#include <array>

#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 16
#include <toml++/toml.h>

namespace zhibu {
namespace {

[[noreturn]] void throw_at(std::string_view file, std::uint32_t line, std::uint32_t column,
                           std::string_view message) {
  throw std::invalid_argument{std::string{file} + ':' + std::to_string(line) + ':' +
                              std::to_string(column) + ": " + std::string{message}};
}

std::string_view found_type(toml::node_type type) {
  switch (type) {
    case toml::node_type::floating_point:
      return "a decimal number";
    case toml::node_type::time:
      return "a time of day";
    default:
      return "a date with a time of day";
  }
}

// Refuses what toml++ 3.3 would not survive: a dotted key of very many parts, for each of which it
// takes a level of the stack; a header without a key and characters beyond ASCII outside quotes,
// which it takes for granted not to be there.
class Survey {
 public:
  Survey(std::string_view text, std::string_view file) : text_{text}, file_{file} {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
  }

  // Goes no further than a string that does not end, where toml++ stops too.
  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#')
        at_ = std::min(text_.find('\n', at_), text_.size());
      else if (c != '"' && c != '\'')
        look_at(c);
      else if (!skip_string(c))
        return;
    }
  }

 private:
  void look_at(char c) {
    if (static_cast<unsigned char>(c) >= 0x80)
      fail("found a character that is not ASCII outside quotes; accepted: a text in quotes");
    if (c == '\n') dots_ = 0;
    if (c == '.' && ++dots_ > 64) fail("found a line of more than 64 dots; accepted: at most 64");
    if (c == '[' && this_line().find_first_not_of(" \t") == std::string_view::npos)
      look_at_header();
    ++at_;
  }

  void look_at_header() const {
    std::size_t next = text_.find_first_not_of(" \t", at_ + 1);
    if (next < text_.size() && text_[next] == '[') next = text_.find_first_not_of(" \t", next + 1);
    constexpr std::string_view key =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-\"'";
    if (next >= text_.size() || key.find(text_[next]) == std::string_view::npos)
      fail("found no key after '['; accepted: letters, digits, '_' and '-', or a key in quotes");
  }

  // True where the string ends.
  bool skip_string(char quote) {
    const std::string fence(text_.substr(at_, 3) == std::string(3, quote) ? 3 : 1, quote);
    for (at_ += fence.size(); at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n' && fence.size() == 1) return false;
      if (text_[at_] == '\\' && quote == '"') {
        ++at_;
      } else if (text_.substr(at_, fence.size()) == fence) {
        at_ += fence.size();
        for (std::size_t more = 1;
             more < fence.size() && text_.substr(at_, 1) == fence.substr(0, 1); ++more)
          ++at_;
        return true;
      }
    }
    return false;
  }

  std::string_view this_line() const {
    const std::string_view before = text_.substr(0, at_);
    return before.substr(before.rfind('\n') + 1);
  }

  [[noreturn]] void fail(std::string_view message) const {
    const auto lines = std::count(text_.begin(), text_.begin() + std::ptrdiff_t(at_), '\n');
    const std::string_view line = this_line();
    const auto characters = std::count_if(line.begin(), line.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    throw_at(file_, static_cast<std::uint32_t>(lines + 1),
             static_cast<std::uint32_t>(characters + 1), message);
  }

  std::string_view text_;
  std::string_view file_;
  std::size_t at_ = 0;
  int dots_ = 0;
};

}  // namespace

// Makes our own tree of what toml++ read, so that nothing else meets toml++.
class TomlReader {
 public:
  explicit TomlReader(std::string_view file) : file_{file} {}

  Toml read(const toml::node& node) const {
    Toml out;
    out.file_ = file_;
    out.place_ = place(node.source());
    node.visit([&](const auto& value) { fill(out, value); });
    return out;
  }

 private:
  static Toml::Place place(const toml::source_region& region) {
    return {region.begin.line, region.begin.column};
  }

  void fill(Toml& out, const toml::table& table) const {
    for (const auto& [key, value] : table) {
      Toml& child = out.children_.emplace_back(read(value));
      child.key_ = key.str();
      child.key_place_ = place(key.source());
    }
  }
  void fill(Toml& out, const toml::array& array) const {
    out.value_ = Toml::List{};
    for (const toml::node& value : array) out.children_.push_back(read(value));
  }
  void fill(Toml& out, const toml::value<std::string>& value) const { out.value_ = value.get(); }
  void fill(Toml& out, const toml::value<std::int64_t>& value) const { out.value_ = value.get(); }
  void fill(Toml& out, const toml::value<bool>& value) const { out.value_ = value.get(); }
  void fill(Toml& out, const toml::value<toml::date>& value) const {
    const toml::date d = value.get();
    out.value_ = out.here([&] { return Date{d.year, d.month, d.day}; });
  }
  template <class T>
  void fill(Toml& out, const toml::value<T>& value) const {
    out.value_ = Toml::Other{found_type(value.type())};
  }

  std::string_view file_;
};

Toml parse_toml(std::string_view text, std::string_view file) {
  Survey{text, file}.run();
  try {
    return TomlReader{file}.read(toml::parse(text, file));
  } catch (const toml::parse_error& e) {
    const toml::source_position& place = e.source().begin;
    throw_at(file, place.line, place.column,
             std::string{e.description()} + "; accepted: TOML 1.0 in UTF-8");
  }
}

void Toml::fail(Place place, std::string_view message) const {
  throw_at(file_, place.line, place.column, message);
}

void Toml::fail(std::string_view message) const {
  fail(place_, key_.empty() ? std::string{message} : key_ + ": " + std::string{message});
}

template <class T>
const T& Toml::as(std::string_view accepted) const {
  if (const T* value = std::get_if<T>(&value_)) return *value;
  constexpr std::array types{"a table",        "a list",        "a text",
                             "a whole number", "true or false", "a date"};
  const Other* other = std::get_if<Other>(&value_);
  const std::string_view found = other != nullptr ? other->found : types.at(value_.index());
  fail("found " + std::string{found} + "; accepted: " + std::string{accepted});
}

std::string_view Toml::text() const { return as<std::string>("a text in quotes"); }
bool Toml::flag() const { return as<bool>("true or false, without quotes"); }
Date Toml::day() const { return as<Date>("a date, without quotes (2018-10-28)"); }

int Toml::whole(int least, int most) const {
  const std::string accepted =
      "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  const std::int64_t value = as<std::int64_t>(accepted);
  if (value < least || value > most)
    fail("found " + std::to_string(value) + "; accepted: " + accepted);
  return static_cast<int>(value);
}

std::span<const Toml> Toml::list() const {
  as<List>("a list, in square brackets");
  return children_;
}

const Toml* Toml::find(std::string_view key) const {
  const auto child = std::find_if(children_.begin(), children_.end(),
                                  [&](const Toml& c) { return c.key_ == key; });
  return child == children_.end() ? nullptr : &*child;
}

const Toml& Toml::operator[](std::string_view key) const {
  as<Table>("a table with the key '" + std::string{key} + "'");
  if (const Toml* child = find(key)) return *child;
  fail("found no key '" + std::string{key} + "'; accepted: a table that has it");
}

void Toml::accept(Keys keys) const {
  as<Table>("a table, in curly brackets");
  for (const Toml& child : children_) {
    if (std::find(keys.begin(), keys.end(), child.key_) != keys.end()) continue;
    try {
      throw_unknown("key", child.key_, {keys.begin(), keys.size()});
    } catch (const std::invalid_argument& e) {
      fail(child.key_place_, e.what());
    }
  }
}

const Toml& Toml::only(Keys keys) const {
  accept(keys);
  if (children_.size() == 1) return children_.front();
  std::string accepted;
  for (const std::string_view key : keys)
    accepted += (accepted.empty() ? "" : ", ") + std::string{key};
  fail("found " + std::to_string(children_.size()) + " keys; accepted: exactly one of " + accepted);
}

}  // namespace zhibu
