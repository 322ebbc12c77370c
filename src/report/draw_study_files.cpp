// SPDX-License-Identifier: BSL-1.0
//
// 学习“纪实档案”: a row for each person and study.

#include <algorithm>
#include <map>
#include <set>

#include "report/meeting.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

constexpr Activities studies{Activity::study_day, Activity::home_study,
                             Activity::concentrated_training, Activity::rotation_training,
                             Activity::induction_training};

// One person's part in a study.
struct Study {
  const Meeting* held = nullptr;
  PersonId person;
  std::optional<Presence> presence = {};
  std::string_view reason = {};
  std::optional<StudyNote> file = {};
};

std::string filed(const Source& source, const Study& study, bool StudyNote::*what) {
  if (!study.file) return "";
  return *study.file.*what ? source.say({"有", "yes"}) : source.say({"无", "no"});
}

std::string form(const Source& source, const Study& study) {
  const std::optional<StudyForm> form = study.held->minutes.form;
  return form ? source.speak().label(*form) : activities_cell(source, *study.held);
}

std::string home(const Source& source, const Study& study) {
  const Date day = study.held->record.held_on;
  const std::optional<UnitId> unit = source.home(study.person, day);
  return unit ? source.speak().name(*unit, day) : "";
}

bool took_part(const Study& study) {
  return study.presence && *study.presence != Presence::excused &&
         *study.presence != Presence::absent;
}

constexpr Column<Study> columns[]{
    {{{"日期", "day"}, CellKind::day},
     [](const Source&, const Study& s) { return to_string(s.held->record.held_on); }},
    {{{"学习形式", "form"}}, form},
    {{{"主题", "topic"}},
     [](const Source&, const Study& s) { return std::string{s.held->minutes.topic}; }},
    {{{"组织单位", "organization"}},
     [](const Source& source, const Study& s) { return unit_cell(source, *s.held); }},
    {{{"姓名", "name"}},
     [](const Source& source, const Study& s) { return source.name(s.person); }},
    {{{"编号", "code"}},
     [](const Source& source, const Study& s) { return source.code(s.person); }},
    {{{"所在党支部", "home branch"}}, home},
    {{{"参加情况", "presence"}},
     [](const Source& source, const Study& s) {
       return s.presence ? source.speak().label(*s.presence) : "";
     }},
    {{{"学时", "class hours"}, CellKind::number},
     [](const Source&, const Study& s) {
       return took_part(s) ? number_cell(s.held->record.class_hours) : "";
     }},
    {{{"笔记", "note"}},
     [](const Source& source, const Study& s) { return filed(source, s, &StudyNote::note); }},
    {{{"心得", "reflection"}},
     [](const Source& source, const Study& s) { return filed(source, s, &StudyNote::reflection); }},
    {{{"感悟", "insight"}},
     [](const Source& source, const Study& s) { return filed(source, s, &StudyNote::insight); }},
    {{{"记录编号", "record"}},
     [](const Source&, const Study& s) { return std::string{s.held->record.code}; }},
};

constexpr Column<Study> why{{{"原因", "reason"}}, [](const Source& source, const Study& s) {
                              return source.reason(s.reason);
                            }};

using Files = std::map<RecordId, std::map<PersonId, StudyNote>>;

Files files(const Records& records) {
  Files found;
  for (const StudyNote& note : records.all<StudyNote>())
    found[note.record].emplace(note.person, note);
  return found;
}

// Whatever is a study by its activity, by its minutes, or because somebody has it in their file.
std::vector<Meeting> all_studies(const Source& source, const Files& files) {
  std::set<std::pair<Date, RecordId>> found;
  for (const Record& record : source.held(studies)) found.emplace(record.held_on, record.id);
  for (const Meeting& held : sessions(source)) found.emplace(held.record.held_on, held.record.id);
  for (const auto& [id, notes] : files)
    if (const Record record = source.records()[id]; source.covers(record))
      found.emplace(record.held_on, id);

  std::vector<Meeting> all;
  for (const auto& [day, id] : found) all.push_back(meeting(source, source.records()[id]));
  return all;
}

// Who attended, in that order; or, where nobody took the attendance, those whom the record names,
// to whom a study at home was brought. Then those who only have it in their files.
std::vector<Study> parts(const Meeting& held, std::map<PersonId, StudyNote> notes) {
  std::vector<Study> found;
  for (const Attendee& who : held.who)
    found.push_back({&held, who.person, who.presence, who.reason});
  const bool at_home = held.record.activities.contains(Activity::home_study);
  if (held.who.empty())
    for (const PersonId person : held.record.persons)
      found.push_back(
          {&held, person, at_home ? std::optional{Presence::served_at_home} : std::nullopt});
  for (Study& study : found)
    if (const auto note = notes.extract(study.person)) study.file = note.mapped();
  for (const auto& [person, note] : notes) found.push_back({&held, person, {}, {}, note});
  return found;
}

struct StudyTotals {
  std::int64_t studies = 0;
  std::vector<std::int64_t> of_presence = std::vector<std::int64_t>(names<Presence>().size());
  std::int64_t notes = 0;
  std::int64_t reflections = 0;
  std::int64_t insights = 0;
  Heads persons;

  void add(const Study& study) {
    if (study.presence) ++of_presence[static_cast<std::size_t>(*study.presence)];
    notes += study.file && study.file->note;
    reflections += study.file && study.file->reflection;
    insights += study.file && study.file->insight;
    if (took_part(study) || study.file) persons.add(study.person);
  }

  void put(const Source& source, Table<Study>& table) const {
    table.total({"次数", "times"}, studies);
    for (const Name<Presence>& name : names<Presence>())
      table.named_total(source.speak().label(name.value) + source.say({"人次", ", person-times"}),
                        of_presence[static_cast<std::size_t>(name.value)]);
    table.total({"笔记", "notes"}, notes);
    table.total({"心得", "reflections"}, reflections);
    table.total({"感悟", "insights"}, insights);
    table.total({"人数", "persons"}, persons.count());
  }
};

}  // namespace

Ledger draw_study_files(const LedgerSource& source) {
  std::vector<Column<Study>> shown(std::begin(columns), std::end(columns));
  if (source.shows(Sensitive::reasons)) shown.push_back(why);
  Table<Study> table{source, {"学习纪实档案", "Study record files,"}, shown};
  StudyTotals totals;
  Files notes = files(source.records());
  for (const Meeting& held : all_studies(source, notes)) {
    const std::vector<Study> persons = parts(held, std::move(notes[held.record.id]));
    totals.studies += !persons.empty();
    for (const Study& study : persons) {
      totals.add(study);
      table.add(study, held.record.held_on,
                form(source, study) + source.say({"：", ": "}) + source.name(study.person));
    }
  }
  totals.put(source, table);
  return std::move(table).take();
}

}  // namespace zhibu
