// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "fen.hpp"
#include "organization/name_on.hpp"
#include "zhibu/report/ledger.hpp"

namespace zhibu {

// What a ledger says, in both languages.
struct Text {
  std::string_view zh;
  std::string_view en;
};

// The heading of a column, and what its cells hold.
struct Heading {
  Text name;
  CellKind kind = CellKind::text;
};

// Speaks one language, of the things of one roster.
class Speaker {
 public:
  Speaker(const Roster& roster, Language language) : roster_{&roster}, language_{language} {}

  std::string say(Text text) const {
    return std::string{language_ == Language::zh ? text.zh : text.en};
  }

  template <class E>
  std::string label(E value) const {
    return std::string{zhibu::label(value, language_)};
  }

  std::string name(PersonId person, Date) const { return std::string{(*roster_)[person].name}; }

  std::string name(UnitId unit, Date day) const { return name_on(*roster_, unit, day); }

  std::string name(const Obligation& o) const {
    return std::visit([&](auto id) { return name(id, o.window.last()); }, o.bearer);
  }

  std::string place(const Obligation& o) const { return o.at ? name(*o.at, o.window.last()) : ""; }

  std::string days(Period period) const {
    return to_string(period.begin) + say({"至", " to "}) + to_string(period.last());
  }

  std::string times(int n) const { return std::to_string(n) + say({"次", ""}); }

  std::string yuan(std::int64_t fen) const { return yuan_of(fen) + say({"元", " yuan"}); }

  std::string yuan(std::int64_t least_fen, std::int64_t most_fen) const {
    return yuan_of(least_fen) + say({"至", " to "}) + yuan(most_fen);
  }

  std::string activity(const Obligation& o) const {
    const std::string where = o.at && o.bearer != Bearer{*o.at} ? " → " + place(o) : "";
    return label(o.activity) + say({"：", ": "}) + name(o) + where;
  }

  std::string by_rules_of(const Obligation& o) const {
    if (!o.rules_of) return "";
    return say({"按", "by the rules of "}) + to_string(*o.rules_of) + say({"时有效的规定", ""});
  }

 private:
  const Roster* roster_;
  Language language_;
};

inline std::string joined(std::span<const std::string> parts, std::string_view with) {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : std::string{with}) + part;
  return text;
}

inline Ledger headed(const Speaker& speaker, std::string title, Date as_of,
                     std::span<const Heading> columns) {
  Ledger ledger{std::move(title), as_of, {}, {}, {}};
  for (const Heading& heading : columns)
    ledger.columns.push_back({speaker.say(heading.name), heading.kind});
  return ledger;
}

}  // namespace zhibu
