"""What a class has answered, as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from vmexplorer.lessons.quiz.classroom import Classroom, answers_of, rights_of

_ORDER_MARK = "\ufeff"
HEAD = ("number", "id", "topic", "question", "answer", "right", "hands", "share")
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # begin a formula in spreadsheets


def as_csv(classroom: Classroom, separator: str = ",") -> str:
    """The hands of every question that was reached, a line for each answer, below a line of heads.

    The text begins with a byte order mark, by which spreadsheets know how letters are written.
    ``separator`` stands between cells: a semicolon where the comma is a decimal point.

    ``share`` is the part of all hands for the question in percent, empty without hands.
    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter=separator, lineterminator="\r\n")
    writer.writerow(HEAD)
    for place, asked in enumerate(classroom.asked[: classroom.place + 1]):
        hands = classroom.hands[place]
        question = asked.question
        for answer, right, count in zip(answers_of(asked), rights_of(asked), hands, strict=True):
            share = f"{100 * count / sum(hands):.0f}" if any(hands) else ""
            texts = (question.id, question.topic, question.asks, answer)
            writer.writerow([place + 1, *_harmless(texts), "yes" if right else "no", count, share])
    return f"{_ORDER_MARK}{table.getvalue()}"


def _harmless(texts: Iterable[str]) -> list[str]:
    return [f"'{text}" if text.lstrip(" ").startswith(_DANGEROUS) else text for text in texts]
