// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE county: one county's year, from its files to its ledgers
//
//   county [folder of the county] [folder for the ledgers]     examples/yongshun and out by default
//
// SHOWS    Roster, Rulebook, Calendar, Records; obligations(), plan(), audit(), rollup(); ledgers
// FIRST    embed_roster, which keeps a roster in a file of one's own
// NEXT     ledgers, which draws up 27 of them; county.py, which says the same in Python; or change
//          a file in examples/yongshun

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "zhibu.hpp"

namespace {

using namespace zhibu;

struct County {
  explicit County(const std::filesystem::path& folder)
      : roster{Roster::load(folder)},
        rules{Rulebook::national() + Rulebook::load(folder / "rules.toml")},
        calendar{Calendar::load(folder / "calendar.toml")},
        held{Records::load(folder / "2017", roster)} {}

  Roster roster;
  Rulebook rules;
  Calendar calendar;
  Records held;
};

void heading(std::string_view en, std::string_view zh) {
  std::cout << "\n== " << en << "  " << zh << "\n\n";
}

void fact(std::string_view what, const auto& value, std::string_view zh) {
  std::ostringstream left;
  left << what << ' ' << value;
  std::cout << std::left << std::setw(46) << left.str() << zh << '\n';
}

// As the bearer was called on the day of the view.
std::string_view name(const RosterView& then, Bearer bearer) {
  return std::visit([&](auto id) { return then[id].name; }, bearer);
}

std::size_t count_titles(std::string_view titles) {
  const std::string_view comma = "、";
  std::size_t n = 1;
  for (std::size_t at = 0; (at = titles.find(comma, at)) != titles.npos; at += comma.size()) ++n;
  return n;
}

// The numbers of the press report, counted in the county's files.

void print_organizations(const Roster& roster, Date day) {
  const UnitId committee = roster.unit("YS-GW").id;
  const UnitId university = roster.unit("YS-LD").id;
  const auto units = [&](UnitKind kind, bool temporary) {
    return std::ranges::count_if(
        roster.units(), [=](const Unit& u) { return u.kind == kind && u.temporary == temporary; });
  };
  const auto of_societies = std::ranges::count_if(roster.children(committee, day), [&](UnitId u) {
    return roster[u].kind == UnitKind::branch && roster[u].temporary;
  });
  const auto cadres = std::ranges::count_if(roster.persons(), [&](const Person& p) {
    return p.retirement != Retirement::in_service && roster.home(p.id, day);
  });

  fact("SEED-02 working committees", units(UnitKind::working_committee, false), "离退休干部党工委");
  fact("SEED-03 members of it", roster.appointments(committee, day).size(), "党工委委员");
  fact("SEED-05 branches", units(UnitKind::branch, false), "离退休干部党支部");
  fact("SEED-07 retired cadres", cadres, "离退休干部");
  fact("SEED-10 temporary general branches", units(UnitKind::general_branch, true), "临时党总支");
  fact("SEED-12 temporary branches of classes", roster.children(university, day).size(),
       "班级临时党支部");
  fact("SEED-14 temporary branches of societies", of_societies, "老科协临时党支部");
}

void print_ex_officio(const Roster& roster, Date day) {
  const std::array<std::array<std::string_view, 2>, 3> facts{
      {{"SEED-04", "YS-GW"}, {"SEED-11", "YS-LD"}, {"SEED-14", "YS-KX"}}};
  for (const auto& [id, unit] : facts)
    for (const Appointment& a : roster.appointments(roster.unit(unit).id, day))
      if (roster[a.post].ex_officio)
        fact(std::string{id} + " titles", count_titles(a.titles), a.titles);
}

void print_clusters(const Roster& roster, Date day) {
  std::set<UnitId> leading, contacted;
  for (const Cluster& cluster : roster.clusters()) leading.insert({cluster.lead, cluster.deputy});
  for (const Person& person : roster.persons())
    for (const Contact& contact : roster.contacts(person.id, day)) contacted.insert(contact.unit);

  fact("SEED-38 clusters", roster.clusters().size(), "片组");
  fact("SEED-39 lead and deputy units", leading.size(), "正、副片组长单位");
  fact("SEED-41 contact branches", contacted.size(), "党工委委员联系的党支部");
}

// What the county's own rows demand in a year, with the words of the report.
void print_practices(const Obligations& owed) {
  const std::array<std::array<std::string_view, 2>, 6> facts{{{"SEED-20 studies of", "SR-04"},
                                                              {"SEED-34 reports", "SR-02"},
                                                              {"SEED-35 study days", "SR-01"},
                                                              {"SEED-36 festival visits", "SR-05"},
                                                              {"SEED-41 contact visits", "SR-03"},
                                                              {"SEED-44 funds", "SR-09"}}};
  for (const auto& [what, rule] : facts) {
    int times = 0;
    std::int64_t least_fen = 0, most_fen = 0;
    for (const Obligation& o : owed) {
      if (o.rule != rule) continue;
      times += o.times;
      least_fen += o.least_fen;
      most_fen += o.most_fen;
    }
    const std::string yuan = std::to_string(least_fen / 100) + "-" + std::to_string(most_fen / 100);
    fact(what, most_fen > 0 ? yuan : std::to_string(times), owed.rulebook().provision(rule).quote);
  }
}

// How many occurrences of each activity two plans of one year have.
void print_plans(const Plan& then, const Plan& now) {
  std::cout << std::right << std::setw(10) << "then" << std::setw(10) << "of 2026" << '\n';
  for (const auto& activity : names<Activity>()) {
    std::array<std::ptrdiff_t, 2> n{};
    for (const Plan* plan : {&then, &now})
      n[plan == &now] = std::ranges::count_if(plan->occurrences, [&](const Occurrence& o) {
        return plan->obligations[o.obligation].activity == activity.value;
      });
    if (n[0] + n[1] > 0)
      std::cout << std::setw(10) << n[0] << std::setw(10) << n[1] << "  " << activity.key << ' '
                << activity.zh << '\n';
  }
  std::cout << std::setw(10) << then.unplaced.size() << std::setw(10) << now.unplaced.size()
            << "  not placed 未能排定\n";
}

// What a rule lifts from its bearers, and which rule.
void print_exempted(const Obligations& owed) {
  std::map<std::string, int> exempted;
  for (const Obligation& o : owed)
    if (o.exempted)
      ++exempted[std::string{key(o.activity)} + ' ' + std::string{label(o.activity)} + ", " +
                 std::string{o.exempted->rule} + ' ' + to_string(o.exempted->source)];
  for (const auto& [what, n] : exempted)
    std::cout << std::setw(20) << n << "  not applicable 不适用: " << what << '\n';
}

void print_tallies(const std::vector<Tally>& tallies) {
  std::cout << "      ";
  for (const auto& standing : names<Standing>())
    std::cout << std::right << std::setw(15) << standing.key;
  std::cout << '\n';
  for (const Tally& tally : tallies) {
    std::cout << std::left << std::setw(6) << tally.code << std::right;
    for (const int n : tally.standing) std::cout << std::setw(15) << n;
    std::cout << "  " << tally.name << '\n';
  }
}

// The days that a rule names, and where they were moved to.
void print_fixed_days(const Plan& plan, const Calendar& calendar) {
  std::cout << plan.occurrences.size() << " occurrences, " << plan.unplaced.size()
            << " not placed; on a fixed day:\n";
  for (const Occurrence& occurrence : plan.occurrences) {
    const Obligation o = plan.obligations[occurrence.obligation];
    if (!o.fixed) continue;
    const Day nominal = calendar.day(o.fixed->nominal);
    std::cout << to_string(o.fixed->nominal) << (nominal.date == occurrence.day ? "    " : " -> ")
              << to_string(occurrence.day) << "  " << key(occurrence.half) << "  " << nominal.notice
              << "  " << label(nominal.kind) << '\n';
  }
}

// The first overdue obligation under each of five rules, and the article that demands it.
void print_overdue(const Findings& findings, const County& county) {
  const RosterView then = county.roster.as_of(findings.as_of());
  for (const std::string_view rule : {"LIFE-01", "MTG-01", "TERM-02", "SR-02", "SR-04"}) {
    const auto overdue = [=](const Finding& f) {
      return f.obligation.rule == rule && f.standing == Standing::overdue;
    };
    const auto found = std::ranges::find_if(findings, overdue);
    if (found == findings.end()) continue;
    const Finding f = *found;
    const Obligation& o = f.obligation;
    std::cout << rule << ' ' << key(severity(o.force)) << ' ' << label(severity(o.force)) << '\n'
              << "    " << name(then, o.bearer) << ' ' << label(o.activity) << ' '
              << title(o.window) << '\n'
              << "    " << to_string(o.source) << "“" << county.rules.provision(rule).quote
              << "”\n";
    for (const Discounted& d : f.discounted)
      std::cout << "    不计 " << county.held[d.record].code << ' '
                << to_string(county.held[d.record].held_on) << ' ' << label(d.why) << '\n';
  }
}

void write_ledgers(const std::vector<std::pair<std::string, Ledger>>& ledgers,
                   const std::filesystem::path& out) {
  for (const auto& [file, ledger] : ledgers) {
    for (const std::string_view form : {".md", ".csv", ".ics"})
      write(ledger, out / (file + std::string{form}));
    std::cout << std::right << std::setw(6) << ledger.rows.size() << "  " << file
              << " .md .csv .ics  " << ledger.title << '\n';
  }
}

void tell(const County& county, const std::filesystem::path& out) {
  const Period year_2017 = parse_period("2017");
  const Period year_2026 = parse_period("2026");
  const Date as_of{2017, 9, 30};
  const Date now{2026, 1, 1};
  const auto& [roster, rules, calendar, held] = county;

  const Obligations then = obligations(roster, rules, calendar, year_2017);
  const Obligations by_2026 = obligations(roster, rules, calendar, year_2017, now);
  const Findings findings = audit(by_2026, held, as_of);
  const Plan next = plan(obligations(roster, rules, calendar, year_2026), calendar);

  heading("The county on 2017-09-30, counted in its files", "全县情况");
  print_organizations(roster, as_of);
  print_ex_officio(roster, as_of);
  print_clusters(roster, as_of);
  print_practices(then);
  heading("The plan of 2017: by the rules then in force, and by those of 2026", "年度计划");
  print_plans(plan(then, calendar), plan(by_2026, calendar));
  print_exempted(by_2026);
  heading("How it stood on 2017-09-30 by the rules then in force", "按当时有效的规定核查");
  print_tallies(rollup(audit(then, held, as_of), roster, By::cluster));
  heading("How it stood on 2017-09-30 by the rules of 2026", "按2026年的规定核查");
  print_tallies(rollup(findings, roster, By::cluster));
  heading("The plan of 2026 and its study days", "年度计划与集中学习日");
  print_fixed_days(next, calendar);
  heading("Five that were overdue on 2017-09-30 by the rules of 2026", "逾期事项");
  print_overdue(findings, county);
  heading("Ledgers", "台账");
  write_ledgers({{"plan-2026", plan_ledger(next, roster)},
                 {"standing-2017-09-30", standing_ledger(findings, held, roster)},
                 {"birthdays-2026", ledger(LedgerKind::political_birthdays, roster, held, rules,
                                           {.extent = Everything{}, .period = year_2026})}},
                out);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    tell(County{argc > 1 ? argv[1] : "examples/yongshun"}, argc > 2 ? argv[2] : "out");
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
