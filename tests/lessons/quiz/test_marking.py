"""Marks as a teacher gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.questions import choice, click, names, number, order, truth, words
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.question import Question, Unit
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.marking import Marked, Verdict, mark

ATLAS = shipped_atlas()
ANSWERS = st.builds(
    Given,
    picked=st.lists(st.integers(-3, 9), max_size=8).map(tuple),
    component=st.sampled_from(["", "hostd", "vpxa", "nothing"]),
    text=st.text(max_size=60) | st.sampled_from(["60 s", "hostd", "RAM, not the bank", "1e999", "the the", "½"]),
)
KINDS = [
    choice("a", "b", "c"),
    choice("a", "b", "c", "d", right=(1, 3)),
    truth(True),
    truth(False),
    number(60, Unit.SECONDS, within=5, mistakes=("10",)),
    words("RAM", mistakes=("disk",)),
    words(parts=("vpxuser",)),
    words(keywords=(("agent",), ("host", "server")), enough=1),
    order("a", "b", "c", "d"),
    click("hostd", "vpxa"),
]
QUESTIONS = [*KINDS, *ATLAS.questions.values()]


def given_to(question: Question, **answer: object) -> Marked:
    return mark(question, Given(**answer), names())  # type: ignore[arg-type]


@given(st.sampled_from(QUESTIONS), ANSWERS)
def test_any_answer_to_any_question_is_marked_with_a_reason(question: Question, given_: Given) -> None:
    marked = mark(question, given_, names())
    assert 0.0 <= marked.score <= 1.0
    assert marked.reason
    assert all(statement.text and statement.evidence for statement in (*marked.reason, *marked.remarks))
    assert marked.right
    assert (marked.verdict is Verdict.RIGHT) == (marked.score == 1.0)
    assert (marked.verdict is Verdict.PARTLY) == (0.0 < marked.score < 1.0)


class TestChoice:
    def test_the_right_one(self) -> None:
        assert given_to(choice("a", "b"), picked=(0,)).verdict is Verdict.RIGHT

    def test_a_wrong_one_says_why(self) -> None:
        marked = given_to(choice("a", "b"), picked=(1,))
        assert (marked.verdict, [remark.text for remark in marked.remarks]) == (Verdict.WRONG, ["b is wrong."])

    def test_a_part_of_several(self) -> None:
        marked = given_to(choice("a", "b", "c", right=(0, 1)), picked=(0,))
        assert (marked.verdict, marked.score) == (Verdict.PARTLY, 0.5)

    def test_a_wrong_one_takes_away_from_the_right_ones(self) -> None:
        question = choice("a", "b", "c", "d", right=(0, 1, 2))
        assert given_to(question, picked=(0, 1, 3)).score == pytest.approx(1 / 3)
        assert given_to(question, picked=(0, 3)).score == 0.0

    def test_everything_is_no_answer_to_gain_by(self) -> None:
        assert given_to(choice("a", "b", "c", right=(0, 1)), picked=(0, 1, 2)).verdict is Verdict.PARTLY
        assert given_to(choice("a", "b"), picked=(0, 1)).verdict is Verdict.WRONG

    def test_the_order_of_picking_does_not_count(self) -> None:
        assert given_to(choice("a", "b", "c", right=(0, 1)), picked=(1, 0, 1)).verdict is Verdict.RIGHT

    def test_an_option_that_is_not_there_is_no_answer(self) -> None:
        assert given_to(choice("a", "b"), picked=(7,)).verdict is Verdict.NONE


class TestOrder:
    def test_all_in_order(self) -> None:
        assert given_to(order("a", "b", "c", "d"), picked=(0, 1, 2, 3)).verdict is Verdict.RIGHT

    def test_two_neighbours_swapped_earn_most(self) -> None:
        marked = given_to(order("a", "b", "c", "d"), picked=(0, 2, 1, 3))
        assert (marked.verdict, marked.score) == (Verdict.PARTLY, pytest.approx(5 / 6))

    def test_the_reverse_earns_nothing(self) -> None:
        assert given_to(order("a", "b", "c", "d"), picked=(3, 2, 1, 0)).verdict is Verdict.WRONG

    def test_a_part_of_it_is_not_all(self) -> None:
        assert given_to(order("a", "b", "c", "d"), picked=(0, 1, 2)).verdict is Verdict.WRONG


class TestTruth:
    @pytest.mark.parametrize("holds", [True, False])
    def test_only_one_of_both_is_right(self, holds: bool) -> None:
        verdicts = [given_to(truth(holds), picked=(place,)).verdict for place in (0, 1)]
        assert verdicts[0 if holds else 1] is Verdict.RIGHT
        assert verdicts[1 if holds else 0] is Verdict.WRONG

    def test_both_is_no_answer(self) -> None:
        assert given_to(truth(True), picked=(0, 1)).verdict is Verdict.NONE


class TestNumber:
    @pytest.mark.parametrize("text", ["60", "60 s", "one minute", "sixty", "60 seconds (1 minute)", "62", "0.9167 min"])
    def test_right_in_any_unit_and_within_the_limit(self, text: str) -> None:
        question = number(60, Unit.SECONDS, within=5)
        assert given_to(question, text=text).verdict is Verdict.RIGHT

    @pytest.mark.parametrize("text", ["54", "66", "60 minutes", "60 %", "30 or 60"])
    def test_wrong(self, text: str) -> None:
        assert given_to(number(60, Unit.SECONDS, within=5), text=text).verdict is Verdict.WRONG

    def test_a_known_mistake_says_why(self) -> None:
        marked = given_to(number(60, Unit.SECONDS, mistakes=("10",)), text="10 seconds")
        assert [remark.text for remark in marked.remarks] == ["Not 10."]

    def test_no_number_is_no_answer(self) -> None:
        assert given_to(number(60), text="many").verdict is Verdict.NONE

    def test_the_right_answer_is_told_with_its_unit(self) -> None:
        assert given_to(number(60, Unit.SECONDS)).right == "60 seconds"
        assert given_to(number(8182, Unit.PORT)).right == "8182"


class TestWords:
    @pytest.mark.parametrize("text", ["RAM", "ram.", "the RAM", "from RAM", "it runs from RAM, not from the disk"])
    def test_right_whatever_stands_around_it(self, text: str) -> None:
        assert given_to(words("RAM", mistakes=("disk",)), text=text).verdict is Verdict.RIGHT

    @pytest.mark.parametrize("text", ["disk", "from the disk", "RAM or disk", "not RAM", "rum"])
    def test_wrong_undecided_or_denied(self, text: str) -> None:
        assert given_to(words("RAM", mistakes=("disk",)), text=text).verdict is Verdict.WRONG

    @pytest.mark.parametrize("text", ["vpxuser", "vpx user", "VPXUSR", "it is vpxuser:DOMAIN\\anna"])
    def test_names_of_a_part(self, text: str) -> None:
        assert given_to(words(parts=("vpxuser",)), text=text).verdict is Verdict.RIGHT

    @pytest.mark.parametrize("text", ["vpxa", "vpxd", "vpxuser or hostd", "vpx"])
    def test_neighbouring_names_are_not_slips(self, text: str) -> None:
        assert given_to(words(parts=("vpxuser",)), text=text).verdict is Verdict.WRONG

    def test_what_the_question_speaks_of_may_be_said_again(self) -> None:
        question = words(parts=("vpxuser",), asks="Which account does hostd name?")
        assert given_to(question, text="hostd names vpxuser").verdict is Verdict.RIGHT

    def test_a_clicked_part_is_its_name(self) -> None:
        assert given_to(words(parts=("vpxuser",)), component="vpxuser").verdict is Verdict.RIGHT

    def test_ideas_add_up(self) -> None:
        question = words(keywords=(("agent", "go-between"), ("vCenter",), ("hostd",)), enough=2)
        assert given_to(question, text="an agent of vCenter").verdict is Verdict.RIGHT
        assert given_to(question, text="a go between").score == 0.5
        assert given_to(question, text="a program").verdict is Verdict.WRONG

    def test_a_mistake_beside_the_right_ideas_costs_half(self) -> None:
        question = words(keywords=(("kernel",), ("hardware",)), mistakes=("Linux",))
        marked = given_to(question, text="a Linux kernel for the hardware")
        assert (marked.score, [remark.text for remark in marked.remarks]) == (0.5, ["Not Linux."])


class TestClick:
    def test_any_of_the_right_parts(self) -> None:
        question = click("hostd", "vpxa")
        assert [given_to(question, component=id).verdict for id in ("hostd", "vpxa", "vpxd")] == [
            Verdict.RIGHT,
            Verdict.RIGHT,
            Verdict.WRONG,
        ]

    def test_a_name_does_as_well(self) -> None:
        assert given_to(click("hostd"), text="the host daemon").verdict is Verdict.RIGHT

    def test_the_right_answer_is_called_by_its_name(self) -> None:
        assert given_to(click("ha-fdm", "hostd")).right == "HA agent or hostd"


@pytest.mark.parametrize("question", KINDS, ids=str)
def test_no_answer_is_told_from_a_wrong_one(question: Question) -> None:
    assert given_to(question).verdict is Verdict.NONE
    assert given_to(question, text="   ").verdict is Verdict.NONE
