"""The program with the quiz open beside the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.windows import opened
from vmexplorer.app.request import OpenRequest
from vmexplorer.ui.app import Program
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with opened(qtbot, OpenRequest(lab="quiz"), width=1600, height=900) as made:
        yield made


@pytest.fixture
def lab(desk: Desk) -> QuizLab:
    made = desk.labs.lab("quiz")
    assert isinstance(made, QuizLab)
    return made
