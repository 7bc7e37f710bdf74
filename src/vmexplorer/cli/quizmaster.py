"""Holds a quiz in the terminal: asks, reads an answer, marks it, and keeps what was learnt."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import date

from vmexplorer.app.answer_links import part_links, path_link
from vmexplorer.app.details_text import plain
from vmexplorer.app.kept import Kept
from vmexplorer.app.questions import Questions
from vmexplorer.app.quiz_progress import keep_answer, load_progress
from vmexplorer.atlas.question import AnswerKind
from vmexplorer.cli.output import finish, page_width, write_lines, write_part, write_table
from vmexplorer.cli.page import Page
from vmexplorer.lessons.quiz.asked import Asked
from vmexplorer.lessons.quiz.marking import Marked, Verdict
from vmexplorer.lessons.quiz.practice import Round, by_topic
from vmexplorer.lessons.quiz.typed import typed

_PROMPT = "> "
_HOW = {
    AnswerKind.CHOICE: "Type the number of your answer.",
    AnswerKind.TRUTH: "Type true or false.",
    AnswerKind.NUMBER: "Type a number.",
    AnswerKind.WORDS: "Answer in words.",
    AnswerKind.ORDER: "Type the numbers in the right order.",
    AnswerKind.CLICK: "Type the name of the part.",
}
_ALL = "Type the numbers of all right answers."


class Quizmaster:
    """Asks the questions of an era in the terminal."""

    def __init__(self, questions: Questions, seed: int) -> None:
        self._questions = questions
        self._seed = seed
        self._today = date.today()
        self._kept = Kept.of_user()
        self._progress, self._complaint = load_progress(self._kept)

    def choose(self, topic: str, count: int) -> tuple[Asked, ...]:
        """Questions of a topic, those first that are due."""
        return self._questions.some(topic, count, self._seed, self._progress, self._today)

    def hold(self, asked: Sequence[Asked]) -> None:
        """Asks until the questions or the answers end, then tells the score."""
        if isinstance(sys.stdin, io.TextIOWrapper):
            # An answer in another encoding is a wrong answer, not an error.
            sys.stdin.reconfigure(errors="replace")
        era = self._questions.atlas.era(self._questions.era).name
        head = f"{len(asked)} questions, {era}, seed {self._seed}. Enter alone passes, the end of the input ends."
        self._write([*([self._complaint] if self._complaint else []), head])
        held = Round(tuple(asked))
        while (current := held.current) is not None:
            self._put(current, held.place + 1, len(asked))
            line = _read_line()
            if line is None:
                break
            given = typed(current, line)
            if given.empty and line.strip() and _is_terminal():
                self._write(["That is none of the answers.", ""])
                continue
            held = held.answer(given, self._questions.names)
            if held.answered is not None:
                self._tell(current, held.answered.marked)
                self._keep(current, held.answered.marked.verdict)
            held = held.next()
        self._close(held)

    def _put(self, asked: Asked, number: int, count: int) -> None:
        question = asked.question
        page = Page(page_width())
        page.heading(f"Question {number} of {count} · {self._questions.topic_of(question)}")
        page.text(plain(question.asks))
        for place, label in enumerate(asked.labels, start=1):
            page.text(plain(label), f"  {place}  ", "     ")
        page.text(_ALL if asked.several else _HOW[question.kind])
        write_lines(page.lines)
        if _is_terminal():
            write_part(_PROMPT)
        finish()

    def _tell(self, asked: Asked, marked: Marked) -> None:
        page = Page(page_width())
        if marked.verdict is Verdict.RIGHT:
            page.text("Right.")
        else:
            score = f" ({marked.score:.0%})" if marked.verdict is Verdict.PARTLY else ""
            told = marked.right != marked.reason[0].text
            answer = f" The answer is: {plain(marked.right)}" if told else ""
            page.text(f"{marked.verdict.capitalize()}{score}.{answer}")
        for statement in (*marked.remarks, *marked.reason):
            page.text(plain(statement.text), "  ", "  ")
        path = path_link(self._questions, asked.question)
        parts = [row.action.id for row in part_links(self._questions, asked.question)]
        page.text(f"See: {', '.join([*parts, *([path.action.id] if path else [])])}", "  ", "       ")
        write_lines(page.lines)

    def _keep(self, asked: Asked, verdict: Verdict) -> None:
        self._progress, complaint = keep_answer(self._kept, self._progress, asked.question.id, verdict, self._today)
        if complaint and complaint != self._complaint:
            self._complaint = complaint
            self._write([complaint])

    def _close(self, held: Round) -> None:
        answered = len(held.answers)
        self._write(["", f"{held.score:g} of {answered} right." if answered else "Nothing was answered."])
        names = {topic.id: topic.name for topic in self._questions.topics}
        rows = [(names.get(row.topic, row.topic), f"{row.score:.3g} of {row.questions}") for row in by_topic(held)]
        if rows:
            write_table(("TOPIC", "RIGHT"), rows)

    def _write(self, texts: Sequence[str]) -> None:
        page = Page(page_width())
        for text in texts:
            page.lines += [] if text else [""]
            page.text(text)
        write_lines(page.lines)


def _is_terminal() -> bool:
    """Whether somebody types the answers, who can be asked again."""
    return sys.stdin is not None and sys.stdin.isatty()


def _read_line() -> str | None:
    """The next line of the standard input without its end; None when there is no more."""
    if sys.stdin is None:
        return None
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None
