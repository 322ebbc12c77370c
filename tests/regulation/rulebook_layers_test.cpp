// SPDX-License-Identifier: BSL-1.0

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

using testing::AllOf;
using testing::HasSubstr;

// The central row: the members meeting, once a quarter, as a rule.
Provision quarterly() {
  return {.code = "MTG-01",
          .name = "党员大会一般每季度召开1次",
          .scope = EveryUnit{.kinds = {UnitKind::branch}, .temporary = false},
          .activity = Activity::members_meeting,
          .cadence = AtLeast{1, Span::quarter},
          .force = Force::as_a_rule,
          .layer = Layer::central,
          .in_force_from = Date{2018, 10, 28},
          .source = {"支部工作条例", "11"}};
}

// A county's row on the same.
Provision county(Cadence cadence, Force force = Force::as_a_rule) {
  Provision p = quarterly();
  p.code = "XX-01";
  p.name = "本县党员大会";
  p.scope = EveryUnit{.kinds = {UnitKind::branch, UnitKind::general_branch}};
  p.cadence = std::move(cadence);
  p.force = force;
  p.layer = Layer::county;
  p.in_force_from = Date{2020, 1, 1};
  p.source = {"县委办法", "3"};
  return p;
}

template <class Row>
Rulebook of(const Row& row) {
  Rulebook rules;
  rules.add(row);
  return rules;
}

std::string refusal(const std::function<void()>& step) {
  try {
    step();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "(not refused)";
}

// What is said of both together, in whatever order; "" where they agree.
template <class Row>
std::string said_of(const Row& upper, const Row& lower) {
  const std::string one = refusal([&] { static_cast<void>(of(upper) + of(lower)); });
  const std::string other = refusal([&] { static_cast<void>(of(lower) + of(upper)); });
  const auto fault = [](const std::string& text) {
    const std::size_t at = text.find("found '");
    return at == std::string::npos ? std::string{} : text.substr(at);
  };
  EXPECT_EQ(fault(one), fault(other)) << "the order of adding does not matter";
  return fault(one);
}

std::string said_of_county(Cadence cadence, Force force = Force::as_a_rule) {
  return said_of(quarterly(), county(std::move(cadence), force));
}

TEST(Layers, ALooserRowOfALowerLayerIsRefusedAndBothAreNamed) {
  EXPECT_EQ(
      said_of_county(AtLeast{3, Span::year}),
      "found 'XX-01', '本县党员大会' (county, 《县委办法》第3条), looser than 'MTG-01', "
      "'党员大会一般每季度召开1次' (central, 《支部工作条例》第11条), for the same bearers at "
      "the same time; accepted: an equal or a stricter one in the lower layer");
}

TEST(Layers, AnEqualOrAStricterOneIsAdded) {
  EXPECT_EQ(said_of_county(AtLeast{1, Span::quarter}), "");
  EXPECT_EQ(said_of_county(AtLeast{1, Span::month}), "");
  EXPECT_EQ(said_of_county(AtLeast{1, Span::quarter}, Force::shall), "");
}

TEST(Layers, TheSamePutMoreWeaklyIsLooser) {
  EXPECT_THAT(said_of_county(AtLeast{1, Span::quarter}, Force::practice), HasSubstr("looser"));
  EXPECT_THAT(said_of_county(AtLeast{1, Span::quarter}, Force::may), HasSubstr("looser"));
}

// Twice a quarter as a practice: neither implies the other.
TEST(Layers, WhatCannotBeComparedIsAnAddition) {
  EXPECT_EQ(said_of_county(AtLeast{2, Span::quarter}, Force::practice), "");
  EXPECT_EQ(said_of_county(AtFestivals{{"春节"}, 10, 0}), "");
}

TEST(Layers, RowsOfOneLayerMayDiffer) {
  Provision other = county(AtLeast{1, Span::year});
  other.layer = Layer::central;
  EXPECT_EQ(said_of(quarterly(), other), "");
}

TEST(Layers, ARowThatIsInForceAtAnotherTimeIsNoLooser) {
  Provision ended = quarterly();
  Provision looser = county(AtLeast{1, Span::year});
  ended.in_force_until = looser.in_force_from;
  EXPECT_EQ(said_of(ended, looser), "");
  ended.in_force_until = looser.in_force_from + 1;
  EXPECT_THAT(said_of(ended, looser), HasSubstr("looser"));
  looser.in_force_until = looser.in_force_from + 1;
  looser.in_force_from = quarterly().in_force_from - 10;
  looser.in_force_until = quarterly().in_force_from;
  EXPECT_EQ(said_of(quarterly(), looser), "");
}

TEST(Layers, ARowForOthersOrOfAnotherActivityIsNoLooser) {
  Provision looser = county(AtLeast{1, Span::year});
  looser.activity = Activity::party_lecture;
  EXPECT_EQ(said_of(quarterly(), looser), "");
  looser = county(AtLeast{1, Span::year});
  looser.scope = TheseUnits{{"B01"}};
  EXPECT_EQ(said_of(quarterly(), looser), "") << "no scope says what B01 is";
  looser.scope = EveryUnit{.kinds = {UnitKind::branch}, .temporary = true};
  EXPECT_EQ(said_of(quarterly(), looser), "");
}

TEST(Layers, WhomTheUpperRowExemptsTheLowerOneMayBindMoreLoosely) {
  Provision upper = quarterly();
  upper.scope = EveryUnit{.kinds = {UnitKind::branch}};
  Provision lower = county(AtLeast{1, Span::year});
  lower.scope = EveryUnit{.kinds = {UnitKind::branch}, .temporary = true};
  EXPECT_THAT(said_of(upper, lower), HasSubstr("looser"));
  upper.exemptions = {{Condition::temporary, "ORG-11", {"支部工作条例", "8"}}};
  EXPECT_EQ(said_of(upper, lower), "");

  lower.scope = EveryUnit{.kinds = {UnitKind::branch}, .has_committee = false};
  EXPECT_THAT(said_of(upper, lower), HasSubstr("looser"));
  upper.exemptions = {{Condition::without_committee, "COM-04", {"支部工作条例", "20"}}};
  EXPECT_EQ(said_of(upper, lower), "");
}

TEST(Layers, ARowThatSettlesOneWithoutANumberIsNoLooser) {
  Provision on_schedule = quarterly();
  on_schedule.cadence = OnSchedule{AtLeast{1, Span::quarter}};
  on_schedule.force = Force::shall;
  Provision settled = county(AtLeast{1, Span::year}, Force::practice);
  settled.settles = "MTG-01";
  EXPECT_EQ(said_of(on_schedule, settled), "");
}

TEST(Layers, AnOpenRowBelowOneWithANumberIsLooser) {
  EXPECT_THAT(said_of_county(OnSchedule{AtLeast{1, Span::quarter}}), HasSubstr("looser"));
}

Requirement seats(Layer layer, std::string_view code, Bounds bounds) {
  return {.code = code,
          .name = "党支部委员会由3至5人组成",
          .scope = EveryUnit{.kinds = {UnitKind::branch}},
          .demand = bounds,
          .layer = layer,
          .in_force_from = Date{2018, 10, 28},
          .source = {"支部工作条例", "20"}};
}

TEST(Layers, ARequirementOfALowerLayerIsNoLooserEither) {
  const auto said = [](std::optional<int> least, std::optional<int> most) {
    return said_of(seats(Layer::central, "A", {.within = {Measure::committee_size, 3, 5}}),
                   seats(Layer::unit, "B", {.within = {Measure::committee_size, least, most}}));
  };
  EXPECT_EQ(said(3, 5), "");
  EXPECT_EQ(said(4, 5), "");
  EXPECT_EQ(said(4, 6), "") << "neither the one nor the other";
  EXPECT_THAT(said(3, 6),
              AllOf(HasSubstr("'B'"), HasSubstr("(unit, "), HasSubstr("looser than 'A'")));
}

TEST(Layers, WithinOneFileTheLooserRowIsSaidWithItsPlace) {
  const std::string upper = R"(
[[document]]
key = "C"
title = "支部工作条例"
layer = "central"
[[document]]
key = "U"
title = "本支部制度"
)";
  const auto row = [](std::string code, std::string document, std::string cadence) {
    return "[[provision]]\ncode = '" + code + "'\nname = '" + code +
           "'\nscope.every_unit = { kinds = ['branch'] }\nactivity = 'party_lecture'\n"
           "cadence.at_least = " +
           cadence + "\nforce = 'shall'\nin_force_from = 2018-10-28\nsource = { document = '" +
           document + "' }\nconfidence = 'verified'\n";
  };
  const std::string quarter = row("A", "C", "{ times = 1, per = 'quarter' }");
  const std::string year = row("B", "U", "{ times = 1, per = 'year' }");
  for (const std::string& rows : {quarter + year, year + quarter})
    EXPECT_THAT(refusal([&] { Rulebook::parse(upper + rows, "rules.toml"); }),
                AllOf(HasSubstr("rules.toml:19:1: provision "),
                      HasSubstr("found 'B', 'B' (unit, 《本支部制度》), looser than 'A', 'A' "
                                "(central, 《支部工作条例》)")));
}

}  // namespace
}  // namespace zhibu
