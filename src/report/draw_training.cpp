// SPDX-License-Identifier: BSL-1.0

#include <array>

#include "report/meeting.hpp"
#include "report/whose.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

constexpr Column<Meeting> columns[]{
    {{{"日期", "day"}, CellKind::day},
     [](const Source&, const Meeting& m) { return to_string(m.record.held_on); }},
    {{{"学习形式", "form"}},
     [](const Source& s, const Meeting& m) { return s.speak().label(*m.minutes.form); }},
    {{{"主题", "topic"}},
     [](const Source&, const Meeting& m) { return std::string{m.minutes.topic}; }},
    {{{"党组织", "organization"}}, unit_cell},
    {{{"主办", "host"}},
     [](const Source& s, const Meeting& m) { return remark(s, m.minutes.host); }},
    {{{"授课人", "speaker"}},
     [](const Source& s, const Meeting& m) { return remark(s, m.minutes.speaker); }},
    {{{"参加对象", "audience"}},
     [](const Source&, const Meeting& m) { return std::string{m.minutes.audience}; }},
    {{{"地点", "place"}},
     [](const Source& s, const Meeting& m) { return list_cell(s, m.minutes.places); }},
    {{{"应到", "due"}, CellKind::number},
     [](const Source& s, const Meeting& m) { return count_cell(s, m.record.due); }},
    {{{"人次", "person-times"}, CellKind::number},
     [](const Source& s, const Meeting& m) { return count_cell(s, m.record.present); }},
    {{{"学时", "class hours"}, CellKind::number},
     [](const Source&, const Meeting& m) { return number_cell(m.record.class_hours); }},
    {{{"记录编号", "record"}},
     [](const Source&, const Meeting& m) { return std::string{m.record.code}; }},
};

std::string session(const LedgerSource& source, const Meeting& held) {
  return source.speak().label(*held.minutes.form) + source.say({"：", ": "}) +
         (held.minutes.topic.empty() ? unit_cell(source, held) : std::string{held.minutes.topic});
}

struct Sum {
  std::int64_t times = 0;
  std::int64_t present = 0;
};

}  // namespace

Ledger draw_training(const LedgerSource& source) {
  Table<Meeting> table{source, {"学习培训台账", "Study and training,"}, columns};
  MeetingTotals totals;
  std::vector<Sum> of_form(names<StudyForm>().size());
  for (const Meeting& held : sessions(source)) {
    table.add(held, held.record.held_on, session(source, held));
    totals.add(held);
    Sum& sum = of_form[static_cast<std::size_t>(*held.minutes.form)];
    ++sum.times;
    sum.present += held.record.present.value_or(0);
  }
  totals.put(table, {"期次", "sessions"}, {"人次", "person-times"});
  for (const Name<StudyForm>& form : names<StudyForm>()) {
    const Sum sum = of_form[static_cast<std::size_t>(form.value)];
    if (sum.times == 0) continue;
    const std::string label = source.speak().label(form.value);
    table.named_total(label + source.say({"期次", ", sessions"}), sum.times);
    table.named_total(label + source.say({"人次", ", person-times"}), sum.present);
  }
  return std::move(table).take();
}

}  // namespace zhibu
