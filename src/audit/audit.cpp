// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/audit.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>

#include "held.hpp"

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
  };
  return all;
}

namespace {

// How often, and with how much money.
struct Met {
  int times = 0;
  std::int64_t fen = 0;

  void add(const Record& record) {
    ++times;
    fen += std::min(record.amount_fen, std::numeric_limits<std::int64_t>::max() - fen);
  }
  bool suffices(const Obligation& o) const {
    return o.times == 0 ? fen >= o.least_fen : times >= o.times;
  }
};

// What was done for an obligation before its window closed, and by now.
struct Done {
  Met on_time;
  Met by_now;

  Done(std::span<const Record* const> counting, Period window) {
    for (const Record* record : counting) {
      by_now.add(*record);
      if (record->held_on < window.end) on_time.add(*record);
    }
  }
};

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

bool is_unmet(Standing s) {
  return s != Standing::satisfied && s != Standing::satisfied_late && s != Standing::not_applicable;
}

Standing standing(const Obligation& o, const Done& done, bool waived, Date as_of) {
  if (!applies(o)) return Standing::not_applicable;
  if (done.on_time.suffices(o)) return Standing::satisfied;
  if (done.by_now.suffices(o)) return Standing::satisfied_late;
  if (waived) return Standing::waived;
  if (as_of < o.window.begin) return Standing::upcoming;
  return o.window.contains(as_of) ? Standing::due : Standing::overdue;
}

// The share of one finding in a column of all of them.
template <class T>
std::span<const T> share(const std::vector<T>& all, const std::vector<std::uint32_t>& ends,
                         std::size_t i) {
  const std::uint32_t begin = i == 0 ? 0 : ends[i - 1];
  return std::span{all}.subspan(begin, ends[i] - begin);
}

}  // namespace

Findings::Findings(const Obligations& obligations, const Records& records, Date as_of)
    : obligations_{obligations}, as_of_{as_of} {
  for (std::size_t i = 0; i < records.waiver_count(); ++i) waivers_.add(records.waiver(i));
  const Waivers waivers{waivers_, obligations_.rulebook(), as_of};
  const Held held{records, as_of};

  for (const Obligation& o : obligations_) {
    const std::vector<const Record*> counting = held.counting(o);
    const Done done{counting, o.window};
    const std::optional<std::uint32_t> waiver = waivers.find(o);
    const Standing found = standing(o, done, waiver.has_value(), as_of);
    for (const Record* record : counting) evidence_.push_back(record->id);
    if (is_unmet(found))
      for (const Discounted& one : held.discounted(o)) discounted_.push_back(one);

    standing_.push_back(found);
    missing_.push_back(is_lifted(found) ? 0 : std::max(0, o.times - done.by_now.times));
    paid_fen_.push_back(done.by_now.fen);
    waiver_.push_back(found == Standing::waived ? waiver : std::nullopt);
    evidence_end_.push_back(static_cast<std::uint32_t>(evidence_.size()));
    discounted_end_.push_back(static_cast<std::uint32_t>(discounted_.size()));
  }
}

Rows<Findings, ObligationId, Finding>::Iterator Findings::end() const {
  return {this, static_cast<std::uint32_t>(size())};
}

Finding Findings::operator[](ObligationId id) const {
  const Obligation obligation = obligations_[id];
  const std::size_t i = id.index;
  const std::int64_t owed_fen = is_lifted(standing_[i]) ? 0 : obligation.least_fen;
  return {.obligation = obligation,
          .standing = standing_[i],
          .missing = missing_[i],
          .missing_fen = std::max(std::int64_t{0}, owed_fen - paid_fen_[i]),
          .paid_fen = paid_fen_[i],
          .evidence = share(evidence_, evidence_end_, i),
          .discounted = share(discounted_, discounted_end_, i),
          .waiver = waiver_[i] ? std::optional{waivers_.waiver(*waiver_[i])} : std::nullopt};
}

Findings audit(const Obligations& obligations, const Records& records, Date as_of) {
  return {obligations, records, as_of};
}

}  // namespace zhibu
