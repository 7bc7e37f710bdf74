"""The right answer to a question in a few words."""

from __future__ import annotations

from collections.abc import Iterable

from vmexplorer.atlas.question import AnswerKind, Question, Unit
from vmexplorer.lessons.quiz.asked import TRUTHS
from vmexplorer.lessons.quiz.names import Names

_BARE = (Unit.THINGS, Unit.PORT)


def right_answer(question: Question, names: Names) -> str:
    """The right answer, as one would write it on the board; never empty for a question that passed the checks."""
    match question.kind:
        case AnswerKind.CHOICE:
            return "; ".join([option.says for option in question.options if option.right])
        case AnswerKind.TRUTH:
            return TRUTHS[0 if question.holds else 1]
        case AnswerKind.ORDER:
            return " → ".join(question.order)
        case AnswerKind.NUMBER:
            return _number(question)
        case AnswerKind.WORDS if question.accepted:
            return question.accepted[0]
        case _:
            return " or ".join(_called(question.parts, names)) or question.reason[0].text


def _number(question: Question) -> str:
    amount = question.number
    if amount is None:
        return question.reason[0].text
    return f"{amount.value:g}" if amount.unit in _BARE else f"{amount.value:g} {amount.unit}"


def _called(parts: Iterable[str], names: Names) -> list[str]:
    there = [names.called[part] for part in parts if part in names.called]
    return list(dict.fromkeys(there or parts))
