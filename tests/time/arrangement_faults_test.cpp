// SPDX-License-Identifier: BSL-1.0

#include <filesystem>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "time/arrangement.hpp"
#include "zhibu/time/calendar.hpp"

namespace zhibu {
namespace {

std::string refused(const std::string& name, const std::string& bytes) {
  try {
    read_arrangement(name, bytes);
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "accepted";
}

struct Refusal {
  std::string bytes;
  std::string said;
};

std::string of_2027(const std::string& days) { return R"({"year": 2027, "days": [)" + days + "]}"; }

const std::string new_year = R"({"name": "元旦", "date": "2027-01-01", "isOffDay": true})";

TEST(ArrangementFaults, OfAFileThatIsSomethingElse) {
  const Refusal cases[] = {
      {"", "a.json: found nothing; accepted: the arrangement of a year, as JSON or as CSV"},
      {"\xEF\xBB\xBF \n", "a.json: found nothing"},
      {"<!DOCTYPE html>\n<html></html>", "a.json: found what seems to be a web page"},
      {"country = \"china\"\n", "a.json:1: found what is not JSON"},
      {"[[day]]\ndate = 2027-01-01\n", "a.json:1: found what is not JSON"},
      {R"({"year": 2027, "days": [)", "a.json:1: found what is not JSON"},
      {"{}\n{}", "a.json:2: found what is not JSON: garbage after data"},
      {"{\n\"year\": 2027,\n\"days\": \xFF\n}", "a.json:3: "},
      {"{\"year\": \"\xC4\xEA\"}", "a.json: found a text that is not UTF-8"},
      {std::string("{\0}", 3), "a.json"},
  };
  for (const Refusal& c : cases) {
    const std::string said = refused("a.json", c.bytes);
    EXPECT_EQ(said.find(c.said), 0U) << c.bytes << "\nsaid: " << said;
  }
}

TEST(ArrangementFaults, OfAFileWhoseNameSaysNothing) {
  for (const char* bytes :
       {"country = \"china\"\n", "# A comment,\n\ncountry = \"china\"\n", "\x01"})
    EXPECT_EQ(refused("a", bytes).find("a: found neither JSON nor CSV; accepted: "), 0U) << bytes;
  EXPECT_EQ(refused("a", "[[day]]\n").find("a:1: found what is not JSON"), 0U);
}

TEST(ArrangementFaults, OfDeepListsAreFoundBeforeTheyAreRead) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_EQ(refused("a.json", "\n" + deep),
            "a.json:2: found lists in lists, 17 deep; accepted: at most 16");
  EXPECT_EQ(refused("a.json", of_2027(R"("\"[[[[[[[[[[[[[[[[[[[[")")).find("17 deep"),
            std::string::npos);
}

TEST(ArrangementFaults, SayWhatWasFoundAndWhere) {
  const Refusal cases[] = {
      {"{}", "a.json: found no key 'year'; accepted: an object that has it"},
      {R"({"year": 2027, "dayz": []})", "a.json: found no key 'days' but 'dayz'; accepted"},
      {R"({"year": 2027, "days": [], "days": []})", "a.json: found the key 'days' twice"},
      {R"({"year": 2027, "days": []})", "a.json: found no days, as where the notice is not out"},
      {R"({"year": 2027, "days": 3})", "a.json: found no list; accepted: a list of days"},
      {R"({"year": 2027, "days": {"a": 1}})", "a.json: found no list"},
      {R"({"year": "next", "days": [1]})", "a.json: year: not a whole number: 'next'"},
      {R"({"year": [2027], "days": [1]})", "a.json: year: found a list or an object"},
      {R"({"year": 1999, "days": [)" + new_year + "]}",
       "a.json: the arrangement of 1999; accepted: one of the years 2000 to 2200"},
      {R"({"year": 2027, "papers": 1, "days": [1]})", "a.json: papers: found no list"},
      {R"({"year": 2027, "papers": [[1]], "days": [1]})", "a.json: papers: found a list"},
      {of_2027("1"), "a.json: days[0]: found no key 'date'"},
      {of_2027(new_year + R"(, {"name": "元旦", "date": "2027-01-02", "isOffday": true})"),
       "a.json: days[1]: found no key 'isOffDay' but 'isOffday'"},
      {of_2027(R"({"name": "元旦", "date": "2027-02-30", "isOffDay": true})"),
       "a.json: days[0].date: "},
      {of_2027(R"({"name": "元旦", "date": "2027-01-01", "isOffDay": "yes"})"),
       "a.json: days[0].isOffDay: found 'yes'; accepted: true or false"},
      {of_2027(R"({"name": "", "date": "2027-01-01", "isOffDay": true})"),
       "a.json: days[0].name: found nothing"},
      {of_2027(new_year + ", " + new_year),
       "a.json: days[1]: 2027-01-01 stands twice; accepted: a day once"},
      {of_2027(R"({"name": "元旦", "date": "2026-11-30", "isOffDay": true})"),
       "a.json: days[0]: 2026-11-30 in the arrangement of 2027; accepted: the days from "
       "2026-12-01 to 2028-01-31"},
      {of_2027(R"({"name": "元旦", "date": "2027-01-01", "isOffDay": false})"),
       "a.json: days[0]: 元旦 (2027-01-01) is off by 国务院令第795号, and is a workday here"},
      {of_2027(new_year),
       "a.json: found no day off for 春节 (2027-02-05), 春节 (2027-02-06), 春节 (2027-02-07), "},
  };
  for (const Refusal& c : cases) {
    const std::string said = refused("a.json", c.bytes);
    EXPECT_EQ(said.find(c.said), 0U) << c.bytes << "\nsaid: " << said;
  }
}

TEST(ArrangementFaults, AreSaidTogether) {
  const std::string said =
      refused("a.json",
              R"({"year": "x", "papers": 1, "days": [{"date": "x", "isOffDay": 1, "name": ""}]})");
  for (const char* place :
       {"year: ", "papers: ", "days[0].date: ", "days[0].isOffDay: ", "days[0].name: "})
    EXPECT_NE(said.find(std::string{"a.json: "} + place), std::string::npos) << said;
}

TEST(ArrangementFaults, OfCsvNameLineAndColumn) {
  const std::string heading = "year,date,kind,name,notice\n";
  const Refusal cases[] = {
      {heading, "a.csv: found no day; accepted: the arrangement of a year"},
      {"date,kind,name,notice\n2027-01-01,statutory_holiday,元旦,甲\n",
       "a.csv:1: no column 'year'; accepted: year, date, kind, name, notice"},
      {heading + "2027,2027-01-01,statutary_holiday,元旦,甲\n",
       "a.csv:2: kind: no such kind of day: 'statutary_holiday' (did you mean "},
      {heading + "2027,2027-01-01,swapped_holiday,元旦,甲\n",
       "a.csv:2: 元旦 (2027-01-01) is off by 国务院令第795号, and is a swapped holiday here"},
      {heading + "2027,2027-01-01,statutory_holiday,元旦,甲\n2026,2026-01-01,workday,元旦,甲\n",
       "a.csv:3: a day of the arrangement of 2026 after one of 2027; accepted: the arrangement of "
       "one year"},
      {heading + "2027,2027-01-04,makeup_workday,元旦,甲\n",
       "a.csv:2: 2027-01-04, a Monday, cannot be a makeup_workday"},
      {heading + "2027,2027-01-01,statutory_holiday,元旦,甲\n", "a.csv: found no day off for 春节"},
      {heading + "99999,2027-01-01,statutory_holiday,元旦,甲\n",
       "a.csv:2: the arrangement of 99999; accepted: one of the years 2000 to 2200"},
  };
  for (const Refusal& c : cases) {
    const std::string said = refused("a.csv", c.bytes);
    EXPECT_EQ(said.find(c.said), 0U) << c.bytes << "\nsaid: " << said;
  }
}

TEST(ArrangementFaults, OfAFolderOrNoFileAreThoseOfAnyFile) {
  const std::filesystem::path folder = testing::TempDir();
  for (const std::filesystem::path& path : {folder, folder / "no-such.json"})
    EXPECT_THROW(Calendar::china().with_arrangement(path), std::invalid_argument) << path;
}

}  // namespace
}  // namespace zhibu
