# SPDX-License-Identifier: BSL-1.0
"""What else is kept of the county's year 2017, besides the minutes of its meetings: study, care,
money, clusters, suggestions and Party dues. Called by generate.py. Everybody is invented.

What went wrong, on purpose:
  - study was brought to nobody of LEFT_OUT, of all who cannot come to a meeting;
  - at the monthly studies two were absent, and nobody wrote down why;
  - the last pairing was looked after once only;
  - YS-B26 spent more than its funds of the year; YS-B30 and YS-B48, before all of theirs had come;
  - the opinions in WAITING were never answered, and the first of them never reported;
  - the tasks in OPEN were not done;
  - the members of YS-B27 paid the dues of the first quarter in July;
  - P0001, P0002 and P0003 have not paid those of the fourth, P0006 none since April.
The report does not say when the start-up funds were granted: February 2017 is a setting.
"""

from datetime import date, timedelta

LEFT_OUT = ("YS-B12", "YS-B30", "YS-B47")  # the last in each who cannot come
WAITING = {"O2017-005", "O2017-017", "O2017-030", "O2017-041"}
OPEN = {"T2017-06", "T2017-15"}
CAMPAIGN = "ZT2017-01"
BUREAU = "县委老干部局"
SCHOOL = "永顺老干部党校"

# The trainings of the Party school: month, activity, form, topic, audience.
SECRETARIES, DELEGATES = "离退休干部党支部书记", "党员代表"
TRAININGS = [
    (month, *kind)
    for month, kinds in enumerate(
        ("TC", "RL", "SR", "TLR", "SC", "LRS", "L", "SR", "TLR", "SC", "LR", "L"), 1)
    for kind in (
        {"T": ("concentrated_training", "training_class", "党支部工作实务", SECRETARIES),
         "C": ("concentrated_training", "reading_meeting", "党章党规读书班", DELEGATES),
         "R": ("concentrated_training", "reading_meeting", "系列讲话读书会", DELEGATES),
         "L": ("party_lecture", "themed_lecture", "“两学一做”专题党课", SECRETARIES),
         "S": ("situation_report", "report_meeting", "形势政策报告会", DELEGATES)}[letter]
        for letter in kinds)
]
SESSIONS, PERSON_TIMES = 25, 1097

TOPICS = {
    "members_meeting": "讨论支部工作和党员教育",
    "committee_meeting": "研究支部本月工作",
    "group_meeting": "学习讨论、思想汇报",
    "party_lecture": "“两学一做”学习教育",
    "themed_party_day": "主题党日",
    "organizational_life_meeting": "批评和自我批评",
    "study_day": "政治理论学习",
    "situation_report": "当前经济社会形势",
    "cluster_meeting": "通报工作、收集意见建议",
    "democratic_life_meeting": "对照检查",
}


class Works:
    """The rows, from the roster and from the records of the minutes, which have their codes."""

    def __init__(self, county, branches, clusters, records, random, workday):
        self.county, self.branches, self.clusters = county, branches, clusters
        self.held, self.random, self.workday = records, random, workday
        self.records, self.attendance = [], []
        self.minutes, self.notes, self.visits = [], [], []
        self.opinions, self.tasks = [], []
        self.funds, self.appropriations, self.payments = [], [], []
        self.bases, self.paid = [], []
        self.persons = {person[0]: person for person in county.persons}
        self.home = {row[0]: row[1] for row in county.memberships if row[2] in ("home", "care")}
        self.of_minutes()
        self.monthly_studies()
        self.trainings()
        self.outings()
        self.farmers()
        self.study_at_home()
        self.care()
        self.pairings()
        self.cluster_work()
        self.money()
        self.dues()

    def add(self, unit, activities, held, *, persons=(), due="", present="", yuan="", remark="",
            **minutes):
        code = f"W2017-{len(self.records) + 1:04}"
        self.records.append((code, unit, activities, held, "", held + timedelta(1),
                             ";".join(persons), due, present, yuan, "no", remark))
        if minutes:
            self.write_minutes(code, **minutes)
        return code

    def write_minutes(self, record, topic, *, form="", audience="", places="", host="", speaker="",
                      campaign="", gifts="", oath="no", beneficiaries="", at_least="no", who=""):
        self.minutes.append((record, topic, form, audience, places, host, speaker, "", campaign,
                             gifts, oath, beneficiaries, at_least, who))

    # -- study

    def of_minutes(self):
        """Topic, place and host of what the minutes have; the gifts of political birthdays."""
        for code, unit, activities, *_, remark in self.held:
            kinds = activities.split(";")
            topic = TOPICS.get(kinds[0])
            if topic is None or (unit, kinds[0]) == ("YS-GW", "study_day"):
                continue
            birthday = "political_birthday" in kinds
            place = "党员活动室" if unit in self.branches else ""
            self.write_minutes(
                code, remark or topic, places=place, host="党支部书记" if place else "",
                form="group_study" if kinds[0] == "study_day" else "",
                speaker="党支部书记" if "party_lecture" in kinds else "",
                gifts="党章、纪念卡" if birthday else "", oath="yes" if birthday else "no",
                campaign=CAMPAIGN if "溪州新城" in remark else "")

    def monthly_studies(self):
        """All 离休 cadres: most are there, some online or at home, one or two away."""
        veterans = [p[0] for p in self.county.persons
                    if p[4] == "retired_with_honours" and p[0] not in self.county.late]
        studies = [row for row in self.held if (row[1], row[2]) == ("YS-GW", "study_day")
                   and row[10] == "no"]
        for n, (code, _, _, held, _, _, _, due, present, *_) in enumerate(studies):
            self.write_minutes(code, "离休干部集中学习", form="group_study", audience="离休干部",
                               places="县委老干部局学习室", host=BUREAU)
            alive = [person for person in veterans
                     if self.county.died.get(person, held) >= held]
            ordered = alive[3 * n:] + alive[:3 * n]
            away = ordered[:due - present]
            for k, person in enumerate(ordered):
                self.attendance.append((code, person, self.presence(n, k, person, away)))
            self.study_notes(code, ordered[due - present:], n)

    @staticmethod
    def presence(n, k, person, away):
        if person not in away:
            return "online," if (n + k) % 11 == 0 else "present,"
        if (n, k) in ((4, 0), (8, 0)):
            return "absent,"
        return "excused,外出" if k % 3 == 2 else "served_at_home,"

    def study_notes(self, code, persons, n):
        for k, person in enumerate(persons):
            reflection, insight = (n + k) % 3 != 0, (n + k) % 4 == 1
            self.notes.append((code, person, "yes", "yes" if reflection else "no",
                               "yes" if insight else "no"))

    def trainings(self):
        sizes = [PERSON_TIMES // SESSIONS + (n < PERSON_TIMES % SESSIONS) for n in range(SESSIONS)]
        for n in range(0, SESSIONS - 1, 2):  # some are larger, and others by as much smaller
            sizes[n], sizes[n + 1] = sizes[n] + n, sizes[n + 1] - n
        for n, ((month, activity, form, topic, audience), size) in enumerate(zip(TRAININGS, sizes)):
            self.add("YS-GW", activity, self.workday(month, 7 + n % 3 * 8), due=size + n % 4,
                     present=size, topic=topic, form=form, audience=audience, host=SCHOOL,
                     places="县委党校报告厅", speaker="县委党校讲师" if n % 2 else "县委老干部局负责人")

    def outings(self):
        """Out to places of the revolution; and out to see the county's changes."""
        for month, place in ((4, "塔卧"), (5, "桑植洪家关")):
            self.add("YS-GW", "red_education", self.workday(month, 18), due=40, present=38,
                     topic="重温革命历史", places=place, host=BUREAU)
        for n, (month, place) in enumerate(((6, "溪州新城"), (7, "不二门景区"), (9, "乡村农家"))):
            code = self.add("YS-GW", "joint_activity", self.workday(month, 22), due=30, present=28,
                            topic="走访看变化、建言献策", places=place, host=BUREAU,
                            campaign=CAMPAIGN)
            for k in range(3):
                branch = self.branches[(7 * n + 11 * k) % 52]
                held = self.records[-1][3]
                answered = "" if (n, k) == (2, 2) else held + timedelta(40 + k)
                self.opinion("suggestion", branch, code, held, held + timedelta(5), answered,
                             ("完善公共停车场", "保护古树名木", "发展农家乐")[k], "县委办")

    def farmers(self):
        for month in (3, 4, 5, 6, 8, 9, 10, 11):
            self.add("YS-KX", "service", self.workday(month, 14), due=18, present=12 + month % 5,
                     topic="科技惠农培训", places="乡镇农技站", host="县老科协", beneficiaries=125,
                     at_least="yes" if month == 11 else "no", who="农民")

    def study_at_home(self):
        frail = [p[0] for p in self.county.persons if p[9] == "yes" and p[0] in self.home]
        for n, branch in enumerate(self.branches):
            persons = [person for person in frail if self.home[person] == branch]
            persons = persons[:-1] if branch in LEFT_OUT else persons
            for month in (2, 5, 8, 11) if persons else ():
                self.add(branch, "home_study", self.workday(month, 20 + n % 5), persons=persons,
                         topic="送学上门", host="党支部委员")

    # -- care

    def care(self):
        festival = {row[0]: row for row in self.held if row[2] == "festival_visit"}
        for code, row in festival.items():
            for person in row[6].split(";") if row[11].startswith("春节") and row[6] else ():
                self.visits.append((code, person, "festival", "", "党支部书记", "米、油", "", ""))
        frail = [p for p in self.county.persons if p[9] == "yes" and p[0] in self.home]
        for n, person in enumerate(frail[:48]):
            kind = ("birthday", "hospital", "everyday", "resettled")[n % 4]
            self.visit(person[0], kind, self.workday(1 + n % 12, 12 + n % 7),
                       reason={"hospital": "住院治疗", "resettled": "随子女异地居住"}.get(kind, ""))
        for n, person in enumerate(self.county.late):
            self.visit(person, "survivor", self.workday(1, 16 + n), survivor="配偶")

    def visit(self, person, kind, held, *, survivor="", reason=""):
        code = self.add(self.home[person], "care_visit", held, persons=[person])
        gifts = "慰问金" if kind == "hospital" else "慰问品"
        self.visits.append((code, person, kind, survivor, BUREAU, gifts, reason, "表示感谢"))

    def pairings(self):
        for n, (_, helped, *_) in enumerate(self.county.pairings):
            months = (6,) if n == 20 else (1, 3, 6, 9, 12)
            for month in months:
                self.add(self.home[helped], "assistance", self.workday(month, 5 + n % 18),
                         persons=[helped], topic="上门了解生活情况", host="结对干部")

    # -- clusters

    def opinion(self, kind, unit, record, collected, reported, answered, text, by):
        code = f"O2017-{len(self.opinions) + 1:03}"
        if code in WAITING:
            answered, reported = "", "" if code == min(WAITING) else reported
        self.opinions.append((
            code, kind, unit, "", record, text, collected, reported, BUREAU if reported else "",
            answered, by if answered else "", "已研究办理" if answered else "",
            collected + timedelta(1), "片组长单位"))

    def cluster_work(self):
        texts = ("增加学习资料", "改善活动室取暖", "组织健康讲座", "完善走访慰问安排")
        leads = {cluster[2]: n for n, cluster in enumerate(self.clusters)}
        for n, row in enumerate(r for r in self.held if r[2] == "cluster_meeting"):
            cluster = leads[row[1]]
            code, held = row[0], row[3]
            unit = self.branches[(4 * cluster + n) % 52]
            self.opinion("opinion", unit, code, held, held + timedelta(7),
                         held + timedelta(21 + n % 30), texts[n % 4], BUREAU)
            if held.month in (2, 8):
                task = f"T2017-{len(self.tasks) + 1:02}"
                done = "" if task in OPEN else held + timedelta(30 + n % 20)
                self.tasks.append((task, self.clusters[cluster][0], row[1], "完善党员信息台账",
                                   held, held + timedelta(60), done, code))

    # -- money

    def money(self):
        year = (date(2017, 1, 1), date(2017, 12, 31))
        self.fund("F-START", "离退休干部党建启动资金", "启动资金", "YS-GW", "", year)
        self.appropriate("F-START", date(2017, 2, 24), 150000, "县委", "")
        self.fund("F-GGW", "县关工委工作经费", "工作经费", "", "YS-GGW", year)
        self.appropriate("F-GGW", date(2017, 2, 10), 250000, "县财政", "")
        self.fund("F-AID", "特殊困难离休干部帮扶资金", "帮扶资金", "YS-XW", "", year)
        self.appropriate("F-AID", date(2017, 1, 10), 100000, "县财政", "")
        for n in range(6):
            self.pay("F-START", date(2017, 3, 6) + timedelta(14 * n), 18000, "添置办公物品")
            self.pay("F-GGW", date(2017, 3, 20) + timedelta(35 * n), 30000, "关心下一代活动")
        self.aid()
        for branch in self.branches:
            self.branch_fund(branch, year)

    def fund(self, code, name, purpose, unit, workplace, year):
        self.funds.append((code, name, purpose, unit, workplace, *year))

    def appropriate(self, fund, on, yuan, granted_by, record):
        self.appropriations.append((f"B2017-{len(self.appropriations) + 1:03}", fund, on, yuan,
                                    granted_by, record))

    def pay(self, fund, on, yuan, purpose, *, payee="", survivor="", reason="", record=""):
        self.payments.append((f"Z2017-{len(self.payments) + 1:03}", fund, on, yuan, payee, survivor,
                              purpose, reason, record))

    def aid(self):
        """86,000 yuan, as the record says: to 18 cadres, and to what two left behind."""
        (record,) = [row for row in self.held if row[2] == "hardship_aid"]
        veterans = [p[0] for p in self.county.persons
                    if p[4] == "retired_with_honours" and p[9] == "yes" and p[0] in self.home
                    and p[0] not in self.county.late]
        for n, person in enumerate(veterans[:18]):
            self.pay("F-AID", record[3], 4400 if n % 2 else 4100, "困难帮扶", payee=person,
                     reason="长期患病" if n % 2 else "生活困难", record=record[0])
        for n, person in enumerate(self.county.late):
            self.pay("F-AID", record[3], 4750, "困难帮扶", payee=person,
                     survivor="配偶", reason="遗属生活困难", record=record[0])

    def branch_fund(self, branch, year):
        code = f"F-{branch[3:]}"
        self.fund(code, f"{branch[3:]}党支部专项经费", "专项经费", branch, "", year)
        got = 0
        for row in self.held:
            if (row[1], row[2]) == (branch, "branch_funds"):
                self.appropriate(code, "", "", "所属单位", row[0])
                got += row[9]
        if not got:
            return
        for month, purpose, share in ((4, "订阅学习资料", 3), (7, "组织活动", 4), (11, "走访慰问", 5)):
            self.pay(code, self.workday(month, 25), got // share, purpose)
        if branch == "YS-B26":
            self.pay(code, date(2017, 12, 20), got // 2, "购置设备")

    # -- Party dues

    def dues(self):
        pensions = {"P0011": 500000, "P0012": 500001}
        members = [person for branch in self.branches for person, _ in self.county.members[branch]]
        for person in members:
            fen = pensions.get(person, 10000 * self.random.between(20, 90))
            self.bases.append((person, f"{fen // 100}.{fen % 100:02}", date(2017, 1, 1), ""))
            fen_a_month = fen * (5 if fen <= 500000 else 10) // 1000
            for quarter in range(4):
                self.pay_dues(person, quarter, fen_a_month * 3)

    def pay_dues(self, person, quarter, fen):
        if (person in ("P0001", "P0002", "P0003") and quarter == 3) or \
                (person == "P0006" and quarter > 0):
            return
        first = date(2017, 3 * quarter + 1, 1)
        last = date(2017 + quarter // 3, (3 * quarter + 4) % 12 or 12, 1) - timedelta(1)
        late = self.home[person] == "YS-B27" and quarter == 0
        on = date(2017, 7, 6) if late else self.workday(3 * quarter + 2, 10)
        self.paid.append((person, first, last, on, f"{fen // 100}.{fen % 100:02}"))

    def tables(self):
        return (
            ("campaigns.csv", "The year's themed activity.", "code,name,from,to,about",
             [(CAMPAIGN, "点赞永顺新变化、喜迎党的十九大", date(2017, 5, 1), date(2017, 10, 17),
               "组织离退休干部走访，围绕县里的发展建言献策")]),
            ("minutes.csv", "What the minutes say besides who, what and when.",
             "record,topic,form,audience,places,host,speaker,decisions,campaign,gifts,oath,"
             "beneficiaries,at_least,beneficiaries_who", self.minutes),
            ("study_notes.csv", "The study record files of the 离休 cadres.",
             "record,person,note,reflection,insight", self.notes),
            ("visits.csv", "Who was visited, on what occasion and why.",
             "record,person,kind,survivor,by,gifts,reason,feedback", self.visits),
            ("opinions.csv", "What was raised, reported and answered.",
             "code,kind,unit,person,record,text,collected_on,reported_on,reported_to,answered_on,"
             "answered_by,answer,entered_on,entered_by", self.opinions),
            ("tasks.csv", "What the lead units of the clusters passed on.",
             "code,cluster,unit,text,passed_on,due_on,done_on,record", self.tasks),
            ("funds.csv", "The funds of the year.", "code,name,purpose,unit,workplace,from,to",
             self.funds),
            ("appropriations.csv",
             "What came into them; day and amount stand in the record where there is one.",
             "code,fund,on,amount_yuan,granted_by,record", self.appropriations),
            ("payments.csv", "What was paid out of them.",
             "code,fund,on,amount_yuan,payee,survivor,purpose,reason,record", self.payments),
            ("dues_bases.csv", "The pensions that Party dues are reckoned from.",
             "person,monthly_yuan,from,to", self.bases),
            ("dues_payments.csv", "The Party dues that were paid, by the quarter.",
             "person,from,to,paid_on,amount_yuan", self.paid),
        )
