// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/write.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace zhibu {
namespace {

Ledger of_one_cell(std::string cell) {
  return {"台账",
          Date{2017, 9, 30},
          {{"内容", CellKind::text}},
          {{{std::move(cell)}, Date{2017, 9, 30}, "提醒"}},
          {}};
}

std::string csv_cell(std::string cell) {
  const std::string csv = to_csv(of_one_cell(std::move(cell)));
  const std::string head = "内容\r\n";
  return csv.substr(head.size(), csv.size() - head.size() - 2);
}

std::string refusal(const Ledger& ledger, const std::filesystem::path& file) {
  try {
    write(ledger, file);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "written";
}

std::string bytes(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> found;
  for (std::size_t from = 0, to; (to = text.find("\r\n", from)) != std::string::npos; from = to + 2)
    found.push_back(text.substr(from, to - from));
  return found;
}

std::string unfolded(std::string text) {
  for (std::size_t at; (at = text.find("\r\n ")) != std::string::npos;) text.erase(at, 3);
  return text;
}

TEST(Markdown, IsATitleADayAndATable) {
  EXPECT_EQ(to_markdown(of_one_cell("党员大会")),
            "# 台账\n\n2017-09-30\n\n| 内容 |\n| --- |\n| 党员大会 |\n");
}

TEST(Markdown, ACellCannotBreakOutOfItsTable) {
  const struct {
    std::string cell, shown;
  } cases[] = {
      {"甲|乙", "甲\\|乙"},       {"甲\n乙", "甲<br>乙"},         {"甲\r\n乙", "甲<br>乙"},
      {"甲\\|乙", "甲\\\\\\|乙"}, {"<b>甲</b>", "\\<b>甲\\</b>"}, {"*甲*_乙_", "\\*甲\\*\\_乙\\_"},
  };
  for (const auto& c : cases)
    EXPECT_NE(to_markdown(of_one_cell(c.cell)).find("\n| " + c.shown + " |\n"), std::string::npos)
        << c.cell;
}

TEST(Csv, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(csv_cell("党员大会"), "党员大会");
  EXPECT_EQ(csv_cell("甲,乙"), "\"甲,乙\"");
  EXPECT_EQ(csv_cell("他说\"好\""), "\"他说\"\"好\"\"\"");
  EXPECT_EQ(csv_cell("甲\n乙"), "\"甲\n乙\"");
}

TEST(Csv, NoCellStartsAFormula) {
  for (const std::string sign : {"=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"})
    EXPECT_EQ(csv_cell(sign + "SUM(A1)"), "'" + sign + "SUM(A1)") << sign;
  EXPECT_EQ(csv_cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
  EXPECT_EQ(csv_cell("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(csv_cell("\n=1"), "\"'\n=1\"");
}

TEST(Csv, ANumberIsNoFormula) {
  for (const std::string number : {"-5", "+5", "-0.50", "+10000.00"})
    EXPECT_EQ(csv_cell(number), number);
  for (const std::string formula : {"-5+1", "-", "-.5", "-5.", "+1.2.3", "-5元"})
    EXPECT_EQ(csv_cell(formula), "'" + formula);
}

TEST(Csv, ASignAfterTheFirstCharacterIsText) { EXPECT_EQ(csv_cell("1=1"), "1=1"); }

TEST(Csv, HasAByteOrderMarkWhereAskedFor) {
  EXPECT_EQ(to_csv(of_one_cell("甲"), true), "\xEF\xBB\xBF内容\r\n甲\r\n");
  EXPECT_EQ(to_csv(of_one_cell("甲"), false), "内容\r\n甲\r\n");
}

TEST(ICalendar, ARowWithADayIsAnAllDayEvent) {
  const std::string text = unfolded(to_icalendar(of_one_cell("党员大会")));
  EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  EXPECT_TRUE(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
  for (const std::string line :
       {"CALSCALE:GREGORIAN", "DTSTAMP:20170930T000000Z", "DTSTART;VALUE=DATE:20170930",
        "DTEND;VALUE=DATE:20171001", "SUMMARY:提醒", "DESCRIPTION:内容: 党员大会"})
    EXPECT_NE(text.find("\r\n" + line + "\r\n"), std::string::npos) << line;
}

TEST(ICalendar, ARowWithoutADayIsNoEvent) {
  Ledger ledger = of_one_cell("党员大会");
  ledger.rows[0].day.reset();
  EXPECT_EQ(to_icalendar(ledger).find("BEGIN:VEVENT"), std::string::npos);
}

TEST(ICalendar, EscapesWhatTheFormatUsesItself) {
  Ledger ledger = of_one_cell("");
  ledger.rows[0].summary = "甲,乙;丙\\丁\n戊\r\n己\a";
  EXPECT_NE(to_icalendar(ledger).find("SUMMARY:甲\\,乙\\;丙\\\\丁\\n戊\\n己 \r\n"),
            std::string::npos);
}

TEST(ICalendar, EventsOfOneSummaryAreToldApart) {
  Ledger ledger = of_one_cell("一");
  ledger.rows.push_back(ledger.rows[0]);
  std::vector<std::string> uids;
  for (const std::string& line : lines(to_icalendar(ledger)))
    if (line.starts_with("UID:")) uids.push_back(line);
  ASSERT_EQ(uids.size(), 2U);
  EXPECT_NE(uids[0], uids[1]);
}

TEST(ICalendar, AnEventThatIsMovedStaysTheSameEvent) {
  const Ledger before = of_one_cell("一");
  Ledger after = before;
  after.rows[0].day = Date{2017, 10, 9};
  EXPECT_EQ(lines(to_icalendar(before))[6], lines(to_icalendar(after))[6]);
  EXPECT_TRUE(lines(to_icalendar(before))[6].starts_with("UID:"));
}

TEST(ICalendar, AnEventStaysTheSameWhenOneBeforeItIsSettled) {
  Ledger before = of_one_cell("一");
  before.rows.push_back(before.rows[0]);
  Ledger after = before;
  after.rows[0].day.reset();
  const std::string uid_of_the_second = lines(to_icalendar(before))[15];
  EXPECT_TRUE(uid_of_the_second.starts_with("UID:"));
  EXPECT_EQ(lines(to_icalendar(after))[6], uid_of_the_second);
}

RC_GTEST_PROP(ICalendar, LinesAreFoldedBetweenCharactersAtSeventyFiveOctets, ()) {
  const auto characters = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", "é", "党", "𠮷"));
  std::string summary;
  for (const std::string& character : characters) summary += character;
  Ledger ledger = of_one_cell("");
  ledger.rows[0].summary = summary;

  const std::string text = to_icalendar(ledger);
  for (const std::string& line : lines(text)) {
    RC_ASSERT(line.size() <= 75U);
    const std::size_t first = line.starts_with(' ') ? 1 : 0;
    RC_ASSERT((static_cast<unsigned char>(line[first]) & 0xC0) != 0x80);
  }
  RC_ASSERT(unfolded(text).find("\r\nSUMMARY:" + summary + "\r\n") != std::string::npos);
}

TEST(Write, TakesTheFormFromTheEndingAndMakesTheFolder) {
  const std::filesystem::path folder =
      std::filesystem::path{testing::TempDir()} / "zhibu_write_test" / "out";
  const Ledger ledger = of_one_cell("党员大会");
  write(ledger, folder / "a.md");
  write(ledger, folder / "a.csv");
  write(ledger, folder / "a.ics");
  EXPECT_EQ(bytes(folder / "a.md"), to_markdown(ledger));
  EXPECT_EQ(bytes(folder / "a.csv"), to_csv(ledger, true));
  EXPECT_EQ(bytes(folder / "a.ics"), to_icalendar(ledger));
  std::filesystem::remove_all(folder.parent_path());
}

TEST(Write, AnotherEndingIsRefusedWithTheAcceptedOnes) {
  const std::string message = refusal(of_one_cell(""), "a.xlsx");
  EXPECT_NE(message.find("'.xlsx'"), std::string::npos) << message;
  EXPECT_NE(message.find(".md, .csv, .ics"), std::string::npos) << message;
  EXPECT_FALSE(std::filesystem::exists("a.xlsx"));
}

TEST(Write, AFileThatCannotBeWrittenIsNamed) {
  const std::filesystem::path file = std::filesystem::path{testing::TempDir()} / "zhibu_plain_file";
  write(of_one_cell(""), file.string() + ".md");
  const std::string below = file.string() + ".md/a.md";
  EXPECT_TRUE(refusal(of_one_cell(""), below).starts_with(below + ": cannot be written"));
  std::filesystem::remove(file.string() + ".md");
}

TEST(Write, ARowThatDoesNotFitItsColumnsIsRefused) {
  Ledger ledger = of_one_cell("甲");
  ledger.rows[0].cells.push_back("乙");
  EXPECT_EQ(refusal(ledger, "a.md"),
            "row 1 of the ledger '台账' has 2 cells; accepted: 1, one for each column");
  EXPECT_THROW(to_csv(ledger), std::invalid_argument);
  EXPECT_THROW(to_icalendar(ledger), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu
