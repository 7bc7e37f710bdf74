"""Labels take texts from packs literally and hide nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import dressed, present
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.texts import ShortLabel, font_sizes, plain_label, tool_tip, wrapped

LONG = "vpxd checks permission, licence and the rules of DRS and HA, and only then settles on a host."


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    fonts.load()
    return QFontMetrics(fonts.font(14))


def test_plain_label_does_not_read_markup(qapp: QApplication) -> None:
    label = plain_label("soft", "<b>vpxd</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.objectName() == "soft"


def test_tool_tip_shows_markup_as_text() -> None:
    assert tool_tip("a <img src=x> & b") == "<p>a &lt;img src=x&gt; &amp; b</p>"
    assert tool_tip("why", "ESXi <8>") == "<p><b>ESXi &lt;8&gt;</b><br>why</p>"
    assert tool_tip("") == ""


def test_font_sizes_are_whole_pixels_times_the_scale() -> None:
    assert font_sizes({"#a": 14.0, "#b": 12.5}, 1.5) == "#a { font-size: 21px; }\n#b { font-size: 19px; }"


def test_text_that_fits_is_one_line(metrics: QFontMetrics) -> None:
    assert wrapped(LONG, metrics, 5000, 2) == [LONG]


def test_last_line_ends_in_an_ellipsis(metrics: QFontMetrics) -> None:
    first, second = wrapped(LONG, metrics, 200, 2)
    assert LONG.startswith(first)
    assert second.endswith("…")


@given(st.text(max_size=80), st.integers(20, 400), st.integers(1, 3))
def test_no_line_is_wider_than_its_room(text: str, width: int, lines: int) -> None:
    found = QFontMetrics(fonts.font(14))
    shown = wrapped(text, found, width, lines)
    assert len(shown) <= lines
    # Qt measures an ellipsis without its kerning.
    assert all(found.horizontalAdvance(line) <= width + 3 for line in shown)


def test_cut_text_stands_whole_in_the_tool_tip(qtbot: QtBot) -> None:
    with dressed():
        label = present(qtbot, ShortLabel("steptext", lines=2), 220, 40)
        label.set_text(LONG)
        assert label.cut
        assert label.toolTip() == tool_tip(LONG)
        label.resize(900, 40)
        assert not label.cut
        assert label.toolTip() == ""
        assert label.shown == (LONG,)


def test_too_narrow_a_label_shows_nothing_rather_than_a_stump(qtbot: QtBot) -> None:
    with dressed():
        label = present(qtbot, ShortLabel("steplog"), 30, 20)
        label.set_text(LONG)
        assert label.shown == ()
        assert label.toolTip() == tool_tip(LONG)


def test_screen_readers_hear_the_whole_text(qtbot: QtBot) -> None:
    label = present(qtbot, ShortLabel("steptext"), 80, 20)
    label.set_text(LONG)
    spoken = QAccessible.queryAccessibleInterface(label)
    assert spoken.role() is QAccessible.Role.StaticText
    assert spoken.text(QAccessible.Text.Name) == LONG
