// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/organization/membership.hpp"
#include "zhibu/organization/person.hpp"
#include "zhibu/organization/post.hpp"
#include "zhibu/organization/unit.hpp"

namespace zhibu {

// A kind of organization as the codes of 组织类别 tell them apart.
struct UnitCategory {
  UnitKind kind = UnitKind::branch;
  bool temporary = false;
  bool joint = false;
  friend bool operator==(const UnitCategory&, const UnitCategory&) = default;
};

// That of `unit`; and as people read it: "临时联合党支部".
ZHIBU_EXPORT UnitCategory category(const Unit& unit);
ZHIBU_EXPORT std::string to_string(UnitCategory category);

// What a code stands for, or nothing where its label is all that is known of it.
using CodeMeaning = std::variant<std::monostate, UnitCategory, PostKind, Retirement, PartyStanding,
                                 CircumstanceKind>;

// One code of a code set.
struct CodeRow {
  std::string code;     // "632"
  std::string label;    // "联合党支部"
  CodeMeaning meaning;  // UnitCategory{UnitKind::branch, .joint = true}
  friend bool operator==(const CodeRow&, const CodeRow&) = default;
};

// A named set of codes. A code says something only within one: systems that all write numbers of
// three digits mean different things by them.
//
//   code_set("group-641").row("641").label;  // "党小组"
//   code_set("group-711").row("641").label;  // "二级党委"
//   code_row("national:631").label;          // "党支部"
//   code_row("631");                         // throws: of which set?
class ZHIBU_EXPORT CodeSet {
 public:
  // Reads a set of one's own from a file or from text, in CSV with the columns code, label and
  // meaning; how a meaning is written stands in src/organization/code_sets.csv. A code and a label
  // stand for one row each. Throw std::invalid_argument that lists all faults, with line and
  // column.
  static CodeSet load(const std::filesystem::path& file, std::string_view name);
  static CodeSet parse(std::string_view csv, std::string_view name);

  const std::string& name() const { return name_; }
  std::span<const CodeRow> rows() const { return rows_; }

  // The row that `text` names, as forms write it: by its code, by its label, by both, or by the
  // code with the name of the set: "631", "党支部", "631 党支部", "national:631". Throws
  // std::invalid_argument where the set has no such code or label, where the two do not go
  // together, or where another set is named.
  const CodeRow& row(std::string_view text) const;

  // What `text` stands for.
  const CodeMeaning& meaning(std::string_view text) const { return row(text).meaning; }

  // The first row with that meaning, or nothing.
  std::optional<CodeRow> find(const CodeMeaning& meaning) const;

  // The code of the first row with that meaning, or of a unit as it is. Throw std::invalid_argument
  // where the set has none: no set here has a code for a working committee.
  std::string code(const CodeMeaning& meaning) const;
  std::string code(const Unit& unit) const;

  // A code of this set with its name: "national:631".
  std::string qualified(std::string_view code) const { return name_ + ":" + std::string{code}; }

  friend bool operator==(const CodeSet&, const CodeSet&) = default;

 private:
  friend class CodeSetReader;
  std::string name_;
  std::vector<CodeRow> rows_;
};

// The sets that come with the library, from src/organization/code_sets.csv: "national" (组织类别),
// "group-641" and "group-711" (systems that differ in what 641 is), "duties" (职务), "jobs"
// (工作岗位), "member-category" (人员类别) and "membership-status" (党籍状态).
ZHIBU_EXPORT std::vector<std::string> code_set_names();

// The set of that name. Throws std::invalid_argument with the nearest name where there is none.
ZHIBU_EXPORT CodeSet code_set(std::string_view name);

// The row that a code with the name of its set stands for: "national:631". Throws
// std::invalid_argument for a code without one, and says which sets have it.
ZHIBU_EXPORT CodeRow code_row(std::string_view qualified);

}  // namespace zhibu
