// SPDX-License-Identifier: BSL-1.0

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "organization/arrow_in.hpp"
#include "organization/arrow_out.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The column of a table, cell by cell as a text file would have it.
std::vector<std::string> cells_of(ArrowTable table, std::size_t column = 0) {
  ArrowReader reader{stream_of(std::move(table))};
  std::vector<std::string> found;
  std::string scratch;
  while (const ArrowArray* const batch = reader.next()) {
    const ArrowCells cells = reader.cells(*batch, column);
    for (std::size_t row = 0; row < static_cast<std::size_t>(batch->length); ++row)
      found.emplace_back(cells.text(row, scratch));
  }
  return found;
}

ArrowTable table_of(ArrowColumn column, std::size_t rows) {
  ArrowTable table{{}, rows};
  table.columns.push_back(std::move(column));
  return table;
}

template <class V>
ArrowTable table_of(std::vector<V> values) {
  const std::size_t rows = values.size();
  return table_of(
      arrow_column("it", [values = std::move(values)](std::size_t row) { return V{values[row]}; }),
      rows);
}

TEST(ArrowOut, WhatIsKnownStandsThereAndWhatIsNotIsNull) {
  EXPECT_THAT(cells_of(table_of(std::vector<std::optional<int>>{7, std::nullopt, -1})),
              ElementsAre("7", "", "-1"));
  EXPECT_THAT(cells_of(table_of(std::vector<std::optional<Date>>{Date{2017, 9, 30}, std::nullopt})),
              ElementsAre("2017-09-30", ""));
  EXPECT_THAT(cells_of(table_of(std::vector<std::string_view>{"县卫生局", "", "a"})),
              ElementsAre("县卫生局", "", "a"));
  EXPECT_THAT(cells_of(table_of(std::vector<bool>{true, false})), ElementsAre("yes", "no"));
  EXPECT_THAT(cells_of(table_of(std::vector<std::vector<std::string_view>>{{"a", "b"}, {}, {"c"}})),
              ElementsAre("a;b", "", "c"));
}

TEST(ArrowOut, AnEnumeratorStandsAsItsKey) {
  const auto column = labelled_column("language", labels_of<Language>(), [](std::size_t row) {
    return std::optional<int>{static_cast<int>(row % 2)};
  });
  EXPECT_THAT(cells_of(table_of(column, 3)), ElementsAre("zh", "en", "zh"));
}

TEST(ArrowOut, MoneyIsADecimalOfItsPlaces) {
  const std::vector<std::int64_t> fen{1000000, -5, 0, 12345};
  const auto column =
      built_column<ArrowDecimals>("yuan", "d:18,2", [fen](std::size_t row) { return fen[row]; });
  EXPECT_THAT(cells_of(table_of(column, 4)), ElementsAre("10000.00", "-0.05", "0.00", "123.45"));
}

TEST(ArrowOut, AViewTakesNoCopy) {
  const std::vector<std::int32_t> numbers{3, 1, 2};
  ArrowReader reader{
      stream_of(table_of(viewed_column("it", "i", std::span{numbers}), numbers.size()))};
  const ArrowArray* const batch = reader.next();
  ASSERT_NE(batch, nullptr);
  EXPECT_EQ(batch->children[0]->buffers[1], numbers.data());
}

class ArrowOutOfSize : public testing::TestWithParam<std::size_t> {};

TEST_P(ArrowOutOfSize, EveryRowComesOnce) {
  const auto numbered = [](std::size_t row) {
    return row % 3 == 0 ? std::nullopt : std::optional{static_cast<std::int64_t>(row)};
  };
  const std::vector<std::string> found =
      cells_of(table_of(arrow_column("it", numbered), GetParam()));
  ASSERT_EQ(found.size(), GetParam());
  for (std::size_t row = 0; row < found.size(); ++row)
    ASSERT_EQ(found[row], row % 3 == 0 ? "" : std::to_string(row));
}
INSTANTIATE_TEST_SUITE_P(Sizes, ArrowOutOfSize,
                         testing::Values(0, 1, 7, 8, 9, 65535, 65536, 65537, 200000));

TEST(ArrowOut, ATableWithoutRowsIsOneBatchWithoutRows) {
  ArrowReader reader{stream_of(table_of(std::vector<int>{}))};
  const ArrowArray* const batch = reader.next();
  ASSERT_NE(batch, nullptr);
  EXPECT_EQ(batch->length, 0);
  EXPECT_NE(batch->children[0]->buffers[1], nullptr);  // "non-null unless zero-sized" is not enough
  EXPECT_EQ(reader.next(), nullptr);
}

TEST(ArrowOut, TheOwnerIsHeldUntilTheLastOfStreamBatchAndColumnIsReleased) {
  const auto owner = std::make_shared<int>(0);
  ArrowTable table = table_of(std::vector<int>{1, 2});
  table.owner = owner;
  ArrowArrayStream stream = stream_of(std::move(table));
  ArrowArray batch{};
  ASSERT_EQ(stream.get_next(&stream, &batch), 0);
  stream.release(&stream);
  EXPECT_EQ(stream.release, nullptr);
  ArrowArray column = *batch.children[0];  // a consumer may move a child away
  batch.children[0]->release = nullptr;
  batch.release(&batch);
  EXPECT_GT(owner.use_count(), 1);
  column.release(&column);
  EXPECT_EQ(owner.use_count(), 1);
}

TEST(ArrowOut, AStreamThatIsDroppedUnreadReleasesItsOwner) {
  const auto owner = std::make_shared<int>(0);
  ArrowTable table = table_of(std::vector<int>{1, 2});
  table.owner = owner;
  ArrowArrayStream stream = stream_of(std::move(table));
  EXPECT_GT(owner.use_count(), 1);
  stream.release(&stream);
  EXPECT_EQ(owner.use_count(), 1);
}

TEST(ArrowOut, WhatIsThrownIsAnErrorOfTheStream) {
  ArrowTable table = table_of(std::vector<int>{1});
  table.require_same = [] { throw std::invalid_argument("changed since"); };
  ArrowArrayStream stream = stream_of(std::move(table));
  ArrowArray batch{};
  EXPECT_NE(stream.get_next(&stream, &batch), 0);
  EXPECT_STREQ(stream.get_last_error(&stream), "changed since");
  stream.release(&stream);
}

TEST(ArrowIn, AStreamThatFailsSaysWhyEachTime) {
  ArrowTable table = table_of(std::vector<int>{1});
  table.require_same = [] { throw std::invalid_argument("changed since"); };
  ArrowReader reader{stream_of(std::move(table))};
  for (int time = 0; time < 2; ++time) {
    try {
      reader.next();
      FAIL() << "it did not fail";
    } catch (const std::invalid_argument& e) {
      EXPECT_STREQ(e.what(), "cannot be read to its end: changed since");
    }
  }
}

TEST(ArrowIn, ATableIsReadAgainFromItsFirstBatch) {
  ArrowReader reader{stream_of(table_of(std::vector<int>(100000, 5)))};
  const ArrowArray* const first = reader.next();
  while (reader.next() != nullptr) continue;
  reader.begin_again();
  EXPECT_EQ(reader.next(), first);
}

// One column of one batch, made by hand as other libraries write it.
struct ByHand {
  ArrowType type;
  std::vector<const void*> buffers;
  ArrowArray array{};

  ByHand(const char* format, std::vector<const void*> of, std::int64_t length,
         std::int64_t offset = 0, std::int64_t nulls = 0)
      : buffers{std::move(of)} {
    ArrowSchema schema{};
    schema.format = format;
    type = arrow_type(schema);
    array.length = length;
    array.offset = offset;
    array.null_count = nulls;
    array.n_buffers = static_cast<std::int64_t>(buffers.size());
    array.buffers = buffers.data();
  }

  std::vector<std::string> texts(std::size_t first = 0) const {
    const ArrowCells cells{type, array, first};
    std::vector<std::string> found;
    std::string scratch;
    for (std::size_t row = 0; row + first < static_cast<std::size_t>(array.length); ++row)
      found.emplace_back(cells.text(row, scratch));
    return found;
  }
};

TEST(ArrowIn, NumbersOfEveryWidthAreDigits) {
  const std::int8_t small[] = {-1, 2};
  const std::uint16_t middle[] = {65535, 0};
  const std::uint64_t large[] = {18446744073709551615U, 1};
  EXPECT_THAT((ByHand{"c", {nullptr, small}, 2}.texts()), ElementsAre("-1", "2"));
  EXPECT_THAT((ByHand{"S", {nullptr, middle}, 2}.texts()), ElementsAre("65535", "0"));
  EXPECT_THAT((ByHand{"L", {nullptr, large}, 2}.texts()), ElementsAre("18446744073709551615", "1"));
}

TEST(ArrowIn, AFractionWithoutOneIsAWholeNumberAndNoNumberIsNull) {
  const double numbers[] = {28.0, 0.5, std::numeric_limits<double>::quiet_NaN()};
  EXPECT_THAT((ByHand{"g", {nullptr, numbers}, 3}.texts()), ElementsAre("28", "0.5", ""));
}

TEST(ArrowIn, AMomentIsADayAtMidnightOnly) {
  const std::int64_t seconds[] = {0, 86400, 86399, -86400, -1};
  EXPECT_THAT((ByHand{"tss:", {nullptr, seconds}, 5}.texts()),
              ElementsAre("1970-01-01", "1970-01-02", "1970-01-01T23:59:59", "1969-12-31",
                          "1969-12-31T23:59:59"));
}

TEST(ArrowIn, TheTimeOfAZoneIsNotRead) {
  const std::int64_t seconds[] = {0};
  EXPECT_EQ((ByHand{"tss:Asia/Shanghai", {nullptr, seconds}, 1}.type.kind), ArrowKind::unknown);
}

TEST(ArrowIn, ADayBeyondTheCalendarSaysSo) {
  const std::int32_t days[] = {17439, std::numeric_limits<std::int32_t>::max()};
  EXPECT_THAT((ByHand{"tdD", {nullptr, days}, 2}.texts()),
              ElementsAre("2017-09-30", "a day beyond the calendar"));
}

TEST(ArrowIn, TextsBeginWhereTheArrayAndTheBatchBegin) {
  const std::int32_t ends[] = {0, 1, 3, 6};
  const std::int64_t large_ends[] = {0, 1, 3, 6};
  EXPECT_THAT((ByHand{"u", {nullptr, ends, "abbccc"}, 3}.texts()), ElementsAre("a", "bb", "ccc"));
  EXPECT_THAT((ByHand{"u", {nullptr, ends, "abbccc"}, 2, 1}.texts()), ElementsAre("bb", "ccc"));
  EXPECT_THAT((ByHand{"U", {nullptr, large_ends, "abbccc"}, 3}.texts(1)), ElementsAre("bb", "ccc"));
}

TEST(ArrowIn, ViewsAreReadShortAndLong) {
  struct View {
    std::int32_t length;
    char text[4];
    std::int32_t buffer;
    std::int32_t at;
  };
  const char* const elsewhere = "??fourteen bytes";
  const View views[] = {{2, {'a', 'b', 0, 0}, 0, 0}, {14, {'f', 'o', 'u', 'r'}, 0, 2}};
  EXPECT_THAT((ByHand{"vu", {nullptr, views, elsewhere}, 2}.texts()),
              ElementsAre("ab", "fourteen bytes"));
}

TEST(ArrowIn, ABitSaysWhetherAValueIsThere) {
  const std::int32_t numbers[] = {1, 2, 3};
  const std::uint8_t there[] = {0b101};
  EXPECT_THAT((ByHand{"i", {there, numbers}, 3, 0, 1}.texts()), ElementsAre("1", "", "3"));
  EXPECT_THAT((ByHand{"i", {there, numbers}, 2, 1, 1}.texts()), ElementsAre("", "3"));
}

}  // namespace
}  // namespace zhibu
