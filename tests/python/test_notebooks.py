# SPDX-License-Identifier: BSL-1.0
"""The notebooks run from top to bottom, say what they promise, and are kept without outputs."""

import json
import re
import sys
from pathlib import Path

import pytest

from zhibu import _glyphs

nbclient = pytest.importorskip(
    "nbclient", reason="nbclient is not installed: apt-get install python3-nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip(
    "ipykernel", reason="ipykernel is not installed: apt-get install python3-ipykernel")

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "notebooks"
NAMES = sorted(file.stem for file in FOLDER.glob("*.ipynb"))


class Ran:
    """What a notebook showed, cell by cell."""

    def __init__(self, notebook):
        self.outputs = [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]

    def of_type(self, kind):
        return [o for outputs in self.outputs for o in outputs if o.output_type == kind]

    @property
    def text(self):
        """All that was printed, a line of which may have come in several pieces, and what stands
        for each value that was shown."""
        return "".join(o.get("text") or
                       (o.data.get("text/markdown") or o.data.get("text/plain")) + "\n"
                       for outputs in self.outputs for o in outputs
                       if o.output_type != "error")

    @property
    def lines(self):
        return self.text.splitlines()

    @property
    def pictures(self):
        return [o.data["image/png"] for o in self.of_type("display_data") if "image/png" in o.data]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Runs a notebook from a folder, by this Python, and leaves no trace at home."""
    home = tmp_path_factory.mktemp("jupyter")
    spec = home / "kernels" / "python3" / "kernel.json"
    spec.parent.mkdir(parents=True)
    spec.write_text(json.dumps({
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Python 3", "language": "python"}), "utf-8")
    environment = {"JUPYTER_PATH": str(home), "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
                   "IPYTHONDIR": str(home / "ipython"), "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)

        def runner(name, folder=FOLDER):
            notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
            nbclient.NotebookClient(notebook, timeout=600, kernel_name="python3",
                                    resources={"metadata": {"path": str(folder)}}).execute()
            ran = Ran(notebook)
            assert [o.text for o in ran.of_type("stream") if o.name != "stdout"] == []
            return ran

        yield runner


@pytest.fixture(scope="module")
def drawn():
    pytest.importorskip(
        "matplotlib", reason="matplotlib is not installed: apt-get install python3-matplotlib")
    try:
        _glyphs.font(["支部"])
    except ValueError as error:
        pytest.skip(str(error))


# As they are kept

@pytest.mark.parametrize("name", NAMES)
def test_it_is_kept_without_outputs_counts_and_traces_of_a_machine(name):
    text = (FOLDER / f"{name}.ipynb").read_text("utf-8")
    notebook = json.loads(text)
    assert text == json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    nbformat.validate(notebook)
    assert notebook["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"}}
    for cell in notebook["cells"]:
        assert cell["metadata"] == {}
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)
    assert not re.search(r"/(?:home|root|tmp|usr|Users)/|[A-Z]:\\\\", text)


@pytest.mark.parametrize("name", NAMES)
def test_it_teaches_in_small_steps_in_two_languages(name):
    cells = json.loads((FOLDER / f"{name}.ipynb").read_text("utf-8"))["cells"]
    assert cells[0]["cell_type"] == "markdown" and len(cells) > 12
    for cell in cells:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            assert re.search("[\u4e00-\u9fff]", text), text
            assert re.search(r"^\*[^*]+\*$", text, re.MULTILINE), text
        else:
            assert len(cell["source"]) <= 20 and max(map(len, text.splitlines())) <= 100
    assert sum(cell["cell_type"] == "markdown" for cell in cells) * 3 >= len(cells)


# As they run

def test_a_first_audit_from_the_folder_of_the_notebooks(run, drawn):
    ran = run("first_audit_in_five_minutes")
    for line in ("逾期 22", "执行率 <Rate 3282 of 3309>",
                 "县卫生局离退休干部党支部 2017-02 主题党日 | 违规 《中国共产党支部工作条例（试行）》第16条",
                 "2017-03-31 逾期 党课 还差 1", "2017-10-31 未开始 支委会 还差 1"):
        assert line in ran.lines
    assert "| 联系人 | 编号 | 联系点 |" in ran.text
    assert len(ran.pictures) == 2


def test_a_first_audit_from_the_root_of_the_repository(run, drawn):
    assert "逾期 22" in run("first_audit_in_five_minutes", ROOT).lines


def test_why_this_is_overdue(run):
    ran = run("why_is_this_overdue")
    for line in ("不计：R2017-1651（2017-09-25）：不在应办期限内", "2017-09-25 不在应办期限内",
                 "Does not count: R2017-1651 (2017-09-25): of another period",
                 "MTG-01 2017-Q3 党员大会 已完成", "计入：补-1（2017-09-28，属2017-Q2）",
                 "逾期 → 逾期补办 因为： 记录", "2017-Q3 党员大会 待办 → 已完成 因为： 记录",
                 "6120 1644 False"):
        assert line in ran.lines


def test_what_a_merger_would_do(run, drawn):
    ran = run("what_if_we_merged_two_branches")
    for line in ("合并后 县妇联离退休干部党支部 52 名党员", "YS-B52 不在 原名册中 在",
                 "党组织终止 1", "组织关系 26", "任职 5", "党支部党员一般不超过50人",
                 "  党员52人；应为不超过50", "43 名党员，多出 0 条", "党员大会 208 → 204",
                 "the unit 'YS-B52' does not stand on 2020-09-01; accepted: a day of "
                 "2014-04-22..2020-04-30"):
        assert line in ran.lines
    assert len(ran.pictures) == 1


def test_a_province_in_polars(run):
    pytest.importorskip("polars", reason="polars is not installed: pip install polars")
    ran = run("a_province_in_polars")
    assert "<Roster: 3101 units, 36000 persons>" in ran.lines
    [(due, done)] = re.findall("全省到期 ([0-9]+) 已办 ([0-9]+)", ran.text)
    assert int(due) == 3000 * (9 + 9 + 3)  # committee, themed day; members meeting
    assert 0.96 < int(done) / int(due) < 0.98
    [(need, left_out)] = re.findall("([0-9]+) 人行动不便， ([0-9]+) 人还没有送学上门", ran.text)
    assert f"<Rate {int(need) - int(left_out)} of {need}> True" in ran.lines
    assert "True" in ran.lines  # what polars counts as overdue by rule, the library counts too
    assert [rule for rule in ("LIFE-01", "MTG-01", "MTG-06") if f"│ {rule} " in ran.text] == [
        "LIFE-01", "MTG-01", "MTG-06"]
