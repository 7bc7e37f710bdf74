"""Topics stand in one column or in two, whole and apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import ink
from vmexplorer.ui.labs.quiz.share_row import ShareRow
from vmexplorer.ui.labs.quiz.topic_columns import TopicColumns
from vmexplorer.ui.panels.lettering import Lettering


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def columns(parent: QWidget, count: int) -> TopicColumns:
    lettering = Lettering(ink("dark"), 1.0)
    made = TopicColumns(lettering, parent)
    made.rows = [ShareRow(lettering, str(n), f"Topic {n}", "3 questions", 0.5, made, "tip") for n in range(count)]
    return made


@pytest.mark.parametrize(("width", "abreast"), [(300, 1), (509, 1), (510, 2), (1200, 2)])
@pytest.mark.parametrize("count", [1, 2, 7, 8])
def test_rows_stand_whole_and_apart(parent: QWidget, width: int, abreast: int, count: int) -> None:
    made = columns(parent, count)
    height = made.arrange(width)
    places = [row.geometry() for row in made.rows]
    assert len({place.x() for place in places}) == min(abreast, count)
    assert all(not one.intersects(other) for one, other in combinations(places, 2))
    assert max(place.bottom() for place in places) + 1 == height
    assert all(place.left() >= 0 and place.right() < width for place in places)


def test_the_second_column_goes_on_where_the_first_ends(parent: QWidget) -> None:
    made = columns(parent, 5)
    made.arrange(600)
    assert [row.x() > 0 for row in made.rows] == [False, False, False, True, True]
    assert made.rows[3].y() == 0


def test_no_topics_take_no_room(parent: QWidget) -> None:
    assert columns(parent, 0).arrange(600) == 0
