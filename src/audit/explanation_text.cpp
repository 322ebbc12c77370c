// SPDX-License-Identifier: BSL-1.0

#include <string>
#include <string_view>
#include <variant>

#include "zhibu/audit/explanation.hpp"

namespace zhibu {
namespace {

// Tells one explanation in one language, a line for each part of it.
class Teller {
 public:
  Teller(const Explanation& why, const Findings& findings, const Records& records,
         Language language)
      : why_{&why},
        findings_{&findings},
        records_{&records},
        language_{language},
        obligation_{findings.obligations()[why.obligation]} {}

  std::string all() {
    head();
    for (const ProvisionId rule : why_->rules) cite(findings_->obligations().rulebook()[rule]);
    bind();
    window();
    if (obligation_.exempted) exempt();
    if (why_->waiver) waive();
    count();
    discount();
    remedy();
    return std::move(text_);
  }

 private:
  bool zh() const { return language_ == Language::zh; }
  std::string say(std::string_view zh_text, std::string_view en_text) const {
    return std::string{zh() ? zh_text : en_text};
  }
  const std::string& say(const Statement& text) const { return zh() ? text.zh : text.en; }

  template <class E>
  std::string named(E value) const {
    return std::string{label(value, language_)};
  }

  std::string in_brackets(const std::string& text) const {
    return say("（", " (") + text + say("）", ")");
  }

  // Both days included.
  std::string days(Period period) const {
    if (lasts(period)) return to_string(period.begin) + say("起", " on");
    if (period.days() == 1) return to_string(period.begin);
    return to_string(period.begin) + say("至", " to ") + to_string(period.last());
  }

  // A whole span of the calendar by its short name.
  std::string period(Period period) const {
    const std::string name = title(period);
    return name == to_string(period) ? days(period) : name;
  }

  void line(std::string_view zh_title, std::string_view en_title, const std::string& text) {
    if (!text_.empty()) text_ += '\n';
    text_ += say(zh_title, en_title) + say("：", ": ") + text;
  }

  void add(std::string& list, const std::string& item) const {
    list += (list.empty() ? "" : say("；", "; ")) + item;
  }

  void head() {
    const std::string how =
        named(why_->standing) + (why_->severity ? in_brackets(named(*why_->severity)) : "");
    std::string what = say(why_->bearer) + say("，", ", ") + period(why_->window) + " " +
                       named(obligation_.activity);
    if (!say(why_->place).empty()) what += " → " + say(why_->place);
    line("结论", "Finding", how + say("。", ". ") + what + say("，", ", ") + say(why_->owed));
  }

  // "MTG-01 …，《…》第11条（中央，一般），2018-10-28起施行".
  void cite(const Provision& rule) {
    const std::string_view name = zh() || rule.name_en.empty() ? rule.name : rule.name_en;
    std::string text = std::string{rule.code} + " " + std::string{name} + say("，", ", ") +
                       to_string(rule.source) +
                       in_brackets(named(rule.layer) + say("，", ", ") + named(rule.force)) +
                       say("，", ", ") + in_force(rule);
    if (!rule.quote.empty())
      text += say("，原文：“", ", in its words: “") + std::string{rule.quote} + "”";
    if (rule.confidence != Confidence::verified && rule.confidence != Confidence::local)
      text +=
          say("，", ", ") + named(rule.confidence) + say("，文字未核", ", its wording unchecked");
    const bool first = rule.id == why_->rules.front();
    line(first ? "依据" : "同时满足", first ? "Rule" : "Meets as well", text);
  }

  std::string in_force(const Provision& rule) const {
    std::string text =
        say("自", "in force from ") + to_string(rule.in_force_from) + say("起施行", "");
    if (rule.in_force_until)
      text += say("，至", " until ") + to_string(*rule.in_force_until - 1) + say("止", "");
    if (obligation_.rules_of)
      text += say("，按", ", by the rules of ") + to_string(*obligation_.rules_of) +
              say("时有效的规定核查", "");
    return text;
  }

  void bind() {
    std::string facts;
    for (const Fact& fact : why_->facts) add(facts, say(fact.what) + in_brackets(days(fact.days)));
    if (why_->standing == Standing::not_applicable)
      line("有关事实", "Facts", facts);
    else
      line("适用理由", "Why it binds", facts);
  }

  void window() {
    std::string text = days(why_->window);
    if (obligation_.partial)
      text += say("，其中适用", ", of which it binds ") + days(why_->bound) +
              in_brackets(named(*obligation_.partial));
    if (why_->fixed) text += say("；", "; ") + fixed_day(*why_->fixed);
    line("期限", "Window", text);
  }

  std::string fixed_day(const Shifted& fixed) const {
    std::string text = say("规定日", "the rule names ") + to_string(fixed.nominal);
    if (why_->nominal) text += in_brackets(what_it_is(*why_->nominal));
    if (!fixed.within_limit) return text + say("，附近无工作日可调", ", and no workday is near");
    if (fixed.actual == fixed.nominal) return text;
    return text + say("，调整为", ", moved to ") + to_string(fixed.actual);
  }

  // "法定节假日，国庆节，依据国办发明电〔2025〕7号".
  std::string what_it_is(const Day& day) const {
    std::string text = named(day.kind);
    if (!day.name.empty()) text += say("，", ", ") + std::string{day.name};
    if (!day.notice.empty()) text += say("，依据", ", by ") + std::string{day.notice};
    if (day.certainty != Certainty::decreed) text += say("，", ", ") + named(day.certainty);
    return text;
  }

  void exempt() {
    line("不适用", "Lifted by",
         std::string{obligation_.exempted->rule} + say("，", ", ") +
             to_string(obligation_.exempted->source));
  }

  // Why a person was released may be a matter of health: only a unit's reason is told.
  void waive() {
    const bool told = std::holds_alternative<UnitId>(obligation_.bearer);
    line("豁免", "Waived",
         (told ? std::string{why_->waiver->reason} + say("，", ", ") : "") +
             std::string{why_->waiver->approved_by} + say("，", ", ") +
             to_string(why_->waiver->approved_on) + say("批准", " approved"));
  }

  std::string record(RecordId id) const {
    const Record row = (*records_)[id];
    std::string day = to_string(row.held_on);
    if (row.for_period) day += say("，属", ", for ") + period(*row.for_period);
    return std::string{row.code} + in_brackets(day);
  }

  void count() {
    std::string counted;
    for (const RecordId id : why_->evidence) add(counted, record(id));
    line("计入", "Counts", counted.empty() ? say("无", "nothing") : counted);
  }

  void discount() {
    std::string not_counted;
    for (const Discounted& one : why_->discounted)
      add(not_counted, record(one.record) + say("：", ": ") + reason(one));
    if (!not_counted.empty()) line("不计", "Does not count", not_counted);
  }

  std::string reason(const Discounted& one) const {
    std::string why = named(one.why);
    if (!one.rule) return why;
    const Requirement& rule = findings_->obligations().rulebook()[*one.rule];
    const Record row = (*records_)[one.record];
    return why +
           in_brackets(std::to_string(*row.present) + "/" + std::to_string(*row.due) +
                       say("，", ", ") + std::string{rule.code} + " " + to_string(rule.source));
  }

  void remedy() {
    std::string text = named(why_->remedy);
    if (why_->remedy == Remedy::wait)
      text = say("自", "it can be met from ") + to_string(*why_->remedy_by) + say("起办理", " on");
    if (why_->remedy == Remedy::act)
      text = say("应不迟于", "the next is due by ") + to_string(*why_->remedy_by) + say("办理", "");
    const Provision& provision = findings_->obligations().rulebook()[obligation_.provision];
    if (why_->remedy == Remedy::make_up && is_open_ended(provision.cadence))
      text = say("应尽快补办，计为逾期补办", "make up for it; it then counts as late");
    else if (why_->remedy == Remedy::make_up)
      text = say("补办并记明所属期间", "make up for it, and enter it as for ") +
             period(why_->window) + say("，计为逾期补办", "; it then counts as late");
    line("补救", "What would meet it", text);
  }

  const Explanation* why_;
  const Findings* findings_;
  const Records* records_;
  Language language_;
  Obligation obligation_;
  std::string text_;
};

}  // namespace

std::string text_of(const Explanation& explanation, const Findings& findings,
                    const Records& records, Language language) {
  return Teller{explanation, findings, records, language}.all();
}

}  // namespace zhibu
