// SPDX-License-Identifier: BSL-1.0
//
// A county of which somebody may see one subtree, with something of every kind inside and outside.
// Whatever is said outside has one word in it, by which it is found where it should not be. The
// persons are invented.

#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/record/record.hpp"

namespace zhibu {

class County {
 public:
  // `word` stands in every text that is outside; `more` persons and years are outside besides.
  County(std::string word, int more) : word_{std::move(word)} {
    const Period always = since(Date{2010, 1, 1});
    root_ = unit(out("根"), UnitKind::working_committee, {});
    top = unit("内委", UnitKind::committee, root_);
    const UnitId far = unit(out("一支部"), UnitKind::branch, root_);
    const UnitId gone = unit(out("二支部"), UnitKind::branch, root_);
    const UnitId near = unit("内一支部", UnitKind::branch, top);
    const UnitId other = unit("内二支部", UnitKind::branch, top);
    const UnitId joined = unit("内三支部", UnitKind::branch, gone);
    for (int i = 0; i < more; ++i) unit(out("余" + std::to_string(i)), UnitKind::branch, root_);

    const PersonId p1 = person("内张三丰", near, MembershipKind::home);
    const PersonId o1 = person(out("甲"), far, MembershipKind::home);
    const PersonId p2 = person("内李四", near, MembershipKind::home);
    const PersonId p3 = person("内王五", other, MembershipKind::care);
    for (int i = 0; i < more; ++i) person(out("某" + std::to_string(i)), far, MembershipKind::home);
    roster.add(Membership{p1, far, MembershipKind::activity, always});
    roster.transfer(p2, far, Date{2018, 7, 1});  // who went away, and came back
    roster.transfer(p2, near, Date{2018, 8, 1});

    keep(near, {p1, p2, p3}, {p1, o1, p2},
         [](std::string_view text) { return "内" + std::string{text}; });
    keep(far, {o1, o1, o1}, {o1}, [this](std::string_view text) { return out(text); });
    across(near, far, p1, o1);

    roster.rename(far, keep(out("新名")), Date{2017, 3, 1}, keep(out("文号")));
    roster.move(joined, top, Date{2016, 3, 1}, "内文号");
    roster.merge(std::vector{gone}, far, Date{2017, 5, 1}, keep(out("并文")));
    for (int i = 0; i < more; ++i)
      roster.rename(root_, keep(out("第" + std::to_string(i) + "名")), Date{2018, 1, 1} + i);
  }
  County(const County&) = delete;

  Roster part() const { return roster.within(top); }
  Records part_of_records() const { return records.within(roster, part()); }
  const std::string& word() const { return word_; }

  Roster roster;
  Records records;
  UnitId top;

 private:
  std::string out(std::string_view text) const { return word_ + std::string{text}; }
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  UnitId unit(const std::string& name, UnitKind kind, std::optional<UnitId> parent) {
    Unit row{};
    row.code = keep("U" + name);
    row.name = keep(name);
    row.kind = kind;
    row.parent = parent;
    row.standing = since(Date{2010, 1, 1});
    return roster.add(row);
  }

  PersonId person(const std::string& name, UnitId at, MembershipKind kind) {
    Person row{};
    row.code = keep("P" + name);
    row.name = keep(name);
    row.born_on = Date{1935, 3, 4};
    row.retirement = Retirement::retired_with_honours;
    row.retired_on = Date{1995, 3, 4};
    row.joined_revolution_on = Date{1949, 3, 1};
    row.admitted_on = Date{1956, 7, 1};
    row.full_member_on = Date{1957, 7, 1};
    const PersonId id = roster.add(row);
    roster.add(Membership{id, at, kind, since(Date{2010, 1, 1})});
    return id;
  }

  // Something in every table, of a unit and three of its persons.
  template <class Say>
  void keep(UnitId unit, std::vector<PersonId> p, std::vector<PersonId> due, Say say) {
    keep_of_the_roster(unit, p, say);
    const RecordId held = keep_record(unit, p, due, say);
    keep_of_persons(held, p, say);
    keep_money(unit, held, p[0], say);
    keep_opinions(unit, held, p[0], say);
  }

  template <class Say>
  void keep_of_the_roster(UnitId unit, const std::vector<PersonId>& p, Say say) {
    const Period days{Date{2015, 1, 1}, Date{2019, 1, 1}};
    const PostId post =
        roster.add(Post{.code = keep(say("职")), .unit = unit, .title = keep(say("书记"))});
    roster.add(
        Appointment{.post = post, .person = p[0], .period = days, .titles = keep(say("兼"))});
    const ClusterId cluster = roster.add(Cluster{.code = keep(say("片")),
                                                 .name = keep(say("片组")),
                                                 .lead = unit,
                                                 .deputy = unit,
                                                 .standing = since(Date{2014, 1, 1}),
                                                 .principles = keep(say("原则"))});
    roster.add(ClusterMembership{cluster, unit, days});
    clusters_.push_back(cluster);
    const WorkplaceId place = roster.add(
        Workplace{.code = keep(say("位")), .name = keep(say("单位")), .nature = keep(say("性质"))});
    roster.add(UnitWorkplace{unit, place, days});
    workplaces_.push_back(place);
    Term term{};
    term.unit = unit;
    term.elected_on = Date{2016, 3, 1};
    term.document = keep(say("批复"));
    roster.add(term);
    roster.add(Circumstance{p[0], CircumstanceKind::mobile, days, keep(say("外出"))});
    Particulars particulars{};
    particulars.person = p[0];
    particulars.id_number = keep(say("号码"));
    particulars.phone = keep(say("电话"));
    particulars.health = keep(say("健康"));
    roster.add(particulars);
    roster.add(Contact{p[0], unit, days});
    roster.add(Pairing{p[0], p[1], keep(say("困难")), days});
    roster.add(VolunteerRole{p[0], keep(say("监督员")), days, keep(say("特长"))});
    roster.add(Venue{unit, keep(say("活动室")), keep(say("用途")), days, keep(say("物品"))});
    roster.add(Honour{unit, keep(say("先进")), keep(say("级")), keep(say("授")),
                      Period{Date{2017, 6, 1}, Date{2019, 1, 1}}});
    roster.add(Honour{p[0], keep(say("优秀")), "", "", Period{Date{2017, 6, 1}, Date{2019, 1, 1}}});
  }

  template <class Say>
  RecordId keep_record(UnitId unit, const std::vector<PersonId>& p,
                       const std::vector<PersonId>& due, Say say) {
    RecordId last;
    int nth = 0;
    for (const Activity activity :
         {Activity::members_meeting, Activity::party_lecture, Activity::themed_party_day,
          Activity::organizational_life_meeting, Activity::study_day, Activity::cluster_meeting,
          Activity::contact_visit, Activity::care_visit}) {
      Record record{};
      record.code = keep(say("记" + std::to_string(nth)));
      record.unit = unit;
      record.activities = activity;
      record.held_on = Date{2017, 4, 1} + nth++;
      record.persons = std::span{p}.first(1);
      record.amount_fen = 100000;
      record.remark = keep(say("备注"));
      record.entered_by = keep(say("录入"));
      record.source = keep(say("来源"));
      last = records.add(record);
      const std::vector<Attendee> missing{{due.back(), Presence::excused, keep(say("事由"))}};
      records.attend(last, due, missing);
    }
    records.add(Waiver{"MTG-01", Bearer{unit}, since(Date{2017, 1, 1}), keep(say("免")),
                       keep(say("批")), Date{2017, 1, 1}});
    return last;
  }

  template <class Say>
  void keep_of_persons(RecordId held, const std::vector<PersonId>& p, Say say) {
    const Period year{Date{2017, 1, 1}, Date{2018, 1, 1}};
    const CampaignId campaign = records.add(Campaign{.code = keep(say("题")),
                                                     .name = keep(say("主题")),
                                                     .period = year,
                                                     .about = keep(say("关于"))});
    Minutes minutes{};
    minutes.record = held;
    minutes.topic = keep(say("议题"));
    minutes.form = StudyForm::group_study;
    minutes.speaker = keep(say("讲"));
    minutes.campaign = campaign;
    records.add(minutes);
    records.add(StudyNote{held, p[0], true});
    records.add(Visit{held,
                      p[0],
                      VisitKind::birthday,
                      {},
                      keep(say("陪同")),
                      keep(say("慰问品")),
                      keep(say("病因")),
                      keep(say("反馈"))});
    records.add(DuesBase{
        .person = p[0], .monthly_fen = 300000, .period = year, .source = keep(say("基数"))});
    records.add(DuesPayment{.person = p[0],
                            .period = {Date{2017, 1, 1}, Date{2017, 4, 1}},
                            .paid_on = Date{2017, 4, 2},
                            .amount_fen = 4500,
                            .by = keep(say("代交"))});
  }

  template <class Say>
  void keep_money(UnitId unit, RecordId held, PersonId person, Say say) {
    const Period year{Date{2017, 1, 1}, Date{2018, 1, 1}};
    const FundId fund = records.add(Fund{.code = keep(say("费")),
                                         .name = keep(say("资金")),
                                         .purpose = keep(say("帮扶资金")),
                                         .unit = unit,
                                         .period = year});
    records.add(Appropriation{.code = keep(say("拨")),
                              .fund = fund,
                              .on = Date{2017, 1, 5},
                              .amount_fen = 500000,
                              .granted_by = keep(say("财政"))});
    records.add(Payment{.code = keep(say("付")),
                        .fund = fund,
                        .on = records[held].held_on,
                        .amount_fen = 50000,
                        .payee = Bearer{person},
                        .purpose = keep(say("用途")),
                        .reason = keep(say("困难")),
                        .record = held});
    funds_.push_back(fund);
  }

  template <class Say>
  void keep_opinions(UnitId unit, RecordId held, PersonId person, Say say) {
    records.add(Opinion{.code = keep(say("意")),
                        .unit = unit,
                        .person = person,
                        .record = held,
                        .text = keep(say("建议")),
                        .collected_on = Date{2017, 5, 1},
                        .reported_on = Date{2017, 5, 2},
                        .answered_on = Date{2017, 6, 1},
                        .answered_by = keep(say("复")),
                        .answer = keep(say("答复"))});
    records.add(Task{.code = keep(say("务")),
                     .cluster = clusters_.back(),
                     .unit = unit,
                     .text = keep(say("任务")),
                     .passed_on = Date{2017, 5, 1},
                     .record = held});
  }

  // What joins the inside to the outside.
  void across(UnitId near, UnitId far, PersonId inside, PersonId outside) {
    const Period days{Date{2015, 1, 1}, Date{2019, 1, 1}};
    roster.add(Contact{outside, near, days});
    roster.add(Contact{inside, far, days});
    roster.add(Pairing{outside, inside, keep(out("结对")), days});
    roster.add(ClusterMembership{clusters_[1], near, {Date{2019, 1, 1}, Date{2020, 1, 1}}});
    roster.change_lead(clusters_[1], near, far, Date{2018, 1, 1});
    records.add(Payment{.code = "内付二",
                        .fund = funds_[0],
                        .on = Date{2017, 8, 1},
                        .amount_fen = 100,
                        .payee = Bearer{outside},
                        .survivor = keep(out("配偶")),
                        .reason = keep(out("因病"))});
    records.add(Payment{.code = keep(out("付二")),
                        .fund = funds_[1],
                        .on = Date{2017, 8, 1},
                        .amount_fen = 100,
                        .payee = Bearer{inside},
                        .reason = keep(out("重病"))});
    records.add(Task{.code = keep(out("务二")),
                     .cluster = clusters_[1],
                     .unit = near,
                     .text = keep(out("任务")),
                     .passed_on = Date{2017, 5, 1}});
    records.add(Fund{.code = keep(out("费二")),
                     .name = keep(out("关工委")),
                     .purpose = keep(out("经费")),
                     .workplace = workplaces_[0],
                     .period = {Date{2017, 1, 1}, Date{2018, 1, 1}}});
    records.add(StudyNote{records.record("内记0").id, outside, true});
    records.add(
        Visit{.record = records.record("内记0").id, .person = outside, .reason = keep(out("病"))});
  }

  std::string word_;
  std::deque<std::string> texts_;
  UnitId root_;
  std::vector<ClusterId> clusters_;
  std::vector<WorkplaceId> workplaces_;
  std::vector<FundId> funds_;
};

}  // namespace zhibu
