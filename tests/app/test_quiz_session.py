"""The quiz beside the map, as it goes from screen to screen and tells the map what to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.quiz_sessions import questions, roles, session
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.kept import Kept
from vmexplorer.app.questions import INTERVIEW
from vmexplorer.app.quiz_progress import load_progress
from vmexplorer.app.quiz_session import CLASS_COUNT, COUNT, PathPart, QuizSession, Screen
from vmexplorer.atlas.question import AnswerKind
from vmexplorer.lessons.quiz.asked import ask
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.map_topics import MESSAGES
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.stage.overlay import Role

ATLAS = shipped_atlas()


def asking(*ids: str) -> QuizSession:
    """A session in which these questions are asked."""
    made = session()
    found = [questions().question(id) for id in ids]
    made._begin([ask(question, 3) for question in found if question is not None])
    assert len(made.round.asked) == len(ids)
    return made


class TestScreens:
    def test_it_begins_with_the_topics(self) -> None:
        made = session()
        assert (made.screen, made.topic, made.overlay()) == (Screen.START, INTERVIEW.id, None)

    def test_a_round_ends_with_its_score(self) -> None:
        made = session()
        made.choose_topic("boot")
        made.practise()
        count = len(made.round.asked)
        assert (made.screen, count) == (Screen.QUESTION, 7)
        for _ in range(count):
            made.answer(Given())
            made.next()
        assert made.screen is Screen.SCORE
        made.end()
        assert made.screen is Screen.START

    def test_a_round_has_so_many_questions(self) -> None:
        made = session()
        made.practise()
        assert len(made.round.asked) == COUNT

    def test_what_was_missed_is_asked_again(self) -> None:
        made = asking("Q04", "Q13")
        for picked in (1, 0):
            made.answer(Given(picked=(picked,)))
            made.next()
        made.repeat_missed()
        assert [asked.question.id for asked in made.round.asked] == ["Q13"]

    def test_an_early_end_has_a_score_only_with_an_answer(self) -> None:
        made = asking("Q04", "Q13")
        made.end()
        assert made.screen is Screen.START
        made = asking("Q04", "Q13")
        made.answer(Given(picked=(1,)))
        made.end()
        assert made.screen is Screen.SCORE

    def test_a_topic_that_is_not_there_is_not_chosen(self) -> None:
        made = session()
        made.choose_topic("nothing")
        assert made.topic == INTERVIEW.id

    def test_another_era_begins_anew_and_the_same_goes_on(self) -> None:
        made = asking("Q04")
        made.enter(ATLAS, "e8")
        assert made.screen is Screen.QUESTION
        made.enter(ATLAS, "e5")
        assert (made.screen, made.questions.era) == (Screen.START, "e5")

    def test_questions_about_a_part(self) -> None:
        made = session()
        made.practise_about("vpxa")
        assert len(made.round.asked) == COUNT
        assert all("vpxa" in asked.question.components for asked in made.round.asked)

    def test_a_class_about_the_topic(self) -> None:
        made = session()
        made.choose_topic("boot")
        made.hold_class()
        assert (made.screen, len(made.classroom.asked)) == (Screen.CLASS, 7)
        assert made.overlay() is not None
        assert not roles(made)

    def test_a_class_in_between_is_short_and_about_what_is_named_first(self) -> None:
        made = session()
        made.hold_class_about(("vmm", "hostd"))
        assert (made.screen, len(made.classroom.asked)) == (Screen.CLASS, CLASS_COUNT)
        assert made.question is not None
        assert "vmm" in made.question.components

    def test_the_next_class_in_between_goes_on_with_other_questions(self) -> None:
        made, asked = session(), []
        for _ in range(len(questions().fitting(("vmm",))) + 1):
            made.hold_class_about(("vmm",))
            assert made.question is not None
            asked.append(made.question.id)
        assert len(set(asked)) == len(asked) - 1

    def test_a_class_about_nothing_known_lets_a_topic_be_chosen(self) -> None:
        made = session()
        made.hold_class_about(())
        assert (made.screen, made.board()) == (Screen.START, None)


class TestProgress:
    def test_an_answer_is_kept_at_once(self, tmp_path: Path) -> None:
        made = session(Kept(tmp_path))
        made.practise()
        made.answer(Given())
        kept, complaint = load_progress(Kept(tmp_path))
        assert complaint == ""
        assert list(kept.cards) == [made.round.asked[0].question.id]

    def test_the_next_start_knows_it(self, tmp_path: Path) -> None:
        made = session(Kept(tmp_path))
        made.choose_topic("health")
        made.practise()
        made.answer(Given())
        assert session(Kept(tmp_path)).standing("health").due == 1

    def test_a_damaged_file_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "quiz-progress.json").write_text("?", encoding="utf-8")
        assert "is damaged" in session(Kept(tmp_path)).complaint

    def test_a_second_answer_changes_nothing(self) -> None:
        made = asking("Q04")
        made.answer(Given(picked=(0,)))
        made.answer(Given(picked=(1,)))
        assert made.round.answers[0].marked.verdict is Verdict.WRONG
        assert made.progress.cards["Q04"].answered == 1


class TestMap:
    def test_a_click_is_wanted_until_it_came(self) -> None:
        made = asking("SQ13", "Q04")
        assert made.wants_click
        made.click("hostd")
        assert not made.wants_click
        assert roles(made) == {"vpxa": Role.GOOD, "hostd": Role.FAULT}
        made.next()
        assert not made.wants_click

    def test_a_right_click_marks_the_part_alone(self) -> None:
        made = asking("SQ13")
        made.click("vpxa")
        assert roles(made) == {"vpxa": Role.GOOD}
        assert made.round.answers[0].marked.verdict is Verdict.RIGHT

    def test_the_whole_that_stands_for_a_part_is_as_good(self) -> None:
        made = asking("part-vmk-modules")
        (whole,) = made.questions.as_drawn(["vmk-modules"], "overview")
        assert whole != "vmk-modules"
        made.click(whole)
        assert made.round.answers[0].marked.verdict is Verdict.RIGHT
        assert roles(made) == {whole: Role.GOOD}

    def test_a_view_is_wanted_that_shows_what_is_to_be_clicked(self) -> None:
        made = asking("part-boot-loader", "Q04")
        assert made.view_wanted() == "boot"
        made.view = "boot"
        assert made.view_wanted() == ""
        made.click("boot-loader")
        made.next()
        assert made.view_wanted() == ""

    def test_other_answers_point_out_what_they_are_about(self) -> None:
        made = asking("Q01")
        assert roles(made) == {}
        made.answer(Given(picked=(0,)))
        assert roles(made) == {"hostd": Role.FOCUS, "virtual-machine": Role.FOCUS}

    def test_a_prediction_shows_the_sender_and_then_plays_the_step(self) -> None:
        made = session()
        made.predict("F01")
        assert (roles(made), made.path()) == ({"vsphere-client": Role.FOCUS}, None)
        made.click("vpxd")
        assert made.path() == PathPart("F01", 1)
        made.next()
        assert made.question is not None
        assert (made.question.topic, made.path()) == (MESSAGES.id, None)

    def test_work_inside_a_part_shows_no_sender(self) -> None:
        made = asking("next-F01-2-e8")
        assert roles(made) == {}

    def test_a_class_marks_the_map_when_the_answer_is_shown(self) -> None:
        made = session()
        made.choose_topic("trouble")
        made.hold_class()
        while made.question is not None and made.question.kind is not AnswerKind.CLICK:
            made.step_class()
        assert roles(made) == {}
        made.step_class()
        assert roles(made) == {"vpxa": Role.GOOD}


@pytest.mark.parametrize("topic", [topic.id for topic in questions().topics])
def test_every_topic_can_be_practised_and_taught(topic: str) -> None:
    made = session()
    made.choose_topic(topic)
    made.practise()
    assert made.screen is Screen.QUESTION
    made.hold_class()
    assert made.screen is Screen.CLASS
