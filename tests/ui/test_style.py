"""The look of ordinary widgets, made from a theme."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.colours import contrast
from tests.helpers.widgets import THEMES, dressed, ink, present
from vmexplorer.drawing.theme import Role
from vmexplorer.ui import style


@pytest.mark.parametrize("theme", THEMES)
def test_sheet_takes_every_colour_from_the_theme(theme: str) -> None:
    colours = ink(theme).theme
    sheet = style.sheet(colours)
    assert "$" not in sheet
    used = {colour.upper() for colour in re.findall(r"#[0-9a-fA-F]{6}\b", sheet)}
    assert used
    assert used <= {colour.upper() for colour in colours.roles.values()}


@pytest.mark.parametrize("theme", THEMES)
def test_qt_understands_the_sheet(theme: str, qtbot: QtBot) -> None:
    # A sheet that Qt cannot read gives a warning, and warnings fail the test.
    with dressed(theme):
        label = QLabel("words")
        present(qtbot, label, 100, 40)
        assert label.palette().color(QPalette.ColorRole.WindowText) == ink(theme).role(Role.TEXT)


@pytest.mark.parametrize("theme", THEMES)
def test_palette_has_the_colours_of_the_theme(theme: str) -> None:
    made, colours = style.palette(ink(theme).theme), ink(theme)
    pairs = {
        QPalette.ColorRole.Window: Role.PANEL,
        QPalette.ColorRole.Base: Role.CANVAS,
        QPalette.ColorRole.Text: Role.TEXT,
        QPalette.ColorRole.Highlight: Role.ACCENT,
    }
    for found, role in pairs.items():
        assert made.color(found) == colours.role(role)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    ],
)
def test_words_can_be_read_on_their_ground(theme: str, words: QPalette.ColorRole, ground: QPalette.ColorRole) -> None:
    made = style.palette(ink(theme).theme)
    assert contrast(made.color(words).name(), made.color(ground).name()) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_focus_is_seen_on_buttons(theme: str, qtbot: QtBot) -> None:
    with dressed(theme):
        window = QWidget()
        column = QVBoxLayout(window)
        buttons = [QPushButton("One"), QPushButton("Two")]
        for button in buttons:
            column.addWidget(button)
        present(qtbot, window, 200, 120)
        buttons[1].setFocus()
        without = buttons[0].grab().toImage()
        buttons[0].setFocus()
        with_ring = buttons[0].grab().toImage()
        accent = ink(theme).role(Role.ACCENT).rgb()
        row = [with_ring.pixel(x, 0) for x in range(with_ring.width())]
        assert row.count(accent) > with_ring.width() / 2
        assert accent not in [without.pixel(x, 0) for x in range(without.width())]
