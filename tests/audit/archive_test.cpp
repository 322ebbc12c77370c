// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/archive.hpp"

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "../organization/archive_edit.hpp"
#include "zhibu/audit/comparison.hpp"
#include "zhibu/record/archive.hpp"
#include "zhibu/schedule/archive.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

const Date day{2017, 9, 30};

// What a county owes in a quarter, and what was found of it.
struct County {
  Roster roster = Roster::load(ZHIBU_REPO "/examples/yongshun");
  Rulebook rules =
      Rulebook::national() + Rulebook::load(ZHIBU_REPO "/examples/yongshun/rules.toml");
  Records held = Records::load(ZHIBU_REPO "/examples/yongshun/2017", roster);
  Obligations owed =
      obligations(roster, rules, Calendar::china(), parse_period("2017"), Date{2026, 1, 1});
  Findings found = audit(owed, held, day, day);
};

const County& county() {
  static const County made;
  return made;
}

// Findings of one rule: one that is met, one that is not, one that is waived.
Findings few_findings() {
  Rulebook rules;
  rules.add(Provision{.code = "MTG-01",
                      .name = "党员大会一般每季度召开1次",
                      .scope = EveryUnit{.kinds = {UnitKind::branch}},
                      .activity = Activity::members_meeting,
                      .cadence = AtLeast{1, Span::quarter},
                      .in_force_from = Date{2015, 1, 1},
                      .source = {"支部工作条例", "11"}});
  const Period window{Date{2017, 7, 1}, Date{2017, 10, 1}};
  Obligations owed{rules, window};
  for (const std::uint32_t unit : {1u, 2u, 3u}) owed.add(ProvisionId{0}, UnitId{unit}, window);
  Records held;
  held.add(Record{.code = "R1",
                  .unit = UnitId{1},
                  .activities = Activity::members_meeting,
                  .held_on = Date{2017, 8, 1}});
  held.add(Record{.code = "R2",
                  .unit = UnitId{2},
                  .activities = Activity::members_meeting,
                  .held_on = Date{2017, 8, 1},
                  .voided = true});
  held.add(Waiver{"MTG-01", UnitId{3}, window, "灾", "县委", Date{2017, 7, 2}});
  return audit(owed, held, day);
}

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "";
}

template <class T>
std::string with(std::string_view column, std::size_t index, T number) {
  return edited(to_bytes(few_findings()), [&](std::vector<EditedColumn>& columns) {
    std::memcpy(column_named(columns, column).bytes.data() + index * sizeof number, &number,
                sizeof number);
  });
}

TEST(FindingsArchive, HoldsAllThatWasFound) {
  const Findings& found = county().found;
  const Findings again = findings_from_bytes(to_bytes(found));
  EXPECT_EQ(again, found);
  EXPECT_EQ(again.obligations(), county().owed);
  EXPECT_EQ(again.as_of(), day);
  EXPECT_EQ(again.known_on(), day);
  EXPECT_TRUE(diff(found, again).empty());
  ASSERT_EQ(again.size(), found.size());
  for (const Finding& f : found) {
    const Finding is = again[f.obligation.id];
    ASSERT_EQ(is.standing, f.standing);
    ASSERT_EQ(is.missing, f.missing);
    ASSERT_EQ(is.hours, f.hours);
    ASSERT_EQ(is.paid_fen, f.paid_fen);
    ASSERT_THAT(is.evidence, testing::ElementsAreArray(f.evidence));
    ASSERT_THAT(is.discounted, testing::ElementsAreArray(f.discounted));
    ASSERT_EQ(is.waiver.has_value(), f.waiver.has_value());
    if (f.waiver) {
      EXPECT_EQ(is.waiver->reason, f.waiver->reason);
    }
  }
}

TEST(FindingsArchive, AnswersWhyNotAsTheFindingsDid) {
  const Findings again = findings_from_bytes(to_bytes(county().found));
  const RecordId record = county().held.record("R2017-1651").id;
  for (const Finding& f : again)
    ASSERT_EQ(why_not(again, county().held, record, f.obligation.id),
              why_not(county().found, county().held, record, f.obligation.id));
}

TEST(Findings, OfOtherDaysAreNotEqual) {
  const Findings next = audit(county().owed, county().held, day + 1, day);
  EXPECT_NE(next, county().found);
  EXPECT_EQ(audit(county().owed, county().held, day, day), county().found);
}

TEST(FindingsArchive, HoldsTheWaiver) {
  const Findings again = findings_from_bytes(to_bytes(few_findings()));
  EXPECT_EQ(again[ObligationId{2}].standing, Standing::waived);
  EXPECT_EQ(again[ObligationId{2}].waiver->approved_by, "县委");
  EXPECT_EQ(again[ObligationId{1}].discounted[0].why, Discount::voided);
  EXPECT_EQ(again[ObligationId{0}].evidence[0], RecordId{0});
  EXPECT_EQ(again.known_on(), std::nullopt);
}

TEST(FindingsArchive, IsAFileOfItsKind) {
  const fs::path file =
      fs::temp_directory_path() / ("zhibu_findings_" + std::to_string(getpid()) + ".zhibu");
  save(file, few_findings());
  EXPECT_EQ(load_findings(file), few_findings());
  EXPECT_THAT(refusal([&] { load_obligations(file); }),
              HasSubstr("an archive of 'findings'; accepted: one of 'obligations'"));
  save(file, few_findings().obligations());
  EXPECT_THAT(refusal([&] { load_findings(file); }), HasSubstr("an archive of 'obligations'"));
  fs::remove(file);
}

TEST(FindingsArchive, DamagedIsRefused) {
  const std::string whole = to_bytes(few_findings());
  for (std::size_t size = 0; size < whole.size(); size += 3)
    ASSERT_NE(refusal([&] { findings_from_bytes(whole.substr(0, size)); }), "") << size;
  std::string bytes = whole;
  for (std::size_t bit = 0; bit < 8 * bytes.size(); bit += 11) {
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    ASSERT_NE(refusal([&] { findings_from_bytes(bytes); }), "") << bit;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
  }
}

TEST(FindingsArchive, WithABitFlippedAndItsChecksumRightAgainIsReadOrRefused) {
  const std::string whole = to_bytes(few_findings());
  std::mt19937 random{1};
  int refused = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string bytes = whole;
    const std::size_t bit = random() % (8 * bytes.size());
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    set_checksum(bytes);
    refused += !refusal([&] {
                  const Findings read = findings_from_bytes(bytes);
                  EXPECT_EQ(findings_from_bytes(to_bytes(read)), read);
                }).empty();
  }
  EXPECT_GT(refused, 1000) << "most of it is archives with checksums of their own";
}

TEST(FindingsArchive, ThatLiesIsRefused) {
  const struct {
    std::string bytes;
    const char* refusal;
  } cases[] = {
      {with<std::uint8_t>("findings/rows/standing", 0, 7), "standing"},
      {with<std::uint8_t>("findings/rows/standing", 0, 5), "without a waiver"},
      {with<std::uint8_t>("findings/rows/standing", 2, 0), "has one and is not"},
      {with<std::int32_t>("findings/rows/waiver", 0, 1), "a waiver that there is not"},
      {with<std::int32_t>("findings/rows/done", 0, -1), "less than nothing"},
      {with<std::int32_t>("findings/rows/evidence", 0, 2), "more records"},
      {with<std::int32_t>("findings/rows/evidence", 0, 0), "records of no finding"},
      {with<std::int32_t>("findings/rows/discounted", 0, -1), "fewer than no records"},
      {with<std::uint8_t>("findings/discounted/why", 0, 12), "why"},
      {with<std::int32_t>("findings/as_of", 0, INT32_MIN), "no day"},
      {with<std::uint8_t>("findings/waivers", 70, 1), "damaged"},
      {with<std::uint8_t>("findings/obligations", 70, 1), "damaged"},
  };
  for (const auto& c : cases)
    EXPECT_THAT(refusal([&] { findings_from_bytes(c.bytes); }), HasSubstr(c.refusal));
}

}  // namespace
}  // namespace zhibu
