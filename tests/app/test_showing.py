"""A show with its pointers and ink: what commands do to them, and what another stop takes away."""

import pytest

from tests.helpers.shows import press_keys, small_showing
from vmexplorer.app.show_commands import SHOW_COMMANDS
from vmexplorer.app.showing import Showing, TimerMode
from vmexplorer.atlas.card_style import CardStyle
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.drawing.layout import CardBox, Layout
from vmexplorer.lessons.show_state import Layer
from vmexplorer.lessons.sketch import COLOURS

CARD = CardBox("c1", "hostd", Kind.USER_WORLD, CardStyle.ROW, "hostd", "", "", "", Rect(10, 10, 80, 40), "z")
LAYOUT = Layout("overview", "e9", 400.0, 300.0, (), (CARD,))
IN_CARD, BESIDE = Point(30.0, 30.0), Point(200.0, 200.0)


def drawn(showing: Showing, *places: Point) -> None:
    """Draws one stroke through some places."""
    showing.press(places[0], 2.0)
    for place in places[1:]:
        showing.drag(place, 2.0)
    showing.lift()


def test_every_command_is_carried_out_without_an_error() -> None:
    for command in SHOW_COMMANDS:
        showing, _ = small_showing(stop=1)
        showing.do(command.id)


def test_laser_leaves_a_trail_that_fades() -> None:
    showing, clock = small_showing()
    assert not showing.point(BESIDE, LAYOUT)
    press_keys(showing, "L")
    assert showing.point(BESIDE, LAYOUT)
    assert showing.restless
    clock.advance(2.0)
    assert not showing.restless


def test_laser_for_as_long_as_a_key_is_held() -> None:
    showing, _ = small_showing()
    press_keys(showing, "D")
    showing.hold_laser(True)
    assert showing.pointing
    drawn(showing, BESIDE, IN_CARD)
    assert showing.sketch.strokes == ()
    showing.hold_laser(False)
    assert not showing.pointing
    drawn(showing, BESIDE, IN_CARD)
    assert len(showing.sketch.strokes) == 1


def test_spotlight_takes_in_a_whole_component() -> None:
    showing, _ = small_showing()
    press_keys(showing, "K")
    showing.point(IN_CARD, LAYOUT)
    assert showing.spot is not None
    assert (showing.spot.component, showing.spot.around) == ("hostd", CARD.rect.inflated(10.0))
    showing.point(BESIDE, LAYOUT)
    assert (showing.spot.component, showing.spot.around) == ("", None)
    press_keys(showing, "K")
    assert showing.spot is None


def test_lens_follows_the_pointer_and_keeps_its_power() -> None:
    showing, _ = small_showing()
    press_keys(showing, "Z")
    showing.point(IN_CARD, LAYOUT)
    press_keys(showing, "+", "+")
    showing.point(BESIDE, LAYOUT)
    assert showing.lens is not None
    assert (showing.lens.place, showing.lens.power) == (BESIDE, 3.0)
    press_keys(showing, "-", "-", "-", "-", "-")
    assert showing.lens.power == 1.5
    press_keys(showing, "Esc")
    assert showing.lens is None


def test_ink_is_drawn_erased_taken_back_and_cleared() -> None:
    showing, _ = small_showing()
    press_keys(showing, "D")
    drawn(showing, Point(0, 0), Point(50, 0))
    drawn(showing, Point(0, 90), Point(50, 90))
    press_keys(showing, "E")
    drawn(showing, Point(25, 1))
    assert [stroke.points[0].y for stroke in showing.sketch.strokes] == [90]
    press_keys(showing, "Ctrl+Z")
    assert len(showing.sketch.strokes) == 2
    press_keys(showing, "Ctrl+Y")
    assert len(showing.sketch.strokes) == 1
    press_keys(showing, "C")
    assert showing.sketch.strokes == ()
    press_keys(showing, "Ctrl+Z")
    assert len(showing.sketch.strokes) == 1


def test_pen_takes_the_next_colour_and_lets_strokes_fade() -> None:
    showing, clock = small_showing()
    press_keys(showing, "D", "Shift+C", "Shift+D")
    drawn(showing, Point(0, 0), Point(50, 0))
    assert showing.sketch.strokes[0].colour is COLOURS[1]
    assert showing.restless
    clock.advance(10.0)
    assert showing.sketch.at(clock.now()) == ()


def test_another_stop_takes_the_ink_away_but_not_the_pen() -> None:
    showing, _ = small_showing()
    press_keys(showing, "D", "Shift+C")
    drawn(showing, Point(0, 0), Point(50, 0))
    press_keys(showing, "Right")
    assert showing.sketch.strokes == ()
    assert (showing.show.state.tool, showing.sketch.colour) == (Layer.PEN, COLOURS[1])
    press_keys(showing, "Left")
    assert showing.sketch.strokes == ()


def test_ink_stays_while_the_messages_of_a_stop_play() -> None:
    showing, _ = small_showing(stop=1)
    press_keys(showing, "D")
    drawn(showing, Point(0, 0), Point(50, 0))
    press_keys(showing, "Right", "Right")
    assert len(showing.sketch.strokes) == 1


def test_kept_ink_comes_back_with_its_stop() -> None:
    showing, _ = small_showing()
    showing.keep_ink = True
    press_keys(showing, "D")
    drawn(showing, Point(0, 0), Point(50, 0))
    press_keys(showing, "Right")
    assert showing.sketch.strokes == ()
    press_keys(showing, "Left")
    assert len(showing.sketch.strokes) == 1


def test_timer_says_three_things_in_turn() -> None:
    showing, _ = small_showing()
    modes = []
    for _ in range(4):
        modes.append(showing.timer_mode)
        press_keys(showing, "T")
    assert modes == [TimerMode.SO_FAR, TimerMode.LEFT, TimerMode.CLOCK, TimerMode.SO_FAR]


@pytest.mark.parametrize("key", ["M", "X", "Q"])
@pytest.mark.parametrize("back", ["M", "Esc", "Right", "PgUp"])
def test_tour_that_was_left_is_returned_to_where_it_was(key: str, back: str) -> None:
    showing, _ = small_showing(stop=1)
    press_keys(showing, "Right", key)
    assert showing.show.state.innermost is Layer.DETOUR
    before = showing.show.state.place
    press_keys(showing, back)
    assert (showing.show.state.place, showing.show.state.layers) == (before, ())


def test_what_is_told_live_takes_the_place_of_the_caption() -> None:
    showing, _ = small_showing()
    press_keys(showing, "M")
    showing.live = "hostd stops"
    showing.refresh()
    assert showing.seen.caption == "hostd stops"
    press_keys(showing, "F")
    showing.live = "another thing"
    showing.refresh()
    assert showing.seen.caption == "hostd stops"
    press_keys(showing, "F", "M")
    assert showing.seen.caption == "Caption 1"
