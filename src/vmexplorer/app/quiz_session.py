"""The quiz beside the map: which screen it shows, what is asked, and what it wants of the map. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from random import Random
from typing import NamedTuple

from vmexplorer.app.kept import Kept
from vmexplorer.app.questions import INTERVIEW, Questions
from vmexplorer.app.quiz_progress import keep_answer, load_progress
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.lessons.quiz.asked import Asked, ask
from vmexplorer.lessons.quiz.board import Board, audience_board, speaker_board
from vmexplorer.lessons.quiz.classroom import Classroom
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.map_hops import foretold
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.lessons.quiz.practice import Round
from vmexplorer.lessons.quiz.progress import Standing
from vmexplorer.stage.overlay import Mark, Overlay, Role

COUNT = 10  # questions in a round
CLASS_COUNT = 3  # questions of a class that is held in between
_SEEDS = 1_000_000
_MOST_MARKED = 4  # parts of a question that are pointed out


class Screen(StrEnum):
    """What the quiz shows."""

    START = "start"
    QUESTION = "question"
    SCORE = "score"
    CLASS = "class"


class PathPart(NamedTuple):
    """The first steps of a flow, perhaps with "/" and a branch, to be told on the map; the last of them plays."""

    flow: str
    steps: int


class QuizSession:
    """Goes from screen to screen, keeps the progress, and says what the map is to show.

    Args:
        questions: what can be asked.
        kept: where the progress is kept.
        today: gives the present date.
        random: decides what is asked among equals.
    """

    def __init__(
        self,
        questions: Questions,
        kept: Kept,
        today: Callable[[], date] = date.today,
        random: Random | None = None,
    ) -> None:
        self.questions = questions
        self._by_era = {questions.era: questions}
        self._kept = kept
        self._today = today
        self._random = random or Random()
        self.progress, self.complaint = load_progress(kept)
        self.screen = Screen.START
        self.topic = INTERVIEW.id
        self.round = Round(())
        self.classroom = Classroom.of(())
        self.view = ""
        self.clicked = ""
        self._put: set[str] = set()  # ids of the questions that a class was asked

    def enter(self, atlas: Atlas, era: str) -> None:
        """Goes on in an era, by its id; a round that has begun ends, for its questions are of another one."""
        if self.questions.atlas is not atlas:
            self._by_era.clear()
        elif self.questions.era == era:
            return
        if era not in self._by_era:
            self._by_era[era] = Questions(atlas, era)
        self.questions = self._by_era[era]
        if not any(topic.id == self.topic for topic in self.questions.topics):
            self.topic = self.questions.topics[0].id if self.questions.topics else ""
        self.stop()

    # Screens

    def stop(self) -> None:
        """Ends whatever is under way."""
        self.screen, self.round, self.classroom, self.clicked = Screen.START, Round(()), Classroom.of(()), ""

    def choose_topic(self, topic: str) -> None:
        """Chooses the topic, by its id, that the next round is about."""
        if any(known.id == topic for known in self.questions.topics):
            self.topic = topic

    def standing(self, topic: str) -> Standing:
        """How far somebody is with a topic, by its id."""
        return self.progress.standing(self.questions.ids(topic), self._today())

    def practise(self) -> None:
        """Begins a round of the topic, with those questions first that are due."""
        self._begin(self._some())

    def practise_about(self, component: str) -> None:
        """Begins a round of questions about a component, by its id; without any the screen stays as it is."""
        ids = self.questions.about(component)
        asked = self.questions.chosen(ids, COUNT, self._seed(), self.progress, self._today())
        if asked:
            self._begin(asked)

    def predict(self, way: str) -> None:
        """Begins to predict a flow, by its id, step by step; with a branch as in ``F04/locked``.

        Raises:
            UnknownNameError: there is no such flow or branch.
        """
        flow, branch = self.questions.atlas.way(way)
        self._begin(self.questions.prediction(flow, self._seed(), branch))

    def repeat_missed(self) -> None:
        """Asks again what was missed in the round that is over."""
        self._begin([ask(asked.question, self._seed()) for asked in self.round.missed])

    def hold_class(self) -> None:
        """Begins a class about the topic."""
        self._teach(self._some())

    def hold_class_about(self, subjects: Sequence[str]) -> None:
        """Begins a short class about components and flows, by their ids, that which matters most first.

        What was put to a class before comes again when there is nothing else. Without any question the
        quiz is at its start, where a topic is chosen.
        """
        ids = self.questions.fitting(subjects)
        fresh = [id for id in ids if id not in self._put] or ids
        found = [self.questions.question(id) for id in fresh[:CLASS_COUNT]]
        seed = self._seed()
        self._teach([ask(question, seed) for question in found if question is not None])

    def _teach(self, asked: Sequence[Asked]) -> None:
        self.classroom = Classroom.of(asked)
        self._put.update(one.question.id for one in asked[:1])
        self.screen = Screen.CLASS if asked else Screen.START

    def _begin(self, asked: Sequence[Asked]) -> None:
        self.round, self.clicked = Round(tuple(asked)), ""
        self.screen = Screen.QUESTION if asked else Screen.START

    def _some(self) -> tuple[Asked, ...]:
        return self.questions.some(self.topic, COUNT, self._seed(), self.progress, self._today())

    def _seed(self) -> int:
        return self._random.randrange(_SEEDS)

    # In class

    def step_class(self) -> None:
        """Goes on in class: hands, answer, next question."""
        self.classroom = self.classroom.step()
        if self.classroom.current is not None:
            self._put.add(self.classroom.current.question.id)

    def step_class_back(self) -> None:
        """Returns to the question before."""
        self.classroom = self.classroom.back()

    def set_hands(self, answer: int, hands: int) -> None:
        """Notes the hands for an answer, by its place as shown."""
        self.classroom = self.classroom.set_hands(answer, hands)

    def board(self) -> Board | None:
        """What everybody may see of a class; None without one."""
        return audience_board(self.classroom, self.questions.names) if self.screen is Screen.CLASS else None

    def notes(self) -> Board | None:
        """The same with what only the speaker sees."""
        return speaker_board(self.classroom, self.questions.names) if self.screen is Screen.CLASS else None

    # Answering alone

    @property
    def question(self) -> Question | None:
        """The question on show, alone or in class."""
        asked = self.classroom.current if self.screen is Screen.CLASS else self.round.current
        return asked.question if asked else None

    @property
    def wants_click(self) -> bool:
        """Whether a click on the map is an answer now."""
        question = self.question
        waiting = self.screen is Screen.QUESTION and self.round.answered is None
        return waiting and question is not None and question.kind is AnswerKind.CLICK

    def click(self, component: str) -> None:
        """Answers with a part that was clicked; the whole that stands for a part on this view is as good."""
        question = self.question
        if not self.wants_click or question is None:
            return
        self.clicked = component
        right = component in self.questions.as_drawn(question.parts, self.view) if self.view else False
        meant = next((part for part in question.parts if part in self.questions.names.called), component)
        self.answer(Given(component=meant if right else component))

    def answer(self, given: Given) -> None:
        """Marks an answer and keeps what it says of the progress."""
        asked = self.round.current
        if self.screen is not Screen.QUESTION or asked is None or self.round.answered is not None:
            return
        self.round = self.round.answer(given, self.questions.names)
        verdict = self.round.answers[-1].marked.verdict
        self.progress, self.complaint = keep_answer(
            self._kept, self.progress, asked.question.id, verdict, self._today()
        )

    def next(self) -> None:
        """Goes on to the next question, after the last one to the score."""
        if self.screen is Screen.QUESTION and self.round.answered is not None:
            self.round, self.clicked = self.round.next(), ""
            self.screen = Screen.SCORE if self.round.over else Screen.QUESTION

    def end(self) -> None:
        """Ends a round early with the score of what was answered; from elsewhere returns to the start."""
        if self.screen is Screen.QUESTION and self.round.answers:
            self.screen = Screen.SCORE
        else:
            self.stop()

    # What the map shows

    def overlay(self) -> Overlay | None:
        """What is laid over the map now."""
        question = self.question
        if question is None or self.screen not in (Screen.QUESTION, Screen.CLASS):
            return None
        board = self.board()
        if board is not None:
            return board.overlay
        answered = self.round.answered
        if answered is None:
            sender = _sender(question)
            return Overlay({sender: Mark(Role.FOCUS, "sends")}) if sender else None
        note = question.reason[0].text
        if question.kind is AnswerKind.CLICK or question.parts:
            marks = {part: Mark(Role.GOOD, "answer", note) for part in self._drawn(question.parts)}
            if self.clicked and answered.marked.verdict is not Verdict.RIGHT:
                marks[self.clicked] = Mark(Role.FAULT, "your click")
            return Overlay(marks)
        drawn = self._drawn(question.components)
        itself = [part for part in question.components if part in drawn]
        return Overlay({part: Mark(Role.FOCUS, "", note) for part in itself or drawn})

    def view_wanted(self) -> str:
        """The view on which the question is best answered; "" when the present one does."""
        question = self.question
        if question is None or question.kind is not AnswerKind.CLICK:
            return ""
        view = self.questions.view_for(question, self.view)
        return view if view != self.view else ""

    def path(self) -> PathPart | None:
        """How much of a flow is told on the map: when a step was predicted, all up to it, and that step plays.

        Before the answer nothing is told: what a flow lights up would be a hint.
        """
        question = self.question
        answered = self.screen is Screen.QUESTION and self.round.answered is not None
        told = foretold(question) if question is not None and answered else None
        return PathPart(told.way, told.step) if told else None

    def _drawn(self, parts: Sequence[str]) -> tuple[str, ...]:
        there = parts[:_MOST_MARKED]
        return self.questions.as_drawn(there, self.view) if self.view else tuple(there)


def _sender(question: Question) -> str:
    """Who sends the message whose receiver is asked for; "" where that would be the answer."""
    if foretold(question) is None or len(question.components) < 2:
        return ""
    return question.components[1]
