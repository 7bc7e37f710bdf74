"""What stands on the board: the question in class as the audience may see it, and as the speaker does."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.evidence import Statement
from vmexplorer.lessons.quiz.asked import Asked
from vmexplorer.lessons.quiz.classroom import Classroom, Stage, answers_of, is_open, rights_of, shares_right
from vmexplorer.lessons.quiz.names import Names
from vmexplorer.lessons.quiz.right import right_answer
from vmexplorer.stage.overlay import Mark, Overlay, Role


class BoardLine(NamedTuple):
    """One answer on the board.

    ``right`` is None as long as the answer is hidden. ``share`` is from 0 to 1 of all hands.
    """

    number: int
    text: str
    hands: int
    share: float
    right: bool | None


class Known(NamedTuple):
    """A question that was asked, and the share of hands, 0 to 1, that had it right."""

    asks: str
    right: float


class Board(NamedTuple):
    """Everything that a screen shows of a class; code stands in backticks.

    ``countable`` tells that hands may be typed for the lines. ``overlay`` is laid over the
    map, ``components`` and ``flows`` are where the answer can be looked at; all three are empty
    as long as the answer is hidden. ``known`` sums up a class that is over.
    """

    number: int
    questions: int
    stage: Stage
    asks: str
    lines: tuple[BoardLine, ...]
    countable: bool
    hint: str
    answer: str
    reason: tuple[Statement, ...]
    overlay: Overlay
    components: tuple[str, ...] = ()
    flows: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()


def audience_board(classroom: Classroom, names: Names) -> Board:
    """The board as everybody sees it: the answer is hidden until the speaker reveals it."""
    return _board(classroom, names, open_=classroom.revealed)


def speaker_board(classroom: Classroom, names: Names) -> Board:
    """The board as the speaker sees it, with the answer from the beginning."""
    return _board(classroom, names, open_=True)._replace(hint=_SPEAKER_HINTS[classroom.stage])


def marked_parts(parts: tuple[str, ...], badge: str = "answer") -> Overlay:
    """An overlay that marks parts as right."""
    return Overlay({part: Mark(Role.GOOD, badge) for part in parts})


_HINTS = {
    Stage.ASKED: "Think for yourself first.",
    Stage.COUNTING: "Hands up, please.",
    Stage.REVEALED: "",
    Stage.OVER: "That was the last question.",
}
_SPEAKER_HINTS = {
    Stage.ASKED: "Let them think. The next key counts hands, or shows the answer where there is nothing to choose.",
    Stage.COUNTING: "Type the hands for each answer; the next key shows the right one.",
    Stage.REVEALED: "Say why. The next key goes on.",
    Stage.OVER: "The results can be saved.",
}


def _board(classroom: Classroom, names: Names, *, open_: bool) -> Board:
    asked = classroom.current
    if asked is None:
        count = len(classroom.asked)
        known = _known(classroom)
        return Board(count, count, Stage.OVER, "", (), False, _HINTS[Stage.OVER], "", (), Overlay(), known=known)
    question = asked.question
    shown = question.parts or question.components[:1] if open_ else ()
    return Board(
        number=classroom.place + 1,
        questions=len(classroom.asked),
        stage=classroom.stage,
        asks=question.asks,
        lines=_lines(classroom, open_),
        countable=_is_countable(classroom, asked),
        hint=_HINTS[classroom.stage],
        answer=right_answer(question, names) if open_ else "",
        reason=question.reason if open_ else (),
        overlay=marked_parts(tuple([part for part in shown if part in names.called])),
        components=question.components if open_ else (),
        flows=question.flows if open_ else (),
    )


def _lines(classroom: Classroom, open_: bool) -> tuple[BoardLine, ...]:
    asked = classroom.current
    if asked is None or (is_open(asked.question) and not open_):
        return _to_put_in_order(classroom)
    total = sum(classroom.counted)
    rows = zip(answers_of(asked), classroom.counted, rights_of(asked), strict=True)
    return tuple(
        [
            BoardLine(number, text, hands, hands / total if total else 0.0, right if open_ else None)
            for number, (text, hands, right) in enumerate(rows, start=1)
        ]
    )


def _is_countable(classroom: Classroom, asked: Asked) -> bool:
    return classroom.revealed or (classroom.stage is Stage.COUNTING and not is_open(asked.question))


def _known(classroom: Classroom) -> tuple[Known, ...]:
    pairs = zip(classroom.asked, shares_right(classroom), strict=False)
    return tuple([Known(asked.question.asks, share) for asked, share in pairs if share is not None])


def _to_put_in_order(classroom: Classroom) -> tuple[BoardLine, ...]:
    """The things to put in order, mixed; other questions without options show none."""
    labels = () if classroom.current is None else classroom.current.labels
    return tuple([BoardLine(number, text, 0, 0.0, None) for number, text in enumerate(labels, start=1)])
