// SPDX-License-Identifier: BSL-1.0
//
// 两年数字变化情况统计表, which is an account: who was there at the end of the year before, with
// those who retired in the year, less those who died and those who went elsewhere, ought to be who
// is there at its end. Whoever came otherwise is the difference.

#include <map>
#include <stdexcept>

#include "report/persons.hpp"
#include "report/retired_cadres.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

struct Account {
  RankCounts before;
  RankCounts retired;
  RankCounts died;
  RankCounts went;  // elsewhere
  RankCounts now;

  RankCounts expected() const { return before + retired - died - went; }
};

// What is counted of one person, each of it 0 or 1.
struct Part {
  CadreRank rank = CadreRank::others;
  int before = 0;
  int retired = 0;
  int died = 0;
  int now = 0;
};

void add(Account& account, const Part& part) {
  account.before.add(part.rank, part.before);
  account.retired.add(part.rank, part.retired);
  account.died.add(part.rank, part.died);
  account.now.add(part.rank, part.now);
  account.went.add(part.rank, part.before + part.retired - part.died > part.now);
}

// Whether the person retired in the year, from a home that the ledger covers.
bool retired_within(const Source& source, const Person& person) {
  return person.retired_on && source.period().contains(*person.retired_on) &&
         source.home(person.id, *person.retired_on);
}

// Whether the person died in the year, as one who had retired in that way and whose home until then
// the ledger covers.
bool died_within(const Source& source, const Person& person, Retirement kind) {
  if (!person.died_on || !source.period().contains(*person.died_on)) return false;
  const Date last = *person.died_on - 1;
  return retirement_on(person, last) == kind && source.home(person.id, last);
}

Account account_of(const Source& source, Retirement kind) {
  const Date before = source.period().begin - 1;
  const auto is_there = [&](const Person& person, Date day) {
    return retirement_on(person, day) == kind && source.home(person.id, day);
  };
  Account account;
  for (const Person& person : source.roster().persons())
    if (person.retirement == kind)
      add(account, {.rank = cadre_rank(particulars(source.roster(), person.id).rank),
                    .before = is_there(person, before),
                    .retired = retired_within(source, person),
                    .died = died_within(source, person, kind),
                    .now = is_there(person, source.as_of())});
  return account;
}

void require_one_year(Period period) {
  if (period == span_of(Span::year, period.begin)) return;
  throw std::invalid_argument("a form of two years for " + title(period) +
                              "; accepted: one calendar year, as 2017");
}

void put(const Source& source, Ledger& ledger, Text line, const RankCounts& counts) {
  LedgerRow row{{source.say(line)}, std::nullopt, source.say(line)};
  counts.put(source, row.cells);
  ledger.rows.push_back(std::move(row));
}

// The sum of the parts of an area is that of the whole. What moves from part to part is not among
// them.
void put_totals(const Source& source, Ledger& ledger, const Account& account) {
  const struct {
    Text name;
    const RankCounts& counts;
  } totals[]{{{"上年末总数", "at the end of the year before"}, account.before},
             {{"本年办理", "retired in the year"}, account.retired},
             {{"去世", "died"}, account.died},
             {{"实有数", "there are"}, account.now}};
  for (const auto& total : totals)
    ledger.totals.push_back({source.say(total.name), total.counts.sum(), CellKind::number});
}

Ledger draw_two_years(const Source& source, Text title, Retirement kind) {
  require_one_year(source.period());
  std::vector<Heading> headings{{{"项目", "item"}}};
  add_rank_headings(headings);
  Ledger ledger = source.headed(title, headings);
  const Account account = account_of(source, kind);
  put(source, ledger, {"上年末总数", "at the end of the year before"}, account.before);
  put(source, ledger, {"本年办理离退休手续", "retired in the year"}, account.retired);
  put(source, ledger, {"去世", "died"}, account.died);
  put(source, ledger, {"转出及其他减少", "went elsewhere"}, account.went);
  put(source, ledger, {"应有数", "there ought to be"}, account.expected());
  put(source, ledger, {"实有数", "there are"}, account.now);
  put(source, ledger, {"差（实有数减应有数）", "difference"}, account.now - account.expected());
  put_totals(source, ledger, account);
  return ledger;
}

}  // namespace

Ledger draw_veterans_two_years(const LedgerSource& source) {
  return draw_two_years(
      source, {"离休干部两年数字变化情况统计表", "Cadres retired with honours, two years,"},
      Retirement::retired_with_honours);
}

Ledger draw_retired_two_years(const LedgerSource& source) {
  return draw_two_years(source, {"退休干部两年数字变化情况统计表", "Retired cadres, two years,"},
                        Retirement::retired);
}

}  // namespace zhibu
