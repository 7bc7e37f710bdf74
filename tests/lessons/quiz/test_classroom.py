"""A class by show of hands: no key reveals too early, and no hand is lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.helpers.questions import choice, click, names, number, order, truth, words
from vmexplorer.lessons.quiz.asked import Asked, ask
from vmexplorer.lessons.quiz.board import Board, Known, audience_board, speaker_board
from vmexplorer.lessons.quiz.classroom import MOST_HANDS, OPEN_HANDS, Classroom, Stage, answers_of, rights_of
from vmexplorer.lessons.quiz.results import HEAD, as_csv
from vmexplorer.stage.overlay import Overlay, Role

CHOICE = Asked(choice("alpha", "beta", "gamma"), (2, 0, 1))
ASKED = (CHOICE, ask(truth(False), 1), ask(click("hostd"), 1), ask(order("a", "b", "c"), 1), ask(number(60), 1))


def at(place: int) -> Classroom:
    classroom = Classroom.of(ASKED)
    while classroom.place < place:
        classroom = classroom.reveal().next()
    return classroom


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


class TestCourse:
    def test_asked_counting_revealed_next(self) -> None:
        classroom = at(0)
        stages = [classroom.stage]
        for _ in range(4):
            classroom = classroom.step()
            stages.append(classroom.stage)
        assert stages == [Stage.ASKED, Stage.COUNTING, Stage.REVEALED, Stage.ASKED, Stage.COUNTING]

    def test_what_has_no_options_is_revealed_and_then_counted(self) -> None:
        classroom = at(2).set_hands(0, 5)
        assert classroom.counted == (0, 0, 0)
        revealed = classroom.step()
        assert revealed.stage is Stage.REVEALED
        assert revealed.set_hands(0, 5).counted == (5, 0, 0)

    def test_typing_a_number_begins_to_count(self) -> None:
        assert at(0).set_hands(1, 7).stage is Stage.COUNTING

    @pytest.mark.parametrize(("answer", "hands"), [(-1, 1), (3, 1), (0, -1), (0, MOST_HANDS + 1)])
    def test_hands_that_cannot_be_change_nothing(self, answer: int, hands: int) -> None:
        assert at(0).set_hands(answer, hands) == at(0)

    def test_after_the_last_question_it_is_over(self) -> None:
        classroom = at(len(ASKED) - 1).reveal().next()
        assert classroom.stage is Stage.OVER
        assert classroom.current is None
        assert classroom.next() == classroom
        assert classroom.back().stage is Stage.REVEALED

    def test_back_shows_the_question_before_with_its_hands(self) -> None:
        classroom = at(0).set_hands(1, 7).reveal().next().back()
        assert (classroom.place, classroom.stage, classroom.counted) == (0, Stage.REVEALED, (0, 7, 0))
        assert at(0).back() == at(0)

    def test_no_questions_is_over_at_once(self) -> None:
        assert Classroom.of(()).stage is Stage.OVER
        assert Classroom.of(()).step().back().stage is Stage.OVER
        assert as_csv(Classroom.of(())).split("\r\n") == ["\ufeff" + ",".join(HEAD), ""]


class TestBoard:
    def test_the_audience_sees_no_answer_before_it_is_revealed(self) -> None:
        for classroom in (at(0), at(0).count().set_hands(1, 3)):
            board = audience_board(classroom, names())
            assert hides_everything(board)
        board = audience_board(at(0).reveal(), names())
        assert [line.right for line in board.lines] == [False, True, False]
        assert (board.answer, board.reason[0].text) == ("alpha", "So it is.")

    def test_the_speaker_sees_it_from_the_beginning(self) -> None:
        board = speaker_board(at(0), names())
        assert [line.right for line in board.lines] == [False, True, False]
        assert board.answer == "alpha"

    def test_shares_are_of_all_hands(self) -> None:
        board = audience_board(at(0).set_hands(0, 6).set_hands(1, 2), names())
        assert [(line.text, line.hands, line.share) for line in board.lines] == [
            ("gamma", 6, 0.75),
            ("alpha", 2, 0.25),
            ("beta", 0, 0.0),
        ]

    def test_the_right_parts_are_marked_on_the_map(self) -> None:
        marks = audience_board(at(2).reveal(), names()).overlay.components
        assert {id: mark.role for id, mark in marks.items()} == {"hostd": Role.GOOD}

    def test_things_to_put_in_order_are_shown_mixed(self) -> None:
        texts = [line.text for line in audience_board(at(3), names()).lines]
        assert sorted(texts) == ["a", "b", "c"]
        assert texts != ["a", "b", "c"]

    def test_what_has_no_options_is_judged_by_everybody(self) -> None:
        assert audience_board(at(4), names()).lines == ()
        assert [line.text for line in audience_board(at(4).reveal(), names()).lines] == list(OPEN_HANDS)

    def test_the_end_is_told(self) -> None:
        over = at(len(ASKED) - 1).reveal().next()
        board = audience_board(over, names())
        assert (board.hint, board.known) == ("That was the last question.", ())

    def test_the_end_sums_up_what_was_known(self) -> None:
        counted = at(0).set_hands(0, 1).set_hands(1, 3).reveal().next()
        while counted.stage is not Stage.OVER:
            counted = counted.step()
        assert audience_board(counted, names()).known == (Known("What?", 0.75),)

    def test_hands_can_be_typed_where_the_lines_are_answers(self) -> None:
        assert [audience_board(one, names()).countable for one in (at(0), at(0).count(), at(0).reveal())] == [
            False,
            True,
            True,
        ]
        assert [audience_board(one, names()).countable for one in (at(3), at(3).step())] == [False, True]


def hides_everything(board: Board) -> bool:
    hidden = (board.answer, board.reason, board.components, board.flows, board.overlay)
    return hidden == ("", (), (), (), Overlay()) and all(line.right is None for line in board.lines)


class TestResults:
    def test_a_line_for_each_answer(self) -> None:
        found = lines(as_csv(at(0).set_hands(0, 6).set_hands(1, 2)))
        assert [tuple(line.values()) for line in found] == [
            ("1", "choice", "agents", "What?", "gamma", "no", "6", "75"),
            ("1", "choice", "agents", "What?", "alpha", "yes", "2", "25"),
            ("1", "choice", "agents", "What?", "beta", "no", "0", "0"),
        ]

    def test_only_questions_that_were_reached(self) -> None:
        assert {line["id"] for line in lines(as_csv(at(1)))} == {"choice", "truth"}

    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "  =x", "＝x", "\nx"])
    def test_no_cell_becomes_a_formula(self, text: str) -> None:
        classroom = Classroom.of([Asked(choice(text, "b"), (0, 1))])
        assert lines(as_csv(classroom))[0]["answer"] == f"'{text}"

    @pytest.mark.parametrize("text", ['say "a", then b', "two\nlines", "ümläut → 北"])
    def test_any_text_survives(self, text: str) -> None:
        classroom = Classroom.of([Asked(choice(text, "b"), (0, 1))])
        assert lines(as_csv(classroom).encode().decode())[0]["answer"] == text


def test_answers_and_rights_belong_together() -> None:
    for asked in (*ASKED, ask(words("RAM"), 1)):
        assert len(answers_of(asked)) == len(rights_of(asked))
        assert any(rights_of(asked))


class Class(RuleBasedStateMachine):
    """Any keys in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.classroom = Classroom.of(ASKED)
        self.typed: dict[tuple[int, int], int] = {}

    @rule(key=st.sampled_from(["count", "reveal", "next", "back", "step"]))
    def press(self, key: str) -> None:
        before = self.classroom
        self.classroom = getattr(before, key)()
        assert abs(self.classroom.place - before.place) <= 1
        if before.stage is Stage.ASKED and self.classroom.place == before.place + 1:
            raise AssertionError("a question was passed over without its answer")

    @rule(answer=st.integers(-1, 5), hands=st.integers(-1, 40))
    def type_hands(self, answer: int, hands: int) -> None:
        before = self.classroom
        self.classroom = before.set_hands(answer, hands)
        if self.classroom.hands != before.hands:
            self.typed[before.place, answer] = hands

    @invariant()
    def hands_stay_as_typed(self) -> None:
        for (place, answer), hands in self.typed.items():
            assert self.classroom.hands[place][answer] == hands

    @invariant()
    def the_answer_shows_only_when_revealed(self) -> None:
        board = audience_board(self.classroom, names())
        assert hides_everything(board) == (self.classroom.stage is not Stage.REVEALED)

    @invariant()
    def results_can_be_written_at_any_time(self) -> None:
        assert as_csv(self.classroom).startswith("\ufeffnumber,")


TestClass = Class.TestCase
