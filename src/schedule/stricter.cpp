// SPDX-License-Identifier: BSL-1.0

#include "schedule/stricter.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

#include "zhibu/regulation/strictness.hpp"

namespace zhibu {
namespace {

bool binds_throughout(const Owing& one) { return !one.exemption && one.bound == one.window.period; }

// What is owed under a stricter rule, by bearer, place and time.
class Stricter {
 public:
  Stricter(Owed& owed, Steps& steps) : owed_{&owed} {
    for (std::size_t i = 0; i < owed.owing.size(); ++i) {
      if (binds_throughout(owed.owing[i])) by_bearer_.emplace_back(key(owed.owing[i]), i);
      steps.pause();
    }
    std::ranges::sort(by_bearer_, steps.pausing(std::less{}));
  }

  // Cites `laxer` wherever it stands for `one`, if it does so in all of its window.
  bool stand_for(const Owing& one, const Provision& laxer) {
    const Period window = one.window.period;
    std::vector<std::size_t> within;
    int days = 0;
    const Key bearer = key(one);
    const auto first = std::ranges::lower_bound(by_bearer_, std::pair{bearer, std::size_t{0}});
    for (auto at = first; at != by_bearer_.end() && at->first == bearer; ++at) {
      const std::size_t i = at->second;
      if (!window.contains(owed_->owing[i].window.period)) continue;
      within.push_back(i);
      days += owed_->owing[i].window.period.days();
    }
    if (within.empty() || (!names_occasions(laxer.cadence) && days < window.days())) return false;
    for (const std::size_t i : within) owed_->also[i].push_back(laxer.id);
    return true;
  }

 private:
  using Key = std::pair<Bearer, std::optional<UnitId>>;
  static Key key(const Owing& one) { return {one.bearer, one.at}; }

  Owed* owed_;
  std::vector<std::pair<Key, std::size_t>> by_bearer_;  // sorted
};

void take_out(Owed& laxer, std::vector<Stricter>& stricter, Steps& steps) {
  Owed kept{laxer.provision, {}, {}};
  for (std::size_t i = 0; i < laxer.owing.size(); ++i) {
    steps.pause();
    const Owing& one = laxer.owing[i];
    bool stood_for = false;
    if (!one.exemption)
      for (Stricter& rule : stricter)
        stood_for = rule.stand_for(one, *laxer.provision) || stood_for;
    if (stood_for) continue;
    kept.owing.push_back(one);
    kept.also.push_back(std::move(laxer.also[i]));
  }
  laxer = std::move(kept);
}

}  // namespace

bool takes_the_place(const Provision& stricter, const Provision& laxer) {
  return laxer.layer < stricter.layer && stricter.activity == laxer.activity &&
         is_as_strong(stricter.force, laxer.force) && implies(stricter.cadence, laxer.cadence);
}

// Those of the highest layer first, so that what is taken out of a lower one has stood for them.
void keep_the_strictest(std::vector<Owed>& all, const Watch& watch) {
  Steps steps{watch, all.size()};
  std::vector<Owed*> from_above;
  for (Owed& owed : all) from_above.push_back(&owed);
  std::ranges::stable_sort(from_above, {}, [](const Owed* o) { return o->provision->layer; });
  for (Owed* laxer : from_above) {
    steps();
    if (laxer->owing.empty()) continue;
    std::vector<Stricter> stricter;
    for (Owed* owed : from_above)
      if (takes_the_place(*owed->provision, *laxer->provision)) stricter.emplace_back(*owed, steps);
    if (!stricter.empty()) take_out(*laxer, stricter, steps);
  }
  steps.finish();
}

}  // namespace zhibu
