"""What is known comes back later, what is not comes back soon."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.lessons.quiz.boxes import DAYS, TOP, Card, answered, chosen
from vmexplorer.lessons.quiz.marking import Verdict

TODAY = date(2026, 3, 2)
RIGHT, PARTLY, WRONG, NONE = Verdict.RIGHT, Verdict.PARTLY, Verdict.WRONG, Verdict.NONE
CARDS = st.builds(Card, st.integers(1, TOP), st.dates(), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))


def test_right_answers_on_time_lead_up_to_the_top() -> None:
    card, day, boxes = None, TODAY, []
    for _ in range(6):
        card = answered(card, RIGHT, day)
        boxes.append((card.box, (card.due - day).days))
        day = card.due
    assert boxes == [(2, 1), (3, 3), (4, 7), (5, 21), (5, 21), (5, 21)]


def test_a_right_answer_before_its_time_counts_and_moves_nothing() -> None:
    card = answered(None, RIGHT, TODAY)
    assert answered(card, RIGHT, TODAY) == card._replace(right=2)


@pytest.mark.parametrize("verdict", [WRONG, NONE])
def test_a_wrong_answer_begins_again_today(verdict: Verdict) -> None:
    card = answered(Card(5, TODAY + timedelta(9), right=4), verdict, TODAY)
    assert card == Card(1, TODAY, right=4, wrong=1)


def test_half_an_answer_goes_one_box_down() -> None:
    assert answered(Card(4, TODAY), PARTLY, TODAY) == Card(3, TODAY + timedelta(3), partly=1)
    assert answered(None, PARTLY, TODAY).box == 1


@given(st.none() | CARDS, st.sampled_from(Verdict), st.dates())
def test_every_answer_leaves_a_sound_card(card: Card | None, verdict: Verdict, today: date) -> None:
    after = answered(card, verdict, today)
    assert 1 <= after.box <= TOP
    assert after.answered == (card.answered if card else 0) + 1
    if card is None or after.box != card.box or verdict is not RIGHT:
        assert after.due == date.max or after.due - today == timedelta(DAYS[after.box - 1])


def test_due_ones_come_first_then_new_ones_then_the_soonest() -> None:
    cards = {
        "later": Card(4, TODAY + timedelta(5)),
        "soon": Card(2, TODAY + timedelta(1)),
        "due high": Card(4, TODAY - timedelta(9)),
        "due low": Card(1, TODAY),
    }
    ids = ["later", "new", "soon", "due high", "due low"]
    assert chosen(ids, cards, TODAY, 9) == ("due low", "due high", "new", "soon", "later")
    assert chosen(ids, cards, TODAY, 2) == ("due low", "due high")


@pytest.mark.parametrize("box", range(1, TOP + 1))
def test_a_clock_that_was_put_back_hides_nothing_for_years(box: int) -> None:
    far = Card(box, date(2031, 1, 1))
    assert far.is_due(TODAY)
    assert chosen(["far", "new"], {"far": far}, TODAY, 9) == ("far", "new")
    assert answered(far, RIGHT, TODAY).due == TODAY + timedelta(DAYS[min(box + 1, TOP) - 1])


@pytest.mark.parametrize("box", range(1, TOP + 1))
def test_a_journey_around_the_world_asks_nothing_too_early(box: int) -> None:
    tomorrow = TODAY + timedelta(1)
    assert not Card(box, tomorrow + timedelta(DAYS[box - 1])).is_due(TODAY)


@given(st.sets(st.text(min_size=1)), st.integers(-2, 20), st.integers())
def test_the_choice_can_be_repeated_and_has_each_once(ids: set[str], count: int, seed: int) -> None:
    found = chosen(ids, {}, TODAY, count, seed)
    assert found == chosen(reversed(sorted(ids)), {}, TODAY, count, seed)
    assert len(found) == len(set(found)) == min(max(count, 0), len(ids))
    assert set(found) <= ids


def test_another_seed_gives_another_order() -> None:
    ids = [str(number) for number in range(20)]
    assert chosen(ids, {}, TODAY, 20, 1) != chosen(ids, {}, TODAY, 20, 2)
