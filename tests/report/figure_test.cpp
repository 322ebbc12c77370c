// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/figure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace zhibu {
namespace {

const std::filesystem::path county_folder =
    std::filesystem::path{ZHIBU_REPO} / "examples" / "yongshun";
const Date september{2017, 9, 30};

// The county of the press report, and what it declares to be counted.
struct County {
  Roster roster = Roster::load(county_folder);
  Records records = Records::load(county_folder / "2017", roster);
  Obligations owed =
      obligations(roster, Rulebook::national() + Rulebook::load(county_folder / "rules.toml"),
                  Calendar::china(), parse_period("2017"));
  std::vector<Figure> figures = load_figures(county_folder / "figures.toml");
};

const County& county() {
  static const County loaded;
  return loaded;
}

CountedFigure counted(const Figure& figure, const Records& records = county().records) {
  return count(figure, county().roster, records, county().owed, september);
}

CountedFigure counted(std::string_view code) {
  for (const Figure& figure : county().figures)
    if (figure.code == code) return counted(figure);
  throw std::invalid_argument("no figure " + std::string{code});
}

// The numbers of the press report, of which the facts are numbered SEED-01 to SEED-46.
struct Fact {
  std::string_view code;
  std::string_view printed;
};

class FigureOfTheReport : public testing::TestWithParam<Fact> {};

TEST_P(FigureOfTheReport, IsCountedInTheRecords) {
  EXPECT_EQ(to_string(counted(GetParam().code)), GetParam().printed);
}

INSTANTIATE_TEST_SUITE_P(
    All, FigureOfTheReport,
    testing::Values(Fact{"SEED-02", "1"}, Fact{"SEED-03", "7"},
                    Fact{"SEED-04", "县委组织部副部长、县委老干部局局长"}, Fact{"SEED-05", "52"},
                    Fact{"SEED-07", "1491"}, Fact{"SEED-08", "150000"}, Fact{"SEED-09", "52"},
                    Fact{"SEED-10", "1"}, Fact{"SEED-11", "县老年大学常务副校长"},
                    Fact{"SEED-12", "15"}, Fact{"SEED-13", "1"}, Fact{"SEED-14", "1"},
                    Fact{"SEED-15", "1000余"}, Fact{"SEED-18", "25"}, Fact{"SEED-19", "1097"},
                    Fact{"SEED-23-places", "2"}, Fact{"SEED-25", "21"}, Fact{"SEED-26", "86000"},
                    Fact{"SEED-27", "1"}, Fact{"SEED-29", "3"}, Fact{"SEED-34", "4"},
                    Fact{"SEED-35-owed", "12"}, Fact{"SEED-38", "12"}, Fact{"SEED-39", "24"},
                    Fact{"SEED-41", "7"}, Fact{"SEED-41-owed", "28"}, Fact{"SEED-43", "250000"},
                    Fact{"SEED-44", "520000至1040000"}));

TEST(FigureOfTheReport, ThereAreTwentyEightContactVisitsAndMore) {
  EXPECT_GE(counted("SEED-41-visits").number, 28);
}

TEST(FigureOfTheReport, SpeaksEnglishToo) {
  EXPECT_EQ(to_string(counted("SEED-15"), Language::en), "more than 1000");
  EXPECT_EQ(to_string(counted("SEED-44"), Language::en), "520000 to 1040000");
}

// --- what it rests on ---

TEST(CountedFigure, NamesTheRowsThatItCounts) {
  const CountedFigure start = counted("SEED-08");
  EXPECT_THAT(start.rows, testing::ElementsAre("B2017-001"));
  EXPECT_EQ(footnote(start), "党建启动资金：计1行（拨入）：B2017-001");
  EXPECT_EQ(counted("SEED-18").rows.size(), 25U);
  EXPECT_EQ(footnote(counted("SEED-38"), Language::en),
            "clusters: 12 rows (clusters): PZ01, PZ02, PZ03, …");
}

TEST(CountedFigure, OneMoreRecordIsOneMore) {
  Records more = county().records;
  const Figure reports{.code = "F",
                       .name = "报告会",
                       .name_en = "reports",
                       .counted = Counted::sessions,
                       .filter = {.unit = "YS-LD", .activities = {Activity::situation_report}}};
  const auto report = [&](std::string_view code, Date held_on, bool voided = false) {
    more.add(Record{.id = {},
                    .code = code,
                    .unit = county().roster.unit("YS-LD").id,
                    .activities = Activity::situation_report,
                    .held_on = held_on,
                    .voided = voided});
  };
  EXPECT_EQ(counted(reports, more).number, 4);
  report("X1", Date{2017, 12, 31});  // the last day of the year counts
  EXPECT_EQ(counted(reports, more).number, 5);
  report("X2", Date{2018, 1, 1});  // the next one does not
  report("X3", Date{2017, 12, 30}, true);
  EXPECT_EQ(counted(reports, more).number, 5);
}

TEST(CountedFigure, WhatStandsUnderAUnitIsNotTheUnitItself) {
  const Figure under{.code = "F",
                     .name = "党组织",
                     .name_en = "units",
                     .counted = Counted::units,
                     .filter = {.under = "YS-LD"}};
  EXPECT_EQ(counted(under).number, 15);
}

TEST(CountedFigure, AUnitThatThereIsNotIsRefused) {
  const Figure of_nobody{.code = "F",
                         .name = "党组织",
                         .name_en = "units",
                         .counted = Counted::units,
                         .filter = {.unit = "YS-B99"}};
  EXPECT_THROW(counted(of_nobody), std::invalid_argument);
}

// --- the file ---

std::string refusal(std::string_view toml) {
  try {
    parse_figures(toml, "figures.toml");
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "read";
}

constexpr std::string_view head = "[[figure]]\ncode = 'F'\nname = '人'\nname_en = 'persons'\n";

TEST(FiguresFile, AKeyThatDoesNotNarrowIsNamedWithThoseThatDo) {
  EXPECT_THAT(refusal(std::string{head} + "counted = 'persons'\nforms = ['self_study']\n"),
              testing::AllOf(testing::StartsWith("figures.toml:6:"),
                             testing::HasSubstr("nothing that narrows 'persons'"),
                             testing::HasSubstr("accepted: code, name, name_en, counted, "
                                                "retirement, member, unit, under")));
}

TEST(FiguresFile, AMisspeltWordIsNamedWithTheNearest) {
  EXPECT_THAT(refusal(std::string{head} + "counted = 'person'\n"),
              testing::HasSubstr("did you mean 'persons'?"));
}

TEST(FiguresFile, AllRowsAtFaultAreNamedTogether) {
  const std::string twice = std::string{head} + "counted = 'person'\n" + std::string{head} +
                            "counted = 'units'\nrule = 'SR-01'\n";
  EXPECT_THAT(refusal(twice), testing::AllOf(testing::HasSubstr("figures.toml:5:"),
                                             testing::HasSubstr("figures.toml:11:")));
}

TEST(FiguresFile, ACodeStandsOnce) {
  const std::string twice =
      std::string{head} + "counted = 'clusters'\n" + std::string{head} + "counted = 'clusters'\n";
  EXPECT_THAT(refusal(twice), testing::HasSubstr("'F' is taken"));
}

}  // namespace
}  // namespace zhibu
