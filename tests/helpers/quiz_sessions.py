"""Sessions of the quiz that nobody's progress and no chance has a part in."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.kept import Kept
from vmexplorer.app.questions import Questions
from vmexplorer.app.quiz_session import QuizSession
from vmexplorer.stage.overlay import Role

TODAY = date(2026, 3, 2)


@cache
def questions(era: str = "e8") -> Questions:
    """The questions of an era of the shipped pack."""
    return Questions(shipped_atlas(), era)


def today() -> date:
    """Always the same day."""
    return TODAY


def session(kept: Kept | None = None) -> QuizSession:
    """A session on the overview."""
    made = QuizSession(questions(), kept or Kept(None), today, Random(5))
    made.view = "overview"
    return made


def roles(made: QuizSession) -> dict[str, Role]:
    """What the map marks, by component."""
    overlay = made.overlay()
    return {} if overlay is None else {part: mark.role for part, mark in overlay.components.items()}
