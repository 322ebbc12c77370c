// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>

#include "organization/column.hpp"
#include "organization/fields.hpp"
#include "organization/kept.hpp"

namespace zhibu {

// The column that a field is kept in.
template <class F>
struct ColumnOf;

template <class Row, class V>
struct ColumnOf<Field<Row, V>> {
  using Kept = zhibu::Kept<V>;
  using Type = Values<typename Kept::Number>;
  static void push(Type& column, const V& value, Texts& texts) {
    column.push_back(Kept::number(value, texts));
  }
  static V value(const Type& column, std::size_t row, const Texts& texts) {
    return Kept::value(column[row], texts);
  }
};

template <class Row, class V>
struct ColumnOf<RareField<Row, std::optional<V>>> {
  using Kept = zhibu::Kept<V>;
  using Type = RareColumn<typename Kept::Number>;
  static void push(Type& column, const std::optional<V>& value, Texts& texts) {
    column.push_back(value ? std::optional{Kept::number(*value, texts)} : std::nullopt);
  }
  static std::optional<V> value(const Type& column, std::size_t row, const Texts& texts) {
    const auto number = column[row];
    return number ? std::optional{Kept::value(*number, texts)} : std::nullopt;
  }
};

template <class Tuple>
struct ColumnsOf;

template <class... F>
struct ColumnsOf<std::tuple<F...>> {
  using Type = std::tuple<typename ColumnOf<F>::Type...>;
};

// Rows, kept as a column for each of Fields<Row>.
template <class Row>
class RowColumns {
 public:
  static constexpr const auto& fields = Fields<Row>::fields;
  using AllFields = std::remove_cvref_t<decltype(fields)>;
  static constexpr std::size_t count = std::tuple_size_v<AllFields>;

  std::size_t size() const { return std::get<0>(columns_).size(); }

  void reserve(std::size_t rows) {
    each([rows](const auto&, auto& column) {
      if constexpr (requires { column.reserve(rows); }) column.reserve(rows);
    });
  }

  void push(const Row& row, Texts& texts) {
    each([&](const auto& field, auto& column) {
      ColumnOf<std::remove_cvref_t<decltype(field)>>::push(column, row.*field.member, texts);
    });
  }

  // The handle and the code of the row, where it has any, are for the caller to add.
  Row row(std::size_t index, const Texts& texts) const {
    Row made{};
    each([&](const auto& field, const auto& column) {
      made.*field.member =
          ColumnOf<std::remove_cvref_t<decltype(field)>>::value(column, index, texts);
    });
    return made;
  }

  // The column of a field, as &UnitState::parent.
  template <auto Member>
  const auto& column() const {
    return std::get<place_of<Member>()>(columns_);
  }

  // One field of a row; and to overwrite it, where it is not a rare one.
  template <auto Member>
  auto value(std::size_t index, const Texts& texts) const {
    using F = std::tuple_element_t<place_of<Member>(), AllFields>;
    return ColumnOf<F>::value(column<Member>(), index, texts);
  }
  template <auto Member, class V>
  void set(std::size_t index, const V& value, Texts& texts) {
    std::get<place_of<Member>()>(columns_)[index] = Kept<V>::number(value, texts);
  }

  // Calls `act` with each field and its column.
  template <class Act>
  void each(Act act) const {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (act(std::get<I>(fields), std::get<I>(columns_)), ...);
    }
    (std::make_index_sequence<count>{});
  }
  template <class Act>
  void each(Act act) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (act(std::get<I>(fields), std::get<I>(columns_)), ...);
    }
    (std::make_index_sequence<count>{});
  }

 private:
  // Which of the fields has that member.
  template <auto Member>
  static constexpr std::size_t place_of() {
    std::size_t place = count;
    const auto is_it = [](auto member) {
      if constexpr (std::is_same_v<decltype(member), decltype(Member)>)
        return member == Member;
      else
        return false;
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      ((place = is_it(std::get<I>(fields).member) ? I : place), ...);
    }
    (std::make_index_sequence<count>{});
    return place;
  }

  typename ColumnsOf<AllFields>::Type columns_;
};

}  // namespace zhibu
