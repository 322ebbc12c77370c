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

// toml++ takes a level of the stack for each part of a dotted key and would overflow it.
void refuse_deep_keys(std::string_view text, std::string_view file) {
  constexpr int most = 64;
  std::uint32_t line = 1;
  int dots = 0;
  for (const char c : text) {
    if (c == '.' && ++dots > most)
      throw_at(file, line, 1, "found a line of more than 64 dots; accepted: at most 64");
    if (c != '\n') continue;
    ++line;
    dots = 0;
  }
}

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
  refuse_deep_keys(text, file);
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
