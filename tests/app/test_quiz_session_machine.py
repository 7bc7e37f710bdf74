"""Whatever is done to the quiz in any order, its screens, its marks and its path are sound."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.helpers.quiz_sessions import questions, roles, session
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.quiz_session import Screen
from vmexplorer.lessons.quiz.given import Given

ATLAS = shipped_atlas()


class Quiz(RuleBasedStateMachine):
    """Anything in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.session = session()

    @rule(topic=st.sampled_from([topic.id for topic in questions().topics if not topic.id.endswith("faults")]))
    def choose(self, topic: str) -> None:
        self.session.choose_topic(topic)

    @rule(what=st.sampled_from(["practise", "hold_class", "repeat_missed", "next", "end", "stop", "step_class"]))
    def do(self, what: str) -> None:
        getattr(self.session, what)()

    @rule(way=st.sampled_from([*sorted(ATLAS.flows), "F04/locked", "F06/hostd-hangs"]))
    def predict(self, way: str) -> None:
        self.session.predict(way)

    @rule(component=st.sampled_from(sorted(ATLAS.components)))
    def click(self, component: str) -> None:
        wanted = self.session.wants_click
        before = len(self.session.round.answers)
        self.session.click(component)
        assert (len(self.session.round.answers) > before) == wanted

    @rule(given_=st.builds(Given, picked=st.lists(st.integers(0, 5), max_size=4).map(tuple), text=st.text(max_size=9)))
    def answer(self, given_: Given) -> None:
        self.session.answer(given_)

    @rule(answer=st.integers(-1, 5), hands=st.integers(-1, 30))
    def type_hands(self, answer: int, hands: int) -> None:
        self.session.set_hands(answer, hands)

    @rule(view=st.sampled_from(["", *ATLAS.views]))
    def look(self, view: str) -> None:
        self.session.view = view

    @rule(era=st.sampled_from(["e5", "e8"]))
    def travel(self, era: str) -> None:
        self.session.enter(ATLAS, era)

    @invariant()
    def a_question_screen_has_a_question(self) -> None:
        if self.session.screen is Screen.QUESTION:
            assert self.session.question is not None

    @invariant()
    def what_the_map_is_told_exists(self) -> None:
        overlay, path, view = self.session.overlay(), self.session.path(), self.session.view_wanted()
        assert set(overlay.components if overlay else ()) <= set(ATLAS.components)
        assert not view or view in ATLAS.views
        if path is not None:
            flow, branch = ATLAS.way(path.flow)
            assert 1 <= path.steps <= len(ATLAS.steps_in(flow, self.session.questions.era, branch))

    @invariant()
    def nothing_tells_the_answer_before_it_was_given(self) -> None:
        if self.session.wants_click and self.session.question is not None:
            marked = set(roles(self.session))
            assert not marked & set(self.session.question.parts)


TestQuiz = Quiz.TestCase
TestQuiz.settings = settings(max_examples=40, stateful_step_count=30)
