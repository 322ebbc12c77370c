// SPDX-License-Identifier: BSL-1.0
//
// What holds of every audit, whatever is owed and whatever was held.

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "owing.hpp"
#include "zhibu/audit/rollup.hpp"

namespace zhibu {
namespace {

constexpr std::array demanded{Activity::members_meeting, Activity::contact_visit,
                              Activity::branch_funds, Activity::festival_visit};
constexpr ProvisionId festivals{3};

const Date first_day{2017, 1, 1};
constexpr int days = 60;  // few, and few bearers, so that much of it meets

Date any_day() { return first_day + *rc::gen::inRange(0, days); }

Period any_period() {
  const Date begin = any_day();
  return {begin, begin + *rc::gen::inRange(1, 30)};
}

UnitId any_unit() { return UnitId{*rc::gen::inRange<std::uint32_t>(0, 2)}; }

PersonId any_person() { return PersonId{*rc::gen::inRange<std::uint32_t>(0, 2)}; }

Bearer any_bearer() {
  return *rc::gen::arbitrary<bool>() ? Bearer{any_unit()} : Bearer{any_person()};
}

// One time in so many.
bool seldom(int of) { return *rc::gen::inRange(0, of) == 0; }

Obligations any_obligations() {
  Provision meeting = provision("R", demanded[0], AtLeast{1, Span::month, {}});
  meeting.exemptions = {{Condition::temporary, "ORG-11", {"条例", "8", true}}};
  const int times = *rc::gen::inRange(1, 4);
  Obligations owed{rulebook({meeting, provision("V", demanded[1], AtLeast{times, Span::year, {}}),
                             provision("F", demanded[2], Funding{300, 500, Span::year}),
                             provision("O", demanded[3], AtFestivals{{"春节"}, 10, 0})}),
                   year_2017};
  for (int n = *rc::gen::inRange(0, 12); n > 0; --n) {
    const ProvisionId rule{*rc::gen::inRange<std::uint32_t>(0, 4)};
    const bool exempt = rule == ProvisionId{0} && seldom(4);
    owed.add(rule, any_bearer(), any_period(),
             {.at = seldom(2) ? std::optional{any_unit()} : std::nullopt,
              .exemption = exempt ? std::optional<std::size_t>{0} : std::nullopt});
  }
  return owed;
}

// Adds a record of some day, on which it may be voided.
void hold_anything(Records& held, Date day, bool may_be_void = true) {
  Activities activities = demanded[*rc::gen::inRange<std::size_t>(0, demanded.size())];
  if (seldom(3)) activities = activities | demanded[0];
  Record record = a_record(any_unit(), activities, day);
  std::vector<PersonId> persons;
  for (std::uint32_t i = 0; i < 2; ++i)
    if (*rc::gen::arbitrary<bool>()) persons.push_back(PersonId{i});
  record.persons = persons;
  if (seldom(3)) record.for_period = any_period();
  record.amount_fen = *rc::gen::inRange(0, 400);
  record.voided = may_be_void && seldom(5);
  hold(held, record);
}

Records any_records() {
  Records held;
  for (int n = *rc::gen::inRange(0, 40); n > 0; --n) hold_anything(held, any_day());
  for (int n = *rc::gen::inRange(0, 8); n > 0; --n) {
    const Date begin = any_day() - 30;
    held.add(release(any_bearer(), {begin, begin + *rc::gen::inRange(40, 120)}, any_day()));
  }
  return held;
}

Date any_day_of_audit() { return first_day - 5 + *rc::gen::inRange(0, days + 40); }

// A finding without views, and without the handles of a collection that is gone.
struct Found {
  Standing standing = Standing::upcoming;
  int missing = 0;
  std::int64_t missing_fen = 0;
  std::int64_t paid_fen = 0;
  std::vector<RecordId> evidence;
  std::vector<Discounted> discounted;
  std::optional<Date> waived_on;
  friend bool operator==(const Found&, const Found&) = default;
};

std::vector<Found> all(const Findings& findings) {
  std::vector<Found> found;
  for (const Finding& f : findings)
    found.push_back({f.standing,
                     f.missing,
                     f.missing_fen,
                     f.paid_fen,
                     {f.evidence.begin(), f.evidence.end()},
                     {f.discounted.begin(), f.discounted.end()},
                     f.waiver ? std::optional{f.waiver->approved_on} : std::nullopt});
  return found;
}

// The same, asked of every record and every waiver in turn, in the words of audit().
class Plainly {
 public:
  Plainly(const Obligation& o, const Records& held, Date as_of)
      : o_{o}, held_{held}, as_of_{as_of} {
    for (const Record& r : held) order_.push_back(r.id);
    std::stable_sort(order_.begin(), order_.end(),
                     [&](RecordId a, RecordId b) { return held_[a].held_on < held_[b].held_on; });
  }

  Found found() const {
    Found result;
    result.waived_on = waived_on();
    int on_time = 0;
    std::int64_t fen_on_time = 0;
    for (const RecordId id : order_) {
      const Record r = held_[id];
      if (!is_of_bearer(r) || r.voided || !is_of_window(r) || !is_at_place(r)) continue;
      result.evidence.push_back(id);
      result.paid_fen += r.amount_fen;
      on_time += r.held_on < o_.window.end ? 1 : 0;
      fen_on_time += r.held_on < o_.window.end ? r.amount_fen : 0;
    }
    const int times = static_cast<int>(result.evidence.size());
    result.missing = std::max(0, o_.times - times);
    result.missing_fen = std::max(std::int64_t{0}, o_.least_fen - result.paid_fen);
    const bool met = result.missing == 0 && result.missing_fen == 0;
    result.standing = o_.exempted ? Standing::not_applicable
                      : on_time >= o_.times && fen_on_time >= o_.least_fen ? Standing::satisfied
                      : met                      ? Standing::satisfied_late
                      : result.waived_on         ? Standing::waived
                      : as_of_ < o_.window.begin ? Standing::upcoming
                      : as_of_ < o_.window.end   ? Standing::due
                                                 : Standing::overdue;
    if (result.standing != Standing::waived) result.waived_on = std::nullopt;
    if (o_.exempted || result.standing == Standing::waived) result.missing_fen = result.missing = 0;
    if (!o_.exempted && !met) result.discounted = discounted();
    return result;
  }

 private:
  bool is_of_bearer(const Record& r) const {
    if (r.held_on > as_of_ || !r.activities.contains(o_.activity)) return false;
    if (const UnitId* unit = std::get_if<UnitId>(&o_.bearer)) return r.unit == *unit;
    return std::count(r.persons.begin(), r.persons.end(), std::get<PersonId>(o_.bearer)) > 0;
  }

  bool is_of_window(const Record& r) const {
    return o_.window.contains(r.for_period.value_or(Period{r.held_on, r.held_on + 1}));
  }

  bool is_at_place(const Record& r) const { return !o_.at || *o_.at == r.unit; }

  std::optional<Date> waived_on() const {
    for (std::size_t i = 0; i < held_.waiver_count(); ++i) {
      const Waiver w = held_.waiver(i);
      if (w.rule == o_.rule && w.bearer == o_.bearer && w.period.contains(o_.window) &&
          w.approved_on <= as_of_)
        return w.approved_on;
    }
    return std::nullopt;
  }

  std::vector<Discounted> discounted() const {
    std::vector<Discounted> found;
    for (const RecordId id : order_) {
      const Record r = held_[id];
      if (!is_of_bearer(r)) continue;
      const bool near =
          o_.window.begin <= r.held_on && r.held_on < o_.window.end + o_.window.days();
      if (r.voided && (is_of_window(r) || near))
        found.push_back({id, Discount::voided});
      else if (is_of_window(r) && !is_at_place(r))
        found.push_back({id, Discount::other_place});
      else if (!is_of_window(r) && near)
        found.push_back({id, Discount::other_period});
    }
    return found;
  }

  const Obligation& o_;
  const Records& held_;
  Date as_of_;
  std::vector<RecordId> order_;
};

RC_GTEST_PROP(AuditProperty, FindsWhatLookingThroughEveryRecordFinds, ()) {
  const Obligations owed = any_obligations();
  const Records held = any_records();
  const Date as_of = any_day_of_audit();
  const std::vector<Found> found = all(audit(owed, held, as_of));
  RC_ASSERT(found.size() == owed.size());
  for (const Obligation& o : owed)  // of occasions see matching_test.cpp
    if (o.provision != festivals) RC_ASSERT(found[o.id.index] == Plainly(o, held, as_of).found());
}

RC_GTEST_PROP(AuditProperty, OfADayIsUnchangedByWhatWasHeldOrApprovedLater, ()) {
  const Obligations owed = any_obligations();
  Records held = any_records();
  const Date as_of = any_day_of_audit();
  const std::vector<Found> that_evening = all(audit(owed, held, as_of));
  for (int n = *rc::gen::inRange(0, 20); n > 0; --n)
    hold_anything(held, as_of + *rc::gen::inRange(1, days));
  held.add(release(any_bearer(), {first_day, first_day + 100}, as_of + 1));
  RC_ASSERT(all(audit(owed, held, as_of)) == that_evening);
}

RC_GTEST_PROP(AuditProperty, KnownOnADayIsUnchangedByWhatWasEnteredVoidedOrApprovedLater, ()) {
  const Obligations owed = any_obligations();
  Records held = any_records();
  const Date as_of = any_day_of_audit();
  const Date known_on = any_day();
  const std::vector<Found> then = all(audit(owed, held, as_of, known_on));
  for (int n = *rc::gen::inRange(0, 20); n > 0; --n) {
    Record late = a_record(any_unit(), demanded[*rc::gen::inRange<std::size_t>(0, demanded.size())],
                           any_day());
    late.entered_on = std::max(late.held_on, known_on + *rc::gen::inRange(1, days));
    hold(held, late);
  }
  held.add(release(any_bearer(), {first_day, first_day + 100}, known_on + 1));
  RC_ASSERT(all(audit(owed, held, as_of, known_on)) == then);
}

// The best first; what is not met and not waived follows from the day alone.
int rank(Standing standing) {
  if (standing == Standing::satisfied) return 0;
  if (standing == Standing::satisfied_late) return 1;
  return standing == Standing::waived ? 2 : 3;
}

RC_GTEST_PROP(AuditProperty, OneMoreRecordThatIsNotVoidMakesNothingWorse, ()) {
  const Obligations owed = any_obligations();
  Records held = any_records();
  const Date as_of = any_day_of_audit();
  const std::vector<Found> before = all(audit(owed, held, as_of));
  hold_anything(held, any_day(), false);
  const std::vector<Found> after = all(audit(owed, held, as_of));
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].standing == Standing::not_applicable || rank(after[i].standing) >= 2)
      RC_ASSERT(after[i].standing == before[i].standing);
    RC_ASSERT(rank(after[i].standing) <= rank(before[i].standing));
    RC_ASSERT(after[i].missing <= before[i].missing);
    RC_ASSERT(after[i].missing_fen <= before[i].missing_fen);
    RC_ASSERT(after[i].evidence.size() >= before[i].evidence.size());
  }
}

RC_GTEST_PROP(AuditProperty, AWaiverLiftsWhatIsNotMetAndNothingElse, ()) {
  const Obligations owed = any_obligations();
  Records held = any_records();
  const Date as_of = any_day_of_audit();
  const std::vector<Found> before = all(audit(owed, held, as_of));
  const Waiver waiver = release(any_bearer(), {first_day - 10, first_day + 100}, as_of);
  held.add(waiver);
  const std::vector<Found> after = all(audit(owed, held, as_of));
  for (const Obligation& o : owed) {
    const Found& then = before[o.id.index];
    const bool lifted = o.rule == waiver.rule && o.bearer == waiver.bearer && !o.exempted &&
                        rank(then.standing) == 3;
    RC_ASSERT(after[o.id.index].standing == (lifted ? Standing::waived : then.standing));
    RC_ASSERT(after[o.id.index].evidence == then.evidence);
  }
}

RC_GTEST_PROP(AuditProperty, StandsAsItDoesInWhateverOrderTheRecordsWereEntered, ()) {
  const Obligations owed = any_obligations();
  const Records held = any_records();
  Records reversed;
  for (auto i = static_cast<std::uint32_t>(held.size()); i-- > 0;) reversed.add(held[RecordId{i}]);
  for (std::size_t i = 0; i < held.waiver_count(); ++i) reversed.add(held.waiver(i));

  const Date as_of = any_day_of_audit();
  const std::vector<Found> a = all(audit(owed, held, as_of));
  const std::vector<Found> b = all(audit(owed, reversed, as_of));
  for (std::size_t i = 0; i < a.size(); ++i) {
    RC_ASSERT(a[i].standing == b[i].standing);
    RC_ASSERT(a[i].paid_fen == b[i].paid_fen);
    RC_ASSERT(a[i].evidence.size() == b[i].evidence.size());
    RC_ASSERT(a[i].discounted.size() == b[i].discounted.size());
  }
}

Roster two_units_in_one_cluster() {
  Roster roster;
  for (const char* code : {"B0", "B1"}) {
    Unit unit;
    unit.code = unit.name = code;
    unit.standing = since(first_day - 100);
    roster.add(unit);
  }
  Cluster cluster;
  cluster.code = cluster.name = "PZ";
  cluster.standing = since(first_day - 100);
  roster.add(cluster);
  roster.add(ClusterMembership{ClusterId{0}, UnitId{0}, since(first_day + 10)});
  return roster;
}

using Counts = decltype(Tally::standing);

Counts sum(const std::vector<Tally>& tallies) {
  Counts sum{};
  for (const Tally& tally : tallies)
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += tally.standing[i];
  return sum;
}

RC_GTEST_PROP(RollupProperty, TheTalliesAddUpToTheFindings, ()) {
  const Findings findings = audit(any_obligations(), any_records(), any_day_of_audit());
  Counts expected{};
  for (const Finding& f : findings) ++expected[static_cast<std::size_t>(f.standing)];

  static const Roster roster = two_units_in_one_cluster();
  for (const Name<By>& by : names<By>()) {
    const std::vector<Tally> tallies = rollup(findings, roster, by.value);
    for (const Tally& tally : tallies)
      RC_ASSERT(std::accumulate(tally.standing.begin(), tally.standing.end(), 0) > 0);
    RC_ASSERT(sum(tallies) == expected);  // by tree too: neither unit is under the other
  }
}

// Units of which each stands under an earlier one, or under none, and none of which is moved.
Roster any_tree(std::uint32_t units) {
  Roster roster;
  for (std::uint32_t i = 0; i < units; ++i) {
    Unit unit;
    const std::string code = "B" + std::to_string(i);
    unit.code = unit.name = code;
    unit.standing = since(first_day - 100);
    const auto above = *rc::gen::inRange<std::uint32_t>(0, i + 1);
    if (above < i) unit.parent = UnitId{above};
    roster.add(unit);
  }
  return roster;
}

RC_GTEST_PROP(RollupProperty, AUnitsTallyByTreeIsItsOwnAndThoseOfTheUnitsUnderIt, ()) {
  const auto units = *rc::gen::inRange<std::uint32_t>(1, 7);
  const Roster roster = any_tree(units);
  Obligations owed{rulebook({provision("R", demanded[0], AtLeast{1, Span::month, {}})}), year_2017};
  for (int n = *rc::gen::inRange(0, 20); n > 0; --n)
    owed.add(ProvisionId{0}, UnitId{*rc::gen::inRange<std::uint32_t>(0, units)}, any_period());
  const Findings findings = audit(owed, any_records(), any_day_of_audit());

  std::map<std::string, Counts> own, in_all, expected;
  for (const Tally& t : rollup(findings, roster, By::unit)) own[t.code] = t.standing;
  for (const Tally& t : rollup(findings, roster, By::tree)) in_all[t.code] = t.standing;
  for (std::uint32_t i = 0; i < units; ++i) {
    for (std::optional<UnitId> above = UnitId{i}; above; above = roster[*above].parent) {
      const std::string code{roster[UnitId{i}].code};
      for (std::size_t s = 0; own.contains(code) && s < own[code].size(); ++s)
        expected[std::string{roster[*above].code}][s] += own[code][s];
    }
  }
  RC_ASSERT(in_all == expected);
}

}  // namespace
}  // namespace zhibu
