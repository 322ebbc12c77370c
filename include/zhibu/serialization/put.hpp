// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include <boost/serialization/binary_object.hpp>
#include <boost/serialization/nvp.hpp>
#include <boost/serialization/string.hpp>

#include "zhibu/names.hpp"

namespace zhibu::serialization {

// One value under a name, written or read as the archive is. Besides what Boost knows: enumerators,
// what may be missing, pairs, alternatives, and several of a kind, for which memory is taken only
// as they come.
template <class Archive, class V>
void put(Archive& archive, const char* name, V& value);

template <class Archive, class Sequence>
void put_all(Archive& archive, const char* name, Sequence& values) {
  std::uint64_t count = values.size();
  put(archive, "count", count);
  if constexpr (Archive::is_loading::value) values = {};
  for (std::uint64_t i = 0; i < count; ++i) {
    if constexpr (Archive::is_loading::value && requires { values.emplace_back(); })
      values.emplace_back();
    if (i >= values.size())
      throw std::invalid_argument(std::to_string(count) + " times " + name + "; accepted: up to " +
                                  std::to_string(values.size()));
    put(archive, name, values[i]);
  }
}

template <class Archive, class... V>
void put_alternative(Archive& archive, std::variant<V...>& value) {
  auto which = static_cast<std::uint32_t>(value.index());
  put(archive, "which", which);
  if (which >= sizeof...(V))
    throw std::invalid_argument("alternative " + std::to_string(which) + "; accepted: 0 to " +
                                std::to_string(sizeof...(V) - 1));
  std::uint32_t i = 0;
  const auto put_if = [&]<class W>(std::in_place_type_t<W>) {
    if (i++ != which) return;
    if constexpr (Archive::is_loading::value) value = W{};
    put(archive, "value", std::get<W>(value));
  };
  (put_if(std::in_place_type<V>), ...);
}

template <class Archive, class V>
void put(Archive& archive, const char* name, V& value) {
  if constexpr (std::is_enum_v<V>) {
    std::string text;
    if constexpr (Archive::is_saving::value) text = key(value);
    put(archive, name, text);
    if constexpr (Archive::is_loading::value) value = parse<V>(text, name);
  } else if constexpr (requires { value.has_value(); }) {
    bool given = value.has_value();
    put(archive, "given", given);
    if constexpr (Archive::is_loading::value) value.reset();
    if (given && !value) value.emplace();
    if (given) put(archive, name, *value);
  } else if constexpr (requires {
                         value.first;
                         value.second;
                       }) {
    put(archive, "first", value.first);
    put(archive, "second", value.second);
  } else if constexpr (requires { std::variant_size<V>::value; }) {
    put_alternative(archive, value);
  } else if constexpr (requires { value[0]; } && !std::is_same_v<V, std::string>) {
    put_all(archive, name, value);
  } else {
    archive& boost::serialization::make_nvp(name, value);
  }
}

// Bytes of any kind, as base64 in a text or in XML; in pieces, for the same reason.
template <class Archive>
void put_bytes(Archive& archive, std::string& bytes) {
  constexpr std::uint64_t piece = std::uint64_t{1} << 16;
  std::uint64_t size = bytes.size();
  put(archive, "size", size);
  for (std::uint64_t at = 0; at < size; at += piece) {
    if constexpr (Archive::is_loading::value) bytes.resize(std::min(size, at + piece));
    auto object =
        boost::serialization::make_binary_object(bytes.data() + at, std::min(size - at, piece));
    archive& boost::serialization::make_nvp("bytes", object);
  }
}

}  // namespace zhibu::serialization
