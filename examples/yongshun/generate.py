# SPDX-License-Identifier: BSL-1.0
"""Writes the roster, the calendar settings and the records of 2017 of the example county.

    python3 examples/yongshun/generate.py [folder]     (the folder of this script by default)

The shape of the county is that of a press report of 2017: one working committee, 52 branches in 12
clusters, 15 + 1 temporary branches, 1,491 retired cadres. Everybody and everything else is
invented. The same bytes come out on every Python from 3.9 on.

What went wrong in 2017, on purpose, stands in MISSING, MOVED, VOIDED, FUNDS and WAIVERS of
held.py, and:
  - YS-B09 and YS-B21 held their members meetings on themed Party days (one record, two activities);
  - YS-B05 and YS-B06 held the organizational life meeting for 2016 in March 2017;
  - the third visit of P1495 went to YS-B30, and not to the contact branch YS-B22;
  - half of the members of YS-B51 were never talked to;
  - nobody of YS-B44 had a political birthday in April;
  - YS-B16 did not re-elect its committee, whose term ended in September;
  - the first election of YS-B28 is in the books for a day before it was founded;
  - the minutes of YS-B49 for August came into the books on 10 October only.
What else is kept of the year, and what went wrong with it, stands in works.py.
"""

import sys
from datetime import date
from pathlib import Path

from held import WAIVERS, Year2017, attendance
from roster import BRANCHES, CONTACTS, County, EVENTS, Random, clusters, workday
from works import Works

SPDX = "# SPDX-License-Identifier: BSL-1.0\n#\n"


def write(file, about, columns, rows):
    text = f"{SPDX}# {about}\n# Invented; made by generate.py.\n{columns}\n"
    for row in rows:
        text += ",".join("" if cell is None else str(cell) for cell in row) + "\n"
    file.write_bytes(text.encode("utf-8"))


def write_roster(folder, county):
    write(folder / "units.csv", "The Party organizations, as they were founded.",
          "code,name,kind,parent,from,to,temporary,retired_cadres,committee,field", county.units)
    write(folder / "events.csv", "What happened to them since.",
          "kind,unit,on,document,name,parent", EVENTS)
    write(folder / "workplaces.csv", "The bodies in which they are formed, and one besides.",
          "code,name,nature",
          county.workplaces + [("YS-GGW", "县关心下一代工作委员会", "群众组织")])
    write(folder / "unit_workplaces.csv", "Which of them is formed in which.",
          "unit,workplace,from,to", county.unit_workplaces)
    write(folder / "terms.csv",
          "The terms of their committees: those that ran in 2017 where these ended in 2017, with the\n"
          "# next; and the present ones elsewhere.",
          "unit,nth,elected", county.terms)
    write(folder / "persons.csv", "1,491 retired cadres, then nine in service, and two late ones.",
          "code,name,sex,born,retirement,retired,joined_revolution,admitted,full_member,"
          "home_visits,died",
          [person + (county.died.get(person[0]),) for person in county.persons])
    write(folder / "particulars.csv", "What is kept of the retired cadres besides.",
          "person,rank,health,residence,expertise,hobby,lunar_birthday", county.particulars())
    write(folder / "memberships.csv",
          "Where each cadre has the home membership or is cared for, and what they take part in.",
          "person,unit,kind,from,to", county.memberships)
    write(folder / "posts.csv", "The posts of committees, branches and groups.",
          "code,unit,kind,title,ex_officio", county.posts)
    write(folder / "appointments.csv", "Who holds the posts, and with which other offices.",
          "post,person,from,to,titles", county.appointments)
    for file, about, columns, rows in county.relations():
        write(folder / file, about, columns, rows)
    rows, belonging = clusters()
    write(folder / "clusters.csv", "The twelve clusters, each led by a unit.",
          "code,name,lead,deputy,from,to", rows)
    write(folder / "cluster_members.csv", "Which branch works in which cluster.",
          "cluster,unit,from,to", belonging)
    write(folder / "contacts.csv", "The contact branch of each member of the working committee.",
          "person,unit,from,to",
          [(f"P{1492 + n}", branch, date(2014, 4, 1), None) for n, branch in enumerate(CONTACTS)])
    (folder / "calendar.toml").write_bytes(
        f"{SPDX}# The county keeps the State Council's arrangements, and has no days of its own.\n"
        'country = "china"\n'.encode("utf-8"))


def write_records(folder, county, year):
    folder.mkdir(exist_ok=True)
    rows = [(f"R2017-{n + 1:04}",) + row for n, row in enumerate(year.rows)]
    works = Works(county, BRANCHES, clusters()[0], rows, Random(2018), workday)
    write(folder / "records.csv", "What was held in 2017, as the minutes have it; then what else was "
          "done.",
          "code,unit,activities,held_on,for_period,entered_on,persons,due,present,amount_yuan,"
          "voided,remark", rows + works.records)
    write(folder / "attendance.csv", "Who was at the studies of the 离休 cadres; and who was not simply "
          "present at the\n# members meetings of two branches.",
          "record,person,presence,reason", works.attendance + attendance(county, rows))
    write(folder / "waivers.csv", "Who was released from what in 2017, and by whom.",
          "rule,bearer,period,reason,approved_by,approved_on", WAIVERS)
    for file, about, columns, table in works.tables():
        write(folder / file, about, columns, table)


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    county = County()
    write_roster(folder, county)
    write_records(folder / "2017", county, Year2017(county))


if __name__ == "__main__":
    main()
