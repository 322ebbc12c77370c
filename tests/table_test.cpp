// SPDX-License-Identifier: BSL-1.0

#include "table.hpp"

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "csv.hpp"
#include "encoding.hpp"
#include "nearest.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr Column columns[] = {{"code", true}, {"name", true}, {"born"}, {"voided"}};

// The codes and names of a table, or the faults it was refused for.
std::vector<std::string> read(std::string_view bytes) {
  Faults faults;
  const Table table{"people.csv", bytes, columns, faults};
  std::vector<std::string> cells;
  for (const Row& row : table) {
    cells.emplace_back(row.required("code"));
    cells.emplace_back(row.text("name"));
    row.read("born", parse_date);
    row.read("voided", parse_yes_no);
  }
  try {
    faults.throw_if_any();
  } catch (const std::invalid_argument& e) {
    return {e.what()};
  }
  return cells;
}

std::string fault(std::string_view bytes) {
  const std::vector<std::string> found = read(bytes);
  return found.size() == 1 ? found[0] : "none";
}

TEST(Table, ColumnsMayStandInAnyOrder) {
  EXPECT_THAT(read("code,name\nP1,甲\n"), ElementsAre("P1", "甲"));
  EXPECT_THAT(read("name,code\n甲,P1\n"), ElementsAre("P1", "甲"));
}

TEST(Table, LinesEndInLfOrCrlfAndTheLastMayHaveNoEnd) {
  EXPECT_THAT(read("code,name\nP1,a\nP2,b"), ElementsAre("P1", "a", "P2", "b"));
  EXPECT_THAT(read("code,name\r\nP1,a\r\nP2,b\r\n"), ElementsAre("P1", "a", "P2", "b"));
}

TEST(Table, ACarriageReturnAloneIsNoEndOfLine) {
  EXPECT_EQ(fault("code,name\rP1,a\r"),
            "people.csv:1: a carriage return that no line feed follows");
}

TEST(Table, ByteOrderMarkIsNoPartOfTheFirstColumn) {
  EXPECT_THAT(read("\xEF\xBB\xBF"
                   "code,name\nP1,甲\n"),
              ElementsAre("P1", "甲"));
  EXPECT_THAT(read("\xEF\xBB\xBF"
                   "code,name\r\nP1,甲\r\n"),
              ElementsAre("P1", "甲"));
}

TEST(Table, QuotedCellsHoldCommasLineBreaksAndDoubledQuotes) {
  EXPECT_THAT(read("code,name\nP1,\"a,b\"\n"), ElementsAre("P1", "a,b"));
  EXPECT_THAT(read("code,name\nP1,\"a\nb\"\n"), ElementsAre("P1", "a\nb"));
  EXPECT_THAT(read("code,name\nP1,\"a \"\"b\"\"\"\nP2,\"\"\n"),
              ElementsAre("P1", "a \"b\"", "P2", ""));
}

TEST(Table, BrokenQuotesAreFaultsOfTheirLine) {
  EXPECT_EQ(fault("code,name\nP1,\"a\nb\nc\n"), "people.csv:2: a quote that is never closed");
  EXPECT_THAT(fault("code,name\nP1,a\"b\n"),
              HasSubstr("people.csv:2: a quote within a cell that does not begin with one"));
  EXPECT_THAT(fault("code,name\nP1,\"a\"b\n"),
              HasSubstr("people.csv:2: text after a closing quote; accepted: a comma"));
}

TEST(Table, CommentsAndBlankLinesAreNoRowsButAreCounted) {
  EXPECT_THAT(read("# invented\n\ncode,name\n\n# P0,x\nP1,a\n"), ElementsAre("P1", "a"));
  EXPECT_THAT(read("code,name\n#\n#"), ElementsAre());
  EXPECT_THAT(fault("# invented\n\ncode,name\r\n\r\nP1\r\n"),
              "people.csv:5: 1 cell where the heading has 2 columns");
  EXPECT_THAT(fault("code,name\nP1,\"two\nlines\"\nP2\n"), HasSubstr("people.csv:4: 1 cell"));
}

TEST(Table, ANumberSignElsewhereIsText) {
  EXPECT_THAT(read("code,name\n\"#1\",a\nP2,#b\n"), ElementsAre("#1", "a", "P2", "#b"));
}

TEST(Table, HeadingIsHeldAgainstTheColumns) {
  EXPECT_EQ(fault("code,nmae,born\n"),
            "people.csv:1: no such column: 'nmae' (did you mean 'name'?); "
            "accepted: code, name, born, voided\n"
            "people.csv:1: no column 'name'; accepted: code, name, born, voided");
  EXPECT_EQ(fault("code,name,born,born\n"), "people.csv:1: column 'born' stands here twice");
  EXPECT_THAT(fault("code,name,\n"), HasSubstr("people.csv:1: no such column: ''"));
}

TEST(Table, RowsHaveAsManyCellsAsTheHeading) {
  EXPECT_EQ(fault("code,name\nP1\n"), "people.csv:2: 1 cell where the heading has 2 columns");
  EXPECT_EQ(fault("code,name\nP1,a,\n"), "people.csv:2: 3 cells where the heading has 2 columns");
}

TEST(Table, EmptyFilesAreFaultsAndEmptyTablesAreNot) {
  for (const std::string_view empty : {"", "\n\n", "# nothing\n", "\xEF\xBB\xBF"})
    EXPECT_EQ(fault(empty),
              "people.csv: empty; accepted: a heading row of column names, then the rows");
  EXPECT_THAT(read("code,name\n"), ElementsAre());
}

TEST(Table, BadCellsAreNamedByFileLineAndColumn) {
  EXPECT_THAT(fault("code,name,born\nP1,a,2017-02-30\n"),
              HasSubstr("people.csv:2: born: no such day: "));
  EXPECT_EQ(fault("code,name,voided\nP1,a,maybe\n"),
            "people.csv:2: voided: neither yes nor no: 'maybe'; accepted: yes, no, 是, 否");
  EXPECT_EQ(fault("code,name\n,a\n"), "people.csv:2: code: empty, but every row needs one");
}

TEST(Table, AllFaultsAreToldUpToFifty) {
  std::string text = "code,name\n";
  for (int i = 0; i < 50; ++i) text += "P\n";
  EXPECT_THAT(fault(text), testing::EndsWith("people.csv:51: 1 cell where the heading has 2 "
                                             "columns"));
  EXPECT_THAT(fault(text + "P\n"), testing::EndsWith("\nand 1 more fault"));
  EXPECT_THAT(fault(text + "P\nP\n"), testing::EndsWith("\nand 2 more faults"));
}

TEST(Table, MissingFilesAndFoldersAreFaults) {
  Faults faults;
  const Table missing{"no/such/people.csv", columns, faults};
  const Table folder{testing::TempDir(), columns, faults};
  EXPECT_FALSE(missing.whole());
  EXPECT_FALSE(folder.whole());
  try {
    faults.throw_if_any();
    FAIL() << "two files were not read";
  } catch (const std::invalid_argument& e) {
    EXPECT_EQ(std::string{e.what()}, "no/such/people.csv: no such file\n" + testing::TempDir() +
                                         ": a folder; accepted: a file");
  }
}

TEST(Table, NulBytesAreRefusedWithTheirLine) {
  EXPECT_THAT(fault(std::string_view{"code,name\nP1,a\0b\n", 17}),
              HasSubstr("people.csv:2: a NUL byte"));
}

// 党 is B5 B3 in GB18030, 支 D6 A7, 部 B2 BF; 㐀, of four bytes, is 81 39 EE 39.
TEST(Encoding, Gb18030IsReadWhereTheTextIsNotUtf8) {
  EXPECT_THAT(read("code,name\nP1,\xB5\xB3\xD6\xA7\xB2\xBF\n"), ElementsAre("P1", "党支部"));
  EXPECT_THAT(read("code,name\nP1,党支部\n"), ElementsAre("P1", "党支部"));
  EXPECT_THAT(read("code,name\r\nP1,\x81\x39\xEE\x39\r\n"), ElementsAre("P1", "㐀"));
}

TEST(Encoding, ATextIsNeverPartlyOneAndPartlyTheOther) {
  EXPECT_EQ(fault("code,name\nP1,党\nP2,\xB5\xB3\n"),
            "people.csv:3: not UTF-8, as line 2 is; "
            "accepted: one encoding throughout, UTF-8 or GB18030");
  EXPECT_EQ(fault("code,name\nP1,\xB5\xB3\nP2,党\n"),
            "people.csv:2: not UTF-8, as line 3 is; "
            "accepted: one encoding throughout, UTF-8 or GB18030");
  EXPECT_THAT(fault("\xEF\xBB\xBF"
                    "code,name\nP1,\xB5\xB3\n"),
              HasSubstr("people.csv:2: not UTF-8, though the file begins with UTF-8's mark"));
  EXPECT_THAT(fault("code,name\nP1,Müller\nP2,Vögel\nP3,M\xFCller\n"),
              HasSubstr("people.csv:4: not UTF-8, as most of the lines are"));
}

TEST(Encoding, WhatIsNeitherIsAFaultOfItsLine) {
  const std::string accepted = "neither UTF-8 nor GB18030; accepted: a text file in one of them";
  EXPECT_EQ(fault("code,name\nP1,\xB5\xB3\nP2,\xFF\xFF\n"), "people.csv:3: " + accepted);
  EXPECT_EQ(fault("code,name\nP1,\xD6"), "people.csv:2: " + accepted);
}

// The Unicode Standard, table 3-7: the least and the greatest that are UTF-8, and what is just
// beyond.
TEST(Encoding, Utf8EndsWhereTheStandardSays) {
  for (const std::string_view valid :
       {"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF",
        "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    EXPECT_EQ(std::get<std::string>(to_utf8(std::string{valid})), valid);
  for (const std::string_view invalid :
       {"\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xE4\xB8", "\x80"}) {
    const std::string marked = "\xEF\xBB\xBF" + std::string{invalid};
    EXPECT_TRUE(std::holds_alternative<Undecodable>(to_utf8(marked)));
  }
}

TEST(Nearest, ForgivesOneSlipInAShortWordAndMoreInALongOne) {
  const std::string_view kinds[] = {"committee", "branch", "group"};
  EXPECT_EQ(nearest("brnch", kinds), "branch");
  EXPECT_EQ(nearest("gruop", kinds), "group");
  EXPECT_EQ(nearest("comitee", kinds), "committee");
  EXPECT_EQ(nearest("cluster", kinds), "");
  EXPECT_EQ(nearest("", kinds), "");
  EXPECT_EQ(nearest("branch", {}), "");

  constexpr std::string_view terms[] = {"春分", "清明", "谷雨", "中秋节"};
  EXPECT_EQ(nearest("清名", terms), "清明");
  EXPECT_EQ(nearest("中秋结", terms), "中秋节");
  EXPECT_EQ(nearest("冬至", terms), "");
}

TEST(Cell, YesAndNoAreSaidInTwoLanguages) {
  EXPECT_TRUE(parse_yes_no("yes"));
  EXPECT_TRUE(parse_yes_no("是"));
  EXPECT_FALSE(parse_yes_no("no"));
  EXPECT_FALSE(parse_yes_no("否"));
  EXPECT_THROW(parse_yes_no("Yes"), std::invalid_argument);
}

TEST(Cell, AmountsOfYuanAreExactToTheFen) {
  const struct {
    std::string_view yuan;
    std::int64_t fen;
  } cases[] = {{"0", 0},
               {"0.01", 1},
               {"0.1", 10},
               {"10000", 1'000'000},
               {"9999.99", 999'999},
               {"999999999999999.99", 99'999'999'999'999'999}};
  for (const auto& c : cases) EXPECT_EQ(parse_fen(c.yuan), c.fen) << c.yuan;
  for (const std::string_view bad : {"", ".", ".5", "5.", "0.001", "-1", "1,000", "1 000", "1e3",
                                     "1000000000000000", "12元", "1.2.3"})
    EXPECT_THROW(parse_fen(bad), std::invalid_argument) << bad;
}

TEST(Cell, WholeNumbersHaveNothingAfterThem) {
  EXPECT_EQ(parse_integer("28"), 28);
  EXPECT_EQ(parse_integer("-1"), -1);
  for (const std::string_view bad : {"", "28.7", "28 ", "+1", "99999999999", "二十八"})
    EXPECT_THROW(parse_integer(bad), std::invalid_argument) << bad;
}

std::string quoted(const std::string& cell) {
  std::string text = "\"";
  for (const char c : cell) text += c == '"' ? std::string{"\"\""} : std::string{c};
  return text + "\"";
}

RC_GTEST_PROP(Table, WhateverIsQuotedComesBack, ()) {
  using Cells = std::vector<std::string>;
  const auto cells = *rc::gen::nonEmpty(rc::gen::container<Cells>(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string{"a,\"\n\r# "}))));
  std::string text;
  for (const std::string& cell : cells) text += (text.empty() ? "" : ",") + quoted(cell);

  const Csv csv = split_csv(text);
  RC_ASSERT(!csv.fault);
  RC_ASSERT(csv.rows.size() == 1u);
  RC_ASSERT((Cells{csv.rows[0].cells.begin(), csv.rows[0].cells.end()}) == cells);
}

}  // namespace
}  // namespace zhibu
