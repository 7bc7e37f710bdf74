"""A question: what is asked, ways to answer, and, once it is answered, what was right and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vmexplorer.app.answer_links import part_links, path_link
from vmexplorer.app.details_text import paragraphs, plain, spans
from vmexplorer.app.quiz_session import QuizSession
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.quiz.asked import Asked
from vmexplorer.lessons.quiz.classroom import rights_of
from vmexplorer.lessons.quiz.marking import Marked, Verdict
from vmexplorer.lessons.quiz.practice import Answered
from vmexplorer.ui.labs.quiz.answer_line import AnswerLine
from vmexplorer.ui.labs.quiz.answer_row import AnswerRow, AnswerState
from vmexplorer.ui.labs.quiz.missed_row import shortened
from vmexplorer.ui.labs.quiz.quiz_sheet import QuizSheet
from vmexplorer.ui.labs.quiz.quiz_styles import ANSWER, ASK, HINT, REASONS, VERDICT
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.text_entries import Entry, entries, text_runs
from vmexplorer.ui.panels.text_flow import Run, TextFlow
from vmexplorer.ui.panels.text_stack import TextStack

_HOW = {
    AnswerKind.CHOICE: "One answer is right.",
    AnswerKind.TRUTH: "",
    AnswerKind.NUMBER: "",
    AnswerKind.WORDS: "",
    AnswerKind.ORDER: "Click them one after the other, the first one first.",
    AnswerKind.CLICK: "Click it on the map, or type its name.",
}
_SEVERAL = "More than one answer is right."
_LINES = {
    AnswerKind.NUMBER: "Type a number",
    AnswerKind.WORDS: "Type your answer",
    AnswerKind.CLICK: "Or type its name",
}
_TINTS = {
    Verdict.RIGHT: Role.RUNNING,
    Verdict.PARTLY: Role.WARNING,
    Verdict.WRONG: Role.FAULT,
    Verdict.NONE: Role.FAULT,
}


class QuestionSheet(QuizSheet):
    """A question alone; ``picked`` tells the place of an option, ``entered`` a typed answer."""

    picked = Signal(int)
    entered = Signal(str)

    def __init__(
        self, lettering: Lettering, session: QuizSession, picked: Sequence[int], typed: str, parent: QWidget
    ) -> None:
        super().__init__(lettering, parent)
        self.rows: list[AnswerRow] = []
        self.line: AnswerLine | None = None
        self._session = session
        asked, answered = session.round.current, session.round.answered
        if asked is None:
            return
        self.setAccessibleName(plain(asked.question.asks))
        self.add_text(self._asked(asked, answered is None), 18.0)
        if answered is not None:
            self._tell(asked, answered)
        else:
            self._offer(asked.labels)
            self._offer_line(asked.question, typed)
            self.show_picked(picked)

    def show_picked(self, picked: Sequence[int]) -> None:
        """Shows which options are chosen; in an order also the place of each."""
        asked = self._session.round.current
        in_order = asked is not None and asked.question.kind is AnswerKind.ORDER
        for row in self.rows:
            chosen = row.place in picked
            note = f"no. {list(picked).index(row.place) + 1}" if chosen and in_order else ""
            row.show_state(AnswerState.PICKED if chosen else AnswerState.PLAIN, note)

    def _asked(self, asked: Asked, waiting: bool) -> list[Entry]:
        text = [Entry(TextFlow(self.lettering, list(text_runs(spans(asked.question.asks), ASK))))]
        how = _SEVERAL if asked.several else _HOW[asked.question.kind]
        if how and waiting:
            text.append(Entry(TextFlow(self.lettering, [Run(how, HINT)]), 6.0))
        return text

    def _offer(self, labels: Sequence[str]) -> None:
        for place, label in enumerate(labels):
            row = AnswerRow(self.lettering, place, label, self)
            row.picked.connect(self.picked)
            self.rows.append(row)
            self.add(row, 7.0 if place else 14.0)

    def _offer_line(self, question: Question, typed: str) -> None:
        if question.kind in _LINES:
            self.line = AnswerLine(self.lettering, _LINES[question.kind], self)
            self.line.setText(typed)
            self.line.entered.connect(self.entered)
            # A click is answered on the map, so that digits and Enter stay with the page.
            self.first = None if question.kind is AnswerKind.CLICK else self.line
            self.add(self.line, 16.0)

    def _tell(self, asked: Asked, answered: Answered) -> None:
        marked = answered.marked
        if asked.question.kind is AnswerKind.ORDER:
            self._show_order(asked.question, answered.given.picked)
        elif asked.labels:
            self._offer(asked.labels)
            self._show_states(asked, answered)
        self.add_text([*self._verdict(marked, bool(self.rows)), *self._said(answered)], 16.0)
        reasons = Lettering(self.lettering.ink, self.lettering.scale * REASONS)
        told = paragraphs(self._session.questions.atlas, (*marked.remarks, *marked.reason))
        self.add(TextStack(reasons, list(entries(reasons, told)), self), 10.0)
        questions = self._session.questions
        path = path_link(questions, asked.question)
        links = [*part_links(questions, asked.question), *([path] if path else [])]
        if links:
            self.add_links(links, 16.0)

    def _show_order(self, question: Question, picked: Sequence[int]) -> None:
        """The things in their right order, each with the place at which it was put."""
        self._offer(question.order)
        for row in self.rows:
            put = picked.index(row.place) + 1 if row.place in picked else 0
            hit = put == row.place + 1
            note = "" if hit else f"you: no. {put}" if put else ""
            row.show_state(AnswerState.RIGHT if hit else AnswerState.WRONG, note)
            row.setEnabled(False)

    def _show_states(self, asked: Asked, answered: Answered) -> None:
        picked = answered.given.picked
        for row, right in zip(self.rows, rights_of(asked), strict=True):
            chosen = asked.shown[row.place] in picked
            state = AnswerState.RIGHT if right else AnswerState.WRONG
            row.show_state(state if chosen else AnswerState.MISSED if right else AnswerState.PLAIN)
            row.setEnabled(False)

    def _verdict(self, marked: Marked, told_above: bool) -> list[Entry]:
        style = replace(VERDICT, tint=_TINTS[marked.verdict])
        word = f"{marked.verdict.capitalize()}."
        if marked.verdict is Verdict.PARTLY:
            word = f"{word} {marked.score:.0%} of the mark."
        found = [Entry(TextFlow(self.lettering, [Run(word, style)]))]
        if not told_above and marked.right != marked.reason[0].text:
            answer = Run("Answer: ", ANSWER), *text_runs(spans(marked.right), ANSWER)
            found.append(Entry(TextFlow(self.lettering, list(answer)), 4.0))
        return found

    def _said(self, answered: Answered) -> list[Entry]:
        """What was typed or clicked, so that it can be held against the right answer."""
        given, called = answered.given, self._session.questions.names.called
        text = given.text.strip() or called.get(self._session.clicked, "")
        if not text or answered.marked.verdict is Verdict.RIGHT:
            return []
        return [Entry(TextFlow(self.lettering, [Run(f"Your answer: {shortened(text)}", HINT)]), 4.0)]
