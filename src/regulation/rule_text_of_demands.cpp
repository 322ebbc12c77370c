// SPDX-License-Identifier: BSL-1.0

#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "regulation/rule_text.hpp"
#include "regulation/toml_text.hpp"

namespace zhibu {
namespace {

InlineTable& put(InlineTable& table, const Within& within) {
  return table.put("measure", within.measure).put("least", within.least).put("most", within.most);
}

std::string text(const Within& within) {
  InlineTable table;
  return put(table, within).text();
}

std::string table(const Bounds& demand) {
  InlineTable table;
  put(table, demand.within).put("utmost", demand.utmost);
  if (demand.when) table.put_text("when", text(*demand.when));
  return "bounds = " + table.text();
}

std::string table(const OwnCommittee& demand) {
  return "own_committee = " +
         InlineTable{}.put("wanted", demand.wanted).put_text("when", text(demand.when)).text();
}

std::string list(const std::vector<std::string>& rows) {
  std::string all;
  for (const std::string& row : rows) all += (all.empty() ? "" : ", ") + row;
  return "[" + all + "]";
}

std::string table(const Placements& demand) {
  std::vector<std::string> rows;
  for (const Placement& placement : demand.table)
    rows.push_back(InlineTable{}
                       .put("kind", placement.kind)
                       .put_some("under", placement.under)
                       .put_unless(true, "top", placement.top)
                       .text());
  return "placements = " + list(rows);
}

std::string table(const PostsKept& demand) {
  std::vector<std::string> rows;
  for (const PostCount& post : demand.posts)
    rows.push_back(InlineTable{}
                       .put("kind", post.kind)
                       .put_unless(0, "least", post.least)
                       .put("most", post.most)
                       .text());
  return "posts_kept = " + list(rows);
}

std::string table(const HolderStanding& demand) {
  return "holder_standing = " +
         InlineTable{}.put("posts", demand.posts).put("years", demand.years).text();
}

std::string table(const ResultApproved& demand) {
  return "result_approved = " +
         InlineTable{}.put("posts", demand.posts).put("least", demand.least).text();
}

std::string table(const TermLength& demand) {
  const std::string years = InlineTable{}
                                .put("least_years", demand.least_years)
                                .put("most_years", demand.most_years)
                                .text();
  return "term_length = " + years;
}

std::string table(const TermReminder& demand) {
  return "term_reminder = " + InlineTable{}.put("months", demand.months).text();
}

std::string table(const TermShift& demand) {
  return "term_shift = " + InlineTable{}.put("years", demand.years).text();
}

InlineTable& put(InlineTable& table, const Ratio& ratio) {
  return table.put("part", ratio.part)
      .put("whole", ratio.whole)
      .put_unless(true, "inclusive", ratio.inclusive);
}

std::string table(const CandidateSurplus& demand) {
  InlineTable table;
  return "candidate_surplus = " + put(table, demand.surplus).text();
}

std::string table(const ElectionQuorum& demand) {
  InlineTable table;
  return "election_quorum = " + put(table, demand.ratio).text();
}

std::string table(const ElectionMajority& demand) {
  InlineTable table;
  put(table, demand.ratio).put("base", demand.base).put_some("posts", demand.posts);
  return "election_majority = " + table.text();
}

std::string table(const MeetingQuorum& demand) {
  InlineTable table;
  table.put("activity", demand.activity);
  return "meeting_quorum = " + put(table, demand.ratio).text();
}

std::string table(const JoinedRevolutionBy& demand) {
  return "joined_revolution_by = " + InlineTable{}.put("day", demand.day).text();
}

std::string table(const MonthsBetween& demand) {
  const std::string months = InlineTable{}
                                 .put("from", demand.from)
                                 .put("to", demand.to)
                                 .put("least", demand.least)
                                 .put("most", demand.most)
                                 .text();
  return "months_between = " + months;
}

std::string table(const HasVenue& demand) {
  return "has_venue = " + InlineTable{}.put_unless(std::string{}, "purpose", demand.purpose).text();
}

std::string table(const DuesRate& demand) {
  std::vector<std::string> rows;
  for (const DuesBracket& bracket : demand.brackets) {
    InlineTable row;
    if (bracket.up_to_fen) row.put_text("up_to_yuan", in_yuan(*bracket.up_to_fen));
    rows.push_back(row.put("per_mille", bracket.per_mille).text());
  }
  return "dues_rate = " + InlineTable{}.put_text("brackets", list(rows)).text();
}

std::string table(const DuesBegin& demand) {
  return "dues_begin = " + InlineTable{}.put("in_month_of", demand.in_month_of).text();
}

std::string table(const DuesEvery& demand) {
  return "dues_every = " + InlineTable{}.put("per", demand.per).text();
}

std::string table(const DuesCatchUp& demand) {
  return "dues_catch_up = " + InlineTable{}.put("months", demand.months).text();
}

std::string table(const DuesUnpaid& demand) {
  return "dues_unpaid = " + InlineTable{}.put("months", demand.months).text();
}

// The keys of demands that have nothing in them.
std::string table(const LapsesWithWorkplace&) { return "lapses_with_workplace = {}"; }
std::string table(const Noted&) { return "noted = {}"; }
std::string table(const SeatsTaken&) { return "seats_taken = {}"; }
std::string table(const HolderElectable&) { return "holder_electable = {}"; }
std::string table(const HoldersAppointed&) { return "holders_appointed = {}"; }
std::string table(const NoElection&) { return "no_election = {}"; }
std::string table(const ElectedWhenDue&) { return "elected_when_due = {}"; }
std::string table(const HomeBranch&) { return "home_branch = {}"; }

}  // namespace

std::string to_toml(const Demand& demand) {
  return std::visit([](const auto& one) { return table(one); }, demand);
}

}  // namespace zhibu
