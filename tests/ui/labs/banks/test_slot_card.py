"""The card of a bank in pixels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.maps import differing
from tests.helpers.widgets import dressed, ink
from vmexplorer.labs.banks.slot import SlotLook
from vmexplorer.stage.overlay import Role
from vmexplorer.ui.labs.banks.slot_card import SlotCard
from vmexplorer.ui.panels.lettering import Lettering

PLAIN = SlotLook(6, "B", "", 2, "1", "UPGRADING", Role.CHANGING)
SIZES = ((205, 322), (277, 152), (150, 152))


@pytest.fixture(autouse=True)
def _dark(qapp: object) -> Iterator[None]:
    with dressed():
        yield


def painted(qtbot: QtBot, look: SlotLook, size: tuple[int, int] = SIZES[0], scale: float = 1.0) -> QImage:
    parent = QWidget()
    qtbot.addWidget(parent)
    card = SlotCard(Lettering(ink(), scale), look, parent)
    card.resize(*size)
    return card.grab().toImage()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "change",
    [
        {"image": ""},
        {"flaw": "no build"},
        {"state": "2", "word": "DIRTY", "sign": Role.AFFECTED},
        {"status": "runs from here", "active": True, "role": Role.GOOD},
        {"watched": True},
        {"change": "1 → 2"},
        {"change": "1 → 2", "glow": 1.0},
        {"filling": 0.5},
        {"expected": True},
        {"link": "/bootbank"},
    ],
)
def test_everything_it_says_is_seen(qtbot: QtBot, size: tuple[int, int], change: dict[str, object]) -> None:
    assert differing(painted(qtbot, PLAIN, size), painted(qtbot, PLAIN._replace(**change), size)) > 20


def test_what_is_in_use_is_told_by_more_than_colour(qtbot: QtBot) -> None:
    running = PLAIN._replace(status="runs from here", active=True, role=Role.GOOD)
    grey = [painted(qtbot, look).convertToFormat(QImage.Format.Format_Grayscale8) for look in (PLAIN, running)]
    assert differing(*grey) > 200


@pytest.mark.parametrize("size", SIZES)
def test_a_long_name_stays_inside_its_card(qtbot: QtBot, size: tuple[int, int]) -> None:
    card, edge = painted(qtbot, PLAIN._replace(image="8.0 U2 with new drivers!"), size), 6
    blank = painted(qtbot, PLAIN._replace(image=" "), size)
    strip = (size[0] - edge, 0, edge, size[1])
    assert card.copy(*strip) == blank.copy(*strip)


def test_a_card_changes_its_name_for_those_who_listen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    card = SlotCard(Lettering(ink(), 1.0), PLAIN, parent)
    assert card.accessibleName() == "Partition 6: image B, updated 2, bootstate 1 UPGRADING."
    card.show_look(PLAIN._replace(state="2", word="DIRTY", expected=True))
    assert card.accessibleName() == "Partition 6: image B, updated 2, bootstate 2 DIRTY, your guess."
