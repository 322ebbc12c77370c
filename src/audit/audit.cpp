// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/audit.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>

#include "steps.hpp"
#include "verdict.hpp"

namespace zhibu {

template <>
std::span<const Name<Standing>> names() {
  static constexpr Name<Standing> all[] = {
      {Standing::upcoming, "upcoming", "未到期", "upcoming"},
      {Standing::due, "due", "待办", "due"},
      {Standing::satisfied, "satisfied", "已完成", "satisfied"},
      {Standing::satisfied_late, "satisfied_late", "逾期补办", "satisfied late"},
      {Standing::overdue, "overdue", "逾期", "overdue"},
      {Standing::waived, "waived", "豁免", "waived"},
      {Standing::not_applicable, "not_applicable", "不适用", "not applicable"},
  };
  return all;
}

template <>
std::span<const Name<Discount>> names() {
  static constexpr Name<Discount> all[] = {
      {Discount::voided, "voided", "已作废", "voided"},
      {Discount::other_period, "other_period", "不在应办期限内", "of another period"},
      {Discount::other_place, "other_place", "地点不符", "at another place"},
      {Discount::no_quorum, "no_quorum", "未达法定到会人数", "without a quorum"},
      {Discount::not_present, "not_present", "本人未参加", "not attended"},
      {Discount::too_close, "too_close", "间隔不足", "too soon after the one before"},
      {Discount::other_occasion, "other_occasion", "已计入另一次应办事项",
       "meets another occasion"},
      {Discount::not_needed, "not_needed", "已另有记录满足", "not needed any more"},
      {Discount::other_activity, "other_activity", "活动类别不符", "of another activity"},
      {Discount::other_bearer, "other_bearer", "非该主体的记录", "of another bearer"},
      {Discount::held_later, "held_later", "核查日之后举行", "held after the day of the audit"},
      {Discount::not_yet_known, "not_yet_known", "当时尚未录入", "not yet entered"},
  };
  return all;
}

bool is_open(Standing s) {
  return s == Standing::upcoming || s == Standing::due || s == Standing::overdue;
}

namespace {

// The waivers approved by the end of a day, found by rule and bearer.
class Waivers {
 public:
  Waivers(const Records& records, const Rulebook& rulebook, Date as_of) {
    for (std::uint32_t i = 0; i < records.waiver_count(); ++i) {
      const Waiver waiver = records.waiver(i);
      if (waiver.approved_on > as_of) continue;
      by_rule_.emplace(std::pair{provision_of(waiver, rulebook), waiver.bearer},
                       Released{waiver.period, i});
    }
  }

  // The number of the first one that releases from `o`.
  std::optional<std::uint32_t> find(const Obligation& o) const {
    const auto [first, last] = by_rule_.equal_range({o.provision, o.bearer});
    for (auto it = first; it != last; ++it)
      if (it->second.period.contains(o.window)) return it->second.number;
    return std::nullopt;
  }

 private:
  struct Released {
    Period period;
    std::uint32_t number;
  };

  static ProvisionId provision_of(const Waiver& waiver, const Rulebook& rulebook) try {
    return rulebook.provision(waiver.rule).id;
  } catch (const std::invalid_argument& e) {
    throw std::invalid_argument("the waiver of " + to_string(waiver.period) + " approved by " +
                                std::string{waiver.approved_by} + " on " +
                                to_string(waiver.approved_on) + ": " + e.what());
  }

  std::multimap<std::pair<ProvisionId, Bearer>, Released> by_rule_;  // of one key as added
};

bool is_lifted(Standing s) { return s == Standing::waived || s == Standing::not_applicable; }

bool is_unmet(Standing s) { return is_open(s) || s == Standing::waived; }

Standing standing(const Obligation& o, const Verdict& verdict, bool waived, Date as_of) {
  if (!applies(o)) return Standing::not_applicable;
  if (verdict.on_time) return Standing::satisfied;
  if (verdict.by_now) return Standing::satisfied_late;
  if (waived) return Standing::waived;
  if (as_of < o.bound.begin) return Standing::upcoming;
  return o.bound.contains(as_of) ? Standing::due : Standing::overdue;
}

// The share of one finding in a column of all of them.
template <class T>
std::span<const T> share(const std::vector<T>& all, const std::vector<std::uint32_t>& ends,
                         std::size_t i) {
  const std::uint32_t begin = i == 0 ? 0 : ends[i - 1];
  return std::span{all}.subspan(begin, ends[i] - begin);
}

}  // namespace

Findings::Findings(const Obligations& obligations, const Records& records, Date as_of,
                   std::optional<Date> known_on, const Watch& watch)
    : obligations_{obligations}, as_of_{as_of}, known_on_{known_on} {
  // Of the records three passes, of the obligations as well: by whom, which occasions, how each is.
  Steps steps{watch, 3 * (records.size() + obligations.size())};
  reserve();
  for (std::size_t i = 0; i < records.waiver_count(); ++i) waivers_.add(records.waiver(i));
  const Waivers waivers{waivers_, obligations_.rulebook(),
                        known_on ? std::min(as_of, *known_on) : as_of};
  const Held held{obligations_, records, as_of, known_on, steps};
  const Occasions occasions{obligations_, held, steps};

  for (const Obligation& o : obligations_) {
    const Verdict found = verdict(o, obligations_.rulebook()[o.provision], held, occasions);
    const std::optional<std::uint32_t> waiver = waivers.find(o);
    standing_.push_back(standing(o, found, waiver.has_value(), as_of));
    waiver_.push_back(standing_.back() == Standing::waived ? waiver : std::nullopt);
    add(found);
    steps();
  }
  steps.finish();
}

void Findings::reserve() {
  standing_.reserve(obligations_.size());
  done_.reserve(obligations_.size());
  paid_fen_.reserve(obligations_.size());
  evidence_end_.reserve(obligations_.size());
  discounted_end_.reserve(obligations_.size());
  waiver_.reserve(obligations_.size());
}

void Findings::add(const Verdict& verdict) {
  evidence_.insert(evidence_.end(), verdict.evidence.begin(), verdict.evidence.end());
  if (is_unmet(standing_.back()))
    discounted_.insert(discounted_.end(), verdict.discounted.begin(), verdict.discounted.end());
  done_.push_back(verdict.done);
  paid_fen_.push_back(verdict.paid_fen);
  evidence_end_.push_back(static_cast<std::uint32_t>(evidence_.size()));
  discounted_end_.push_back(static_cast<std::uint32_t>(discounted_.size()));
}

Rows<Findings, ObligationId, Finding>::Iterator Findings::end() const {
  return {this, static_cast<std::uint32_t>(size())};
}

Finding Findings::operator[](ObligationId id) const {
  const Obligation obligation = obligations_[id];
  const std::size_t i = id.index;
  const bool lifted = is_lifted(standing_[i]);
  const auto still = [&](auto owed, auto done) {
    return lifted ? 0 : std::max<decltype(owed)>(0, owed - done);
  };
  const int hours = obligation.class_hours > 0 ? done_[i] : 0;
  return {.obligation = obligation,
          .standing = standing_[i],
          .missing = still(obligation.times, done_[i]),
          .missing_hours = still(obligation.class_hours, hours),
          .hours = hours,
          .missing_fen = still(obligation.least_fen, paid_fen_[i]),
          .paid_fen = paid_fen_[i],
          .evidence = share(evidence_, evidence_end_, i),
          .discounted = share(discounted_, discounted_end_, i),
          .waiver = waiver_[i] ? std::optional{waivers_.waiver(*waiver_[i])} : std::nullopt};
}

Findings audit(const Obligations& obligations, const Records& records, Date as_of,
               std::optional<Date> known_on, const Watch& watch) {
  return {obligations, records, as_of, known_on, watch};
}

}  // namespace zhibu
