# SPDX-License-Identifier: BSL-1.0
"""The roster of the example county: its people and organizations. Called by generate.py."""

from datetime import date, timedelta

# What happened to organizations: kind, unit, on, document, name, parent.
EVENTS = [
    ("found", "YS-GW", "2014-02-20", "永组发〔2014〕2号", "", ""),
    ("found", "YS-LD", "2015-03-05", "永老工发〔2015〕1号", "", ""),
    ("rename", "YS-B33", "2019-03-20", "永老工发〔2019〕3号", "县卫健局离退休干部党支部", ""),
]

WORKPLACES = (
    "县政府办 县委办 县人大办 县政协办 县纪委 县委组织部 县委宣传部 县委统战部 县委政法委 县委党校 县法院 "
    "县检察院 县公安局 县司法局 县民政局 县信访局 县财政局 县国税局 县地税局 县审计局 县统计局 县发改局 县经信局 "
    "县商务局 县供销社 县粮食局 县工商局 县质监局 县教育局 县第一中学 县第二中学 县师范学校 县卫生局 县人民医院 "
    "县中医院 县文广新局 县旅游局 县农业局 县林业局 县水利局 县畜牧局 县农机局 县国土局 县住建局 县交通局 "
    "县公路局 县环保局 县邮政局 县电力局 县总工会 县妇联 县残联"
).split()
# The nature of a workplace, by what its name holds; of all others, that of an office.
NATURES = {"学": "事业单位", "医院": "事业单位", "党校": "事业单位", "供销社": "企业", "邮政": "企业",
           "电力": "企业", "工会": "群众组织", "妇联": "群众组织", "残联": "群众组织"}
CLASSES = "书法 国画 声乐 舞蹈 太极 摄影 诗词 时政 保健 电脑 二胡 合唱 剪纸 花卉 戏曲".split()

SURNAMES = "安白柏车池丛戴杜方甘葛谷关海何洪侯华霍计江金康蓝乐黎林柳路梅米苗宁裴祁乔秦曲沙石"
FIRST = "禾麦稻桑茶竹松柏溪泉渡桥岭坪峰岩霞虹霜雪"
SECOND = "归来望长远新明清和平安定丰登满盈泽润舟帆"

BRANCHES = [f"YS-B{n:02}" for n in range(1, 53)]
WITH_GROUPS = {f"YS-B{n:02}" for n in range(3, 33, 3)}
CONTACTS = ["YS-B01", "YS-B08", "YS-B15", "YS-B22", "YS-B29", "YS-B36", "YS-B43"]
CADRES = 1491


class Random:
    """A linear congruential generator of our own: no Python changes its numbers."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def choice(self, things):
        return things[self.below(len(things))]

    def between(self, first, last):
        return first + self.below(last - first + 1)


def day(text):
    return date(*map(int, text.split("-")))


# The State Council's arrangement of 2017, 国办发明电〔2016〕17号: weekdays off, weekends worked.
OFF = set(map(day, "2017-01-02 2017-01-27 2017-01-30 2017-01-31 2017-02-01 2017-02-02 2017-04-03 "
              "2017-04-04 2017-05-01 2017-05-29 2017-05-30 2017-10-02 2017-10-03 2017-10-04 "
              "2017-10-05 2017-10-06".split()))
ON = set(map(day, "2017-01-22 2017-02-04 2017-04-01 2017-05-27 2017-09-30".split()))


def is_workday(d):
    return d in ON or (d.weekday() < 5 and d not in OFF)


def workday(month, n):
    """The first workday of 2017 on or after the n-th of the month."""
    d = date(2017, month, n)
    while not is_workday(d):
        d += timedelta(1)
    return d


def years_later(d, n):
    return date(d.year + n, d.month, min(d.day, 28))


class County:
    """The roster: what stands in the files, and what the records need of it."""

    def __init__(self):
        self.random = Random(20170930)
        self.units, self.persons, self.memberships = [], [], []
        self.posts, self.appointments, self.terms, self.elected = [], [], [], {}
        self.workplaces, self.unit_workplaces = [], []
        self.members = {code: [] for code in BRANCHES}  # home members, as (code, admitted)
        self.old = {code: [] for code in BRANCHES}  # members to be visited at home
        self.cared = {}
        self.names = set()
        self.died, self.late = {}, []
        self.people()
        self.committees()
        for n, code in enumerate(BRANCHES):
            self.branch(n, code)
        self.temporary_branches()
        self.changes_of_2017()

    def name(self):
        while True:
            name = "".join(s[self.random.below(len(s))] for s in (SURNAMES, FIRST, SECOND))
            if name not in self.names:
                self.names.add(name)
                return name

    # -- persons

    def people(self):
        branch_of = [code for code, size in zip(BRANCHES, self.sizes()) for _ in range(size)]
        leap = {100: 1956, 300: 1956, 500: 1960, 700: 1960, 900: 1972, 1100: 1972}
        for i, branch in enumerate(branch_of):
            member = i % 5 != 4
            if i % 41 == 20:
                person = self.veteran(member)
            else:
                person = self.retired(member, leap.get(i))
            self.add_cadre(f"P{i + 1:04}", person, branch, member)
        for i in range(9):
            self.in_service(f"P{CADRES + 1 + i:04}")

    def changes_of_2017(self):
        """Two who had died in 2016; three who died, and two who retired, in 2017: no members."""
        for n, (code, branch) in enumerate((("P1501", "YS-B05"), ("P1502", "YS-B18"))):
            self.persons.append((code, self.name(), "male", date(1925, 5 + n, 8),
                                 "retired_with_honours", date(1985, 5 + n, 8), date(1947, 3, 1),
                                 None, None, "no"))
            self.memberships.append((code, branch, "care", date(2014, 3, 20), None))
            self.died[code] = date(2016, 6 + n, 18)
            self.late.append(code)
        self.died.update({"P0185": date(2017, 10, 21), "P0010": date(2017, 11, 9),
                          "P0505": date(2017, 12, 2)})
        young = [p for p in self.persons if p[1] and p[3].year == 1956 and p[7] is None][:2]
        for person in young:
            place = self.persons.index(person)
            self.persons[place] = person[:5] + (date(2017, 4, 1),) + person[6:]
            self.memberships = [row[:3] + (date(2017, 4, 1), None) if row[0] == person[0] else row
                                for row in self.memberships]

    def veterans(self, day):
        """How many 离休 cadres are alive on that day."""
        return sum(person[4] == "retired_with_honours" and self.died.get(person[0], day) >= day
                   for person in self.persons)

    def particulars(self):
        """Of the retired cadres: ranks, and for some health, residence, expertise, hobbies."""
        random = Random(1491)
        ranks = "正县处 副县处 副县处 正乡科 正乡科 正乡科 副乡科 副乡科 副乡科 科员".split()
        rows = []
        for person in self.persons:
            if person[4] == "in_service":
                continue
            able = person[9] == "no"
            chance = random.below(20)
            rows.append((
                person[0], random.choice(ranks), "" if able else random.choice(("行动不便", "长期患病")),
                "易地居住" if chance == 0 else "", random.choice(("教学", "农技", "写作")) if chance < 5
                and able else "", random.choice(("书法", "太极", "摄影")) if chance < 8 and able else "",
                "yes" if person[3].year < 1945 and chance % 3 == 0 else "no"))
        return rows

    def sizes(self):
        sizes = [self.random.between(18, 39) for _ in BRANCHES]
        sizes[0] = 45
        i = 1
        while sum(sizes) != CADRES:
            sizes[i] += 1 if sum(sizes) < CADRES else -1
            i = i % 51 + 1
        return sizes

    def some_day(self, year, last_month=12):
        return date(year, self.random.between(1, last_month), self.random.between(1, 28))

    def veteran(self, member):
        """离休: joined the revolution by 1949-09-30. Nobody born in 1930 or 1931."""
        born = self.some_day(1932 if self.random.below(8) == 0 else self.random.between(1921, 1929))
        last = date(1949, 9, 30 - self.random.below(20))
        joined = min(self.some_day(max(born.year + 16, 1943)), last)
        admitted = self.some_day(self.random.between(1950, 1958)) if member else None
        sex = "female" if self.random.below(5) == 0 else "male"
        retired = max(years_later(born, 55 if sex == "female" else 60), date(1982, 6, 1))
        frail = self.random.below(10) < 7
        return sex, born, "retired_with_honours", retired, joined, admitted, frail

    def retired(self, member, leap_year):
        born = self.some_day(leap_year - 22 if leap_year else self.random.between(1932, 1956), 10)
        sex = "female" if self.random.below(10) < 3 else "male"
        admitted = None
        if leap_year:
            admitted = date(leap_year, 2, 29)
        elif member:
            admitted = self.some_day(min(born.year + self.random.between(20, 44), 1999))
        frail = self.random.below(100) < (30 if born.year < 1938 else 4)
        retired = years_later(born, 55 if sex == "female" else 60)
        return sex, born, "retired", retired, None, admitted, frail

    def add_cadre(self, code, person, branch, member):
        sex, born, retirement, retired, joined, admitted, frail = person
        full = years_later(admitted, 1) if admitted else None
        self.persons.append((code, self.name(), sex, born, retirement, retired, joined, admitted,
                             full, "yes" if frail else "no"))
        start = max(date(2014, 3, 1) + timedelta(int(branch[-2:])), retired)
        self.memberships.append((code, branch, "home" if member else "care", start, None))
        if member:
            self.members[branch].append((code, admitted))
            if frail:
                self.old[branch].append(code)

    def in_service(self, code):
        born = self.some_day(self.random.between(1961, 1972))
        admitted = self.some_day(born.year + 24)
        self.persons.append((code, self.name(), "male" if self.random.below(3) else "female", born,
                             "in_service", None, None, admitted, years_later(admitted, 1), "no"))

    # -- units

    def unit(self, code, name, kind, parent, start, *, temporary=False, cadres=True,
             committee=False, field="", workplace="", nature="党政机关"):
        yes = {True: "yes", False: "no"}
        self.units.append((code, name, kind, parent, start, None, yes[temporary], yes[cadres],
                           yes[committee], field))
        if workplace:
            place = f"YS-W{len(self.workplaces) + 1:02}"
            self.workplaces.append((place, workplace, nature))
            self.unit_workplaces.append((code, place, start, None))

    def terms_of(self, n, code, elected):
        """The term that ran in 2017 and ended with the election of that year; or the present one."""
        self.elected[code] = elected
        self.terms.append((code, 1 if elected.year == 2014 else "", elected))
        if self.reelects(code):
            self.terms.append((code, 2, workday(elected.month - 1, 11 + n % 9)))

    def reelects(self, code):
        return self.elected[code].year == 2014 and code != "YS-B16"

    def post(self, unit, letter, kind, person, start, *, title="", ex_officio=False, titles=""):
        code = f"{unit}-{letter}"
        self.posts.append((code, unit, kind, title, "yes" if ex_officio else "no"))
        self.appointments.append((code, person, start, None, titles))

    def committees(self):
        self.unit("YS-XW", "中共永顺县委员会", "committee", "", date(1950, 1, 1), cadres=False,
                  workplace="县委")
        self.post("YS-XW", "S", "secretary", "P1500", date(2016, 6, 1))
        start = date(2014, 2, 20)
        self.unit("YS-GW", "中共永顺县委离退休干部工作委员会", "working_committee", "YS-XW", start,
                  workplace="县委老干部局")
        self.post("YS-GW", "S", "secretary", "P1492", start, ex_officio=True,
                  titles="县委组织部副部长、县委老干部局局长")
        kinds = ["deputy_secretary", "organization_member", "publicity_member",
                 "discipline_member", "member", "member"]
        for n, (letter, kind) in enumerate(zip(["V", "O", "P", "D", "M1", "M2"], kinds)):
            self.post("YS-GW", letter, kind, f"P{1493 + n}", start)

    def branch(self, n, code):
        start = date(2014, 3, 1) + timedelta(n + 1)
        elected = date((2014, 2023, 2024, 2025)[(n + 1) % 4], 3 + n % 9, 20)
        self.unit(code, f"{WORKPLACES[n]}离退休干部党支部", "branch", "YS-GW", start, committee=True,
                  field="retired", workplace=WORKPLACES[n], nature=self.nature(WORKPLACES[n]))
        self.terms_of(n, code, elected)
        kinds = {"S": "secretary", "V": "deputy_secretary", "O": "organization_member",
                 "P": "publicity_member", "D": "discipline_member"}
        for (person, _), (letter, kind) in zip(self.members[code], kinds.items()):
            self.post(code, letter, kind, person, date(2016, 12, 1))
        if code in WITH_GROUPS:
            self.groups(n, code)

    @staticmethod
    def nature(workplace):
        return next((NATURES[part] for part in NATURES if part in workplace), "党政机关")

    def groups(self, n, branch):
        members = self.members[branch]
        for g, title in ((1, "第一"), (2, "第二")):
            code, start = f"{branch}-G{g}", date(2015, 1, 1)
            self.unit(code, f"{WORKPLACES[n]}离退休干部党支部{title}党小组", "group", branch, start)
            part = [person for person, _ in members[g - 1::2]]
            self.post(code, "L", "group_leader", part[3], date(2016, 12, 1))
            for person in part:
                self.memberships.append((person, code, "activity", date(2016, 12, 1), None))

    def temporary_branches(self):
        start = date(2015, 3, 5)
        self.unit("YS-LD", "县老年大学临时党总支", "general_branch", "YS-GW", start, temporary=True,
                  workplace="县老年大学", nature="事业单位")
        self.post("YS-LD", "S", "secretary", "P1499", start, title="党支部书记", ex_officio=True,
                  titles="县老年大学常务副校长")
        self.unit("YS-KX", "县老科协临时党支部", "branch", "YS-GW", date(2015, 4, 10), temporary=True,
                  workplace="县老科协", nature="社会组织")
        able = [p for b in BRANCHES for p, _ in self.members[b][5:] if p not in self.old[b]]
        for n, name in enumerate(CLASSES):
            code = f"YS-LD{n + 1:02}"
            self.unit(code, f"县老年大学{name}班临时党支部", "branch", "YS-LD", date(2015, 3, 10),
                      temporary=True, workplace=f"县老年大学{name}班", nature="班级")
            self.take_part(code, able[n::40][:self.random.between(11, 19)], title="班长")
        self.take_part("YS-KX", able[20::40][:18], title="县老科协会长")

    # -- relations

    def relations(self):
        """The venues of all branches, 21 pairings, three kinds of volunteers, one honour."""
        since = date(2016, 12, 1)
        venues = [("YS-GW", "离退休干部党工委办公室", "办公", date(2014, 4, 1), None, "电脑2台;文件柜4个")]
        venues += [(code, "党员活动室", "活动", date(2014, 6, 1), None, "书柜1个;会议桌1张;电脑1台")
                   for code in BRANCHES]
        reasons = ("生活困难", "独居", "体弱多病", "生活困难;独居")
        frail = [p[0] for p in self.persons if p[-1] == "yes"][:21]
        self.pairings = [(f"P{1492 + n % 9}", person, reasons[n % 4], since, None)
                         for n, person in enumerate(frail)]
        able = [p for b in BRANCHES for p, _ in self.members[b][5:7] if p not in self.old[b]]
        roles = [(person, ("社会风气监督员", "关心下一代辅导员", "政策宣传员")[n % 3], since, None,
                  ("群众工作经验", "教育工作经验", "写作特长")[n % 3])
                 for n, person in enumerate(able[:36])]
        elsewhere = [(p[0], "transferred_out", p[7], None, "组织关系在所在单位党支部")
                     for p in self.persons if p[4] == "in_service"]
        honours = [("YS-LD", "学习型先进党组织", "县级", "县委", date(2017, 6, 28), None,
                    "永发〔2017〕12号")]
        honours += [(code, "先进基层党组织", "县级", "县委", date(2017, 6, 28), None, "永发〔2017〕12号")
                    for code in ("YS-B03", "YS-B24")]
        return (
            ("circumstances.csv", "Whose home branch is outside this roster.",
             "person,kind,from,to,remark", elsewhere),
            ("venues.csv", "The places that the units have.", "unit,name,purpose,from,to,inventory",
             venues),
            ("pairings.csv", "Who helps whom, and why.", "helper,helped,reasons,from,to",
             self.pairings),
            ("volunteer_roles.csv", "Who has taken a role among the volunteers.",
             "person,role,from,to,because", roles),
            ("honours.csv", "Honours awarded to units and persons.",
             "bearer,title,level,awarded_by,from,to,document", honours),
        )

    def take_part(self, unit, persons, title):
        self.post(unit, "S", "secretary", persons[0], date(2016, 12, 1), ex_officio=True,
                  titles=title)
        for person in persons:
            self.memberships.append((person, unit, "activity", date(2016, 9, 1), None))


def clusters():
    """Eight of four branches and four of five; the first leads, the second is its deputy."""
    numerals = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()
    rows, belonging, first = [], [], 0
    for n, numeral in enumerate(numerals):
        units = BRANCHES[first:first + (4 if n < 8 else 5)]
        first += len(units)
        rows.append((f"PZ{n + 1:02}", f"第{numeral}片组", units[0], units[1], date(2015, 6, 1), None))
        belonging += [(f"PZ{n + 1:02}", unit, date(2015, 6, 1), None) for unit in units]
    return rows, belonging
