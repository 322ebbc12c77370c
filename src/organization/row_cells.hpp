// SPDX-License-Identifier: BSL-1.0
//
// The fields of a row as a text file writes them: what row_reader.hpp reads.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "organization/row_reader.hpp"
#include "organization/table_rows.hpp"

namespace zhibu {

// A text file that is being written, cell by cell.
class CsvText {
 public:
  explicit CsvText(std::span<const Column> columns) {
    for (const Column& column : columns) cell(column.name);
    end_row();
    rows_ = 0;
  }

  // Quotes where RFC 4180 demands it, and where '#' would make a comment of the line.
  void cell(std::string_view text) {
    if (in_row_) text_ += ',';
    in_row_ = true;
    if (text.find_first_of(",\"\r\n") == text.npos && !text.starts_with('#')) {
      text_ += text;
      return;
    }
    text_ += '"';
    for (const char c : text)
      text_ += c == '"' ? std::string_view{"\"\""} : std::string_view{&c, 1};
    text_ += '"';
  }

  void period(Period days) {
    cell(to_string(days.begin));
    cell(lasts(days) ? "" : to_string(days.last()));
  }

  void end_row() {
    text_ += '\n';
    in_row_ = false;
    ++rows_;
  }

  // All cells of a row but its code.
  template <class T>
  void fields(const RosterColumns& columns, const T& row) {
    const auto add = [&]<class F>(const F& field) {
      if constexpr (std::is_same_v<typename F::Value, Period>)
        period(row.*field.member);
      else if (!field.name.empty())
        cell(text_of(columns, row.*field.member));
    };
    std::apply([&](const auto&... field) { (add(field), ...); }, Fields<T>::fields);
  }

  template <class T>
  void row(const RosterColumns& columns, const T& row) {
    if constexpr (has_code<T>) cell(row.code);
    fields(columns, row);
    end_row();
  }

  // A unit or a cluster, with its code and when it stood.
  template <class State>
  void founded(const RosterColumns& columns, const Founded<State>& founded) {
    cell(founded.code);
    fields(columns, founded.state);
    period(founded.standing);
    end_row();
  }

  // What is written as yet, behind what was taken before.
  std::string_view text() const { return text_; }
  void take() { text_.clear(); }
  std::size_t rows() const { return rows_; }

 private:
  static std::string text_of(const RosterColumns&, std::string_view text) {
    return std::string{text};
  }
  static std::string text_of(const RosterColumns&, bool value) { return value ? "yes" : "no"; }
  static std::string text_of(const RosterColumns&, int value) { return std::to_string(value); }
  static std::string text_of(const RosterColumns&, Date day) { return to_string(day); }
  template <class Tag>
  static std::string text_of(const RosterColumns& columns, Id<Tag> id) {
    return std::string{columns.code(id)};
  }
  static std::string text_of(const RosterColumns& columns, const Bearer& bearer) {
    return std::visit([&](auto id) { return text_of(columns, id); }, bearer);
  }
  template <class E>
  requires std::is_enum_v<E>
  static std::string text_of(const RosterColumns&, E value) { return std::string{key(value)}; }
  template <class V>
  static std::string text_of(const RosterColumns& columns, const std::optional<V>& value) {
    return value ? text_of(columns, *value) : "";
  }

  std::string text_;
  bool in_row_ = false;
  std::size_t rows_ = 0;
};

}  // namespace zhibu
