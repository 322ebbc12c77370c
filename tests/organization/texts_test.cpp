// SPDX-License-Identifier: BSL-1.0
//
// What the columns of a roster are made of.

#include "organization/texts.hpp"

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "organization/chains.hpp"
#include "organization/column.hpp"
#include "organization/hash_index.hpp"
#include "organization/timelines.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string text_of(std::size_t bytes, char c = 'x') { return std::string(bytes, c); }

TEST(Texts, OfEveryLengthComeBack) {
  Texts texts;
  std::vector<std::string> kept;
  for (const std::size_t bytes : {0u, 1u, 127u, 128u, 255u, 256u, 31999u, 32000u})
    kept.push_back(text_of(bytes));
  for (const std::string& text : kept) texts.keep(text);
  for (TextId id = 0; id < kept.size(); ++id) {
    EXPECT_EQ(texts[id], kept[id]) << kept[id].size();
    EXPECT_EQ(texts.find(kept[id]), id) << kept[id].size();
  }
}

TEST(Texts, LongerThanTheLongestAreRefusedAndNothingHasChanged) {
  Texts texts;
  texts.keep(text_of(Texts::longest));
  EXPECT_THROW(texts.keep(text_of(Texts::longest + 1)), std::invalid_argument);
  EXPECT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts.find(text_of(Texts::longest + 1)), std::nullopt);
  EXPECT_EQ(texts.keep("甲"), 1u);
}

TEST(Texts, AreKeptOnce) {
  Texts texts;
  EXPECT_EQ(texts.keep("县政府办"), 0u);
  const std::size_t bytes = texts.bytes_of_texts();
  EXPECT_EQ(texts.keep("县政府办"), 0u);
  EXPECT_EQ(texts.keep(texts[0]), 0u);
  EXPECT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts.bytes_of_texts(), bytes);
}

TEST(Texts, MayHoldAnyBytes) {
  Texts texts;
  const std::vector<std::string> odd{
      std::string{'\0'}, std::string{"\0\0", 2}, "\xFF", "\xFF\xFF", "\x80", "a\nb"};
  for (const std::string& text : odd) texts.keep(text);
  for (TextId id = 0; id < odd.size(); ++id) EXPECT_EQ(texts[id], odd[id]);
  EXPECT_EQ(texts.size(), odd.size());
}

// What no longer fits into a chunk goes to the next, also to the byte.
TEST(Texts, GoOnInTheNextChunkWhereOneIsFull) {
  for (const std::size_t short_of_full : {0u, 1u, 2u, 127u, 128u, 130u}) {
    Texts texts;
    std::vector<std::string> kept;
    std::size_t room = TextChunk::bytes - short_of_full;
    for (; room > 2 * Texts::longest; room -= Texts::longest)
      kept.push_back(std::to_string(room) + text_of(Texts::longest - std::to_string(room).size()));
    kept.push_back(text_of(room / 2, 'a'));
    kept.push_back(text_of(room - room / 2, 'b'));
    for (const char c : {'d', 'e', 'f'}) kept.push_back(text_of(128, c));
    for (int round = 0; round < 20; ++round) kept.push_back("later " + std::to_string(round));
    for (const std::string& text : kept) texts.keep(text);
    EXPECT_EQ(texts.chunks(), 2u);
    for (TextId id = 0; id < kept.size(); ++id) {
      EXPECT_EQ(texts[id], kept[id]) << short_of_full;
      EXPECT_EQ(texts.find(kept[id]), id) << short_of_full;
    }
  }
}

TEST(Texts, AViewStaysWhateverIsAdded) {
  Texts texts;
  const std::string_view kept = texts[texts.keep("县卫生局党支部")];
  for (int i = 0; i < 20'000; ++i) texts.keep("单位" + std::to_string(i));
  EXPECT_EQ(kept, "县卫生局党支部");
  EXPECT_EQ(kept.data(), texts[0].data());
  const Texts moved = std::move(texts);
  EXPECT_EQ(kept.data(), moved[0].data());
}

TEST(Texts, ACopyIsAnother) {
  Texts texts;
  texts.keep("甲");
  Texts copy = texts;
  EXPECT_NE(copy[0].data(), texts[0].data());
  copy.keep("乙");
  texts.keep("丙");
  EXPECT_EQ(copy.find("丙"), std::nullopt);
  EXPECT_EQ(texts.find("乙"), std::nullopt);
  EXPECT_EQ(copy[1], "乙");
  EXPECT_EQ(texts[1], "丙");
}

TEST(Texts, TwoHundredThousandAreFoundAgain) {
  std::mt19937 random{2017};
  std::map<std::string, TextId> known;
  Texts texts;
  while (known.size() < 200'000) {
    std::string text(random() % 24, ' ');
    for (char& c : text) c = static_cast<char>(random());
    const auto [at, is_new] = known.emplace(text, static_cast<TextId>(known.size()));
    ASSERT_EQ(texts.keep(text), at->second);
  }
  ASSERT_EQ(texts.size(), known.size());
  for (const auto& [text, id] : known) {
    ASSERT_EQ(texts[id], text);
    ASSERT_EQ(texts.find(text), id);
    const std::string other = text + "!";
    ASSERT_EQ(texts.find(other).has_value(), known.contains(other));
  }
}

TEST(Texts, MakingRoomChangesNothing) {
  Texts texts;
  texts.keep("甲");
  texts.reserve(1000);
  for (int i = 0; i < 1000; ++i) texts.keep(std::to_string(i));
  EXPECT_EQ(texts.find("甲"), 0u);
  EXPECT_EQ(texts.find("999"), 1000u);
}

// All bytes of the texts, as an archive writes them.
std::string bytes_of(const Texts& texts) {
  std::string bytes;
  for (std::size_t i = 0; i < texts.chunks(); ++i)
    bytes.append(texts.chunk(i).begin(), texts.chunk(i).end());
  return bytes;
}

// And as it reads them.
Texts restored(std::string_view bytes, std::span<const std::uint16_t> lengths,
               const HashIndex& index) {
  const auto fill = [&](std::span<char> into) {
    std::ranges::copy(bytes.substr(0, into.size()), into.begin());
    bytes.remove_prefix(into.size());
  };
  Steps unwatched;
  return Texts::restored(lengths, fill, index, unwatched);
}

TEST(Texts, RestoredAreTheSameAndGoOn) {
  Texts texts;
  for (std::size_t i = 0; i < 500; ++i)
    texts.keep(std::to_string(i) + text_of(i * 641 % 31000, static_cast<char>('a' + i % 7)));
  Texts again = restored(bytes_of(texts), texts.lengths(), texts.index());
  for (TextId id = 0; id < texts.size(); ++id) EXPECT_EQ(again[id], texts[id]);
  EXPECT_EQ(again.keep("乙"), texts.size());
  EXPECT_EQ(again.find("乙"), texts.size());
}

TEST(Texts, WhatIsNoTextsIsNotRestored) {
  Texts texts;
  for (int i = 0; i < 40; ++i) texts.keep(std::to_string(i) + text_of(3000));
  const std::string good = bytes_of(texts);
  const Values<std::uint16_t> lengths = texts.lengths();
  EXPECT_EQ(restored(good, lengths, texts.index()).size(), 40u);
  EXPECT_THROW(restored(good, std::span{lengths}.first(39), texts.index()), std::invalid_argument);
  Values<std::uint16_t> moved = lengths;
  std::swap(moved[9], moved[10]);
  EXPECT_THROW(restored(good, moved, texts.index()), std::invalid_argument);
  Values<std::uint16_t> longer = lengths;
  longer[3] = Texts::longest + 1;
  EXPECT_THROW(restored(good, longer, texts.index()), std::invalid_argument);
  std::string other = good;
  other[0] = '1';
  EXPECT_THROW(restored(other, lengths, texts.index()), std::invalid_argument);
  other[0] = '\xFF';
  EXPECT_THROW(restored(other, lengths, texts.index()), std::invalid_argument);
}

TEST(HashIndex, FindsEachRowAlsoWhereAllHashesAreAlike) {
  HashIndex index;
  const auto alike = [](std::uint32_t) { return std::uint64_t{42}; };
  for (int i = 0; i < 300; ++i) index.add(42, alike);
  for (std::uint32_t row = 0; row < 300; ++row)
    EXPECT_EQ(index.find(42, [&](std::uint32_t found) { return found == row; }), row);
  EXPECT_EQ(index.find(42, [](std::uint32_t) { return false; }), std::nullopt);
  EXPECT_EQ(index.find(43, [](std::uint32_t) { return true; }), std::nullopt);
}

TEST(RareColumn, HasWhatWasPushedAtEveryEdge) {
  RareColumn<int> column;
  std::vector<std::optional<int>> told;
  for (int row = 0; row < 1600; ++row) {
    const bool edge = row % 64 == 0 || row % 64 == 63 || row % 512 == 511 || row % 7 == 0;
    told.push_back(edge ? std::optional{row} : std::nullopt);
    column.push_back(told.back());
  }
  ASSERT_EQ(column.size(), told.size());
  for (std::size_t row = 0; row < told.size(); ++row) ASSERT_EQ(column[row], told[row]) << row;
}

RC_GTEST_PROP(RareColumn, HasWhatWasPushed, (const std::vector<int>& numbers)) {
  std::vector<std::optional<int>> told;
  for (const int n : numbers) told.push_back(n % 2 == 0 ? std::optional{n} : std::nullopt);
  RareColumn<int> column;
  for (const std::optional<int> value : told) column.push_back(value);
  const RareColumn<int> copy = column;
  column.push_back(7);
  for (std::size_t row = 0; row < told.size(); ++row) RC_ASSERT(copy[row] == told[row]);
  RC_ASSERT(column[told.size()] == 7);
}

TEST(Chains, KeepTheOrderOfEachOwner) {
  Chains chains;
  chains.add(3, 0);
  chains.add(1, 1);
  chains.add(3, 2);
  EXPECT_THAT(chains.of(3), ElementsAre(0u, 2u));
  EXPECT_THAT(chains.of(1), ElementsAre(1u));
  EXPECT_THAT(chains.of(0), IsEmpty());
  EXPECT_THAT(chains.of(1000), IsEmpty());
}

RC_GTEST_PROP(Chains, RareAndCommonTellTheSame, (const std::vector<std::uint8_t>& owners)) {
  Chains chains;
  RareChains rare;
  std::map<std::uint32_t, std::vector<std::uint32_t>> told;
  for (std::uint32_t item = 0; item < owners.size(); ++item) {
    chains.add(owners[item], item);
    rare.add(owners[item], item);
    told[owners[item]].push_back(item);
  }
  for (std::uint32_t owner = 0; owner < 256; ++owner) {
    RC_ASSERT(chains.of(owner) == told[owner]);
    RC_ASSERT(rare.of(owner) == told[owner]);
  }
}

// Timelines of several rows against a Timeline of each.
RC_GTEST_PROP(Timelines, AreTimelinesOfTheirRows, ()) {
  constexpr std::size_t rows = 4;
  const Date begin{2012, 3, 1};
  Timelines lines;
  std::vector<Timeline<Timelines::Number>> told(rows);
  for (std::size_t row = 0; row < rows; ++row) lines.push_back(Date::first(), Timelines::none);
  const int steps = *rc::gen::inRange(0, 40);
  for (int i = 0; i < steps; ++i) {
    const std::size_t row = *rc::gen::inRange<std::size_t>(0, rows);
    const int from = *rc::gen::inRange(0, 50);
    const int length = *rc::gen::inRange(1, 30);
    const Period period{begin + from, length < 25 ? begin + from + length : Date::last()};
    if (*rc::gen::arbitrary<bool>())
      told[row].put(period, static_cast<Timelines::Number>(i));
    else
      told[row].clear(period);
    lines.set(row, told[row]);
    for (std::size_t r = 0; r < rows; ++r) {
      RC_ASSERT(lines[r] == told[r]);
      RC_ASSERT(lines.ever(r) == !told[r].history().empty());
      for (int n = -1; n < 90; ++n) RC_ASSERT(lines.at(r, begin + n) == told[r].at(begin + n));
      if (told[r].history().empty()) continue;
      RC_ASSERT(lines.last(r) == told[r].history().back().value);
      const Period whole{told[r].history().front().period.begin,
                         told[r].history().back().period.end};
      RC_ASSERT(lines.period(r) == whole);
    }
  }
  Steps unwatched;
  const Timelines again =
      Timelines::restored(lines.from(), lines.numbers(), lines.entries(), 100, unwatched);
  for (std::size_t r = 0; r < rows; ++r) RC_ASSERT(again[r] == told[r]);
}

TEST(Timelines, HoldOnTheLastDayAsATimelineDoes) {
  Timelines lines;
  lines.push_back(Date{2012, 3, 1}, 7);
  EXPECT_EQ(lines.at(0, Date::last()), lines[0].at(Date::last()));
}

TEST(Timelines, WhatIsNoneIsNotRestored) {
  Timelines lines;
  Timeline<Timelines::Number> line{{Date{2012, 3, 1}, Date{2013, 3, 1}}, 0};
  lines.push_back(line);
  const auto restore = [&](std::size_t below, auto change) {
    auto entries = lines.entries();
    change(entries);
    Steps unwatched;
    return Timelines::restored(lines.from(), lines.numbers(), entries, below, unwatched).size();
  };
  EXPECT_EQ(restore(1, [](auto&) {}), 1u);
  EXPECT_THROW(restore(0, [](auto&) {}), std::invalid_argument);
  EXPECT_THROW(restore(1, [](auto& e) { e.clear(); }), std::invalid_argument);
  EXPECT_THROW(restore(1, [](auto& e) { e.back().left = 1; }), std::invalid_argument);
  EXPECT_THROW(restore(1, [](auto& e) { e.back().from = e.front().from; }), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu
