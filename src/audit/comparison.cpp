// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/comparison.hpp"

#include <map>
#include <string_view>
#include <tuple>

#include "cause.hpp"

namespace zhibu {

template <>
std::span<const Name<Cause>> names() {
  static constexpr Name<Cause> all[] = {
      {Cause::rule, "rule", "规定", "rule"},
      {Cause::basis, "basis", "口径", "basis"},
      {Cause::organization, "organization", "组织", "organization"},
      {Cause::waiver, "waiver", "豁免", "waiver"},
      {Cause::record, "record", "记录", "record"},
      {Cause::day, "day", "核查日", "day of the audit"},
  };
  return all;
}

namespace {

// By what an obligation is the same in two audits; and the how-many-th of those that are alike.
using Identity = std::tuple<std::string_view, Bearer, Date, Date, std::optional<UnitId>, int>;

// Gives each obligation its identity, in their order.
class Identities {
 public:
  Identity of(const Obligation& o) {
    Identity found{o.rule, o.bearer, o.window.begin, o.window.end, o.at, 0};
    std::get<int>(found) = seen_[found]++;
    return found;
  }

 private:
  std::map<Identity, int> seen_;
};

using Partners = std::vector<std::optional<ObligationId>>;

// Of each obligation, the same one in the other audit.
Partners partners(const Findings& findings, const Findings& other) {
  std::map<Identity, ObligationId> known;
  Identities identities;
  for (const Obligation& o : other.obligations()) known.emplace(identities.of(o), o.id);
  identities = {};
  Partners found;
  for (const Obligation& o : findings.obligations()) {
    const auto same = known.find(identities.of(o));
    found.push_back(same == known.end() ? std::nullopt : std::optional{same->second});
  }
  return found;
}

// The changes, put together in the order of both audits.
class Comparing {
 public:
  Comparing(const Findings& before, const Findings& after)
      : before_{&before}, after_{&after}, causes_{before, after}, vanished_(after.size() + 1) {
    std::vector<FindingChange> pending;
    const Partners kept = partners(before, after);
    for (const Finding& f : before) {
      if (const auto partner = kept[f.obligation.id.index])
        std::swap(vanished_[partner->index], pending);
      else
        pending.push_back({stood(f), {}, causes_.of_vanished(f.obligation)});
    }
    vanished_.back() = std::move(pending);
  }

  std::vector<FindingChange> changes() {
    const Partners known = partners(*after_, *before_);
    std::vector<FindingChange> found;
    for (const Finding& f : *after_) {
      const ObligationId id = f.obligation.id;
      take_vanished(id.index, found);
      if (!known[id.index])
        found.push_back({{}, stood(f), causes_.of_appeared(f.obligation)});
      else if (const Finding was = (*before_)[*known[id.index]]; differ(was, f))
        found.push_back({stood(was), stood(f), causes_.of_changed(was, f)});
    }
    take_vanished(after_->size(), found);
    return found;
  }

 private:
  static Stood stood(const Finding& f) { return {f.obligation.id, f.standing}; }

  void take_vanished(std::size_t before, std::vector<FindingChange>& found) const {
    found.insert(found.end(), vanished_[before].begin(), vanished_[before].end());
  }

  const Findings* before_;
  const Findings* after_;
  Causes causes_;
  std::vector<std::vector<FindingChange>> vanished_;  // that come before each of `after`, or last
};

}  // namespace

std::vector<FindingChange> diff(const Findings& before, const Findings& after) {
  return Comparing{before, after}.changes();
}

}  // namespace zhibu
