// SPDX-License-Identifier: BSL-1.0

#include "schedule/obligation_columns.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "zhibu/names.hpp"

namespace zhibu {

namespace {

// What is to be said of each provision, each text once.
class OfProvisions {
 public:
  template <class Say>
  OfProvisions(const Rulebook& rulebook, Say say) {
    std::map<std::string, std::int32_t> known;
    auto labels = std::make_shared<std::vector<std::string>>();
    for (const Provision& provision : rulebook.provisions()) {
      const auto [at, added] =
          known.emplace(say(provision), static_cast<std::int32_t>(labels->size()));
      if (added) labels->push_back(at->first);
      number_.push_back(at->second);
    }
    labels_ = std::move(labels);
  }

  ArrowColumn column(std::string name, std::function<ProvisionId(std::size_t)> provision) const {
    return labelled_column(
        std::move(name), labels_,
        [number = number_, provision](std::size_t row) { return number[provision(row).index]; });
  }
  const ArrowLabels& labels() const { return labels_; }

 private:
  std::vector<std::int32_t> number_;
  ArrowLabels labels_;
};

ArrowLabels bearer_kinds() {
  static const auto kinds = std::make_shared<const std::vector<std::string>>(
      std::vector<std::string>{"unit", "person"});  // in the order of Bearer
  return kinds;
}

std::string_view code_of(const Roster& roster, const Bearer& bearer) {
  return std::visit([&](auto id) { return roster[id].code; }, bearer);
}

std::string_view name_of(const Roster& roster, const Bearer& bearer, Date day) {
  if (const auto* const person = std::get_if<PersonId>(&bearer)) return roster[*person].name;
  const UnitId unit = std::get<UnitId>(bearer);
  const std::optional<Unit> then = roster.at(unit, day);
  return then ? then->name : roster[unit].name;
}

class Adder {
 public:
  Adder(const Obligations& owed, const Roster* roster, const ObligationOf& of,
        std::vector<ArrowColumn>& to)
      : owed_{owed}, roster_{roster}, of_{of}, to_{to} {}

  void add_rule(Lasting lasting) {
    const OfProvisions codes{owed_.rulebook(),
                             [](const Provision& p) { return std::string{p.code}; }};
    if (lasting == Lasting::yes)
      to_.push_back(viewed_column("rule", "i", owed_.provisions(), codes.labels()));
    else
      add_said("rule", [](const Provision& p) { return std::string{p.code}; });
    add_said("rule_name", [](const Provision& p) { return std::string{p.name}; });
    add_said("activity", [](const Provision& p) { return std::string{key(p.activity)}; });
    add_said("force", [](const Provision& p) { return std::string{key(p.force)}; });
    add_said("source", [](const Provision& p) { return to_string(p.source); });
  }

  void add_bearer() {
    to_.push_back(labelled_column("bearer_kind", bearer_kinds(), [at = place()](std::size_t row) {
      return static_cast<std::int8_t>(at.owed->bearers()[at(row)].index());
    }));
    add("bearer", [roster = roster_](const Obligations& o, std::size_t i) {
      return roster == nullptr ? std::string_view{} : code_of(*roster, o.bearers()[i]);
    });
    add("bearer_name", [roster = roster_](const Obligations& o, std::size_t i) {
      return roster == nullptr ? std::string_view{}
                               : name_of(*roster, o.bearers()[i], o.bounds()[i].last());
    });
    add("at", [roster = roster_](const Obligations& o, std::size_t i) {
      const std::optional<UnitId> at = row(o, i).at;
      return roster == nullptr || !at ? std::string_view{} : (*roster)[*at].code;
    });
  }

  void add_days() {
    add("window", [](const Obligations& o, std::size_t i) { return title(o.windows()[i]); });
    add("from", [](const Obligations& o, std::size_t i) { return o.windows()[i].begin; });
    add("to", [](const Obligations& o, std::size_t i) { return o.windows()[i].last(); });
    add("bound_from", [](const Obligations& o, std::size_t i) { return o.bounds()[i].begin; });
    add("due_on", [](const Obligations& o, std::size_t i) { return o.bounds()[i].last(); });
  }

  void add_rest() {
    add("times", [](const Obligations& o, std::size_t i) { return row(o, i).times; });
    add("class_hours", [](const Obligations& o, std::size_t i) { return row(o, i).class_hours; });
    add("least_fen", [](const Obligations& o, std::size_t i) { return row(o, i).least_fen; });
    add("most_fen", [](const Obligations& o, std::size_t i) { return row(o, i).most_fen; });
    add("fixed_on", [](const Obligations& o, std::size_t i) {
      const std::optional<Shifted> fixed = row(o, i).fixed;
      return fixed ? std::optional{fixed->actual} : std::nullopt;
    });
    add("exempted_by", [](const Obligations& o, std::size_t i) {
      const std::optional<Exempted> exempted = row(o, i).exempted;
      return exempted ? exempted->rule : std::string_view{};
    });
    to_.push_back(
        labelled_column("partial", labels_of<PartialWindow>(), [at = place()](std::size_t number) {
          const auto partial = row(*at.owed, at(number)).partial;
          return partial ? std::optional{static_cast<std::int8_t>(*partial)} : std::nullopt;
        }));
    add("rules_of", [](const Obligations& o, std::size_t) { return o.rules_of(); });
  }

 private:
  struct Place {
    const Obligations* owed;
    ObligationOf of;
    std::size_t operator()(std::size_t row) const { return of(row); }
  };

  Place place() const { return {&owed_, of_}; }

  static Obligation row(const Obligations& owed, std::size_t place) {
    return owed[ObligationId{static_cast<std::uint32_t>(place)}];
  }

  template <class Get>
  void add(std::string name, Get get) {
    to_.push_back(arrow_column(std::move(name), [at = place(), get](std::size_t number) {
      return get(*at.owed, at(number));
    }));
  }

  template <class Say>
  void add_said(std::string name, Say say) {
    to_.push_back(OfProvisions{owed_.rulebook(), say}.column(
        std::move(name),
        [at = place()](std::size_t number) { return at.owed->provisions()[at(number)]; }));
  }

  const Obligations& owed_;
  const Roster* roster_;
  const ObligationOf& of_;
  std::vector<ArrowColumn>& to_;
};

}  // namespace

void add_columns_of(const Obligations& obligations, const Roster* roster, const ObligationOf& of,
                    Lasting lasting, std::vector<ArrowColumn>& to) {
  Adder adder{obligations, roster, of, to};
  adder.add_rule(lasting);
  adder.add_bearer();
  adder.add_days();
  adder.add_rest();
}

}  // namespace zhibu
