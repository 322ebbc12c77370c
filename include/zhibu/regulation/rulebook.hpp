// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/regulation/document.hpp"
#include "zhibu/regulation/provision.hpp"
#include "zhibu/regulation/requirement.hpp"
#include "zhibu/regulation/undecided.hpp"
#include "zhibu/rows.hpp"

namespace zhibu {

// Provisions and requirements, each with its dates and its source: a regulation, or one county's
// own practices; and the rules that cannot be decided from data, each with the reason.
//
//   Rulebook rules = Rulebook::national() + Rulebook::load("examples/yongshun/rules.toml");
//   to_string(rules.provision("MTG-06").source);  // "《中国共产党支部工作条例（试行）》第12条"
//
// A rulebook is a value. The texts of its rows live as long as it does.
class ZHIBU_EXPORT Rulebook {
 public:
  Rulebook() = default;
  Rulebook(const Rulebook& other);
  Rulebook(Rulebook&& other) noexcept = default;
  Rulebook& operator=(const Rulebook& other);
  Rulebook& operator=(Rulebook&& other) noexcept = default;
  ~Rulebook() = default;

  // The demands of the central regulations, those that recur and how organizations must be built,
  // from the rows under src/regulation/. Rules of every date stand in it; which of them were in
  // force on a day is a question to each. With `as_of`, only those that were on that day.
  static Rulebook national(std::optional<Date> as_of = {});

  // Reads a TOML file (the keys are those of src/regulation/national.toml, and for requirements and
  // undecided rules of structure.toml and undecided.toml beside it). Throws std::invalid_argument
  // with file, line, what was found and what would be accepted: for an unknown key, activity or
  // kind, a date that there is not, a code that is taken, a document that is not declared. All rows
  // that are at fault are named together, a line for each.
  static Rulebook load(const std::filesystem::path& file);

  // The same for a text; `name` stands for the file in messages.
  static Rulebook parse(std::string_view toml, std::string_view name);

  // Adds a provision, copying its texts; its `id` is not looked at. Throws std::invalid_argument if
  // its code is empty or taken, if it says nothing (no kinds, no codes, fewer than one time), if it
  // can never be in force, names a festival that there is not, or quotes a clause that nobody read.
  //
  // A row of a lower layer may add to those above it or be stricter: throws, too, and names both
  // rows, if one is looser than another of a layer above for the same activity, at the same time,
  // whose scope overlaps its own (see strictness.hpp). The order of adding does not matter.
  ProvisionId add(const Provision& provision);

  // Adds a requirement in the same way; see require_sound for what is refused. A provision and a
  // requirement may have the same code: they are one rule, read both ways.
  RequirementId add(const Requirement& requirement);

  // Adds a rule that cannot be decided in the same way. No provision and no requirement may have
  // its code.
  UndecidedId add(const Undecided& undecided);

  // Adds a document, unless it has one of that title. Throws std::invalid_argument without a title.
  void add(const Document& document);

  // All rows, in the order added. A rulebook that is gone at the end of the statement has none.
  Rows<Rulebook, ProvisionId, const Provision&> provisions() const&;
  Rows<Rulebook, ProvisionId, const Provision&> provisions() const&& = delete;
  std::size_t size() const { return provisions_.rows.size(); }
  Rows<Rulebook, RequirementId, const Requirement&> requirements() const&;
  Rows<Rulebook, RequirementId, const Requirement&> requirements() const&& = delete;
  Rows<Rulebook, UndecidedId, const Undecided&> undecided() const&;
  Rows<Rulebook, UndecidedId, const Undecided&> undecided() const&& = delete;

  // The documents, in the order added: also those that no row cites.
  std::span<const Document> documents() const& { return documents_; }
  std::span<const Document> documents() const&& = delete;

  // Throw std::invalid_argument if there is no such row; with a code they name the nearest.
  const Provision& operator[](ProvisionId id) const;
  const Provision& provision(std::string_view code) const;
  const Requirement& operator[](RequirementId id) const;
  const Requirement& requirement(std::string_view code) const;
  const Undecided& operator[](UndecidedId id) const;
  const Undecided& undecided(std::string_view code) const;

 private:
  // Rows of one kind, and their numbers in the order of their codes.
  template <class Row>
  struct Table {
    std::vector<Row> rows;
    std::vector<std::uint32_t> by_code;
  };

  template <class Row>
  auto keep(Table<Row>& table, const Row& row);

  std::deque<std::string> texts_;  // of many rows each; never moves what it holds
  Table<Provision> provisions_;
  Table<Requirement> requirements_;
  Table<Undecided> undecided_;
  std::vector<Document> documents_;
};

// Both together, the left one's rows first: a county's own rules are added to the national ones.
// Throws std::invalid_argument if a code stands in both, as rows of one kind or as one that can be
// decided and one that cannot, or if a row is looser than one of a layer above it.
ZHIBU_EXPORT Rulebook operator+(const Rulebook& a, const Rulebook& b);

// Whether both say the same: equal documents and equal rows, in the same order.
ZHIBU_EXPORT bool operator==(const Rulebook& a, const Rulebook& b);

// Those of the rules that can bind anybody in `roster`, such as a part of another: a provision
// for units by code keeps those codes that the roster has, and is left out where it has none.
ZHIBU_EXPORT Rulebook within(const Rulebook& rules, const Roster& roster);

}  // namespace zhibu
