"""All that can be asked in an era, topic by topic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.questions import click
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.questions import FOUNDING, INTERVIEW, Questions
from vmexplorer.app.still_works import still_works_ids
from vmexplorer.atlas.drawn import components_drawn
from vmexplorer.atlas.question import AnswerKind
from vmexplorer.errors import UnknownNameError
from vmexplorer.lessons.quiz.boxes import Card
from vmexplorer.lessons.quiz.map_topics import FAULTS, MAP_TOPICS
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.lessons.quiz.progress import Progress

ATLAS = shipped_atlas()
TODAY = date(2026, 3, 2)
NEW = Questions(ATLAS, "e8")


@pytest.mark.parametrize("era", ATLAS.era_ids)
def test_every_topic_of_every_era_can_be_asked(era: str) -> None:
    questions = Questions(ATLAS, era)
    assert {topic.id for topic in questions.topics} >= {INTERVIEW.id, FOUNDING.id, *[one.id for one in MAP_TOPICS]}
    for topic in questions.topics:
        assert questions.every(topic.id), topic.id
    assert len(questions.every()) == len({question.id for question in questions.every()})


def test_only_what_the_era_has_is_asked() -> None:
    assert "Q08" in NEW.ids()
    assert "Q08" not in Questions(ATLAS, "e5").ids()


def test_the_interview_is_everything_that_somebody_wrote() -> None:
    assert len(NEW.ids(INTERVIEW.id)) == 38
    assert [id[:2] for id in NEW.ids(FOUNDING.id)] == ["SQ"] * 13


def test_topics_by_id_and_name() -> None:
    assert NEW.topic("BOOT").id == "boot"
    assert NEW.topic("high availability").id == "availability"
    with pytest.raises(UnknownNameError, match="'boot'"):
        NEW.topic("boots")


def test_a_question_is_of_its_topic() -> None:
    question = NEW.question("Q05")
    assert question is not None
    assert NEW.topic_of(question) == "Virtual machines"
    assert NEW.question("Q99") is None


@given(st.integers(), st.integers(-1, 12))
def test_some_questions_are_few_and_the_same_for_a_seed(seed: int, count: int) -> None:
    found = NEW.some("boot", count, seed, Progress(), TODAY)
    assert found == NEW.some("boot", count, seed, Progress(), TODAY)
    assert len(found) == min(max(count, 0), len(NEW.ids("boot")))
    assert all(asked.question.topic == "boot" for asked in found)


def test_what_is_due_comes_first() -> None:
    progress = Progress({"Q14": Card(1, TODAY), "Q13": Card(5, TODAY + timedelta(9))})
    found = [asked.question.id for asked in NEW.some("boot", 99, 1, progress, TODAY)]
    assert (found[0], found[-1]) == ("Q14", "Q13")


def test_what_would_ask_nothing_is_passed_over() -> None:
    found = NEW.some(FAULTS.id, 99, 1, Progress(), TODAY)
    assert {asked.question.id for asked in found} == {question.id for question in NEW.every(FAULTS.id)}
    assert len(found) == len(NEW.ids(FAULTS.id)) < len(still_works_ids(ATLAS, "e8"))


def test_a_flow_is_predicted_step_by_step() -> None:
    found = NEW.prediction(ATLAS.flow("F01"), 1)
    assert [asked.question.id for asked in found[:2]] == ["next-F01-1-e8", "next-F01-2-e8"]
    assert len(found) == len(ATLAS.steps_in(ATLAS.flow("F01"), "e8"))


class TestOnTheMap:
    def test_a_part_that_is_not_drawn_is_the_whole_that_stands_for_it(self) -> None:
        drawn = components_drawn(ATLAS, ATLAS.view("overview"), "e8")
        hidden = next(id for id in ATLAS.components if id not in drawn and ATLAS.components[id].parent in drawn)
        assert NEW.as_drawn([hidden], "overview") == (ATLAS.components[hidden].parent,)

    def test_a_part_that_is_drawn_is_itself_alone(self) -> None:
        assert NEW.as_drawn(["hostd", "hostd"], "overview") == ("hostd",)

    def test_a_part_that_the_era_lacks_is_not_drawn(self) -> None:
        assert NEW.as_drawn(["hostd", "ha-aam"], "overview") == ("hostd",)

    @pytest.mark.parametrize("era", ATLAS.era_ids)
    def test_there_is_a_view_for_every_click(self, era: str) -> None:
        questions = Questions(ATLAS, era)
        for question in questions.every():
            if question.kind is AnswerKind.CLICK:
                view = questions.view_for(question, "boot")
                assert set(question.parts) & components_drawn(ATLAS, ATLAS.view(view), era), question.id

    def test_the_present_view_is_kept_where_it_shows_the_part(self) -> None:
        assert NEW.view_for(click("hostd"), "agents") == "agents"
        assert NEW.view_for(click("boot-loader"), "ha") != "ha"


def test_answers_change_what_comes_next() -> None:
    first = NEW.some("boot", 1, 5, Progress(), TODAY)[0].question.id
    progress = Progress().after(first, Verdict.RIGHT, TODAY)
    assert NEW.some("boot", 1, 5, progress, TODAY)[0].question.id != first
