"""Which answer a key chooses: digits and letters by the place of the answer, T and F for true and false."""

from __future__ import annotations

from PySide6.QtCore import Qt

from vmexplorer.atlas.question import AnswerKind
from vmexplorer.lessons.quiz.asked import Asked

DIGITS = {int(Qt.Key.Key_1) + number: number for number in range(9)}
_LETTERS = {int(Qt.Key.Key_A) + number: number for number in range(9)}
_TRUTHS = {int(Qt.Key.Key_T): 0, int(Qt.Key.Key_F): 1}
UP, DOWN = int(Qt.Key.Key_Up), int(Qt.Key.Key_Down)


def answer_keys(asked: Asked | None) -> dict[int, int]:
    """The places of answers as shown, counted from 0, by the keys that choose them; none where nothing is chosen."""
    if asked is None:
        return {}
    truths = _TRUTHS if asked.question.kind is AnswerKind.TRUTH else {}
    known = {**DIGITS, **_LETTERS, **truths}
    return {key: place for key, place in known.items() if place < len(asked.shown)}


def walked(place: int, key: int, count: int) -> int:
    """The row to which an arrow leads from a row, -1 for none yet; it stops at both ends. ``count`` is at least 1."""
    if place < 0:
        return 0 if key == DOWN else count - 1
    return min(max(place + (1 if key == DOWN else -1), 0), count - 1)
