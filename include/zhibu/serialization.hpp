// SPDX-License-Identifier: BSL-1.0
//
// Boost.Serialization of zhibu's values, for programs that keep them in archives of their own:
// binary, text or XML. It is not part of zhibu.hpp; who includes it links Boost.Serialization.
//
//   std::ofstream file("office.xml");
//   boost::archive::xml_oarchive archive(file);
//   archive << boost::serialization::make_nvp("roster", roster);
//
// A roster goes in as the bytes of to_bytes(), and is read as warily as by load(). All else are
// values that own what they hold: days, lunar dates, handles, timelines, recurrences, activities,
// and whatever stands in serialization/parts.hpp and rule_parts.hpp. Days and recurrences go in as
// text, and members that are enumerators by their keys; what is read throws std::invalid_argument
// where it is no such value. A row with texts (Unit, Person, Post, …) is a view into its roster and
// cannot be read on its own: put in the roster, and the handle. Records, rulebooks, calendars and
// what is made of them cannot be put in yet.
//
// There are no pointers: handles are numbers, and mean something only beside their roster. Classes
// have Boost's version numbers, so that a later zhibu reads what this one wrote. Boost itself
// trusts an archive: never read one that you did not write.

#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "zhibu/organization/archive.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/serialization/put.hpp"
#include "zhibu/serialization/rule_parts.hpp"
#include "zhibu/serialization/traits.hpp"
#include "zhibu/time/lunar.hpp"
#include "zhibu/time/recurrence.hpp"
#include "zhibu/time/timeline.hpp"

namespace zhibu {

template <class Archive, serialization::HasParts T>
void serialize(Archive& archive, T& value, const unsigned int /*version*/) {
  const auto put = [&](const auto& part) {
    serialization::put(archive, part.name, value.*part.member);
  };
  std::apply([&](const auto&... part) { (put(part), ...); }, serialization::parts<T>);
}

template <class Archive, class Tag>
void serialize(Archive& archive, Id<Tag>& id, const unsigned int /*version*/) {
  serialization::put(archive, "index", id.index);
}

template <class Archive>
void serialize(Archive& archive, Date& day, const unsigned int /*version*/) {
  std::string text = to_string(day);
  serialization::put(archive, "day", text);
  if constexpr (Archive::is_loading::value) day = parse_date(text);
}

template <class Archive>
void serialize(Archive& archive, LunarDate& date, const unsigned int /*version*/) {
  std::tuple part{date.year(), date.month(), date.day(), date.leap()};
  serialization::put(archive, "year", std::get<0>(part));
  serialization::put(archive, "month", std::get<1>(part));
  serialization::put(archive, "day", std::get<2>(part));
  serialization::put(archive, "leap", std::get<3>(part));
  if constexpr (Archive::is_loading::value) date = std::make_from_tuple<LunarDate>(part);
}

template <class Archive>
void serialize(Archive& archive, Activities& activities, const unsigned int /*version*/) {
  std::string text = to_string(activities);
  serialization::put(archive, "activities", text);
  if constexpr (Archive::is_loading::value) activities = parse_activities(text);
}

template <class Archive>
void serialize(Archive& archive, Recurrence& recurrence, const unsigned int /*version*/) {
  std::string rule = to_string(recurrence);
  Date start = recurrence.start();
  std::vector<Date> exdates(recurrence.exdates().begin(), recurrence.exdates().end());
  std::vector<Date> rdates(recurrence.rdates().begin(), recurrence.rdates().end());
  serialization::put(archive, "rule", rule);
  serialization::put(archive, "start", start);
  serialization::put(archive, "exdate", exdates);
  serialization::put(archive, "rdate", rdates);
  if constexpr (Archive::is_loading::value) recurrence = {rule, start, exdates, rdates};
}

template <class Archive, class T>
void serialize(Archive& archive, Timeline<T>& timeline, const unsigned int /*version*/) {
  std::uint64_t count = timeline.history().size();
  serialization::put(archive, "count", count);
  Timeline<T> read;
  for (std::uint64_t i = 0; i < count; ++i) {
    typename Timeline<T>::Entry entry{};
    if constexpr (Archive::is_saving::value) entry = timeline.history()[i];
    serialization::put(archive, "period", entry.period);
    serialization::put(archive, "value", entry.value);
    if constexpr (Archive::is_loading::value) read.put(entry.period, std::move(entry.value));
  }
  if constexpr (Archive::is_loading::value) timeline = std::move(read);
}

template <class Archive>
void serialize(Archive& archive, Roster& roster, const unsigned int /*version*/) {
  std::string bytes;
  if constexpr (Archive::is_saving::value) bytes = to_bytes(roster);
  serialization::put_bytes(archive, bytes);
  if constexpr (Archive::is_loading::value) roster = from_bytes(bytes);
}

}  // namespace zhibu
