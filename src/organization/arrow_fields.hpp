// SPDX-License-Identifier: BSL-1.0
//
// The fields of a row as columns of an Arrow table, under the names that text files give them:
// days, numbers and truths as such, a period as its first and its last day, handles as codes, what
// has a key by that. Money is in fen, and its column says so.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "organization/arrow_out.hpp"
#include "organization/row_reader.hpp"

namespace zhibu {

// The value of a cell; `codes.code(id)` gives the code of a handle.
template <class Codes, class V>
auto arrow_value(const Codes& codes, const V& value) {
  if constexpr (std::is_same_v<V, Bearer>)
    return std::visit([&](auto id) { return std::string_view{codes.code(id)}; }, value);
  else if constexpr (requires { codes.code(value); })
    return std::string_view{codes.code(value)};
  else if constexpr (std::is_enum_v<V>)
    return static_cast<std::int8_t>(value);
  else
    return value;
}
template <class Codes, class V>
auto arrow_value(const Codes& codes, const std::optional<V>& value) {
  using Found = decltype(arrow_value(codes, *value));
  return value ? std::optional<Found>{arrow_value(codes, *value)} : std::nullopt;
}

template <class V>
struct Inside {
  using Type = V;
};
template <class V>
struct Inside<std::optional<V>> {
  using Type = V;
};

// Adds the columns of several fields to a table. Codes is cheap to copy and outlives the table.
template <class Codes>
class ArrowFields {
 public:
  ArrowFields(Codes codes, std::vector<ArrowColumn>& to) : codes_{codes}, to_{&to} {}

  // The column of what get(row) gives for each row.
  template <class Get>
  void add(std::string_view name, Get get) const {
    using V = std::remove_cvref_t<std::invoke_result_t<Get, std::size_t>>;
    const auto value = [get, codes = codes_](std::size_t row) {
      return arrow_value(codes, get(row));
    };
    if constexpr (std::is_same_v<V, Period>)
      add_period(get);
    else if constexpr (std::is_enum_v<typename Inside<V>::Type>)
      to_->push_back(
          labelled_column(std::string{name}, labels_of<typename Inside<V>::Type>(), value));
    else
      to_->push_back(arrow_column(in_fen(name), value));
  }

  // The columns of the fields of a T, and of its code; row(number) gives a reference to one.
  template <class T, class GetRow>
  void add_fields(GetRow row) const {
    const auto add_field = [&](const auto& field) {
      if (!field.name.empty())
        add(field.name, [row, member = field.member](std::size_t i) { return row(i).*member; });
    };
    if constexpr (requires(T t) { t.code; })
      add("code", [row](std::size_t i) { return row(i).code; });
    std::apply([&](const auto&... field) { (add_field(field), ...); }, Fields<T>::fields);
  }

 private:
  template <class Get>
  void add_period(Get get) const {
    to_->push_back(arrow_column("from", [get](std::size_t row) { return get(row).begin; }));
    to_->push_back(arrow_column("to", [get](std::size_t row) {
      const Period days = get(row);
      return lasts(days) ? std::nullopt : std::optional{days.last()};
    }));
  }

  static std::string in_fen(std::string_view name) {
    if (!name.ends_with("_yuan")) return std::string{name};
    return std::string{name.substr(0, name.size() - 4)} + "fen";
  }

  Codes codes_;
  std::vector<ArrowColumn>* to_;
};

template <class Codes>
ArrowFields(Codes, std::vector<ArrowColumn>&) -> ArrowFields<Codes>;

// Rows that a table keeps for its columns.
template <class Row>
auto kept_rows(std::vector<Row> rows) {
  return [kept = std::make_shared<const std::vector<Row>>(std::move(rows))](
             std::size_t i) -> const Row& { return (*kept)[i]; };
}

}  // namespace zhibu
