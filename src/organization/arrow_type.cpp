// SPDX-License-Identifier: BSL-1.0

#include "organization/arrow_type.hpp"

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace zhibu {

namespace {

struct KindOf {
  std::string_view format;
  ArrowKind kind;
};

// The formats that are read, by how they begin; see "The Arrow C data interface", format strings.
constexpr KindOf kinds[] = {
    {"n", ArrowKind::nothing}, {"b", ArrowKind::truth},    {"c", ArrowKind::integer},
    {"C", ArrowKind::integer}, {"s", ArrowKind::integer},  {"S", ArrowKind::integer},
    {"i", ArrowKind::integer}, {"I", ArrowKind::integer},  {"l", ArrowKind::integer},
    {"L", ArrowKind::integer}, {"f", ArrowKind::fraction}, {"g", ArrowKind::fraction},
    {"u", ArrowKind::text},    {"U", ArrowKind::text},     {"vu", ArrowKind::text},
    {"tdD", ArrowKind::day},   {"tdm", ArrowKind::day},    {"+l", ArrowKind::list},
    {"+L", ArrowKind::list}};

// "d:18,2", and of other widths than 128 bits "d:18,2,256".
std::optional<int> scale_of(std::string_view format) {
  if (!format.starts_with("d:")) return std::nullopt;
  const std::size_t comma = format.find(',');
  if (comma == format.npos) return std::nullopt;
  int scale = 0;
  const auto [end, error] =
      std::from_chars(format.data() + comma + 1, format.data() + format.size(), scale);
  if (error != std::errc{} || end != format.data() + format.size() || scale < 0 || scale > 18)
    return std::nullopt;
  return scale;
}

ArrowKind kind_of(std::string_view format) {
  for (const KindOf& known : kinds)
    if (known.format == format) return known.kind;
  if (scale_of(format)) return ArrowKind::decimal;
  return format.starts_with("ts") && format.ends_with(":") ? ArrowKind::moment : ArrowKind::unknown;
}

}  // namespace

ArrowType arrow_type(const ArrowSchema& schema) {
  ArrowType type{kind_of(schema.format), schema.format};
  type.scale = scale_of(schema.format).value_or(0);
  if (schema.dictionary != nullptr) {
    type.labels = std::make_shared<const ArrowType>(arrow_type(*schema.dictionary));
    const bool sound = type.kind == ArrowKind::integer && type.labels->kind == ArrowKind::text;
    type.kind = sound ? ArrowKind::text : ArrowKind::unknown;
  }
  if (type.kind == ArrowKind::list) {
    type.inner = std::make_shared<const ArrowType>(arrow_type(*schema.children[0]));
    if (type.inner->kind != ArrowKind::text && type.inner->kind != ArrowKind::nothing)
      type.kind = ArrowKind::unknown;
  }
  return type;
}

}  // namespace zhibu
