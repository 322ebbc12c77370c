// SPDX-License-Identifier: BSL-1.0
//
// The fields of a row as a text file writes them. Days are written 2017-09-30; yes and no also 是
// and 否; what has a key by that or by its Chinese label; other things by their codes. A period has
// two columns: `from`, its first day, and `to`, its last, empty (or 9999-12-31) while it lasts.

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "cell.hpp"
#include "nearest.hpp"
#include "organization/columns.hpp"
#include "table.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

// A unit and a cluster are read in the state in which they were founded.
template <class T>
constexpr bool has_standing = std::is_same_v<T, UnitState> || std::is_same_v<T, ClusterState>;

template <class T>
constexpr bool has_code = has_standing<T> || requires(T row) {
  row.code;
};

// The columns of a text file that hold the fields of a row.
template <class T>
std::vector<Column> columns_of() {
  std::vector<Column> columns;
  if constexpr (has_code<T>) columns.push_back({"code", true});
  const auto add_period = [&] {
    columns.push_back({"from", true});
    columns.push_back({"to"});
  };
  const auto add = [&]<class F>(const F& field) {
    if constexpr (std::is_same_v<typename F::Value, Period>)
      add_period();
    else if (!field.name.empty())
      columns.push_back({field.name, field.required});
  };
  std::apply([&](const auto&... field) { (add(field), ...); }, Fields<T>::fields);
  if constexpr (has_standing<T>) add_period();
  return columns;
}

// What could not be read of the tables. To name it elsewhere is not a fault too.
class Lost {
 public:
  template <class Id>
  void add(Id, std::string_view code) {
    std::get<Of<Id>>(lost_).codes.emplace(code);
  }

  // Some lines of the table, or all of it: what they held cannot be known.
  template <class Id>
  void add_lines(Id) {
    std::get<Of<Id>>(lost_).lines = true;
  }

  template <class Id>
  bool may_hold(Id, std::string_view code) const {
    const Of<Id>& of = std::get<Of<Id>>(lost_);
    return of.lines || of.codes.contains(code);
  }

 private:
  template <class Id>
  struct Of {
    bool lines = false;
    std::set<std::string, std::less<>> codes;
  };
  std::tuple<Of<UnitId>, Of<PersonId>, Of<PostId>, Of<ClusterId>, Of<WorkplaceId>> lost_;
};

// What a value of an enumeration is called where a cell holds none.
constexpr std::string_view what(UnitKind) { return "kind of unit"; }
constexpr std::string_view what(BranchField) { return "field of a branch"; }
constexpr std::string_view what(EventKind) { return "kind of event"; }
constexpr std::string_view what(Sex) { return "sex"; }
constexpr std::string_view what(Retirement) { return "retirement"; }
constexpr std::string_view what(MembershipKind) { return "kind of membership"; }
constexpr std::string_view what(CircumstanceKind) { return "kind of circumstance"; }
constexpr std::string_view what(PostKind) { return "kind of post"; }
constexpr std::string_view what(Assumption) { return "way to a post"; }
constexpr std::string_view what(Approval) { return "approval"; }

// Reads one field of a row by the `value` of the reader that takes its type. Returns whether the
// row has what every row needs.
template <class Reader, class T, class F>
bool set_field(const Reader& reader, T& made, const F& field) {
  using V = typename F::Value;
  if (field.name.empty()) return true;
  if (field.required && !std::is_same_v<V, Period>) reader.line().required(field.name);
  const auto found = reader.value(field.name, V{});
  if (found) made.*field.member = *found;
  return found.has_value() || !field.required;
}

// The row, or nothing, but faults of the line, where it lacks what every row needs.
template <class T, class Reader>
std::optional<T> read_fields(const Reader& reader) {
  T made{};
  bool whole = true;
  if constexpr (has_code<T> && !has_standing<T>) made.code = reader.line().text("code");
  std::apply([&](const auto&... field) { ((whole &= set_field(reader, made, field)), ...); },
             Fields<T>::fields);
  return whole ? std::optional{made} : std::nullopt;
}

// One line of a text file, read for a roster that has what the line names.
class RowReader {
 public:
  RowReader(const Roster& roster, const Lost& lost, const Row& line)
      : roster_{&roster}, lost_{&lost}, line_{&line} {}

  template <class T>
  std::optional<T> read() const {
    return read_fields<T>(*this);
  }

  // A unit and a cluster as founded; of a unit no parent, which may stand in a later line.
  Unit unit() const;
  std::optional<Cluster> cluster() const;

  // What the code in a column is of, where the line has one that is known.
  template <class Id>
  std::optional<Id> handle(std::string_view column) const {
    const std::string_view code = line_->text(column);
    if (!code.empty() && !known<Id>(code) && lost_->may_hold(Id{}, code)) return std::nullopt;
    return line_->read(column, [&](std::string_view text) { return find(text, Id{}); });
  }

  std::optional<Period> period() const;
  const Row& line() const { return *line_; }

  // Overloads by the type that is wanted: the value in a column, if there is a good one.
  std::optional<std::string_view> value(std::string_view column, std::string_view) const {
    const std::string_view text = line_->text(column);
    return text.empty() ? std::nullopt : std::optional{text};
  }
  std::optional<bool> value(std::string_view column, bool) const {
    return line_->read(column, parse_yes_no);
  }
  std::optional<int> value(std::string_view column, int) const {
    return line_->read(column, parse_integer);
  }
  std::optional<std::int64_t> value(std::string_view column, std::int64_t) const {
    return line_->read(column, parse_fen);  // an amount of money is what takes so many bits
  }
  std::optional<Date> value(std::string_view column, Date) const {
    return line_->read(column, parse_date);
  }
  std::optional<Period> value(std::string_view, Period) const { return period(); }
  std::optional<Bearer> value(std::string_view column, Bearer) const;
  template <class Tag>
  std::optional<Id<Tag>> value(std::string_view column, Id<Tag>) const {
    return handle<Id<Tag>>(column);
  }
  template <class E>
  requires std::is_enum_v<E> std::optional<E> value(std::string_view column, E)
  const { return line_->read(column, named<E>(what(E{}))); }
  template <class V>
  std::optional<std::optional<V>> value(std::string_view column, std::optional<V>) const {
    if (const std::optional<V> found = value(column, V{})) return std::optional{found};
    return std::nullopt;
  }

 private:
  template <class Id>
  bool known(std::string_view code) const {
    return roster_->columns().codes(Id{}).find(code).has_value();
  }
  UnitId find(std::string_view code, UnitId) const { return roster_->unit(code).id; }
  PersonId find(std::string_view code, PersonId) const { return roster_->person(code).id; }
  PostId find(std::string_view code, PostId) const { return roster_->post(code).id; }
  ClusterId find(std::string_view code, ClusterId) const { return roster_->cluster(code).id; }
  WorkplaceId find(std::string_view code, WorkplaceId) const { return roster_->workplace(code).id; }

  const Roster* roster_;
  const Lost* lost_;
  const Row* line_;
};

}  // namespace zhibu
