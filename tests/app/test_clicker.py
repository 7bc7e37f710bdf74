"""What a clicker of the common kind sends: PageDown, PageUp, a full stop, and F5 and Esc in turn from one button."""

from collections.abc import Sequence

import pytest

from tests.helpers.shows import press_keys, small_showing
from vmexplorer.lessons.show_state import Layer, ShowState
from vmexplorer.lessons.tour_walk import TourPlace

FORTH, BACK, BLANK = "PgDown", "PgUp", "."
PLAY = ("F5", "Esc")  # what the play button sends, by turns

# Keys as they were sent in a lesson, and where the show must be after them.
SEQUENCES: dict[str, tuple[Sequence[str], TourPlace, tuple[Layer, ...]]] = {
    "straight through": ([FORTH] * 7, TourPlace(4), ()),
    "past the end": ([FORTH] * 12, TourPlace(4), ()),
    "there and back": ([FORTH, FORTH, FORTH, BACK, BACK, BACK], TourPlace(0), ()),
    "before the beginning": ([BACK, BACK, FORTH], TourPlace(1), ()),
    "blank and back by the same button": ([FORTH, BLANK, BLANK, FORTH], TourPlace(1, 2), ()),
    "blank and on": ([FORTH, BLANK, FORTH, FORTH], TourPlace(1, 2), ()),
    "blank and back": ([FORTH, BLANK, BACK, BACK], TourPlace(0), ()),
    "left black": ([FORTH, BLANK], TourPlace(1), (Layer.BLACK,)),
    "play button once": ([FORTH, "F5"], TourPlace(1), (Layer.FROZEN,)),
    "play button twice": ([FORTH, *PLAY], TourPlace(1), ()),
    "play button by mistake, then on": ([FORTH, *PLAY, FORTH], TourPlace(1, 2), ()),
    "play button in the other turn": ([FORTH, "Esc", "F5", "Esc", "F5"], TourPlace(1), (Layer.FROZEN,)),
    "play button while black": ([BLANK, "Esc", FORTH, *PLAY], TourPlace(1), ()),
    "everything at once": ([FORTH, BLANK, "F5", "Esc", BLANK, "Esc", BACK, FORTH], TourPlace(1), ()),
}


@pytest.mark.parametrize("name", SEQUENCES)
@pytest.mark.parametrize("screens", [1, 2])
def test_recorded_keys_leave_the_show_where_the_speaker_expects_it(name: str, screens: int) -> None:
    keys, place, layers = SEQUENCES[name]
    showing, _ = small_showing(screens=screens)
    press_keys(showing, *keys)
    if screens == 1:  # there is no second picture to keep
        layers = tuple([layer for layer in layers if layer is not Layer.FROZEN])
    assert (showing.show.state.place, showing.show.state.layers) == (place, layers)
    assert not showing.show.state.ended


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("screens", [1, 2])
@pytest.mark.parametrize("pause", [0.05, 0.5, 1.0, 3.0])
def test_play_button_pressed_over_and_over_never_ends_the_show(first: int, screens: int, pause: float) -> None:
    showing, clock = small_showing(screens=screens, stop=2)
    for press in range(40):
        press_keys(showing, PLAY[(first + press) % 2])
        clock.advance(pause)
    assert not showing.show.state.ended
    assert showing.show.state.place == TourPlace(2)


@pytest.mark.parametrize("other", [FORTH, BACK, BLANK])
def test_play_button_between_other_buttons_never_ends_the_show(other: str) -> None:
    showing, _ = small_showing()
    for press in range(40):
        press_keys(showing, PLAY[press % 2], other)
    assert not showing.show.state.ended


def test_full_stop_never_steps() -> None:
    showing, _ = small_showing()
    for _ in range(9):
        press_keys(showing, BLANK)
    assert showing.show.state.place == TourPlace(0)
    assert showing.seen.cover is Layer.BLACK


def test_keyboard_ends_the_show_with_esc_twice() -> None:
    showing, _ = small_showing()
    before: ShowState = showing.show.state
    press_keys(showing, "Esc")
    assert showing.show.state.place == before.place
    press_keys(showing, "Esc")
    assert showing.show.state.ended
