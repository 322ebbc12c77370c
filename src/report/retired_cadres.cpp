// SPDX-License-Identifier: BSL-1.0

#include "report/retired_cadres.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>

#include "report/persons.hpp"

namespace zhibu {

namespace {

// By how a text of rank begins: the levels of leading posts (领导职务层次) as 公务员法 has them,
// article 16 of 2005 and 18 of 2018, and as the offices shorten them.
struct RankText {
  std::string_view begins;
  CadreRank rank;
};

constexpr RankText rank_texts[]{
    {"正省", CadreRank::province},
    {"正部", CadreRank::province},
    {"省部级正职", CadreRank::province},
    {"副省", CadreRank::deputy_province},
    {"副部", CadreRank::deputy_province},
    {"省部级副职", CadreRank::deputy_province},
    {"正厅", CadreRank::bureau},
    {"正局级", CadreRank::bureau},
    {"正地", CadreRank::bureau},
    {"厅局级正职", CadreRank::bureau},
    {"地厅级正职", CadreRank::bureau},
    {"副厅", CadreRank::deputy_bureau},
    {"副局级", CadreRank::deputy_bureau},
    {"副地", CadreRank::deputy_bureau},
    {"厅局级副职", CadreRank::deputy_bureau},
    {"地厅级副职", CadreRank::deputy_bureau},
    {"正县", CadreRank::county},
    {"正处", CadreRank::county},
    {"县处级正职", CadreRank::county},
    {"副县", CadreRank::deputy_county},
    {"副处", CadreRank::deputy_county},
    {"县处级副职", CadreRank::deputy_county},
    {"正乡", CadreRank::township},
    {"正科", CadreRank::township},
    {"乡科级正职", CadreRank::township},
    {"副乡", CadreRank::deputy_township},
    {"副科", CadreRank::deputy_township},
    {"乡科级副职", CadreRank::deputy_township},
};

// 单位性质, as rosters write it.
struct NatureText {
  std::string_view text;
  Sector sector;
};

constexpr NatureText nature_texts[]{
    {"机关", Sector::office},
    {"党政机关", Sector::office},
    {"党的机关", Sector::office},
    {"行政机关", Sector::office},
    {"国家机关", Sector::office},
    {"群团机关", Sector::office},
    {"人民团体", Sector::office},
    {"事业单位", Sector::institution},
    {"公益一类事业单位", Sector::institution},
    {"公益二类事业单位", Sector::institution},
    {"参公事业单位", Sector::institution},
    {"学校", Sector::institution},
    {"医院", Sector::institution},
    {"企业", Sector::enterprise},
    {"国有企业", Sector::enterprise},
    {"集体企业", Sector::enterprise},
    {"国有企业和集体企业", Sector::enterprise},
    {"非公有制企业", Sector::enterprise},
    {"非公有制经济组织", Sector::enterprise},
};

// Of each home in turn: many cadres have the same.
class SectorOfHome {
 public:
  SectorOfHome(const Roster& roster, Date day) : roster_{&roster}, day_{day} {}

  std::optional<Sector> operator()(UnitId unit) {
    const auto [entry, is_new] = known_.try_emplace(unit);
    if (is_new) entry->second = find(unit);
    return entry->second;
  }

 private:
  std::optional<Sector> find(UnitId unit) const {
    for (const UnitWorkplace& formed : roster_->of<UnitWorkplace>(unit)) {
      if (!formed.period.contains(day_)) continue;
      if (const auto found = sector((*roster_)[formed.workplace].nature)) return found;
    }
    return std::nullopt;
  }

  const Roster* roster_;
  Date day_;
  std::map<UnitId, std::optional<Sector>> known_;
};

}  // namespace

template <>
std::span<const Name<CadreRank>> names() {
  static constexpr Name<CadreRank> all[] = {
      {CadreRank::province, "province", "正省部", "province or ministry"},
      {CadreRank::deputy_province, "deputy_province", "副省部", "deputy, province or ministry"},
      {CadreRank::bureau, "bureau", "正厅局", "bureau"},
      {CadreRank::deputy_bureau, "deputy_bureau", "副厅局", "deputy, bureau"},
      {CadreRank::county, "county", "正县处", "county or division"},
      {CadreRank::deputy_county, "deputy_county", "副县处", "deputy, county or division"},
      {CadreRank::township, "township", "正乡科", "township or section"},
      {CadreRank::deputy_township, "deputy_township", "副乡科", "deputy, township or section"},
      {CadreRank::others, "others", "科员办事员及其他", "clerks and others"},
  };
  return all;
}

CadreRank cadre_rank(std::string_view text) {
  const auto* const row = std::ranges::find_if(
      rank_texts, [=](const RankText& known) { return text.starts_with(known.begins); });
  return row == std::end(rank_texts) ? CadreRank::others : row->rank;
}

std::optional<Sector> sector(std::string_view nature) {
  const auto* const row = std::ranges::find(nature_texts, nature, &NatureText::text);
  return row == std::end(nature_texts) ? std::nullopt : std::optional{row->sector};
}

std::vector<RetiredCadre> retired_cadres(const LedgerSource& source, Retirement kind, Date day) {
  SectorOfHome sector_of{source.roster(), day};
  std::vector<RetiredCadre> found;
  for (const Person& person : source.roster().persons()) {
    if (retirement_on(person, day) != kind) continue;
    const std::optional<UnitId> home = source.home(person.id, day);
    if (!home) continue;
    const Particulars known = particulars(source.roster(), person.id);
    found.push_back({person, *home, cadre_rank(known.rank), sector_of(*home), known.ethnicity});
  }
  return found;
}

void add_rank_headings(std::vector<Heading>& headings) {
  headings.push_back({{"合计", "total"}, CellKind::number});
  for (const Name<CadreRank>& rank : names<CadreRank>())
    headings.push_back({{rank.zh, rank.en}, CellKind::number});
}

std::int64_t RankCounts::sum() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::int64_t{0});
}

void RankCounts::put(const LedgerSource& source, std::vector<std::string>& cells) const {
  cells.push_back(source.count(sum()));
  for (const std::int64_t count : counts_) cells.push_back(source.count(count));
}

RankCounts operator+(RankCounts a, const RankCounts& b) {
  for (std::size_t i = 0; i < a.counts_.size(); ++i) a.counts_[i] += b.counts_[i];
  return a;
}

RankCounts operator-(RankCounts a, const RankCounts& b) {
  for (std::size_t i = 0; i < a.counts_.size(); ++i) a.counts_[i] -= b.counts_[i];
  return a;
}

}  // namespace zhibu
