// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "container.hpp"
#include "organization/row_columns.hpp"
#include "organization/texts.hpp"

namespace zhibu {

// The column of a field; a state's own handle has no name in fields.hpp.
inline std::string column_name(std::string_view part, std::string_view field) {
  return std::string{part} + '/' + std::string{field.empty() ? "handle" : field};
}

// Puts texts and rows into an archive: a column for each field.
class ColumnsWriter {
 public:
  explicit ColumnsWriter(ContainerWriter& to) : to_{&to} {}

  void operator()(std::string_view name, const Texts& texts) const {
    to_->begin(name, 1, texts.size(), texts.bytes_of_texts());
    for (std::size_t i = 0; i < texts.chunks(); ++i) to_->add(as_bytes(texts.chunk(i)));
    to_->column(std::string{name} + ".length", texts.size(), all(texts.lengths()));
    to_->column(std::string{name} + ".index", texts.size(), all(texts.index().slots()));
  }

  template <class Row>
  void operator()(const std::string& part, const RowColumns<Row>& rows) const {
    rows.each([&](const auto& field, const auto& column) {
      (*this)(column_name(part, field.name), column);
    });
  }

  template <class T>
  void operator()(const std::string& name, const Values<T>& values) const {
    to_->column(name, values.size(), all(values));
  }

  template <class T>
  void operator()(const std::string& name, const RareColumn<T>& rare) const {
    to_->column(name + ".rows", rare.size(), all(rare.bits()));
    to_->column(name, rare.size(), all(rare.values()));
  }

 protected:
  template <class T>
  static std::span<const T> all(const Values<T>& values) {
    return values;
  }

  ContainerWriter* to_;
};

}  // namespace zhibu
