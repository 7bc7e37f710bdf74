"""Walking a tour: steps inside a stop first, then the next stop, and everything back again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from vmexplorer.lessons.tour_walk import START, StepSpan, TourPlace, TourWalk

SPANS = (None, StepSpan(0, 1), StepSpan(3, 3), None)
WHOLE_WAY = [
    TourPlace(0),
    TourPlace(1),
    TourPlace(1, 0),
    TourPlace(1, 1),
    TourPlace(2),
    TourPlace(2, 3),
    TourPlace(3),
]

spans = st.builds(lambda first, more: StepSpan(first, first + more), st.integers(0, 5), st.integers(0, 4))
tours = st.lists(st.none() | spans, min_size=1, max_size=6)


def test_next_shows_the_steps_of_a_stop_and_then_goes_on() -> None:
    walk = TourWalk(SPANS)
    found = [walk.now]
    while walk.next():
        found.append(walk.now)
    assert found == WHOLE_WAY
    assert walk.at_end
    assert walk.history == (0, 1, 2, 3)


def test_previous_takes_the_same_way_back() -> None:
    walk = TourWalk(SPANS, TourPlace(3))
    found = [walk.now]
    while walk.previous():
        found.append(walk.now)
    assert found == WHOLE_WAY[::-1]
    assert walk.at_start


def test_a_tour_without_stops_is_refused() -> None:
    with pytest.raises(ValueError, match="without stops"):
        TourWalk(())


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (TourPlace(9), TourPlace(3)),
        (TourPlace(-1), TourPlace(0)),
        (TourPlace(9, 1), TourPlace(3)),
        (TourPlace(1, 7), TourPlace(1, 1)),
        (TourPlace(2, 1), TourPlace(2)),
        (TourPlace(0, 1), TourPlace(0)),
    ],
)
def test_a_place_that_the_tour_does_not_have_becomes_the_nearest(wanted: TourPlace, found: TourPlace) -> None:
    assert TourWalk(SPANS, wanted).now == found


def test_a_jump_comes_to_the_beginning_of_a_stop() -> None:
    walk = TourWalk(SPANS)
    assert walk.go_to(2)
    assert not walk.go_to(2)
    assert walk.next()
    assert walk.go_to(0)
    assert walk.history == (0, 2, 0)
    assert walk.seen == {0, 2}
    assert walk.now == START


def test_the_rest_of_a_stop_can_be_left_out() -> None:
    walk = TourWalk(SPANS, TourPlace(1))
    assert walk.next_stop()
    assert walk.now == TourPlace(2)
    walk.go_to(3)
    assert not walk.next_stop()


def test_steps_shown_by_the_player_are_followed() -> None:
    walk = TourWalk(SPANS, TourPlace(1))
    assert walk.show_step(1)
    assert walk.at_last_step
    assert not walk.show_step(2)
    assert not TourWalk(SPANS).show_step(0)
    assert walk.show_step(None)
    assert walk.now == TourPlace(1)


@given(tours)
def test_every_tour_ends_after_all_its_steps(tour: list[StepSpan | None]) -> None:
    walk = TourWalk(tour)
    moves = 0
    while walk.next():
        moves += 1
    played = sum(span.last - span.first + 1 for span in tour if span)
    assert moves == played + len(tour) - 1
    assert walk.at_end


class AnyWalk(RuleBasedStateMachine):
    """A tour walked in every order."""

    @initialize(tour=tours)
    def begin(self, tour: list[StepSpan | None]) -> None:
        self.tour = tour
        self.walk = TourWalk(tour)

    @rule()
    def go_on(self) -> None:
        before, at_end = self.walk.now, self.walk.at_end
        assert self.walk.next() == (not at_end)
        if not at_end:
            twin = TourWalk(self.tour, self.walk.now)
            assert twin.previous()
            assert twin.now == before

    @rule()
    def go_back(self) -> None:
        before, at_start = self.walk.now, self.walk.at_start
        assert self.walk.previous() == (not at_start)
        if not at_start:
            twin = TourWalk(self.tour, self.walk.now)
            assert twin.next()
            assert twin.now == before

    @rule(stop=st.integers(-2, 8))
    def jump(self, stop: int) -> None:
        self.walk.go_to(stop)
        assert self.walk.now == TourPlace(min(max(stop, 0), len(self.tour) - 1))

    @rule(step=st.none() | st.integers(-1, 10))
    def follow(self, step: int | None) -> None:
        span, before = self.walk.span, self.walk.now
        plays = step is None or (span is not None and span.first <= step <= span.last)
        assert self.walk.show_step(step) == plays
        assert self.walk.now == (before._replace(step=step) if plays else before)

    @invariant()
    def the_place_is_one_of_the_tour(self) -> None:
        stop, step = self.walk.now
        span = self.tour[stop]
        assert step is None or (span is not None and span.first <= step <= span.last)
        assert self.walk.at_last_step == (step == (span.last if span else None))
        assert self.walk.history[-1] == stop
        assert all(one != other for one, other in zip(self.walk.history, self.walk.history[1:], strict=False))


TestAnyWalk = AnyWalk.TestCase
