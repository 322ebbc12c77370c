// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// A value in a TOML file, which knows where it stands. It is read strictly: where a key is missing
// or unknown, or a value of another type, std::invalid_argument says file, line and column, what
// was found and what would be accepted.
//
//   const Toml row = parse_toml("code = 'MTG-01'", "rules.toml");
//   row["code"].text();           // "MTG-01"
//   row["code"].day();            // throws: "rules.toml:1:8: code: found a text; accepted: a date,
//                                 // without quotes (2018-10-28)"
//   row.accept({"code", "nam"});  // throws where there is a third key
//
// Private to the library. The name of the file is a view.
class Toml {
 public:
  using Keys = std::initializer_list<std::string_view>;

  std::string_view text() const;
  bool flag() const;
  int whole(int least, int most) const;
  Date day() const;
  std::int64_t fen() const;  // of an amount in yuan, with two decimals at most
  std::span<const Toml> list() const;

  // The value of E that the text names; `what` is looked for: "activity".
  template <class E>
  E word(std::string_view what) const {
    return here([&] { return parse<E>(text(), what); });
  }

  // The value under a key of this table; operator[] throws, find gives nullptr where there is none.
  const Toml& operator[](std::string_view key) const;
  const Toml* find(std::string_view key) const;
  std::string_view key() const { return key_; }

  // Throws where this is no table, or has a key besides these.
  void accept(Keys keys) const;

  // The value of the one key that this table has, which must be one of these.
  const Toml& only(Keys keys) const;

  // Does `step`; what that throws is said to be of this place.
  template <class Step>
  auto here(Step step) const -> decltype(step()) {
    try {
      return step();
    } catch (const std::invalid_argument& e) {
      fail(e.what());
    }
  }
  [[noreturn]] void fail(std::string_view message) const;

 private:
  friend class TomlReader;
  struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
  };
  struct Table {};
  struct List {};
  struct Other {
    std::string_view found;  // "a time of day"
  };

  template <class T>
  const T& as(std::string_view accepted) const;
  [[noreturn]] void fail(Place place, std::string_view message) const;

  std::string_view file_;
  std::string key_;  // where it stands in a table
  Place key_place_;
  Place place_;
  std::variant<Table, List, std::string, std::int64_t, bool, Date, double, Other> value_;
  std::vector<Toml> children_;  // of a table or a list
};

// Reads TOML 1.0 in UTF-8, a byte order mark and CRLF allowed; `file` stands for it in messages.
// Throws std::invalid_argument that says where it is not.
Toml parse_toml(std::string_view text, std::string_view file);

}  // namespace zhibu
