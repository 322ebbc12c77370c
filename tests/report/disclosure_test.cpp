// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "report/draw.hpp"

namespace zhibu {
namespace {

const Period year{Date{2017, 1, 1}, Date{2018, 1, 1}};

// One member, of whom everything is known.
class ADisclosure : public testing::Test {
 protected:
  PersonId person(std::string_view code, std::string_view name) {
    Person row{};
    row.code = code;
    row.name = name;
    row.born_on = Date{1938, 5, 6};
    row.admitted_on = Date{1960, 7, 1};
    row.full_member_on = Date{1961, 7, 1};
    const PersonId id = roster.add(row);
    roster.add(Membership{id, branch, MembershipKind::home, since(Date{2012, 1, 1})});
    return id;
  }

  LedgerSource source() const { return {roster, records, rules, request}; }

  Roster roster;
  Records records;
  Rulebook rules;
  UnitId branch = roster.add([] {
    Unit row{};
    row.code = "B1";
    row.name = "一支部";
    row.standing = since(Date{2012, 1, 1});
    return row;
  }());
  PersonId member = [this] {
    const PersonId id = person("P0001", "张三丰");
    Particulars particulars{};
    particulars.person = id;
    particulars.id_number = "433127193805060012";
    particulars.phone = "13812345678";
    roster.add(particulars);
    return id;
  }();
  LedgerRequest request{.period = year};
};

TEST_F(ADisclosure, UnaskedHasNamesAndCodesAndNothingSensitive) {
  EXPECT_EQ(source().name(member), "张三丰");
  EXPECT_EQ(source().code(member), "P0001");
  EXPECT_EQ(source().born(member), "1938-05-06");
  EXPECT_EQ(source().reason("重病"), "");
  EXPECT_EQ(source().id_number(member), "");
  EXPECT_EQ(source().phone(member), "");
  EXPECT_EQ(source().count(3), "3");
}

TEST_F(ADisclosure, HasWhatIsAskedForByNameAndMasksNumbers) {
  request.disclosure.shown = {Sensitive::id_numbers};
  EXPECT_EQ(source().id_number(member), "4331**************");
  EXPECT_EQ(source().phone(member), "");
  EXPECT_EQ(source().reason("重病"), "");
  request.disclosure.shown = {Sensitive::phones, Sensitive::reasons};
  EXPECT_EQ(source().id_number(member), "");
  EXPECT_EQ(source().phone(member), "138********");
  EXPECT_EQ(source().reason("重病"), "重病");
}

TEST_F(ADisclosure, OfAPersonWithoutParticularsHasNone) {
  request.disclosure.shown = {Sensitive::id_numbers, Sensitive::phones};
  const PersonId other = person("P0002", "李四");
  EXPECT_EQ(source().id_number(other), "");
  EXPECT_EQ(source().phone(other), "");
}

TEST_F(ADisclosure, ThatIsPublishedVeilsNames) {
  request.disclosure.published = true;
  EXPECT_EQ(source().name(member), "张*丰");
  EXPECT_EQ(source().name(person("P2", "李四")), "李*");
  EXPECT_EQ(source().name(person("P3", "欧阳修远")), "欧*远");
  EXPECT_EQ(source().name(person("P4", "阿")), "*");
  EXPECT_EQ(source().name(person("P5", "")), "");
}

TEST_F(ADisclosure, ThatIsPublishedHasKeyedHashesForCodesOrNoCodes) {
  request.disclosure.published = true;
  EXPECT_EQ(source().code(member), "");
  request.disclosure.pseudonym_key = "k1";
  const std::string code = source().code(member);
  EXPECT_EQ(code.size(), 16u);
  EXPECT_EQ(code.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(source().code(member), code);
  request.disclosure.pseudonym_key = "k2";
  EXPECT_NE(source().code(member), code);
}

TEST_F(ADisclosure, ThatIsPublishedHasTheYearOfBirthOnly) {
  request.disclosure.published = true;
  EXPECT_EQ(source().born(member), "1938");
  EXPECT_EQ(source().day_of(Date{2017, 5, 6}), "2017");
  EXPECT_EQ(source().event_day(Date{2017, 5, 6}), std::nullopt);
}

TEST_F(ADisclosure, ThatIsPublishedHasNothingSensitiveWhateverIsAskedFor) {
  request.disclosure = {.shown = {Sensitive::reasons, Sensitive::id_numbers, Sensitive::phones},
                        .published = true};
  EXPECT_EQ(source().id_number(member), "");
  EXPECT_EQ(source().phone(member), "");
  EXPECT_EQ(source().reason("重病"), "");
}

TEST_F(ADisclosure, ThatIsPublishedSuppressesOneToFour) {
  request.disclosure.published = true;
  EXPECT_EQ(source().count(0), "0");
  EXPECT_EQ(source().count(1), "<5");
  EXPECT_EQ(source().count(4), "<5");
  EXPECT_EQ(source().count(5), "5");
}

TEST(ATotal, ThatIsSuppressedIsNotThere) {
  std::vector<LedgerTotal> totals{{.name = "人数", .value = 1},
                                  {.name = "人次", .value = 4},
                                  {.name = "期次", .value = 5},
                                  {.name = "无", .value = 0},
                                  {.name = "金额", .value = 300, .kind = CellKind::yuan}};
  suppress_few(totals);
  for (const std::size_t few : {0u, 1u}) {
    EXPECT_TRUE(totals[few].suppressed);
    EXPECT_EQ(totals[few].value, 0);
    EXPECT_EQ(to_string(totals[few]), "<5");
  }
  EXPECT_EQ(to_string(totals[2]), "5");
  EXPECT_EQ(to_string(totals[3]), "0");
  EXPECT_EQ(to_string(totals[4]), "3.00");
}

// The cells of a column of a ledger of the example county's year.
std::set<std::string> cells(LedgerKind kind, std::string_view column, bool published) {
  const std::filesystem::path folder = std::filesystem::path{ZHIBU_REPO} / "examples/yongshun";
  static const Roster county = Roster::load(folder);
  static const Records held = Records::load(folder / "2017", county);
  const Ledger drawn = ledger(kind, county, held, Rulebook{},
                              {.extent = Everything{},
                               .period = parse_period("2017"),
                               .disclosure = {.published = published}});
  const auto at = std::ranges::find(drawn.columns, column, &LedgerColumn::name);
  std::set<std::string> found;
  for (const LedgerRow& row : drawn.rows)
    found.insert(row.cells.at(static_cast<std::size_t>(at - drawn.columns.begin())));
  return found;
}

TEST(APublishedLedger, TellsOfBirthsAndRetirementsOnlyTheYear) {
  const auto is_year = [](const std::string& cell) { return cell.size() <= 4; };
  for (const std::string_view column : {"出生日期", "离退休日期"})
    EXPECT_TRUE(std::ranges::all_of(cells(LedgerKind::members, column, true), is_year));
  EXPECT_TRUE(std::ranges::all_of(cells(LedgerKind::birthdays, "生日", true), is_year));
  EXPECT_TRUE(std::ranges::none_of(cells(LedgerKind::members, "出生日期", false), is_year));
}

TEST(APublishedLedger, NamesNobodyInWhatSomebodyWrote) {
  EXPECT_TRUE(cells(LedgerKind::training, "授课人", false).contains("县委党校讲师"));
  EXPECT_EQ(cells(LedgerKind::training, "授课人", true), std::set<std::string>{""});
  EXPECT_EQ(cells(LedgerKind::meetings, "主持人", true), std::set<std::string>{""});
}

}  // namespace
}  // namespace zhibu
