// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

// How strongly a demand is put. A missed 应当 is a breach, a missed 一般 a deviation to explain,
// and a report must not speak of both in one voice.
enum class Force : std::uint8_t {
  shall,      // 应当, 必须, or a plain statement
  as_a_rule,  // 一般
  may,        // 可以: an option, never overdue
  practice,   // 惯例: a unit's own practice, without a central norm
};

template <>
ZHIBU_EXPORT std::span<const Name<Force>> names();

// How grave it is that a demand is not met; it follows from how strongly the demand is put.
enum class Severity : std::uint8_t {
  breach,      // 违规: of a 应当
  below_norm,  // 未达一般要求: of a 一般; a deviation to explain
  reminder,    // 提醒: of a unit's own practice
};

template <>
ZHIBU_EXPORT std::span<const Name<Severity>> names();

ZHIBU_EXPORT Severity severity(Force force);

// Who sets a rule. A lower layer adds to what those above it demand, or is stricter, and never
// looser.
enum class Layer : std::uint8_t {
  central,   // 中央
  province,  // 省级
  county,    // 县级, and whatever lies between it and a unit
  unit,      // 本单位
};

template <>
ZHIBU_EXPORT std::span<const Name<Layer>> names();

// How well the text of a demand is known. Only a clause that was read may be quoted as the text of
// a regulation.
enum class Confidence : std::uint8_t {
  verified,    // the clause itself was read
  secondhand,  // a summary or a handbook was read
  remembered,  // from memory only
  local,       // the local practice itself is the source
};

template <>
ZHIBU_EXPORT std::span<const Name<Confidence>> names();

// Where a demand is written: the document, and the article in it.
//
//   Citation c{.document = "中国共产党支部工作条例（试行）", .article = "11"};
//   to_string(c);                // "《中国共产党支部工作条例（试行）》第11条"
//   to_string(Citation{.document = "…", .article = "18", .article_verified = false});
//                                // "《…》第18条（条号待核）"
//   to_string(Citation{.document = "…", .article = "", .article_verified = false});
//                                // "《…》（条号待核）"
//
// A citation taken from a row is a view into the row's collection and must not outlive it.
struct Citation {
  std::string_view document;     // the Chinese title, without brackets
  std::string_view article;      // "11", or "" where there is none or it is not known
  bool article_verified = true;  // false where the number is remembered, or not known

  friend bool operator==(const Citation&, const Citation&) = default;
};

ZHIBU_EXPORT std::string to_string(const Citation& citation);

}  // namespace zhibu
