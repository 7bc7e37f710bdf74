"""A question of the quiz: what is asked, how it is answered, what is right and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described


class AnswerKind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    TRUTH = "true or false"
    NUMBER = "number"
    WORDS = "words"
    ORDER = "order"
    CLICK = "click"


class Unit(StrEnum):
    """What a number counts."""

    THINGS = "things"
    PORT = "port"
    PERCENT = "percent"
    MILLISECONDS = "milliseconds"
    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Topic:
    """What some questions have in common."""

    id: str = described("id, unique in the pack")
    name: str = described("name in the list of topics", max_length=40)
    summary: str = described("one sentence: what its questions are about", max_length=140)


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that a choice offers."""

    says: str = described("the answer", max_length=140)
    right: bool = described("whether it is right; more than one may be", default=False)
    because: Statement | None = described("why it is right or wrong; a wrong one needs it", default=None)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that is the answer."""

    value: float = described("the number")
    unit: Unit = described("what it counts", default=Unit.THINGS)
    within: float = described("how far a right answer may be from it", default=0.0)


@dataclass(frozen=True, slots=True)
class Keyword:
    """An idea that an answer in words must hold."""

    any_of: tuple[str, ...] = described("the ways to put it; one of them is enough", key="any")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong answer that people often give to a question without options."""

    says: str = described("the wrong answer, as it would be typed", max_length=140)
    because: Statement = described("why it is wrong")


@dataclass(frozen=True, slots=True)
class Question:
    """A question. Which keys its answer needs follows from its kind."""

    id: str = described("id, unique in the pack, such as Q01")
    asks: str = described("the question, as one would ask it aloud", max_length=240)
    topic: str = described("the topic it belongs to", ref="topic")
    kind: AnswerKind = described("how it is answered")
    reason: tuple[Statement, ...] = described("the right answer and why; it is shown after every answer")
    components: tuple[str, ...] = described("the components it is about", ref="component")
    flows: tuple[str, ...] = described("flows that show the answer", default=(), ref="flow")
    eras: EraRange | None = described("the eras in which it is asked; left out: all", default=None)
    founding: bool = described("whether the founding text asks it", default=False)
    options: tuple[Option, ...] = described("choice: the answers on offer", default=())
    holds: bool | None = described("true or false: whether what is asked holds", default=None)
    number: Amount | None = described("number: the right number", default=None)
    accepted: tuple[str, ...] = described("words: answers that are right as a whole, the best one first", default=())
    keywords: tuple[Keyword, ...] = described("words: ideas that a longer answer must hold", default=())
    enough: int = described("words: how many of the ideas make a right answer; 0 for all of them", default=0)
    parts: tuple[str, ...] = described(
        "click: the components that are right; words: components whose names are right", default=(), ref="component"
    )
    order: tuple[str, ...] = described("order: the things in their right order", default=())
    mistakes: tuple[Mistake, ...] = described("number and words: wrong answers that are often given", default=())
