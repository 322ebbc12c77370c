// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"

namespace zhibu {

// The languages that zhibu speaks. The Chinese labels are the authoritative ones.
enum class Language : std::uint8_t { zh, en };

// One value of an enumeration, as files write it and as people read it.
template <class E>
struct Name {
  E value;
  std::string_view key;  // "members_meeting"
  std::string_view zh;   // "党员大会"
  std::string_view en;   // "members meeting"
};

// All values of E, in the order of their numbers. Each enumeration specialises this beside its
// definition; files, Python and reports read it, and there is no second list to forget.
template <class E>
std::span<const Name<E>> names();

template <>
ZHIBU_EXPORT std::span<const Name<Language>> names();

// What files write for `value`.
template <class E>
std::string_view key(E value) {
  return names<E>()[static_cast<std::size_t>(value)].key;
}

// What people read for `value`.
template <class E>
std::string_view label(E value, Language language = Language::zh) {
  const Name<E>& name = names<E>()[static_cast<std::size_t>(value)];
  return language == Language::zh ? name.zh : name.en;
}

// Throws std::invalid_argument that says what was looked for, what was found, which accepted name
// comes nearest, and all that are accepted:
//
//   no such activity: 'members_meting' (did you mean 'members_meeting'?); accepted: …
[[noreturn]] ZHIBU_EXPORT void throw_unknown(std::string_view what, std::string_view found,
                                             std::span<const std::string_view> accepted);

// Returns the value that `text` names, by its key or by its Chinese label. Throws as throw_unknown
// does, with `what` for what was looked for ("activity", "kind of unit").
template <class E>
E parse(std::string_view text, std::string_view what) {
  std::vector<std::string_view> accepted;
  for (const Name<E>& name : names<E>()) {
    if (name.key == text || name.zh == text) return name.value;
    accepted.push_back(name.key);
  }
  throw_unknown(what, text, accepted);
}

}  // namespace zhibu
