// SPDX-License-Identifier: BSL-1.0

#include "audit/matching.hpp"

#include <map>
#include <set>

namespace zhibu {
namespace {

using Place = std::uint32_t;

// A matching that grows along augmenting paths (Kuhn 1955). Which occasions are met changes only by
// one more of them; which records they are met by may change each time.
class Matching {
 public:
  explicit Matching(const std::vector<Candidates>& occasions)
      : occasions_{&occasions},
        met_by_(occasions.size()),
        late_(occasions.size(), false),
        settled_(occasions.size(), false) {}

  std::vector<std::optional<Place>> run() {
    for (std::size_t i = 0; i < met_by_.size(); ++i) meet(i);
    for (std::size_t i = 0; i < met_by_.size(); ++i) {
      if (met_by_[i]) continue;
      late_[i] = true;
      meet(i);
    }
    for (std::size_t i = 0; i < met_by_.size(); ++i) settle(i);
    return met_by_;
  }

 private:
  const std::vector<Place>& candidates(std::size_t i) const {
    return late_[i] ? (*occasions_)[i].late : (*occasions_)[i].on_time;
  }

  bool meet(std::size_t i) {
    std::set<Place> seen;
    return meet(i, seen);
  }

  // Finds a record for an occasion, where need be by finding another for whoever has it.
  bool meet(std::size_t i, std::set<Place>& seen) {
    for (const Place place : candidates(i)) {
      if (!seen.insert(place).second) continue;
      const auto owner = owner_.find(place);
      if (owner != owner_.end() && (settled_[owner->second] || !meet(owner->second, seen)))
        continue;
      owner_[place] = i;
      met_by_[i] = place;
      return true;
    }
    return false;
  }

  // Gives an occasion the earliest record with which all others can still be met.
  void settle(std::size_t i) {
    if (!met_by_[i]) return;
    settled_[i] = true;
    for (const Place place : candidates(i)) {
      if (place == *met_by_[i]) return;
      const auto owner = owner_.find(place);
      if (owner != owner_.end() && settled_[owner->second]) continue;
      if (owner == owner_.end() || frees(owner->second, i, place)) return take(i, place);
    }
  }

  // Whether the owner of `place` finds another record, perhaps the one that `i` gives up for it.
  bool frees(std::size_t owner, std::size_t i, Place place) {
    const auto before = owner_;
    const auto met_before = met_by_;
    owner_.erase(*met_by_[i]);
    std::set<Place> seen{place};
    if (meet(owner, seen)) return true;
    owner_ = before;
    met_by_ = met_before;
    return false;
  }

  void take(std::size_t i, Place place) {
    if (const auto had = owner_.find(*met_by_[i]); had != owner_.end() && had->second == i)
      owner_.erase(had);
    owner_[place] = i;
    met_by_[i] = place;
  }

  const std::vector<Candidates>* occasions_;
  std::vector<std::optional<Place>> met_by_;
  std::map<Place, std::size_t> owner_;
  std::vector<bool> late_;
  std::vector<bool> settled_;
};

// Whether no record might meet two of them, so that there is nothing to choose.
bool is_plain(const std::vector<Candidates>& occasions) {
  std::set<Place> seen;
  for (const Candidates& of : occasions)
    for (const std::vector<Place>* places : {&of.on_time, &of.late})
      for (const Place place : *places)
        if (!seen.insert(place).second) return false;
  return true;
}

}  // namespace

std::vector<std::optional<Place>> match(const std::vector<Candidates>& occasions) {
  if (!is_plain(occasions)) return Matching{occasions}.run();
  std::vector<std::optional<Place>> met;
  for (const Candidates& of : occasions) {
    const std::vector<Place>& first = of.on_time.empty() ? of.late : of.on_time;
    met.push_back(first.empty() ? std::nullopt : std::optional{first.front()});
  }
  return met;
}

}  // namespace zhibu
