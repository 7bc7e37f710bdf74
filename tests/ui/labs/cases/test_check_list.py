"""The list of checks: by place, narrowed by words, ticked when made, walked by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.maps import image
from tests.helpers.widgets import dressed, ink, present
from vmexplorer.app.check_rows import CheckGroup, CheckRow
from vmexplorer.ui.labs.cases.check_list import CheckList
from vmexplorer.ui.labs.cases.check_look import CheckData

GROUPS = (
    CheckGroup(
        "Host shell",
        "By SSH",
        (
            CheckRow("hostd", "Does hostd run?", "/etc/init.d/hostd status", "It looks.", "hostd host daemon"),
            CheckRow("log", "What does it log?", "tail /var/log/hostd.log", "It reads.", "hostd"),
        ),
    ),
    CheckGroup("Own PC", "Here", (CheckRow("ping", "Does it answer?", "ping esx01", "It asks.", "network"),)),
)


@pytest.fixture
def checks(qtbot: QtBot) -> Iterator[CheckList]:
    with dressed():
        made = CheckList(ink())
        made.set_groups(GROUPS)
        yield present(qtbot, made, 600, 300)


def listed(checks: CheckList) -> list[str]:
    return [checks.list.item(row).text() for row in range(checks.list.count())]


def test_checks_stand_under_their_place(checks: CheckList) -> None:
    assert listed(checks) == ["Host shell", "Does hostd run?", "What does it log?", "Own PC", "Does it answer?"]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("HOSTD", ["Host shell", "Does hostd run?", "What does it log?"]),
        ("tail log", ["Host shell", "What does it log?"]),
        ("own", ["Own PC", "Does it answer?"]),
        ("daemon", ["Host shell", "Does hostd run?"]),
        ("daemon ping", []),
    ],
)
def test_words_narrow_the_list(checks: CheckList, typed: str, left: list[str]) -> None:
    QTest.keyClicks(checks.field, typed)
    assert listed(checks) == left
    assert checks.nothing.isVisible() == (not left)
    checks.field.clear()
    assert len(listed(checks)) == 5


def test_other_checks_forget_the_filter_and_the_same_ones_keep_it(checks: CheckList) -> None:
    QTest.keyClicks(checks.field, "ping")
    checks.set_groups(GROUPS)
    assert checks.field.text() == "ping"
    checks.set_groups(GROUPS[:1])
    assert (checks.field.text(), len(listed(checks))) == ("", 3)


def test_enter_on_a_row_makes_the_check(checks: CheckList) -> None:
    chosen: list[str] = []
    checks.chosen.connect(chosen.append)
    checks.list.setFocus()
    checks.list.setCurrentRow(1)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(checks.list, key)
    assert chosen == ["log"]


def test_a_place_cannot_be_chosen(checks: CheckList) -> None:
    chosen: list[str] = []
    checks.chosen.connect(chosen.append)
    place = checks.list.visualItemRect(checks.list.item(0)).center()
    QTest.mouseClick(checks.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert chosen == []


def test_what_was_made_is_ticked_for_eye_and_ear(checks: CheckList) -> None:
    before = image(checks)
    checks.set_made({"log"})
    assert image(checks) != before
    spoken = [checks.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 2)]
    assert spoken == ["Does hostd run? /etc/init.d/hostd status", "What does it log? tail /var/log/hostd.log, made"]
    QTest.keyClicks(checks.field, "log")
    assert checks.list.item(1).text() == "What does it log?"
    assert checks.list.item(1).data(CheckData.MADE)


def test_theme_and_size_are_painted(checks: CheckList) -> None:
    dark, height = image(checks), checks.list.visualItemRect(checks.list.item(1)).height()
    checks.set_ink(ink("projector"))
    assert image(checks) != dark
    checks.set_scale(2.0)
    checks.list.doItemsLayout()
    assert checks.list.visualItemRect(checks.list.item(1)).height() == 2 * height
