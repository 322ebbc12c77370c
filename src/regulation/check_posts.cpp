// SPDX-License-Identifier: BSL-1.0

#include <algorithm>

#include "regulation/checks.hpp"

namespace zhibu {
namespace {

bool is_one_of(const std::vector<PostKind>& posts, const Office& office) {
  return std::ranges::find(posts, office.post.kind) != posts.end();
}

int seats(PostKind kind, const UnitOnDay& at) {
  int sum = 0;
  for (const Office& office : at.offices)
    if (office.post.kind == kind) sum += office.post.seats;
  return sum;
}

int holders_on(Date day, const Office& office) {
  return static_cast<int>(std::ranges::count_if(
      office.ever, [day](const Appointment& a) { return a.period.contains(day); }));
}

// Since when a seat of `office` has been free, up to `day`; nothing where all seats never were
// taken.
std::optional<Date> free_since(const Office& office, Date day) {
  std::optional<Date> since;
  for (const Appointment& a : office.ever)
    if (a.period.end <= day && (!since || *since < a.period.end) &&
        holders_on(a.period.last(), office) >= office.post.seats)
      since = a.period.end;
  return since;
}

// The kinds of post that are missing, or of which there are too many, in words.
struct Said {
  std::string zh;
  std::string en;
  void add(PostKind kind, int found, std::optional<int> least, std::optional<int> most) {
    if (!zh.empty()) zh += "，", en += ", ";
    zh += std::string{label(kind)} + std::to_string(found) + "名（应为" + in_chinese(least, most) +
          "）";
    en += std::string{label(kind, Language::en)} + ": " + std::to_string(found) +
          " (accepted: " + in_english(least, most) + ")";
  }
};

}  // namespace

void look(const PostsKept& demand, const UnitOnDay& at, const UnitReport& report) {
  Said said;
  for (const PostCount& post : demand.posts) {
    const int found = seats(post.kind, at);
    if (found < post.least || found > post.most.value_or(found))
      said.add(post.kind, found, post.least, post.most);
  }
  if (said.zh.empty()) return;
  Observation seen = report.observation();
  seen.facts = "名册所载职务：" + said.zh;
  seen.facts_en = "posts in the roster: " + said.en;
  report.add(std::move(seen));
}

void look(const SeatsTaken&, const UnitOnDay& at, const UnitReport& report) {
  for (const Office& office : at.offices) {
    const int found = holders_on(at.day(), office);
    if (found >= office.post.seats) continue;
    const std::optional<Date> since = free_since(office, at.day());
    Observation seen = report.observation();
    seen.post = office.post.id;
    seen.found = found;
    seen.least = office.post.seats;
    if (since) seen.days = Period{*since, at.day() + 1};
    seen.facts = std::string{label(office.post.kind)} +
                 (since ? "自" + to_string(*since) + "起空缺" : "从未到任");
    seen.facts_en = std::string{label(office.post.kind, Language::en)} +
                    (since ? ": vacant from " + to_string(*since) + " on" : ": never filled");
    report.add(std::move(seen));
  }
}

void look(const HolderStanding& demand, const UnitOnDay& at, const UnitReport& report) {
  for (const Office& office : at.offices) {
    if (!is_one_of(demand.posts, office)) continue;
    for (const Appointment& holder : at.holders(office)) {
      const Person person = at.roster[holder.person];
      const bool full = standing_on(person, at.day()) == PartyStanding::full;
      const int years = full ? full_years(person.full_member_on.value_or(at.day()), at.day()) : 0;
      if (full && years >= demand.years) continue;
      Observation seen = report.observation();
      seen.subject = holder.person;
      seen.at = at.unit.id;
      seen.post = office.post.id;
      seen.found = years;
      seen.least = demand.years;
      seen.facts = full ? "党龄不满" + std::to_string(demand.years) + "年" : "不是正式党员";
      seen.facts_en = full ? "Party standing of less than " + std::to_string(demand.years) + " year"
                           : "not a full member";
      report.add(std::move(seen));
    }
  }
}

}  // namespace zhibu
