// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "regulation/sound_rows.hpp"
#include "regulation/toml_rows.hpp"
#include "zhibu/regulation/requirement.hpp"

namespace zhibu {
namespace {

std::vector<PostKind> posts(const Toml& row) {
  return words<PostKind>(row, "posts", "kind of post");
}

std::vector<UnitKind> kinds(const Toml& row, std::string_view key) {
  return words<UnitKind>(row, key, "kind of unit");
}

Subjects subjects(const Toml& row) {
  const Toml& scope = row.only({"every_unit", "every_person"});
  if (scope.key() == "every_unit") return every_unit(scope);
  return every_person(scope);
}

Within within(const Toml& row) {
  return {row["measure"].word<Measure>("measure"), whole(row, "least"), whole(row, "most")};
}

Within when(const Toml& row) {
  row.accept({"measure", "least", "most"});
  return within(row);
}

Bounds bounds(const Toml& row) {
  row.accept({"measure", "least", "most", "utmost", "when"});
  Bounds demand{within(row), whole(row, "utmost"), {}};
  if (const Toml* condition = row.find("when")) demand.when = when(*condition);
  return demand;
}

OwnCommittee own_committee(const Toml& row) {
  row.accept({"wanted", "when"});
  return {row["wanted"].flag(), when(row["when"])};
}

Placements placements(const Toml& rows) {
  Placements demand;
  for (const Toml& row : rows.list()) {
    row.accept({"kind", "under", "top"});
    demand.table.push_back({row["kind"].word<UnitKind>("kind of unit"), kinds(row, "under"),
                            flag(row, "top").value_or(true)});
  }
  return demand;
}

PostsKept posts_kept(const Toml& rows) {
  PostsKept demand;
  for (const Toml& row : rows.list()) {
    row.accept({"kind", "least", "most"});
    demand.posts.push_back({row["kind"].word<PostKind>("kind of post"),
                            whole(row, "least").value_or(0), whole(row, "most")});
  }
  return demand;
}

HolderStanding holder_standing(const Toml& row) {
  row.accept({"posts", "years"});
  return {posts(row), row["years"].whole(0, no_limit)};
}

ResultApproved result_approved(const Toml& row) {
  row.accept({"posts", "least"});
  return {posts(row), row["least"].word<Approval>("state of an approval")};
}

TermLength term_length(const Toml& row) {
  row.accept({"least_years", "most_years"});
  return {row["least_years"].whole(1, most_years), row["most_years"].whole(1, most_years)};
}

TermReminder term_reminder(const Toml& row) {
  row.accept({"months"});
  return {row["months"].whole(1, most_months)};
}

TermShift term_shift(const Toml& row) {
  row.accept({"years"});
  return {row["years"].whole(0, most_years)};
}

Ratio ratio(const Toml& row) {
  return {row["part"].whole(1, no_limit), row["whole"].whole(1, no_limit),
          flag(row, "inclusive").value_or(true)};
}

CandidateSurplus candidate_surplus_of(const Toml& row) {
  row.accept({"part", "whole", "inclusive"});
  return {ratio(row)};
}

ElectionQuorum election_quorum_of(const Toml& row) {
  row.accept({"part", "whole", "inclusive"});
  return {ratio(row)};
}

ElectionMajority election_majority(const Toml& row) {
  row.accept({"part", "whole", "inclusive", "base", "posts"});
  return {ratio(row), row["base"].word<Base>("base of a majority"), posts(row)};
}

JoinedRevolutionBy joined_revolution_by(const Toml& row) {
  row.accept({"day"});
  return {row["day"].day()};
}

MeetingQuorum meeting_quorum_of(const Toml& row) {
  row.accept({"activity", "part", "whole", "inclusive"});
  return {row["activity"].word<Activity>("activity"), ratio(row)};
}

MonthsBetween months_between(const Toml& row) {
  row.accept({"from", "to", "least", "most"});
  return {row["from"].word<Milestone>("milestone"), row["to"].word<Milestone>("milestone"),
          whole(row, "least"), whole(row, "most")};
}

HasVenue has_venue(const Toml& row) {
  row.accept({"purpose"});
  return {std::string{text_or_nothing(row, "purpose")}};
}

DuesRate dues_rate(const Toml& row) {
  row.accept({"brackets"});
  DuesRate demand;
  for (const Toml& bracket : row["brackets"].list()) {
    bracket.accept({"up_to_yuan", "per_mille"});
    const Toml* up_to = bracket.find("up_to_yuan");
    demand.brackets.push_back({up_to == nullptr ? std::nullopt : std::optional{up_to->fen()},
                               bracket["per_mille"].whole(0, 1000)});
  }
  return demand;
}

DuesBegin dues_begin(const Toml& row) {
  row.accept({"in_month_of"});
  return {row["in_month_of"].word<Milestone>("milestone")};
}

DuesEvery dues_every(const Toml& row) {
  row.accept({"per"});
  return {row["per"].word<Span>("span")};
}

template <class D>
D months_of(const Toml& row) {
  row.accept({"months"});
  return {row["months"].whole(std::is_same_v<D, DuesUnpaid> ? 1 : 0, most_months)};
}

template <class D>
D nothing_more(const Toml& row) {
  row.accept({});
  return {};
}

// Each demand by its key.
struct Reader {
  std::string_view key;
  Demand (*read)(const Toml&);
};

template <auto Read>
constexpr Demand (*as_demand)(const Toml&) = [](const Toml& row) -> Demand { return Read(row); };

constexpr Reader readers[] = {
    {"bounds", as_demand<bounds>},
    {"own_committee", as_demand<own_committee>},
    {"placements", as_demand<placements>},
    {"lapses_with_workplace", as_demand<nothing_more<LapsesWithWorkplace>>},
    {"noted", as_demand<nothing_more<Noted>>},
    {"posts_kept", as_demand<posts_kept>},
    {"seats_taken", as_demand<nothing_more<SeatsTaken>>},
    {"holder_standing", as_demand<holder_standing>},
    {"holder_electable", as_demand<nothing_more<HolderElectable>>},
    {"holders_appointed", as_demand<nothing_more<HoldersAppointed>>},
    {"no_election", as_demand<nothing_more<NoElection>>},
    {"result_approved", as_demand<result_approved>},
    {"term_length", as_demand<term_length>},
    {"term_reminder", as_demand<term_reminder>},
    {"elected_when_due", as_demand<nothing_more<ElectedWhenDue>>},
    {"term_shift", as_demand<term_shift>},
    {"candidate_surplus", as_demand<candidate_surplus_of>},
    {"election_quorum", as_demand<election_quorum_of>},
    {"election_majority", as_demand<election_majority>},
    {"meeting_quorum", as_demand<meeting_quorum_of>},
    {"home_branch", as_demand<nothing_more<HomeBranch>>},
    {"joined_revolution_by", as_demand<joined_revolution_by>},
    {"months_between", as_demand<months_between>},
    {"has_venue", as_demand<has_venue>},
    {"dues_rate", as_demand<dues_rate>},
    {"dues_begin", as_demand<dues_begin>},
    {"dues_every", as_demand<dues_every>},
    {"dues_catch_up", as_demand<months_of<DuesCatchUp>>},
    {"dues_unpaid", as_demand<months_of<DuesUnpaid>>},
};
static_assert(std::size(readers) == std::variant_size_v<Demand>);

Demand demand(const Toml& row) {
  const Toml& found = row.only({"bounds",
                                "own_committee",
                                "placements",
                                "lapses_with_workplace",
                                "noted",
                                "posts_kept",
                                "seats_taken",
                                "holder_standing",
                                "holder_electable",
                                "holders_appointed",
                                "no_election",
                                "result_approved",
                                "term_length",
                                "term_reminder",
                                "elected_when_due",
                                "term_shift",
                                "candidate_surplus",
                                "election_quorum",
                                "election_majority",
                                "meeting_quorum",
                                "home_branch",
                                "joined_revolution_by",
                                "months_between",
                                "has_venue",
                                "dues_rate",
                                "dues_begin",
                                "dues_every",
                                "dues_catch_up",
                                "dues_unpaid"});
  return std::ranges::find(readers, found.key(), &Reader::key)->read(found);
}

}  // namespace

Requirement requirement(const Toml& row, const Documents& documents) {
  row.accept({"code", "name", "name_en", "scope", "demand", "force", "layer", "in_force_from",
              "in_force_until", "source", "quote", "confidence"});
  return {.id = {},
          .code = row["code"].text(),
          .name = row["name"].text(),
          .name_en = text_or_nothing(row, "name_en"),
          .scope = subjects(row["scope"]),
          .demand = demand(row["demand"]),
          .force = row["force"].word<Force>("force"),
          .layer = layer(row, documents),
          .in_force_from = row["in_force_from"].day(),
          .in_force_until = day(row, "in_force_until"),
          .source = documents.cited(row["source"]),
          .quote = text_or_nothing(row, "quote"),
          .confidence = row["confidence"].word<Confidence>("confidence")};
}

}  // namespace zhibu
