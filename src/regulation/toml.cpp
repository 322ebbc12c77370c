// SPDX-License-Identifier: BSL-1.0

#include "regulation/toml.hpp"

#include <algorithm>
#include <array>

// toml++ 3.3 asserts of its input what does not hold of every input, and in a release build goes on
// as if it did. Here a false assertion is a fault of the file, in every build.
namespace zhibu {
struct BrokenAssertion {};
[[noreturn]] static void break_off() { throw BrokenAssertion{}; }
}  // namespace zhibu
#undef NDEBUG
#define TOML_ASSERT(holds) ((holds) ? void() : zhibu::break_off())
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

// Refuses what toml++ 3.3 would not survive. It takes a level of the stack for each part of a
// dotted key; and where it looks for blanks it cannot tell of many characters beyond ASCII whether
// they are blank, so that there must be none.
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
    ++at_;
  }

  // True where the string ends.
  bool skip_string(char quote) {
    if (at_ > 0 && std::string_view{" \t\n=[{,."}.find(text_[at_ - 1]) == std::string_view::npos)
      fail("found a quote in the middle of a word; accepted: a text in quotes on its own");
    const std::string fence(text_.substr(at_, 3) == std::string(3, quote) ? 3 : 1, quote);
    for (at_ += fence.size(); at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n' && fence.size() == 1) return false;
      if (text_[at_] == '\\' && quote == '"') {
        look_at_escape();
        ++at_;
      } else if (text_.substr(at_, fence.size()) == fence) {
        skip_fence(fence);
        return true;
      }
    }
    return false;
  }

  void look_at_escape() const {
    const auto next = static_cast<unsigned char>(at_ + 1 < text_.size() ? text_[at_ + 1] : 'n');
    if (next <= ' ' || next >= 0x7F)
      fail("found '\\' before no letter; accepted: an escape such as '\\n' or '\\\\'");
  }

  // Up to two quotes may stand before the three that end a text of several lines.
  void skip_fence(const std::string& fence) {
    const std::size_t end = std::min(text_.find_first_not_of(fence[0], at_), text_.size());
    at_ += std::min(end - at_, fence.size() == 1 ? 1 : fence.size() + 2);
  }

  std::string_view this_line() const {
    const std::string_view before = text_.substr(0, at_);
    return before.substr(before.rfind('\n') + 1);
  }

  [[noreturn]] void fail(std::string_view message) const {
    const auto lines =
        std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
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

bool breaks_an_assertion(std::string_view text) {
  try {
    static_cast<void>(toml::parse(text));
  } catch (const toml::parse_error&) {
  } catch (const BrokenAssertion&) {
    return true;
  }
  return false;
}

// toml++ goes through a text once: what broke it is at the end of the shortest text that breaks it.
std::uint32_t line_of_broken_assertion(std::string_view text) {
  std::size_t whole = 0;
  std::size_t broken = text.size();
  while (broken - whole > 1) {
    const std::size_t middle = whole + (broken - whole) / 2;
    (breaks_an_assertion(text.substr(0, middle)) ? broken : whole) = middle;
  }
  const std::string_view read = text.substr(0, whole);
  return static_cast<std::uint32_t>(1 + std::count(read.begin(), read.end(), '\n'));
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
  Survey{text, file}.run();
  try {
    return TomlReader{file}.read(toml::parse(text, file));
  } catch (const toml::parse_error& e) {
    const toml::source_position& place = e.source().begin;
    throw_at(file, place.line, place.column,
             std::string{e.description()} + "; accepted: TOML 1.0 in UTF-8");
  } catch (const BrokenAssertion&) {
    throw_at(file, line_of_broken_assertion(text), 1,
             "found what is not TOML; accepted: TOML 1.0 in UTF-8");
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
