"""The quiz in the window: what is asked of it and what it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vmexplorer.lessons.quiz.asked import ask
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.stage.overlay import Role
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.quiz.answer_row import AnswerState
from vmexplorer.ui.labs.quiz.link_row import LinkRow
from vmexplorer.ui.labs.quiz.question_sheet import QuestionSheet
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.text_stack import TextStack

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return


def put(lab: QuizLab, *ids: str) -> QuestionSheet:
    """Asks some questions, mixed in a way that is known."""
    questions = [lab.session.questions.question(id) for id in ids]
    lab.session._begin([ask(question, 3) for question in questions if question is not None])
    lab._begun()
    return sheet(lab)


def sheet(lab: QuizLab) -> QuestionSheet:
    shown = lab.page.area.sheet
    assert isinstance(shown, QuestionSheet)
    return shown


def push(qtbot: QtBot, button: BarButton) -> None:
    assert button.isVisible()
    qtbot.mouseClick(button, LEFT)


def verdicts(lab: QuizLab) -> list[Verdict]:
    return [answer.marked.verdict for answer in lab.session.round.answers]


def states(lab: QuizLab) -> dict[str, AnswerState]:
    return {row.accessibleName().partition(": ")[2].partition(",")[0]: row.state for row in sheet(lab).rows}


def told(lab: QuizLab) -> str:
    return "\n".join([stack.accessibleName() for stack in sheet(lab).findChildren(TextStack)])


def marks(desk: Desk) -> dict[str, Role]:
    looks = {look.box: look.mark for look in desk.controller.explorer.state().boxes}
    return {box: mark.role for box, mark in looks.items() if mark is not None}


def links(lab: QuizLab) -> dict[str, BarButton]:
    return {button.text(): button for row in sheet(lab).findChildren(LinkRow) for button in row.buttons}
