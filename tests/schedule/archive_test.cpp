// SPDX-License-Identifier: BSL-1.0

#include "zhibu/schedule/archive.hpp"

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
#include "zhibu/regulation/rulebook_file.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

const Period year{Date{2026, 1, 1}, Date{2027, 1, 1}};

Obligations county_obligations() {
  const Roster roster = Roster::load(ZHIBU_REPO "/examples/yongshun");
  const Rulebook rules =
      Rulebook::national() + Rulebook::load(ZHIBU_REPO "/examples/yongshun/rules.toml");
  return obligations(roster, rules, Calendar::china(), year, Date{2026, 6, 1},
                     PartialWindow::not_applicable);
}

// Obligations of one rule, with something of everything.
Obligations few_obligations() {
  Rulebook rules;
  Provision p{.code = "MTG-01",
              .name = "党员大会一般每季度召开1次",
              .scope = EveryUnit{.kinds = {UnitKind::branch}},
              .activity = Activity::members_meeting,
              .cadence = AtLeast{1, Span::quarter},
              .in_force_from = Date{2018, 10, 28},
              .exemptions = {{Condition::temporary, "ORG-11", {"支部工作条例", "11"}},
                             {Condition::without_committee, "ORG-12", {"支部工作条例", "12"}}},
              .source = {"支部工作条例", "11"}};
  rules.add(p);
  p.code = "MTG-02";
  rules.add(p);
  Obligations owed{rules, year, std::nullopt, PartialWindow::owed};
  const Period window{Date{2026, 1, 1}, Date{2026, 4, 1}};
  owed.add(ProvisionId{0}, UnitId{7}, window);
  owed.add(ProvisionId{1}, PersonId{7}, window,
           {.at = UnitId{3},
            .fixed = Shifted{Date{2026, 1, 10}, Date{2026, 1, 9}, true, Certainty::projected},
            .exemption = 1,
            .bound = Period{Date{2026, 2, 1}, Date{2026, 4, 1}},
            .also = {ProvisionId{0}}});
  return owed;
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
  return edited(to_bytes(few_obligations()), [&](std::vector<EditedColumn>& columns) {
    std::memcpy(column_named(columns, column).bytes.data() + index * sizeof number, &number,
                sizeof number);
  });
}

TEST(ObligationsArchive, HoldsAllThatACountyOwes) {
  const Obligations owed = county_obligations();
  const Obligations again = obligations_from_bytes(to_bytes(owed));
  EXPECT_EQ(again, owed);
  EXPECT_EQ(again.rulebook(), owed.rulebook());
  EXPECT_EQ(again.period(), owed.period());
  EXPECT_EQ(again.rules_of(), owed.rules_of());
  EXPECT_EQ(again.partial(), owed.partial());
  ASSERT_EQ(again.size(), owed.size());
  for (const Obligation& o : owed) {
    const Obligation is = again[o.id];
    ASSERT_EQ(is.rule, o.rule);
    ASSERT_EQ(is.bearer, o.bearer);
    ASSERT_EQ(is.at, o.at);
    ASSERT_EQ(is.window, o.window);
    ASSERT_EQ(is.bound, o.bound);
    ASSERT_EQ(is.fixed, o.fixed);
    ASSERT_EQ(is.exempted, o.exempted);
    ASSERT_EQ(is.partial, o.partial);
    ASSERT_THAT(is.also, testing::ElementsAreArray(o.also));
  }
}

TEST(ObligationsArchive, HoldsWhatIsSaidOfOne) {
  const Obligations again = obligations_from_bytes(to_bytes(few_obligations()));
  const Obligation o = again[ObligationId{1}];
  EXPECT_EQ(o.bearer, Bearer{PersonId{7}});
  EXPECT_EQ(o.exempted->rule, "ORG-12");
  EXPECT_EQ(o.fixed->certainty, Certainty::projected);
  EXPECT_THAT(o.also, testing::ElementsAre(ProvisionId{0}));
  EXPECT_EQ(o.partial, PartialWindow::owed);
}

TEST(Obligations, ThatDifferInOneThingAreNotEqual) {
  EXPECT_EQ(few_obligations(), few_obligations());
  Obligations more = few_obligations();
  more.add(ProvisionId{0}, UnitId{8}, year);
  EXPECT_NE(more, few_obligations());
  const Rulebook rules = few_obligations().rulebook();
  EXPECT_NE(Obligations(rules, year), Obligations(rules, year, Date{2026, 1, 1}));
  EXPECT_NE(Obligations(rules, year), Obligations({}, year));
}

TEST(PlanArchive, HoldsAllThatIsPlanned) {
  const Plan planned = plan(county_obligations(), Calendar::china());
  const Plan again = plan_from_bytes(to_bytes(planned));
  EXPECT_EQ(again, planned);
  ASSERT_FALSE(again.occurrences.empty());
  EXPECT_EQ(again.occurrences, planned.occurrences);
  Plan fewer = planned;
  fewer.occurrences.pop_back();
  EXPECT_NE(fewer, planned);
}

TEST(ObligationsArchive, IsAFileOfItsKind) {
  const fs::path file =
      fs::temp_directory_path() / ("zhibu_obligations_" + std::to_string(getpid()) + ".zhibu");
  save(file, few_obligations());
  EXPECT_EQ(load_obligations(file), few_obligations());
  EXPECT_THAT(refusal([&] { load_plan(file); }), HasSubstr("an archive of 'obligations'"));
  const Plan planned{few_obligations(),
                     {{.day = Date{2026, 1, 9}, .obligation = ObligationId{1}}},
                     {ObligationId{0}}};
  save(file, planned);
  EXPECT_EQ(load_plan(file), planned);
  EXPECT_THAT(refusal([&] { load_obligations(file); }), HasSubstr("an archive of 'plan'"));
  fs::remove(file);
}

TEST(ObligationsArchive, DamagedIsRefused) {
  const std::string whole = to_bytes(few_obligations());
  for (std::size_t size = 0; size < whole.size(); ++size)
    ASSERT_NE(refusal([&] { obligations_from_bytes(whole.substr(0, size)); }), "") << size;
  std::string bytes = whole;
  for (std::size_t bit = 0; bit < 8 * bytes.size(); bit += 5) {
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    ASSERT_NE(refusal([&] { obligations_from_bytes(bytes); }), "") << bit;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
  }
}

TEST(ObligationsArchive, WithABitFlippedAndItsChecksumRightAgainIsReadOrRefused) {
  const std::string whole = to_bytes(few_obligations());
  std::mt19937 random{1};
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string bytes = whole;
    const std::size_t bit = random() % (8 * bytes.size());
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    set_checksum(bytes);
    refused += !refusal([&] {
                  const Obligations read = obligations_from_bytes(bytes);
                  EXPECT_EQ(obligations_from_bytes(to_bytes(read)), read);
                }).empty();
  }
  EXPECT_GT(refused, 1000);
}

TEST(ObligationsArchive, ThatLiesIsRefused) {
  const std::uint64_t no_days = std::uint64_t{20000} << 32 | 20000;
  const struct {
    std::string bytes;
    const char* refusal;
  } cases[] = {
      {with<std::uint32_t>("obligations/rows/provision", 0, 2), "no such provision"},
      {with<std::uint64_t>("obligations/rows/bearer", 0, std::uint64_t{2} << 32), "bearer"},
      {with("obligations/rows/window", 0, no_days), "window"},
      {with<std::int32_t>("obligations/rows/exemption", 0, 2), "no such exemption"},
      {with<std::int32_t>("obligations/rows/exemption", 0, -1), "no such exemption"},
      {with<std::int32_t>("obligations/rows/also", 0, 2), "a list of rules that there is not"},
      {with<std::uint64_t>("obligations/also/end", 1, 9), "overlap"},
      {with<std::uint32_t>("obligations/also", 0, 2), "no such provision"},
      {with<std::uint8_t>("obligations/partial", 0, 3), "partial windows"},
      {with<std::int32_t>("obligations/rules_of", 0, 2932897), "the day number"},
      {with<std::int32_t>("obligations/period/begin", 0, INT32_MIN), "no day"},
      {with<std::uint64_t>("obligations/rows/actual.rows", 0, 1), "half of a fixed day"},
      {with<char>("obligations/rulebook", 0, 'x'), "the rulebook:1"},
  };
  for (const auto& c : cases)
    EXPECT_THAT(refusal([&] { obligations_from_bytes(c.bytes); }), HasSubstr(c.refusal));
}

TEST(PlanArchive, OfAnObligationThatThereIsNotIsRefused) {
  const Plan occurring{
      few_obligations(), {{.day = Date{2026, 1, 9}, .obligation = ObligationId{2}}}, {}};
  const Plan unplaced{few_obligations(), {}, {ObligationId{2}}};
  for (const Plan& lie : {occurring, unplaced})
    EXPECT_THAT(refusal([&] { plan_from_bytes(to_bytes(lie)); }), HasSubstr("no such obligation"));
}

}  // namespace
}  // namespace zhibu
