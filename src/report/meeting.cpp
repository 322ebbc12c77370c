// SPDX-License-Identifier: BSL-1.0

#include "report/meeting.hpp"

#include <algorithm>
#include <tuple>

namespace zhibu {

namespace {

bool stayed_away(Presence presence) {
  return presence == Presence::excused || presence == Presence::absent;
}

std::string how_absent(const LedgerSource& source, const Attendee& who) {
  std::string how = source.speak().label(who.presence);
  if (source.shows(Sensitive::reasons))
    how += who.reason.empty() ? source.say({"，原因未记", ", no reason recorded"})
                              : source.say({"：", ": "}) + source.reason(who.reason);
  return source.name(who.person) + source.say({"（", " ("}) + how + source.say({"）", ")"});
}

}  // namespace

Meeting meeting(const LedgerSource& source, const Record& record) {
  return {record, source.records().minutes(record.id).value_or(Minutes{.record = record.id}),
          source.records().attendance(record.id)};
}

std::vector<Meeting> meetings(const LedgerSource& source, Activities any) {
  std::vector<Meeting> found;
  for (const Record& record : source.held(any)) found.push_back(meeting(source, record));
  return found;
}

std::vector<Meeting> sessions(const LedgerSource& source) {
  std::vector<Meeting> found;
  for (const Minutes& minutes : source.records().all<Minutes>()) {
    if (!minutes.form) continue;
    const Record record = source.records()[minutes.record];
    if (source.covers(record))
      found.push_back({record, minutes, source.records().attendance(record.id)});
  }
  std::ranges::sort(found, {}, [](const Meeting& held) {
    return std::tuple{held.record.held_on, held.record.id};
  });
  return found;
}

std::string activities_cell(const LedgerSource& source, const Meeting& held) {
  std::vector<std::string> labels;
  for (const Name<Activity>& name : names<Activity>())
    if (held.record.activities.contains(name.value))
      labels.push_back(source.speak().label(name.value));
  return joined(labels, source.say({"、", ", "}));
}

std::string unit_cell(const LedgerSource& source, const Meeting& held) {
  return source.speak().name(held.record.unit, held.record.held_on);
}

std::string absent_cell(const LedgerSource& source, const Meeting& held) {
  std::vector<std::string> each;
  for (const Attendee& who : held.who)
    if (stayed_away(who.presence)) each.push_back(how_absent(source, who));
  return joined(each, source.say({"、", ", "}));
}

std::string absent_count_cell(const LedgerSource& source, const Meeting& held) {
  if (!held.who.empty())
    return source.count(static_cast<std::int64_t>(held.who.count(Presence::excused) +
                                                  held.who.count(Presence::absent)));
  if (!held.record.due || !held.record.present) return "";
  return source.count(*held.record.due - *held.record.present);
}

std::string presence_cell(const LedgerSource& source, const Meeting& held, Presence presence) {
  if (held.who.empty()) return "";
  return source.count(static_cast<std::int64_t>(held.who.count(presence)));
}

std::string timeliness_cell(const LedgerSource& source, const Meeting& held) {
  const Date day = held.record.held_on;
  const Period meant = held.record.for_period.value_or(Period{day, day + 1});
  if (meant.contains(day)) return source.say({"按期", "on time"});
  return day < meant.begin ? source.say({"提前", "early"}) : source.say({"补开", "made up for"});
}

std::string summary(const LedgerSource& source, const Meeting& held) {
  return activities_cell(source, held) + source.say({"：", ": "}) + unit_cell(source, held);
}

void MeetingTotals::add(const Meeting& held) {
  ++times_;
  due_ += held.record.due.value_or(0);
  present_ += held.record.present.value_or(0);
  if (held.who.empty()) return;
  ++listed_;
  for (const Attendee& who : held.who)
    if (who.presence == Presence::present || who.presence == Presence::online)
      persons_.add(who.person);
}

}  // namespace zhibu
