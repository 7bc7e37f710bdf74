"""What somebody has learnt so far: a card for each question, as a record that can be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from vmexplorer.lessons.quiz.boxes import TOP, Card, answered
from vmexplorer.lessons.quiz.marking import Verdict

_MOST_CARDS = 5000  # a record that holds more was not written by this program
_MOST_ANSWERS = 1_000_000


class Standing(NamedTuple):
    """How far somebody is with some questions.

    ``known`` are those in the upper boxes, ``due`` those that were asked before and are due again.
    """

    questions: int = 0
    asked: int = 0
    known: int = 0
    due: int = 0
    right: int = 0
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Cards by the id of their question."""

    cards: Mapping[str, Card] = field(default_factory=dict)

    def after(self, question: str, verdict: Verdict, today: date) -> Progress:
        """The progress with one more answer."""
        card = answered(self.cards.get(question), verdict, today)
        return replace(self, cards={**self.cards, question: card})

    def with_others(self, other: Progress) -> Progress:
        """The progress with what another program has added: of two cards the one that was answered more often."""
        cards = {**self.cards}
        for id, card in other.cards.items():
            if id not in cards or card.answered > cards[id].answered:
                cards[id] = card
        return replace(self, cards=cards)

    def standing(self, questions: Iterable[str], today: date) -> Standing:
        """How far somebody is with some questions, by their ids."""
        ids = list(dict.fromkeys(questions))
        cards = [self.cards[id] for id in ids if id in self.cards]
        return Standing(
            questions=len(ids),
            asked=len(cards),
            known=sum(card.box > TOP // 2 for card in cards),
            due=sum(card.is_due(today) for card in cards),
            right=sum(card.right for card in cards),
            answers=sum(card.answered for card in cards),
        )

    def record(self) -> dict[str, Any]:
        """The progress as JSON values."""
        cards = sorted(self.cards.items())
        return {
            "cards": {id: [card.box, card.due.isoformat(), card.right, card.partly, card.wrong] for id, card in cards}
        }


def read_progress(record: object) -> Progress | None:
    """The progress that a record holds; None when the record is none. Single cards that make no sense are left out."""
    cards = record.get("cards") if isinstance(record, dict) else None
    if not isinstance(cards, dict) or len(cards) > _MOST_CARDS:
        return None
    read = [(id, _card(values)) for id, values in cards.items() if isinstance(id, str)]
    return Progress({id: card for id, card in read if card is not None})


def _card(values: object) -> Card | None:
    match values:
        case [int(box), str(due), int(right), int(partly), int(wrong)]:
            counts = (right, partly, wrong)
            if not 1 <= box <= TOP or not all(0 <= count <= _MOST_ANSWERS for count in counts):
                return None
            try:
                return Card(box, date.fromisoformat(due), *counts)
            except ValueError:
                return None
    return None
