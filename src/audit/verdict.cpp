// SPDX-License-Identifier: BSL-1.0

#include "verdict.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

#include "matching.hpp"

namespace zhibu {
namespace {

// What was done: how often, how many class hours, how much money.
struct Sum {
  int times = 0;
  int hours = 0;
  std::int64_t fen = 0;

  void add(const Record& record) {
    ++times;
    const int more = record.class_hours.value_or(0);
    hours += std::min(more, std::numeric_limits<int>::max() - hours);
    fen += std::min(record.amount_fen, std::numeric_limits<std::int64_t>::max() - fen);
  }

  bool suffices(const Obligation& o) const {
    if (o.times > 0) return times >= o.times;
    return o.class_hours > 0 ? hours >= o.class_hours : fen >= o.least_fen;
  }
};

// Marks, of the records that fit, those that lie too close behind one that counts.
void keep_apart(std::vector<Judged>& judged, int days_apart, const Held& held) {
  std::optional<Date> last;
  for (Judged& one : judged) {
    if (one.why) continue;
    const Date day = held[one.place].held_on;
    if (last && day - *last < days_apart)
      one.why = Discount::too_close;
    else
      last = day;
  }
}

// Marks, of the records that fit an occasion, all but the one that meets it.
void keep_one(std::vector<Judged>& judged, std::optional<std::uint32_t> met_by) {
  for (Judged& one : judged)
    if (!one.why && one.place != met_by)
      one.why = met_by ? Discount::not_needed : Discount::other_occasion;
}

}  // namespace

Occasions::Occasions(const Obligations& obligations, const Held& held, Steps& steps)
    : met_by_(obligations.size()) {
  std::vector<std::tuple<ProvisionId, Bearer, Date, ObligationId>> order;
  for (const Obligation& o : obligations) {
    if (applies(o) && names_occasions(obligations.rulebook()[o.provision].cadence))
      order.emplace_back(o.provision, o.bearer, o.window.begin, o.id);
    steps();
  }
  std::ranges::sort(order, steps.pausing(std::less{}));

  std::vector<ObligationId> group;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto& [provision, bearer, begin, id] = order[i];
    group.push_back(id);
    steps.pause();
    const bool last = i + 1 == order.size() || std::get<0>(order[i + 1]) != provision ||
                      std::get<1>(order[i + 1]) != bearer;
    if (!last) continue;
    match_group(group, obligations, held);
    group.clear();
  }
}

void Occasions::match_group(const std::vector<ObligationId>& group, const Obligations& obligations,
                            const Held& held) {
  std::vector<Candidates> candidates;
  for (const ObligationId id : group) {
    const Obligation o = obligations[id];
    Candidates& of = candidates.emplace_back();
    for (const Judged& one : held.judge(o))
      if (!one.why)
        (held[one.place].held_on < o.bound.end ? of.on_time : of.late).push_back(one.place);
  }
  const std::vector<std::optional<std::uint32_t>> met = match(candidates);
  for (std::size_t i = 0; i < group.size(); ++i) met_by_[group[i].index] = met[i];
}

Verdict verdict(const Obligation& o, const Provision& provision, const Held& held,
                const Occasions& occasions) {
  std::vector<Judged> judged = held.judge(o);
  if (names_occasions(provision.cadence)) keep_one(judged, occasions.met_by(o.id));
  if (const AtLeast* quota = std::get_if<AtLeast>(&provision.cadence))
    keep_apart(judged, quota->days_apart, held);

  Verdict found;
  Sum on_time, by_now;
  for (const Judged& one : judged) {
    const Record& record = held[one.place];
    if (one.why) {
      if (is_for(record, o.window) || nearby(o.window).contains(record.held_on))
        found.discounted.push_back({record.id, *one.why, one.rule});
      continue;
    }
    found.evidence.push_back(record.id);
    by_now.add(record);
    if (record.held_on < o.bound.end) on_time.add(record);
  }
  found.done = o.class_hours > 0 ? by_now.hours : by_now.times;
  found.paid_fen = by_now.fen;
  found.on_time = on_time.suffices(o);
  found.by_now = by_now.suffices(o);
  return found;
}

}  // namespace zhibu
