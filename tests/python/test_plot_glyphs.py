# SPDX-License-Identifier: BSL-1.0
"""Chinese really shows: no box stands for a sign, in any format, and where none can, it says so."""

import io
import warnings
import xml.etree.ElementTree
from datetime import date
from pathlib import Path

import pytest

import zhibu
import zhibu.plot
from zhibu import _glyphs

matplotlib = pytest.importorskip(
    "matplotlib", reason="matplotlib is not installed: apt-get install python3-matplotlib")
from matplotlib import font_manager, pyplot  # noqa: E402
from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.text import Text  # noqa: E402

COUNTY = Path(__file__).parents[2] / "examples" / "yongshun"
AS_OF = date(2017, 9, 30)
NOT_A_SIGN = "\uffff"


@pytest.fixture(scope="module")
def font():
    try:
        return _glyphs.font(["支部逾期（）：；"])
    except ValueError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def county():
    roster = zhibu.Roster.load(COUNTY)
    rules = zhibu.Rulebook.national() + zhibu.Rulebook.load(COUNTY / "rules.toml")
    held = zhibu.Records.load(COUNTY / "2017", roster)
    owed = zhibu.obligations(roster, rules, zhibu.Calendar.china(), zhibu.parse_period("2017"))
    return roster, zhibu.audit(owed, held, as_of=AS_OF)


def draw_all(county, language):
    """The drawings, each in a figure of its own."""
    roster, findings = county
    drawn = [zhibu.plot.year(findings, roster, unit="YS-B33", language=language,
                             ax=Figure(figsize=(10, 7)).add_subplot()),
             zhibu.plot.owed_and_held(findings, roster, language=language,
                                      ax=Figure(figsize=(10, 7)).add_subplot()),
             zhibu.plot.tree(roster.as_of(AS_OF), language=language,
                             ax=Figure(figsize=(8, 11)).add_subplot())]
    return [ax.figure for ax in drawn]


def pixels(text, font):
    """What is drawn for a text, as bytes."""
    figure = Figure(figsize=(1, 1), dpi=50)
    canvas = FigureCanvasAgg(figure)
    figure.text(0.2, 0.4, text, fontproperties=font, fontsize=24)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*[Gg]lyph.*missing")
        canvas.draw()
    return bytes(canvas.buffer_rgba())


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_glyph_is_missing_in_any_format(county, font, language, form):
    for figure in draw_all(county, language):
        out = io.BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            figure.savefig(out, format=form)
        if form == "svg":
            xml.etree.ElementTree.fromstring(out.getvalue())
        assert out.getvalue().startswith({"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[form])
        assert len(out.getvalue()) > 5000


def test_what_is_drawn_for_each_sign_is_not_the_box_for_none(county, font):
    box = pixels(NOT_A_SIGN, font)
    signs = {sign for figure in draw_all(county, "zh") for text in figure.findobj(Text)
             for sign in text.get_text() if not sign.isspace()}
    assert len(signs) > 150
    drawn = {sign: pixels(sign, font) for sign in signs}
    assert [sign for sign in signs if drawn[sign] == box] == []
    assert len(set(drawn.values())) > len(signs) - 3  # signs that look alike are few


def test_the_font_that_is_set_is_taken_if_it_has_the_signs(font):
    family = font_manager.FontProperties(fname=font.get_file()).get_name()
    with matplotlib.rc_context({"font.family": [family, "DejaVu Sans"]}):
        assert _glyphs.font(["支部"]).get_name() == family
    with matplotlib.rc_context({"font.family": "sans-serif", "font.sans-serif": "DejaVu Serif"}):
        assert _glyphs.font(["branch"]).get_name() == "DejaVu Serif"
        assert _glyphs.font(["支部"]).get_name() != "DejaVu Serif"


def test_a_font_that_matplotlib_does_not_know_yet_is_found(font, monkeypatch):
    latin = [f for f in font_manager.fontManager.ttflist if f.name.startswith("DejaVu")]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", latin)
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [str(font.get_file())])
    assert _glyphs.font(["支部"]).get_file() == font.get_file()


def test_where_no_font_has_the_signs_it_says_what_to_install_and_draws_nothing(county, monkeypatch):
    dejavu = font_manager.findfont("DejaVu Sans")
    monkeypatch.setattr(_glyphs, "_candidates", lambda: [dejavu])
    roster, findings = county
    for draw in (lambda: zhibu.plot.year(findings, roster, unit="YS-B33"),
                 lambda: zhibu.plot.tree(roster.as_of(AS_OF))):
        with pytest.raises(ValueError, match=r"none of the 1 installed fonts has all signs.*lacks "
                                             r"\S{8}…; accepted: .*apt-get install fonts-noto-cjk"):
            draw()
    assert pyplot.get_fignums() == []


def test_a_font_with_a_box_for_everything_has_no_sign(monkeypatch):
    class Boxes:
        def get_char_index(self, _):
            return 7

    monkeypatch.setattr(font_manager, "get_font", lambda file: Boxes())
    with pytest.raises(ValueError, match="lacks 支部;"):
        _glyphs.font(["支部"])
