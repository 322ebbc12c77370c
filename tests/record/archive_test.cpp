// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/archive.hpp"

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <tuple>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "../organization/archive_edit.hpp"
#include "sample_records.hpp"
#include "zhibu/organization/archive.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

// What `act` is refused for, or "" where it is not.
std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "";
}

std::string refusal_of(const std::string& bytes) {
  return refusal([&] { records_from_bytes(bytes); });
}

// The sample, changed and with a checksum that is right again.
template <class T>
std::string with(std::string_view column, std::size_t index, T number) {
  return edited(to_bytes(sample_records()), [&](std::vector<EditedColumn>& columns) {
    EditedColumn& found = column_named(columns, column);
    std::memcpy(found.bytes.data() + index * sizeof number, &number, sizeof number);
  });
}

TEST(RecordsArchive, HoldsAllOfTheRecords) {
  const Records held = sample_records();
  const Records again = records_from_bytes(to_bytes(held));
  EXPECT_EQ(again, held);
  ASSERT_EQ(again.size(), 3u);
  const Record full = again.record("R1");
  EXPECT_EQ(full.id, RecordId{1}) << "in the order added";
  EXPECT_EQ(full.activities, held.record("R1").activities);
  EXPECT_EQ(full.for_period, held.record("R1").for_period);
  EXPECT_THAT(full.persons, testing::ElementsAre(PersonId{7}, PersonId{5}));
  EXPECT_EQ(full.amount_fen, 123456789012);
  EXPECT_EQ(full.source, "记录本第12页");
  EXPECT_EQ(again.attendance(full.id)[2].reason, "出差");
  EXPECT_EQ(again.attendance(RecordId{0})[1].reason, "后到");
  EXPECT_EQ(again.record("R2").present, 2) << "as the attendance has it";
  EXPECT_TRUE(again.attendance(RecordId{2}).empty());
  EXPECT_EQ(again.waiver(1).reason, "灾");
  EXPECT_EQ(again.minutes(full.id)->topic, "学习");
  EXPECT_EQ(again.all<Payment>().at(0).payee, Bearer{PersonId{5}});
  EXPECT_EQ(again.task("T1").text, "办");
}

TEST(RecordsArchive, HoldsTheYearOfACounty) {
  const Roster roster = Roster::load(ZHIBU_REPO "/examples/yongshun");
  const Records held = Records::load(ZHIBU_REPO "/examples/yongshun/2017", roster);
  const Records again = records_from_bytes(to_bytes(held));
  EXPECT_EQ(again, held);
  EXPECT_EQ(to_bytes(again), to_bytes(held));
  for (const Record& record : held) {
    const Attendance was = held.attendance(record.id), is = again.attendance(record.id);
    ASSERT_EQ(is.size(), was.size());
    for (std::size_t i = 0; i < was.size(); ++i) {
      const Attendee a = was[i], b = is[i];
      ASSERT_EQ(std::tie(a.person, a.presence, a.reason), std::tie(b.person, b.presence, b.reason));
    }
  }
}

TEST(RecordsArchive, OfNoRecordsIsEmpty) {
  EXPECT_EQ(records_from_bytes(to_bytes(Records{})), Records{});
}

TEST(RecordsArchive, IsGoneOnWithAsIfTheRecordsHadNeverBeenAway) {
  Records held = sample_records();
  Records again = records_from_bytes(to_bytes(held));
  for (Records* of : {&held, &again}) of->add(sample_record("R9", Date{2019, 1, 1}));
  EXPECT_EQ(again, held);
  EXPECT_THAT(refusal([&] {
                again.add(sample_record("R1", Date{2019, 1, 1}));
              }),
              HasSubstr("'R1'"));
}

TEST(Records, ThatDifferInOneThingAreNotEqual) {
  const std::function<void(Records&)> one_more[] = {
      [](Records& r) {
        r.add(sample_record("R9", Date{2019, 1, 1}));
      },
      [](Records& r) { r.attend(r.record("R3").id, std::array{PersonId{1}}, {}); },
      [](Records& r) {
        r.add(Waiver{"SR-01", PersonId{6}, parse_period("2017"), "病", "县委", Date{2017, 2, 1}});
      },
      [](Records& r) { r.add(Minutes{.record = r.record("R3").id}); },
  };
  EXPECT_EQ(sample_records(), sample_records());
  for (const auto& add : one_more) {
    Records more = sample_records();
    add(more);
    EXPECT_NE(more, sample_records());
    EXPECT_EQ(records_from_bytes(to_bytes(more)), more);
  }
}

TEST(Records, ThatWereRefusedSomethingAreEqualToThoseThatWereNot) {
  Records held = sample_records();
  Record refused = sample_record("R10", Date{2017, 1, 1});
  refused.remark = "一";
  const std::string long_text(40000, 'x');
  refused.source = long_text;
  EXPECT_THROW(held.add(refused), std::invalid_argument);
  EXPECT_EQ(held, sample_records());
}

TEST(RecordsArchive, IsAFile) {
  const fs::path file =
      fs::temp_directory_path() / ("zhibu_records_" + std::to_string(getpid()) + ".zhibu");
  save(file, sample_records());
  EXPECT_EQ(load_records(file), sample_records());
  EXPECT_THAT(refusal([&] { load(file); }), HasSubstr("an archive of 'records'; accepted: one of "
                                                      "'roster'"));
  save(file, Roster{});
  EXPECT_THAT(refusal([&] { load_records(file); }),
              testing::AllOf(HasSubstr(file.string()), HasSubstr("an archive of 'roster'")));
  fs::remove(file);
}

TEST(RecordsArchive, CutOffAnywhereIsRefused) {
  const std::string whole = to_bytes(sample_records());
  for (std::size_t size = 0; size < whole.size(); ++size)
    ASSERT_NE(refusal_of(whole.substr(0, size)), "") << size;
}

TEST(RecordsArchive, WithAnyBitFlippedIsRefused) {
  std::string bytes = to_bytes(sample_records());
  for (std::size_t bit = 0; bit < 8 * bytes.size(); bit += bit < 4000 ? 1 : 7) {
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    ASSERT_NE(refusal_of(bytes), "") << bit;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
  }
}

TEST(RecordsArchive, WithABitFlippedAndItsChecksumRightAgainIsReadOrRefused) {
  const std::string whole = to_bytes(sample_records());
  std::mt19937 random{1};
  int refused = 0;
  for (int i = 0; i < 4000; ++i) {
    std::string bytes = whole;
    const std::size_t bit = random() % (8 * bytes.size());
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    set_checksum(bytes);
    const std::string found = refusal([&] {
      const Records read = records_from_bytes(bytes);
      EXPECT_EQ(records_from_bytes(to_bytes(read)), read);
    });
    refused += !found.empty();
  }
  EXPECT_GT(refused, 1000);
}

TEST(RecordsArchive, ThatLiesIsRefused) {
  const std::uint64_t no_days = std::uint64_t{17000} << 32 | 17000;
  const struct {
    const char* what;
    std::string bytes;
    const char* refusal;
  } cases[] = {
      {"no activity", with<std::uint32_t>("records/records/activities", 0, 0), "no activity"},
      {"a day beyond all", with<std::int32_t>("records/records/held_on", 0, 2932897), "held_on"},
      {"a text that there is not", with<std::uint32_t>("records/records/remark", 0, 999), "remark"},
      {"yes, no, or 2", with<std::uint8_t>("records/records/voided", 0, 2), "voided"},
      {"money back", with<std::int64_t>("records/records/amount_fen", 0, -1), "negative"},
      {"persons of nobody", with<std::uint64_t>("records/persons/end", 0, 9), "overlap"},
      {"lists that overlap", with<std::uint64_t>("records/persons/end", 2, 1), "overlap"},
      {"a person twice", with<std::uint32_t>("records/persons", 0, 5), "twice"},
      {"a waiver without a day", with("records/waivers/period", 0, no_days), "period"},
      {"an attendance of no record", with<std::uint32_t>("records/attendances/record", 0, 9),
       "no such record"},
      {"two of one record", with<std::uint32_t>("records/attendances/record", 0, 1), "second"},
      {"an attendance of no list", with<std::int32_t>("records/attendances/due", 0, 1), "a list"},
      {"more exceptions than there are", with<std::int32_t>("records/attendances/exceptions", 1, 9),
       "too early"},
      {"fewer", with<std::int32_t>("records/attendances/exceptions", 1, 0), "present"},
      {"an exception of nobody", with<std::int32_t>("records/exceptions/place", 0, 3), "not due"},
      {"a presence that there is not", with<std::uint8_t>("records/exceptions/presence", 0, 5),
       "presence"},
      {"a fund that there is not", with<std::uint32_t>("records/payments/fund", 0, 1), "fund"},
      {"a payee that is nothing",
       with<std::uint64_t>("records/payments/payee", 0, std::uint64_t{2} << 32), "payee"},
      {"no money", with<std::int64_t>("records/payments/amount_yuan", 0, 0), "amount"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(refusal_of(c.bytes), HasSubstr(c.refusal)) << c.what;
    EXPECT_THAT(refusal_of(c.bytes), HasSubstr("accepted: ")) << c.what;
  }
}

TEST(RecordsArchive, WithoutAColumnHasTheDefaultOfItsField) {
  const Records without =
      records_from_bytes(edited(to_bytes(sample_records()), [](std::vector<EditedColumn>& columns) {
        std::erase_if(columns, [](const EditedColumn& column) {
          return column.name == "records/records/remark" ||
                 column.name == "records/records/voided" ||
                 column.name.starts_with("records/records/voided_on");
        });
      }));
  EXPECT_EQ(without.record("R1").remark, "");
  EXPECT_FALSE(without.record("R1").voided);
}

}  // namespace
}  // namespace zhibu
