"""One line over the map: it comes, it goes, and it is in nobody's way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.maps import click, double_click, show_map, still
from tests.helpers.widgets import dressed
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.panels.message_bar import MessageBar

SHORT = "Copied: /etc/init.d/hostd restart"
LONG = " ".join(["“Forward logs to syslog” does not run this way in ESX Server 3i, ESXi 3.5."] * 4)


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[Canvas]:
    with dressed():
        yield show_map(qtbot, still())


@pytest.fixture
def bar(canvas: Canvas) -> MessageBar:
    return MessageBar(canvas)


def test_is_hidden_until_there_is_something_to_say(bar: MessageBar) -> None:
    assert not bar.isVisible()
    assert bar.text == ""
    bar.say(SHORT)
    assert bar.isVisible()
    assert bar.text == SHORT


def test_goes_away_by_itself(bar: MessageBar, qtbot: QtBot) -> None:
    bar._timer.setInterval(30)
    bar.say(SHORT)
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert bar.text == ""


def test_lasting_message_stays_until_another_comes(bar: MessageBar) -> None:
    bar.say_lasting(SHORT)
    assert not bar._timer.isActive()
    bar.say("Something else")
    assert bar._timer.isActive()
    assert bar.text == "Something else"


def test_cross_closes(bar: MessageBar) -> None:
    bar.say_lasting(SHORT)
    cross = bar.findChild(QToolButton)
    assert cross is not None
    assert cross.accessibleName() == "Close the message"
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


@pytest.mark.parametrize("text", [SHORT, LONG, "Yes."])
@pytest.mark.parametrize("width", [1000, 420])
def test_stands_in_the_middle_and_shows_every_word(bar: MessageBar, canvas: Canvas, text: str, width: int) -> None:
    canvas.resize(width, 600)
    bar.say(text)
    assert abs(bar.geometry().center().x() - width / 2) <= 1
    assert canvas.rect().contains(bar.geometry())
    label = bar.findChild(QLabel)
    assert label is not None
    bar.layout().activate()
    needed = label.heightForWidth(label.width())
    assert label.height() >= needed


def test_short_message_takes_one_line(bar: MessageBar) -> None:
    bar.say(SHORT)
    bar.layout().activate()
    label = bar.findChild(QLabel)
    assert label is not None
    assert label.width() >= label.fontMetrics().horizontalAdvance(SHORT)


def test_stays_in_the_middle_when_the_window_changes(bar: MessageBar, canvas: Canvas) -> None:
    bar.say(LONG)
    canvas.resize(600, 500)
    assert abs(bar.geometry().center().x() - 300) <= 1
    assert canvas.rect().contains(bar.geometry())


def test_takes_its_place_in_a_window_that_gets_its_size_before_it_is_shown(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(100, 30)
    bar = MessageBar(around)
    bar.say_lasting(LONG)
    around.resize(900, 500)
    around.show()
    assert bar.width() > 600
    assert around.rect().contains(bar.geometry())


def test_words_are_taken_literally(bar: MessageBar) -> None:
    bar.say("<b>bold</b>")
    label = bar.findChild(QLabel)
    assert label is not None
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert bar.text == "<b>bold</b>"


def test_click_on_it_chooses_nothing_on_the_map(bar: MessageBar, canvas: Canvas, qtbot: QtBot) -> None:
    bar.say(LONG)
    before = canvas.camera
    with (
        qtbot.assertNotEmitted(canvas.component_chosen),
        qtbot.assertNotEmitted(canvas.component_opened),
        qtbot.assertNotEmitted(canvas.background_chosen),
        qtbot.assertNotEmitted(canvas.link_chosen),
    ):
        label = bar.findChild(QLabel)
        assert label is not None
        click(label, label.rect().center())
        double_click(label, label.rect().center())
        click(bar, QPoint(3, 3))
    assert canvas.camera == before
    assert bar.isVisible()
