# SPDX-License-Identifier: BSL-1.0
"""The official forms as an Excel workbook: what is in a cell stays as it is, or is a fault."""

import builtins
from datetime import date, datetime

import pytest

import zhibu
import zhibu.xlsx

openpyxl = pytest.importorskip(
    "openpyxl", reason="openpyxl is not installed: apt-get install python3-openpyxl")

AS_OF = date(2017, 9, 30)
NATIONAL = zhibu.code_set("national")
ID_NUMBER = "990000193005060014"  # of a region that there is not, with the right check digit

UNITS = [
    ["党组织信息"],
    ["党组织代码", "党组织\n全称", "上级党组织代码", "组织类别", "建立日期", "党组织书记"],
    ["B01", "甲局离退休干部党支部", "GW", 631, datetime(2012, 3, 1), "竹一"],
    ["GW", "县委老干部工委", None, "党工委", date(1998, 7, 1), None],
]
MEMBERS = [
    ["序号", "姓名", "所在党支部", "公民身份证号", "性别", "民族", "出生日期", "人员类别",
     "加入党组织日期", "转为正式党员日期", "工作岗位", "是否为流动党员", "外出流向"],
    [1, "竹一", "甲局离退休干部党支部", ID_NUMBER, "男", "土家族", datetime(1930, 5, 6), "正式党员",
     "1948年2月29日", "1949.3.1", "501 离休干部", False, None],
    [2, "竹二", "B01", None, "女", None, "1950-01-01", "预备党员", "20170701", None, None, "是",
     "某省\n某市"],
]


def write(file, units=UNITS, members=MEMBERS, titles=(zhibu.xlsx.UNIT_SHEET,
                                                      zhibu.xlsx.MEMBER_SHEET)):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in zip(titles, (units, members)):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(file)
    return file


def changed(rows, row, column, value):
    copy = [list(cells) for cells in rows]
    copy[row - 1][column - 1] = value
    return copy


def read(file):
    return zhibu.xlsx.read_forms(file, kinds=NATIONAL, as_of=AS_OF)


def refusal(file):
    with pytest.raises(ValueError) as error:
        read(file)
    return str(error.value).replace(f"{file}", "book.xlsx").splitlines()


def test_two_sheets_fill_a_roster(tmp_path):
    forms = read(write(tmp_path / "book.xlsx"))
    branch = forms.roster.unit("B01")
    assert branch.name == "甲局离退休干部党支部"
    assert branch.standing.begin == date(2012, 3, 1)
    first = forms.roster.person("B01-1")
    assert (first.born_on, first.admitted_on) == (date(1930, 5, 6), date(1948, 2, 29))
    assert first.retirement == zhibu.Retirement.retired_with_honours
    assert forms.notes == []


def test_an_id_number_that_is_text_stays_as_it_is(tmp_path):
    forms = read(write(tmp_path / "book.xlsx"))
    form = zhibu.write_member_form(forms.roster.as_of(AS_OF), personal=zhibu.PersonalData.shown)
    assert f",\t{ID_NUMBER}," in form


def test_an_id_number_that_is_a_number_was_rounded(tmp_path):
    file = write(tmp_path / "book.xlsx", members=changed(MEMBERS, 2, 4, int(ID_NUMBER)))
    assert refusal(file) == ["book.xlsx[党员基本信息汇总表]:2: 公民身份证号: a number of more than 15 "
                             "digits, which is rounded; accepted: a text"]


def test_faults_name_sheet_row_and_column_of_both_sheets_together(tmp_path):
    units = changed(UNITS, 3, 4, "=600+31")
    units = changed(units, 4, 5, "1998年")
    file = write(tmp_path / "book.xlsx", units=units, members=changed(MEMBERS, 3, 5, "女性"))
    told = refusal(file)
    assert [line.split(": ")[:2] for line in told] == [
        ["book.xlsx[党组织信息]:3", "组织类别"],
        ["book.xlsx[党组织信息]:4", "建立日期"],
        ["book.xlsx[党员基本信息汇总表]:3", "性别"],
    ]
    assert told[0].endswith("a formula; accepted: its value (copy it, and paste only the values)")


def test_what_was_written_is_read_again(tmp_path):
    first = read(write(tmp_path / "book.xlsx")).roster.as_of(AS_OF)
    zhibu.xlsx.write_forms(tmp_path / "again.xlsx", first, kinds=NATIONAL,
                           personal=zhibu.PersonalData.shown)
    forms = read(tmp_path / "again.xlsx")
    again = forms.roster.as_of(AS_OF)
    for personal in zhibu.PersonalData.__members__.values():
        assert (zhibu.write_member_form(again, personal=personal)
                == zhibu.write_member_form(first, personal=personal))
    assert (zhibu.write_unit_form(again, kinds=NATIONAL)
            == zhibu.write_unit_form(first, kinds=NATIONAL))


def test_every_cell_that_is_written_is_text(tmp_path):
    view = read(write(tmp_path / "book.xlsx",
                      units=changed(UNITS, 3, 2, "党支部"),
                      members=changed(changed(MEMBERS, 2, 3, "B01"), 3, 13, "@某省"))).roster.as_of(AS_OF)
    zhibu.xlsx.write_forms(tmp_path / "out.xlsx", view, kinds=NATIONAL,
                           personal=zhibu.PersonalData.shown)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row
             if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.value for cell in cells} >= {ID_NUMBER, "@某省"}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@某", "＝1"])
def test_no_cell_becomes_a_formula(tmp_path, text):
    units = "党组织代码,党组织全称,组织类别,建立日期,单位名称\nB01,甲,631,2012-03-01,%s\n" % text
    members = "序号,姓名,所在党支部,性别,人员类别,加入党组织日期\n"
    roster = zhibu.parse_official_forms(
        zhibu.FormText(name="u", csv=units), zhibu.FormText(name="m", csv=members),
        kinds=NATIONAL, as_of=AS_OF).roster
    zhibu.xlsx.write_forms(tmp_path / "out.xlsx", roster.as_of(AS_OF), kinds=NATIONAL,
                           personal=zhibu.PersonalData.masked)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")[zhibu.xlsx.UNIT_SHEET]
    [cell] = [cell for cell in sheet[2] if cell.value == text]
    assert cell.data_type == "s" and cell.quotePrefix


def test_id_numbers_are_masked_where_they_are_not_to_be_shown(tmp_path):
    view = read(write(tmp_path / "book.xlsx")).roster.as_of(AS_OF)
    zhibu.xlsx.write_forms(tmp_path / "out.xlsx", view, kinds=NATIONAL,
                           personal=zhibu.PersonalData.masked)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")[zhibu.xlsx.MEMBER_SHEET]
    assert sheet["D2"].value == "9900**************"


def test_a_sheet_or_a_workbook_that_is_not_there(tmp_path):
    file = write(tmp_path / "book.xlsx", titles=("党组织信息", "党员信息汇总表"))
    assert refusal(file) == ["book.xlsx: no sheet '党员基本信息汇总表' (did you mean '党员信息汇总表'?); "
                             "accepted: 党组织信息, 党员信息汇总表"]
    assert refusal(tmp_path / "none.xlsx") == ["book.xlsx: no such file"]
    (tmp_path / "text.xlsx").write_text("党组织代码\n", "utf-8")
    assert "book.xlsx: not a workbook; accepted: a file of the form .xlsx" in (
        refusal(tmp_path / "text.xlsx")[0])


def test_without_openpyxl_it_says_what_to_install(tmp_path, monkeypatch):
    file = write(tmp_path / "book.xlsx")
    imported = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.split(".")[0] == "openpyxl":
            raise ImportError(name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImportError, match=r"pip install 'zhibu\[xlsx\]'.*python3-openpyxl"):
        read(file)
