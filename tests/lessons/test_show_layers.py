"""What lies open over a show: Esc, covers, tools, freezing, one screen and two."""

import pytest

from tests.helpers.shows import small_show
from vmexplorer.lessons.show import Going
from vmexplorer.lessons.show_state import COVERS, TOOLS, WAITING, Layer
from vmexplorer.lessons.tour_walk import TourPlace


def test_one_esc_asks_and_the_second_ends() -> None:
    show, clock = small_show()
    show.escape()
    assert show.state.said == "Esc again to end."
    assert show.ending()
    assert not show.state.ended
    clock.advance(1.9)
    show.escape()
    assert show.state.ended


def test_second_esc_after_two_seconds_asks_again() -> None:
    show, clock = small_show()
    show.escape()
    clock.advance(2.1)
    assert not show.ending()
    show.escape()
    assert not show.state.ended
    assert show.ending()


def test_another_wish_between_two_escs_keeps_the_show() -> None:
    show, _ = small_show()
    show.escape()
    show.go_on()
    show.escape()
    assert not show.state.ended


def test_esc_leaves_what_was_entered_last() -> None:
    show, _ = small_show()
    for layer in (Layer.FROZEN, Layer.BLACK, Layer.HELP):
        show.toggle(layer)
    left = []
    while show.state.layers:
        left.append(show.state.innermost)
        show.escape()
    assert left == [Layer.HELP, Layer.BLACK, Layer.FROZEN]
    assert not show.state.ended


@pytest.mark.parametrize("group", [TOOLS, COVERS], ids=["tools", "covers"])
def test_one_tool_and_one_cover_at_a_time(group: tuple[Layer, ...]) -> None:
    show, _ = small_show()
    show.toggle(Layer.FROZEN)
    for layer in group:
        show.toggle(layer)
    assert show.state.layers == (Layer.FROZEN, group[-1])
    show.toggle(group[-1])
    assert show.state.layers == (Layer.FROZEN,)


@pytest.mark.parametrize("layer", WAITING)
@pytest.mark.parametrize("key", ["next", "previous"])
def test_a_step_that_nobody_would_see_only_leaves_what_hides_it(layer: Layer, key: str) -> None:
    show, _ = small_show(stop=2)
    show.toggle(layer)
    assert getattr(show, key)() is Going.NOWHERE
    assert (show.state.place, show.state.layers) == (TourPlace(2), ())
    getattr(show, key)()
    assert show.state.place != TourPlace(2)


def test_black_over_the_overview_is_left_before_anything_is_marked() -> None:
    show, _ = small_show()
    show.toggle(Layer.OVERVIEW)
    show.toggle(Layer.BLACK)
    show.next()
    assert (show.state.layers, show.state.choice) == ((Layer.OVERVIEW,), 0)
    show.next()
    assert show.state.choice == 1


def test_frozen_show_goes_on_for_the_speaker() -> None:
    show, _ = small_show()
    show.toggle(Layer.FROZEN)
    assert show.next() is Going.JUMP
    assert Layer.FROZEN in show.state


def test_jump_behind_a_black_screen_keeps_it_black() -> None:
    show, _ = small_show()
    show.toggle(Layer.BLACK)
    show.go_to(3)
    assert (show.state.place, show.state.cover) == (TourPlace(3), Layer.BLACK)


def test_another_stop_puts_away_what_belonged_to_the_picture() -> None:
    show, _ = small_show()
    for layer in (Layer.DETAILS, Layer.SPOTLIGHT):
        show.toggle(layer)
    show.next()
    assert show.state.layers == ()
    for tool in (Layer.LASER, Layer.PEN):
        show.toggle(tool)
        show.next()
        assert show.state.tool is tool


def test_next_step_of_the_same_stop_leaves_the_spotlight_where_it_is() -> None:
    show, _ = small_show(stop=1)
    show.toggle(Layer.SPOTLIGHT)
    show.toggle(Layer.DETAILS)
    show.next()
    assert set(show.state.layers) == {Layer.SPOTLIGHT, Layer.DETAILS}
    show.go_to(1)
    assert set(show.state.layers) == {Layer.SPOTLIGHT}


def test_one_screen_has_no_picture_to_keep_and_shows_the_notes_instead_of_swapping() -> None:
    show, _ = small_show(screens=1)
    show.toggle(Layer.FROZEN)
    assert Layer.FROZEN not in show.state
    assert "one screen" in show.state.said
    show.swap()
    assert (show.state.swapped, show.state.layers) == (False, (Layer.NOTES,))
    show.swap()
    assert show.state.layers == ()


def test_two_screens_are_swapped_and_swapped_back() -> None:
    show, _ = small_show()
    show.swap()
    assert (show.state.swapped, show.state.layers) == (True, ())
    show.swap()
    assert not show.state.swapped


def test_projector_that_goes_and_comes_leaves_the_place_as_it_was() -> None:
    show, _ = small_show(stop=1)
    show.next()
    show.swap()
    show.toggle(Layer.FROZEN)
    show.toggle(Layer.PEN)
    show.set_screens(1)
    assert (show.state.place, show.state.swapped, show.state.layers) == (TourPlace(1, 2), False, (Layer.PEN,))
    show.swap()
    show.set_screens(2)
    assert (show.state.place, show.state.layers) == (TourPlace(1, 2), (Layer.PEN,))


def test_timer_starts_with_the_first_step_and_can_be_stopped_and_reset() -> None:
    show, clock = small_show()
    clock.advance(30)
    assert show.timing.elapsed(clock.now()) == 0
    show.next()
    clock.advance(10)
    assert show.timing.elapsed(clock.now()) == 10
    show.toggle_timer()
    clock.advance(5)
    assert show.timing.elapsed(clock.now()) == 10
    show.toggle_timer()
    clock.advance(1)
    assert show.timing.elapsed(clock.now()) == 11
    show.reset_timer()
    clock.advance(7)
    assert show.timing.elapsed(clock.now()) == 0
    show.next()
    clock.advance(2)
    assert show.timing.elapsed(clock.now()) == 2
