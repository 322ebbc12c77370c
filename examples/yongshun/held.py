# SPDX-License-Identifier: BSL-1.0
"""What was held in the example county in 2017. Called by generate.py, which tells what went wrong."""

from datetime import date, timedelta

from roster import BRANCHES, CONTACTS, Random, WITH_GROUPS, clusters, day, is_workday, workday

# Obligations that were never met: unit, activity, period.
MISSING = {
    ("YS-B07", "members_meeting", "2017-Q2"),
    ("YS-B19", "committee_meeting", "2017-05"),
    ("YS-B19", "committee_meeting", "2017-06"),
    ("YS-B33", "themed_party_day", "2017-02"),
    ("YS-B12-G2", "group_meeting", "2017-08"),
    ("YS-B38", "party_lecture", "2017-Q1"),
    ("YS-B01", "study_day", "2017-07"),
    ("YS-B17", "cluster_meeting", "2017-Q1"),
    ("YS-B28", "festival_visit", "端午节"),
    ("YS-B36", "members_meeting", "2017-Q2"),
    ("YS-B31", "themed_party_day", "2017-07"),
    ("YS-B13", "branch_funds", "2017"),
}

# Held on another day than planned: the day, the period it was held for ("" where the minutes do not
# say: then it counts for the quarter it was held in), and the remark.
MOVED = {
    ("YS-B15", "members_meeting", "2017-Q1"): ("2017-04-12", "2017-Q1", "补开第一季度党员大会"),
    ("YS-B22", "themed_party_day", "2017-03"): ("2017-04-06", "2017-03", "补开3月主题党日"),
    ("YS-B47", "committee_meeting", "2017-06"): ("2017-07-03", "2017-06", "补开6月支委会"),
    ("YS-B40", "members_meeting", "2017-Q1"): ("2017-04-05", "", "推迟召开"),
    ("YS-LD", "situation_report", "2017-Q2"): ("2017-07-05", "", "推迟举行"),
    ("YS-B21", "cluster_meeting", "2017-Q2"): ("2017-07-11", "2017-Q2", "补开第二季度片组会议"),
}

# Entered by mistake and made void.
VOIDED = {
    ("YS-B24", "committee_meeting", "2017-03"): "误记他支部会议",
    ("YS-GW", "study_day", "2017-05"): "人员名单有误",
}

# What was paid where it is not within 10,000 to 20,000 yuan at once: (day, yuan).
FUNDS = {
    "YS-B10": [("2017-03-20", 9500)],
    "YS-B20": [("2017-03-22", 21000)],
    "YS-B30": [("2017-03-15", 6000), ("2017-09-12", 6000)],
    "YS-B48": [("2017-11-08", 12000)],
}

# rule, bearer, period, reason, approved by, approved on. The second one came after 30 September.
WAIVERS = [
    ("LIFE-01", "YS-B31", "2017-07", "防汛期间停止集中活动", "县委离退休干部工作委员会", "2017-07-12"),
    ("MTG-01", "YS-B36", "2017-Q2", "办公楼维修无会场", "县委离退休干部工作委员会", "2017-10-09"),
]

# The branches whose books say who was at the members meetings, and not only how many.
WITH_ATTENDANCE = ("YS-B03", "YS-B08")


class Year2017:
    """What was held in 2017."""

    def __init__(self, county):
        self.county, self.random, self.rows = county, Random(2017), []
        for n, code in enumerate(BRANCHES):
            self.branch(n, code)
        self.cluster_meetings()
        self.working_committee()
        self.university()
        self.county_committee()
        self.rows.sort(key=lambda row: (row[2], row[0], row[1]))

    def add(self, unit, activities, held, *, for_period="", persons=(), due="", present="",
            yuan="", voided=False, remark=""):
        late = unit == "YS-B49" and held.month == 8
        entered = date(2017, 10, 10) if late else held + timedelta(self.random.below(5))
        self.rows.append((unit, activities, held, for_period, entered, ";".join(persons), due,
                          present, yuan, "yes" if voided else "no", remark))

    def hold(self, unit, activity, period, held, *, also="", remark="", **details):
        """Holds what was planned, unless it went wrong."""
        wrong = (unit, activity, period)
        if wrong in MISSING:
            return
        for_period = ""
        if wrong in MOVED:
            moved, for_period, remark = MOVED[wrong]
            held = day(moved)
        remark = VOIDED.get(wrong, remark)
        self.add(unit, activity + also, held, for_period=for_period, voided=wrong in VOIDED,
                 remark=remark, **details)

    def attendance(self, due, share):
        return {"due": due, "present": due - self.random.below(max(1, due // share))}

    def branch(self, n, code):
        for month in range(1, 13):
            self.hold(code, "committee_meeting", f"2017-{month:02}", workday(month, 3 + n % 4),
                      **self.attendance(5, 2))
            self.themed_day(n, code, month)
        for quarter in range(1, 5):
            self.members_meeting(n, code, quarter)
        for group in (f"{code}-G1", f"{code}-G2") if code in WITH_GROUPS else ():
            for month in range(1, 13):
                self.hold(group, "group_meeting", f"2017-{month:02}", workday(month, 13 + n % 3))
        if code == "YS-B01":
            for month in range(1, 13):
                actual = {6: date(2017, 6, 9), 9: date(2017, 9, 11), 12: date(2017, 12, 11)}
                self.hold(code, "study_day", f"2017-{month:02}",
                          actual.get(month, date(2017, month, 10)), **self.attendance(36, 4))
        self.visits(n, code)
        self.life(n, code)
        self.talks(n, code)
        self.money(n, code)
        self.election(n, code)

    def themed_day(self, n, code, month):
        """The day on which lectures are given and political birthdays are kept, too."""
        quarter = (month + 2) // 3
        lecture = month % 3 == 2 and (code, "party_lecture", f"2017-Q{quarter}") not in MISSING
        celebrated = [p for p, admitted in self.county.members[code] if admitted.month == month]
        if (code, month) == ("YS-B44", 4):
            celebrated = []
        also = ";party_lecture" if lecture else ""
        if code in ("YS-B09", "YS-B21") and month % 3 == 0:
            also += ";members_meeting"
        also += ";political_birthday" if celebrated else ""
        themes = {4: "赴塔卧参观学习", 6: "重温入党誓词", 9: "走访溪州新城"}
        self.hold(code, "themed_party_day", f"2017-{month:02}", workday(month, 8 + n * 5 % 11),
                  also=also, persons=celebrated, remark=themes.get(month, "") if n % 6 == 0 else "",
                  **self.attendance(len(self.county.members[code]), 4))

    def members_meeting(self, n, code, quarter):
        if code not in ("YS-B09", "YS-B21"):
            self.hold(code, "members_meeting", f"2017-Q{quarter}",
                      workday(3 * quarter - n % 2, 18 + n % 9),
                      **self.attendance(len(self.county.members[code]), 3))

    def visits(self, n, code):
        days = {"春节": date(2017, 1, 19 + n % 8), "端午节": date(2017, 5, 22 + n % 5),
                "七一": date(2017, 6, 26 + n % 5), "中秋国庆": date(2017, 9, 25 + n % 5),
                "重阳节": date(2017, 10, 23 + n % 5)}
        for festival, held in days.items():
            while not is_workday(held):
                held += timedelta(1)
            self.hold(code, "festival_visit", festival, held, persons=self.county.old[code][:3],
                      remark=f"{festival}走访慰问老党员")

    def life(self, n, code):
        due = len(self.county.members[code])
        if code in ("YS-B05", "YS-B06"):
            self.add(code, "organizational_life_meeting;democratic_appraisal",
                     workday(3, 15 + n), for_period="2016", remark="2016年度组织生活会",
                     **self.attendance(due, 4))
        self.add(code, "organizational_life_meeting;democratic_appraisal", workday(12, 11 + n % 9),
                 **self.attendance(due, 4))

    def talks(self, n, code):
        members = [person for person, _ in self.county.members[code]]
        for part, month in ((members[0::2], 6), (members[1::2], 11)):
            if (code, month) != ("YS-B51", 11):
                for k in range(0, len(part), 8):
                    self.add(code, "heart_to_heart_talk", workday(month, 5 + n % 10 + k // 8),
                             persons=part[k:k + 8])

    def money(self, n, code):
        payments = FUNDS.get(code)
        if payments is None:
            payments = [(workday(3, 6 + n % 20).isoformat(), 10000 + 500 * self.random.below(21))]
        for paid, yuan in payments:
            self.hold(code, "branch_funds", "2017", day(paid), yuan=yuan, remark="专项经费")

    def election(self, n, code):
        if self.county.reelects(code):
            due = len(self.county.members[code])
            self.add(code, "election", workday(self.county.elected[code].month - 1, 11 + n % 9),
                     **self.attendance(due, 6))

    def cluster_meetings(self):
        for n, cluster in enumerate(clusters()[0]):
            for quarter in range(1, 5):
                self.hold(cluster[2], "cluster_meeting", f"2017-Q{quarter}",
                          workday(3 * quarter - 1, 22 + n % 5), remark=f"{cluster[1]}会议")

    def working_committee(self):
        for month in range(1, 13):
            held = workday(month, 19)
            self.hold("YS-GW", "study_day", f"2017-{month:02}", held, remark="离休干部集中学习",
                      **self.attendance(self.county.veterans(held), 2))
        for n, branch in enumerate(CONTACTS):
            for visit, month in enumerate((2, 5, 8, 11)):
                at = "YS-B30" if (n, visit) == (3, 2) else branch
                self.add(at, "contact_visit", workday(month, 6 + 2 * n), persons=[f"P{1492 + n}"])
        self.add("YS-B01", "contact_visit", workday(9, 20), persons=["P1492"])
        self.add("YS-GW", "democratic_life_meeting", date(2017, 1, 16), for_period="2016",
                 due=7, present=7, remark="2016年度民主生活会")
        self.add("YS-GW", "democratic_life_meeting", date(2017, 12, 21), due=7, present=6)

    def university(self):
        for quarter, held in enumerate(("2017-03-16", "2017-06-15", "2017-09-14", "2017-11-16")):
            self.hold("YS-LD", "situation_report", f"2017-Q{quarter + 1}", day(held), due=240,
                      present=190 + self.random.below(50), remark="形势报告会")

    def county_committee(self):
        self.add("YS-XW", "democratic_life_meeting", date(2017, 1, 13), for_period="2016",
                 remark="2016年度民主生活会")
        self.add("YS-XW", "party_lecture", date(2017, 6, 28), persons=["P1500"], remark="“七一”党课")
        self.add("YS-XW", "hardship_aid", date(2017, 1, 18), yuan=86000,
                 remark="特殊困难离休干部帮扶资金")
        self.add("YS-XW", "democratic_life_meeting", date(2017, 12, 27))


def attendance(county, records):
    """Who was missing at the members meetings of two branches, and one who joined online."""
    rows = []
    for n, (code, unit, activities, *_, due, present, _, _, _) in enumerate(records):
        if unit not in WITH_ATTENDANCE or activities != "members_meeting":
            continue
        frail = county.old[unit]
        able = [person for person, _ in county.members[unit] if person not in frail]
        missing = (frail + able[n % 5:])[:due - present]
        for k, person in enumerate(missing):
            how = ("excused,外出", "absent,")[k % 2] if person in able else "served_at_home,"
            rows.append((code, person, how))
        rows.append((code, able[-1], "online,") if missing else (code, "", ","))
    return rows
