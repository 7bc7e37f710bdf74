"""Moving through a tour: step by step, by number, by overview, and back."""

import pytest

from tests.helpers.shows import SPANS, small_show
from vmexplorer.lessons.show import Going
from vmexplorer.lessons.show_state import Layer
from vmexplorer.lessons.tour_walk import TourPlace


def test_next_plays_the_steps_of_a_stop_before_it_goes_on() -> None:
    show, _ = small_show()
    went = [(show.next(), show.state.place) for _ in range(5)]
    assert went == [
        (Going.JUMP, TourPlace(1)),
        (Going.PLAY, TourPlace(1, 2)),
        (Going.PLAY, TourPlace(1, 3)),
        (Going.JUMP, TourPlace(2)),
        (Going.JUMP, TourPlace(3)),
    ]


def test_next_during_a_step_finishes_that_step() -> None:
    show, _ = small_show(stop=1)
    show.next()
    assert show.next(moving=True) is Going.ARRIVE
    assert show.state.place == TourPlace(1, 2)


def test_end_of_the_tour_does_not_end_the_show() -> None:
    show, _ = small_show(stop=4)
    assert show.next() is Going.NOWHERE
    assert show.state.place == TourPlace(4)
    assert "last" in show.state.said
    assert not show.state.ended


def test_previous_goes_back_step_by_step_and_into_the_end_of_the_stop_before() -> None:
    show, _ = small_show(stop=2)
    places = []
    for _ in range(4):
        show.previous()
        places.append(show.state.place)
    assert places == [TourPlace(1, 3), TourPlace(1, 2), TourPlace(1), TourPlace(0)]
    assert show.previous() is Going.NOWHERE
    assert "first" in show.state.said


def test_number_and_enter_jump() -> None:
    show, _ = small_show()
    show.digit("0")
    assert Layer.NUMBER not in show.state
    show.digit("4")
    assert (show.state.digits, show.state.innermost) == ("4", Layer.NUMBER)
    assert show.enter() is Going.JUMP
    assert (show.state.place, show.state.digits, show.state.layers) == (TourPlace(3), "", ())


def test_number_that_no_stop_has_is_refused_and_said() -> None:
    show, _ = small_show(stop=2)
    show.ask_number()
    show.digit("1")
    show.digit("7")
    assert show.enter() is Going.NOWHERE
    assert show.state.place == TourPlace(2)
    assert show.state.said == "There is no stop 17; the tour has 5."
    assert show.state.layers == ()


def test_number_asked_for_twice_is_given_up() -> None:
    show, _ = small_show()
    show.ask_number()
    assert show.state.innermost is Layer.NUMBER
    show.ask_number()
    assert show.state.layers == ()


@pytest.mark.parametrize(("keys", "chosen"), [("next", 3), ("previous", 1), ("down", 4), ("up", 0)])
def test_overview_marks_stops_before_one_is_chosen(keys: str, chosen: int) -> None:
    show, _ = small_show(stop=2)
    show.toggle(Layer.OVERVIEW)
    assert show.state.choice == 2
    assert getattr(show, keys)() is Going.NOWHERE
    assert (show.state.choice, show.state.place) == (chosen, TourPlace(2))
    assert show.enter() is Going.JUMP
    assert (show.state.place, show.state.layers) == (TourPlace(chosen), ())


def test_first_and_last_jump_and_in_the_overview_mark() -> None:
    show, _ = small_show(stop=2)
    show.toggle(Layer.OVERVIEW)
    show.last()
    assert (show.state.choice, show.state.place.stop) == (4, 2)
    show.first()
    assert (show.state.choice, show.state.place.stop) == (0, 2)
    show.escape()
    show.last()
    assert show.state.place == TourPlace(4)
    show.first()
    assert show.state.place == TourPlace(0)


def test_jumps_can_be_taken_back_and_made_again() -> None:
    show, _ = small_show(stop=1)
    show.next()
    show.go_to(4)
    show.go_to(0)
    show.back()
    assert show.state.place == TourPlace(4)
    show.back()
    assert show.state.place == TourPlace(1, 2)
    assert show.back() is Going.NOWHERE
    show.forward()
    show.forward()
    assert show.state.place == TourPlace(0)
    assert show.forward() is Going.NOWHERE


def test_walking_is_not_kept_as_a_place_to_go_back_to() -> None:
    show, _ = small_show()
    for _ in range(4):
        show.next()
    assert show.state.past == ()


def test_places_to_go_back_to_are_limited() -> None:
    show, _ = small_show()
    for number in range(300):
        show.go_to(number % len(SPANS))
    assert len(show.state.past) <= 60


def test_messages_of_a_stop_play_again() -> None:
    show, _ = small_show(stop=1)
    for _ in range(2):
        show.next()
    assert show.replay() is Going.PLAY
    assert show.state.place == TourPlace(1, 2)
    show.go_to(0)
    assert show.replay() is Going.NOWHERE
    assert "no messages" in show.state.said


@pytest.mark.parametrize("stop", [-1, 5])
def test_show_begins_at_one_of_its_stops(stop: int) -> None:
    with pytest.raises(ValueError, match="cannot begin"):
        small_show(stop=stop)
