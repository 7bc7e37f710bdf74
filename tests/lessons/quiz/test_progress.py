"""Progress is kept as plain values and read back from whatever is found."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.lessons.quiz.boxes import Card, chosen
from vmexplorer.lessons.quiz.marking import Verdict
from vmexplorer.lessons.quiz.progress import Progress, Standing, read_progress

TODAY = date(2026, 3, 2)
ANSWERS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(Verdict), st.dates()))
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("cards"), inner),
)


@given(ANSWERS)
def test_what_is_kept_is_read_back(answers: list[tuple[str, Verdict, date]]) -> None:
    progress = Progress()
    for question, verdict, day in answers:
        progress = progress.after(question, verdict, day)
    assert read_progress(json.loads(json.dumps(progress.record()))) == progress
    assert sum(card.answered for card in progress.cards.values()) == len(answers)


@given(ANYTHING | st.fixed_dictionaries({"cards": ANYTHING}))
def test_anything_else_is_no_progress_or_has_no_card_that_makes_no_sense(record: Any) -> None:
    found = read_progress(record)
    assert found is None or read_progress(found.record()) == found


@pytest.mark.parametrize(
    "card",
    [[0, "2026-03-02", 0, 0, 0], [6, "2026-03-02", 0, 0, 0], [1, "soon", 0, 0, 0], [1, "2026-03-02", -1, 0, 0], []],
)
def test_a_card_that_makes_no_sense_is_left_out(card: list[Any]) -> None:
    record = {"cards": {"bad": card, "good": [2, "2026-03-03", 1, 0, 0]}}
    assert read_progress(record) == Progress({"good": Card(2, date(2026, 3, 3), 1)})


def test_a_newer_pack_asks_what_is_new_and_forgets_what_is_gone() -> None:
    progress = Progress({"gone": Card(3, TODAY, right=2), "stays": Card(2, TODAY, right=1)})
    assert progress.standing(["stays", "new"], TODAY) == Standing(2, 1, 0, 1, 1, 1)
    assert chosen(["stays", "new"], progress.cards, TODAY, 9) == ("stays", "new")
    # It may come back with the next one.
    assert "gone" in progress.after("new", Verdict.RIGHT, TODAY).cards


def test_what_another_program_has_added_is_taken_in() -> None:
    mine = Progress({"a": Card(2, TODAY, right=1), "b": Card(1, TODAY, wrong=1)})
    other = Progress({"b": Card(2, TODAY, right=1, wrong=1), "c": Card(1, TODAY), "a": Card(1, TODAY)})
    assert mine.with_others(other) == Progress({"a": mine.cards["a"], "b": other.cards["b"], "c": other.cards["c"]})
    assert mine.with_others(Progress()) == mine


def test_the_standing_counts_only_the_questions_asked_for() -> None:
    progress = Progress(
        {
            "a": Card(4, TODAY + timedelta(7), right=3, wrong=1),
            "b": Card(1, TODAY, wrong=2),
            "c": Card(5, TODAY, right=9),
        }
    )
    assert progress.standing(["a", "b", "new", "a"], TODAY) == Standing(3, 2, 1, 1, 3, 6)
    assert Progress().standing([], TODAY) == Standing()
