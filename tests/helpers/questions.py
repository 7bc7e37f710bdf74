"""Small questions of every kind, and the names of the shipped pack."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.evidence import Evidence, Standing, Statement
from vmexplorer.atlas.question import Amount, AnswerKind, Keyword, Mistake, Option, Question, Unit
from vmexplorer.lessons.quiz.names import Names


def said(text: str) -> Statement:
    """A statement from general knowledge."""
    return Statement(text, (Evidence(Standing.GENERAL),))


def question(kind: AnswerKind, id: str = "Q", **answer: Any) -> Question:
    """A question of a kind with what its answer needs."""
    values = {"topic": "agents", "asks": "What?", "reason": (said("So it is."),), "components": ("hostd",), **answer}
    return Question(id=id, kind=kind, **values)


def choice(*texts: str, right: tuple[int, ...] = (0,), id: str = "choice") -> Question:
    """A choice; each wrong option says that it is wrong."""
    options = [
        Option(text, place in right, None if place in right else said(f"{text} is wrong."))
        for place, text in enumerate(texts)
    ]
    return question(AnswerKind.CHOICE, id, options=tuple(options))


def truth(holds: bool, id: str = "truth") -> Question:
    """A statement to be judged."""
    return question(AnswerKind.TRUTH, id, holds=holds)


def number(value: float, unit: Unit = Unit.THINGS, within: float = 0.0, mistakes: tuple[str, ...] = ()) -> Question:
    """A question for a number, with wrong ones that are known."""
    known = tuple([Mistake(text, said(f"Not {text}.")) for text in mistakes])
    return question(AnswerKind.NUMBER, "number", number=Amount(value, unit, within), mistakes=known)


def words(
    *accepted: str,
    parts: tuple[str, ...] = (),
    keywords: tuple[tuple[str, ...], ...] = (),
    enough: int = 0,
    mistakes: tuple[str, ...] = (),
    asks: str = "What?",
) -> Question:
    """A question for words."""
    return question(
        AnswerKind.WORDS,
        "words",
        asks=asks,
        accepted=accepted,
        parts=parts,
        keywords=tuple([Keyword(ways) for ways in keywords]),
        enough=enough,
        mistakes=tuple([Mistake(text, said(f"Not {text}.")) for text in mistakes]),
    )


def order(*texts: str, id: str = "order") -> Question:
    """Things in their right order."""
    return question(AnswerKind.ORDER, id, order=texts)


def click(*parts: str, id: str = "click") -> Question:
    """Parts of which any one is right."""
    return question(AnswerKind.CLICK, id, parts=parts)


@cache
def names(era: str = "e8") -> Names:
    """How the components of the shipped pack are called in an era."""
    return Names.of(shipped_atlas(), era)
