"""Answers that are typed: numbers, letters or words of the options."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.questions import choice, order, truth, words
from vmexplorer.lessons.quiz.asked import Asked
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.typed import typed

FOUR = choice("Alpha process", "Beta", "Gamma", "Delta agent", right=(0, 3))
SHOWN = Asked(FOUR, (2, 0, 3, 1))  # Gamma, Alpha process, Delta agent, Beta
ORDERED = Asked(order("one", "two", "three"), (2, 0, 1))  # three, one, two


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("1", (2,)),
        ("2,3", (0, 3)),
        ("2 and 3", (0, 3)),
        ("23", (0, 3)),
        ("b c", (0, 3)),
        ("option 4", (1,)),
        ("3 3 3", (3,)),
        ("Alpha process", (0,)),
        ("alpha", (0,)),
        ("alfa proces", (0,)),
        ("delta; gamma", (3, 2)),
        ("delta agent and alpha process", (3, 0)),
        ("beta gamma", (1, 2)),
    ],
)
def test_options_by_number_letter_and_word(text: str, picked: tuple[int, ...]) -> None:
    assert typed(SHOWN, text) == Given(picked=picked)


@pytest.mark.parametrize("text", ["", "5", "0", "e", "nothing of this", "1 9", "-"])
def test_what_is_no_option_is_no_answer(text: str) -> None:
    assert typed(SHOWN, text).empty


@pytest.mark.parametrize("text", ["2 3 1", "231", "2,3,1", "one, two, three", "one → two → three", "one two three"])
def test_an_order_by_number_and_word(text: str) -> None:
    assert typed(ORDERED, text) == Given(picked=(0, 1, 2))


@pytest.mark.parametrize(
    ("text", "picked"),
    [("true", (0,)), ("Yes.", (0,)), ("1", (0,)), ("F", (1,)), ("no, never", (1,)), ("2", (1,)), ("maybe", ())],
)
def test_true_and_false_in_many_words(text: str, picked: tuple[int, ...]) -> None:
    assert typed(Asked(truth(True), (0, 1)), text).picked == picked


def test_other_questions_take_the_text_as_it_is() -> None:
    assert typed(Asked(words("RAM")), " The RAM ") == Given(text=" The RAM ")


@given(st.text(), st.permutations(range(4)))
def test_any_text_gives_options_that_exist(text: str, shown: list[int]) -> None:
    picked = typed(Asked(FOUR, tuple(shown)), text).picked
    assert set(picked) <= set(range(4))
    assert len(set(picked)) == len(picked)
