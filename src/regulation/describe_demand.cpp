// SPDX-License-Identifier: BSL-1.0

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "regulation/in_words.hpp"
#include "regulation/toml_text.hpp"
#include "zhibu/regulation/explain.hpp"

namespace zhibu {
namespace {

// What is counted, as it follows a number.
struct Counted {
  std::string_view zh;
  std::string_view en;  // of one
};

constexpr Counted counts[] = {{"人", "member"},
                              {"人", "full member"},
                              {"个", "workplace"},
                              {"人", "committee member"},
                              {"个", "Party group"}};

std::string words(const Within& within, InWords in) {
  const Counted& count = counts[static_cast<std::size_t>(within.measure)];
  const std::string bounds = bounds_in_words(within.least, within.most, count.zh, count.en, in);
  return in(std::string{label(within.measure)} + bounds, bounds);
}

// "在正式党员不少于7人时，", "where there are at least 7 full members, "
std::string where(const Within& when, InWords in) {
  return in("在" + words(when, in) + "时，", "where there are " + words(when, in) + ", ");
}

std::string words(const Bounds& demand, InWords in) {
  std::string text = demand.when ? where(*demand.when, in) : std::string{};
  text += words(demand.within, in);
  if (!demand.utmost) return text;
  const Counted& count = counts[static_cast<std::size_t>(demand.within.measure)];
  const std::string utmost = std::to_string(*demand.utmost);
  return text + in("（最多不得超过" + utmost + std::string{count.zh} + "）",
                   " (in no case more than " + utmost + ")");
}

std::string words(const OwnCommittee& demand, InWords in) {
  return where(demand.when, in) +
         (demand.wanted ? in("设立支部委员会", "the branch has a committee of its own")
                        : in("不设支部委员会", "the branch has no committee of its own"));
}

std::string words(const Placements& demand, InWords in) {
  std::vector<std::string> texts;
  for (const Placement& placement : demand.table) {
    std::vector<std::string> above;
    if (!placement.under.empty())
      above.push_back(in("隶属于", "under a ") + any_of(placement.under, in));
    if (placement.top) above.push_back(in("居于最上级", "at the top"));
    texts.push_back(
        in(label(placement.kind), "a " + std::string{label(placement.kind, in.language)}) +
        in("", " stands ") + joined(above, in("或者", " or "), in("或者", " or ")));
  }
  return joined(texts, in("；", "; "), in("；", "; "));
}

std::string words(const LapsesWithWorkplace&, InWords in) {
  return in("所服务的单位全部撤销时，党组织随之撤销",
            "the unit ends with the last of the workplaces that it serves");
}

std::string words(const Noted&, InWords in) {
  return in("不作要求，仅作提示", "nothing is demanded; that there is such a unit is worth a note");
}

std::string words(const PostsKept& demand, InWords in) {
  std::vector<std::string> texts;
  for (const PostCount& post : demand.posts) {
    const std::optional<int> least = post.least > 0 ? std::optional{post.least} : std::nullopt;
    const std::string seats = least || post.most
                                  ? bounds_in_words(least, post.most, "名", "seat", in)
                                  : in("人数不限", "any number of seats");
    texts.push_back(std::string{label(post.kind, in.language)} + in("", ": ") + seats);
  }
  return in("设", "") + joined(texts, in("，", ", "), in("，", ", "));
}

std::string words(const SeatsTaken&, InWords in) {
  return in("各职务均不空缺", "no seat of any post is vacant");
}

std::string words(const HolderStanding& demand, InWords in) {
  const std::string posts = any_of(demand.posts, in), years = std::to_string(demand.years);
  if (demand.years == 0)
    return in("任" + posts + "的为正式党员",
              "whoever holds the post of " + posts + " is a full member");
  return in("任" + posts + "的为党龄满" + years + "年的正式党员",
            "whoever holds the post of " + posts + " has been a full member for " +
                counted(demand.years, "year"));
}

std::string words(const HolderElectable&, InWords in) {
  return in("当选的为正式党员，党员权利未被停止",
            "whoever is elected is a full member whose rights are not suspended");
}

std::string words(const HoldersAppointed&, InWords in) {
  return in("职务由批准成立的党组织指派，不经选举",
            "posts are filled by whoever approved the unit, not by election");
}

std::string words(const NoElection&, InWords in) {
  return in("不选举委员会", "no committee is elected");
}

struct ApprovalWords {
  std::string_view zh;
  std::string_view en;
};

constexpr ApprovalWords approvals[] = {{"有记录", "recorded with the higher organization"},
                                       {"请示上级党组织", "put to the higher organization"},
                                       {"报上级党组织备案", "filed with the higher organization"},
                                       {"报上级党组织批准", "approved by the higher organization"}};

std::string words(const ResultApproved& demand, InWords in) {
  const ApprovalWords& approval = approvals[static_cast<std::size_t>(demand.least)];
  const std::string posts = any_of(demand.posts, in);
  return in(posts + "的选举结果" + std::string{approval.zh},
            "who is elected as " + posts + " is " + std::string{approval.en});
}

std::string words(const TermLength& demand, InWords in) {
  const std::string least = std::to_string(demand.least_years);
  const std::string most = std::to_string(demand.most_years);
  const bool one = least == most;
  return in(
      "每届任期" + (one ? "" : least + "至") + most + "年",
      "a term lasts " + (one ? "" : "from " + least + " to ") + counted(demand.most_years, "year"));
}

std::string words(const TermReminder& demand, InWords in) {
  return in("上级党组织在任期届满前" + std::to_string(demand.months) + "个月提醒换届",
            "the higher organization reminds " + counted(demand.months, "month") +
                " before the term ends");
}

std::string words(const ElectedWhenDue&, InWords in) {
  return in("任期届满按期换届，延期须经上级党组织批准",
            "an election is held when the term ends; a later day is approved by the higher "
            "organization");
}

std::string words(const TermShift& demand, InWords in) {
  if (demand.years == 0)
    return in("换届不提前也不延期", "an election is held neither earlier nor later than due");
  return in("提前或者延期换届不超过" + std::to_string(demand.years) + "年",
            "an election is held at most " + counted(demand.years, "year") +
                " earlier or later than due");
}

// "不少于应到会的4/5", "at least 4/5 of those due"
std::string share(const Ratio& ratio, std::string_view base_zh, std::string_view base_en,
                  InWords in) {
  const std::string part = std::to_string(ratio.part) + "/" + std::to_string(ratio.whole);
  return in((ratio.inclusive ? "不少于" : "超过") + std::string{base_zh} + "的" + part,
            (ratio.inclusive ? "at least " : "more than ") + part + " of " + std::string{base_en});
}

std::string words(const CandidateSurplus& demand, InWords in) {
  const std::string surplus = share(demand.surplus, "应选人数", "the seats", in);
  return in("候选人的差额" + surplus, "there are more candidates than seats, by " + surplus);
}

std::string words(const ElectionQuorum& demand, InWords in) {
  const std::string present = share(demand.ratio, "应到会人数", "those due", in);
  return in("选举大会到会人数" + present, "an election is held with " + present + " present");
}

std::string words(const ElectionMajority& demand, InWords in) {
  const std::string base{label(demand.base)};
  const std::string votes =
      share(demand.ratio, base + "人数", label(demand.base, Language::en), in);
  const std::string who = any_of(demand.posts, in);
  return in((who.empty() ? "" : who) + "当选，赞成票" + votes,
            "who is elected" + (who.empty() ? "" : " as " + who) + " has the votes of " + votes);
}

std::string words(const MeetingQuorum& demand, InWords in) {
  const std::string activity{label(demand.activity, in.language)};
  const std::string present = share(demand.ratio, "应到会人数", "those due", in);
  return in(activity + "到会人数" + present + "，方为有效",
            "a " + activity + " counts only with " + present + " present");
}

std::string words(const HasVenue& demand, InWords in) {
  if (demand.purpose.empty()) return in("有活动场所", "there is a venue");
  return in("有用于" + demand.purpose + "的场所", "there is a venue for " + demand.purpose);
}

// "0.5%", of 5 thousandths.
std::string percent(int per_mille) {
  const std::string whole = std::to_string(per_mille / 10);
  return whole + (per_mille % 10 == 0 ? "" : "." + std::to_string(per_mille % 10)) + "%";
}

std::string words(const DuesRate& demand, InWords in) {
  std::vector<std::string> texts;
  for (const DuesBracket& bracket : demand.brackets) {
    const std::string share = percent(bracket.per_mille);
    if (!bracket.up_to_fen) {
      const bool only = texts.empty();
      texts.push_back(only ? share : in("其余按" + share, share + " of any other"));
      continue;
    }
    const std::string yuan = in_yuan(*bracket.up_to_fen);
    texts.push_back(in(yuan + "元以下（含）按" + share,
                       share + " of a base up to and including " + yuan + " yuan"));
  }
  return in("以每月基数全额按一个比例交纳党费：",
            "dues are paid each month on the whole base at one rate: ") +
         joined(texts, in("，", ", "), in("，", ", "));
}

std::string words(const DuesBegin& demand, InWords in) {
  const std::string from{label(demand.in_month_of, in.language)};
  return in("从" + from + "的当月起交纳党费", "dues are paid from the month of " + from + " on");
}

std::string words(const DuesEvery& demand, InWords in) {
  const std::string span{label(demand.per, in.language)};
  return in("每" + span + "交纳党费", "dues are paid every " + span);
}

std::string words(const DuesCatchUp& demand, InWords in) {
  return in("补交党费的时间不超过" + std::to_string(demand.months) + "个月",
            "dues are caught up within " + counted(demand.months, "month"));
}

std::string words(const DuesUnpaid& demand, InWords in) {
  return in("没有正当理由，不连续" + std::to_string(demand.months) + "个月不交纳党费",
            "dues are not left unpaid for " + counted(demand.months, "month") +
                " running without good reason");
}

std::string words(const HomeBranch&, InWords in) {
  return in("每天都编入一个党支部", "on every day there is a home branch");
}

std::string words(const JoinedRevolutionBy& demand, InWords in) {
  const std::string day = day_in_words(demand.day, in);
  return in("参加革命工作不晚于" + day, "joining the revolution was no later than " + day);
}

std::string words(const MonthsBetween& demand, InWords in) {
  const std::string from{label(demand.from, in.language)}, to{label(demand.to, in.language)};
  const std::string months = bounds_in_words(demand.least, demand.most, "个月", "month", in);
  return in("从" + from + "到" + to + months, "from " + from + " to " + to + ": " + months);
}

}  // namespace

std::string describe(const Demand& demand, Language language) {
  return std::visit([&](const auto& one) { return words(one, InWords{language}); }, demand);
}

}  // namespace zhibu
