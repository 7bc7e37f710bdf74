"""Questions as they are put: options mixed, and mixed in the same way for the same seed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.questions import choice, click, order, truth
from vmexplorer.lessons.quiz.asked import ask


@given(st.integers())
def test_options_are_mixed_and_complete(seed: int) -> None:
    asked = ask(choice("a", "b", "c", "d"), seed)
    assert sorted(asked.labels) == ["a", "b", "c", "d"]
    assert asked == ask(choice("a", "b", "c", "d"), seed)


@given(st.integers())
def test_things_to_put_in_order_never_stand_in_order_already(seed: int) -> None:
    assert ask(order("a", "b", "c"), seed).labels != ("a", "b", "c")


def test_the_right_option_has_no_place_of_its_own() -> None:
    assert {ask(choice("right", "b", "c"), seed).labels.index("right") for seed in range(40)} == {0, 1, 2}


def test_true_stands_before_false() -> None:
    assert ask(truth(False), 7).labels == ("True", "False")


def test_a_click_has_no_options() -> None:
    assert ask(click("hostd"), 1).labels == ()


def test_several_right_options_are_told() -> None:
    assert ask(choice("a", "b", "c", right=(0, 1)), 1).several
    assert not ask(choice("a", "b", "c"), 1).several
