"""Spaced repetition with five boxes, after Leitner: what is known well comes back later.

A right answer moves a question one box up, a wrong one puts it back into the first, and one that
is partly right moves it one box down. The box says when it is due again: on the same day, or
after one, three, seven or twenty-one days. An answer before that time counts in the score, but a right one
moves nothing, so that asking ten times on one day does not make a question known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from vmexplorer.lessons.quiz.marking import Verdict

DAYS = (0, 1, 3, 7, 21)  # until a question in the first, second, … box is due again
TOP = len(DAYS)
_TRAVEL = 1  # days by which the date differs on the other side of the world


class Card(NamedTuple):
    """What is kept of one question: its box from 1, when it is due, and how often it was answered how."""

    box: int
    due: date
    right: int = 0
    partly: int = 0
    wrong: int = 0

    @property
    def answered(self) -> int:
        """How often the question was answered."""
        return self.right + self.partly + self.wrong

    def is_due(self, today: date) -> bool:
        """Whether the question is to be asked again.

        A date further off than its box allows was set by a clock that has been put back since then.
        """
        return self.due <= today or self.due > _later(today, DAYS[self.box - 1] + _TRAVEL)


def answered(card: Card | None, verdict: Verdict, today: date) -> Card:
    """The card after one more answer; None is the card of a question that was never asked.

    No answer at all counts as a wrong one.
    """
    if card is None:
        card = Card(1, today)
    if verdict is Verdict.RIGHT:
        card = card._replace(right=card.right + 1)
        return _put(card, card.box + 1, today) if card.is_due(today) else card
    if verdict is Verdict.PARTLY:
        return _put(card._replace(partly=card.partly + 1), card.box - 1, today)
    return _put(card._replace(wrong=card.wrong + 1), 1, today)


def chosen(
    questions: Iterable[str], cards: Mapping[str, Card], today: date, count: int, seed: int = 0
) -> tuple[str, ...]:
    """The questions to ask next, at most ``count``.

    First those that are due, from the lowest box up; then those that were never asked; then the
    others, the soonest due first. Among equals the seed decides.

    Args:
        questions: ids to choose from.
        cards: what is kept of those that were asked before.
        today: the present date.
        count: how many are wanted.
        seed: another seed gives another order among equals.
    """
    ids = sorted(dict.fromkeys(questions))
    Random(seed).shuffle(ids)
    ranked = sorted([(_rank(cards.get(id), today), place, id) for place, id in enumerate(ids)])
    return tuple([id for _, _, id in ranked[: max(count, 0)]])


def _put(card: Card, box: int, today: date) -> Card:
    box = min(max(box, 1), TOP)
    return card._replace(box=box, due=_later(today, DAYS[box - 1]))


def _later(today: date, days: int) -> date:
    return date.max if (date.max - today).days < days else today + timedelta(days=days)


def _rank(card: Card | None, today: date) -> tuple[int, int, date]:
    if card is None:
        return 1, 0, today
    return (0, card.box, card.due) if card.is_due(today) else (2, 0, card.due)
