"""Which window of a show stands on which screen."""

import pytest

from tests.helpers.shows import small_show
from vmexplorer.lessons.show_screens import Placement, placement
from vmexplorer.lessons.show_state import Layer

LAPTOP, PROJECTOR, THIRD = 0, 1, 2


def placed(
    *layers: Layer, screens: int = 2, home: int = LAPTOP, projector: int | None = None, swapped: bool = False
) -> Placement:
    show, _ = small_show(screens=screens)
    for layer in layers:
        show.toggle(layer)
    if swapped:
        show.swap()
    return placement(show.state, screens, home, projector)


def test_audience_has_the_projector_and_the_speaker_the_laptop() -> None:
    assert placed() == Placement(audience=PROJECTOR, speaker=LAPTOP)
    assert placed(home=1) == Placement(audience=0, speaker=1)
    assert placed(swapped=True) == Placement(audience=LAPTOP, speaker=PROJECTOR)


@pytest.mark.parametrize(("wish", "screen"), [(None, 1), (2, 2), (0, 1), (7, 1)])
def test_screen_for_the_audience_can_be_chosen(wish: int | None, screen: int) -> None:
    assert placed(screens=3, projector=wish).audience == screen


def test_hidden_show_leaves_the_projector_free() -> None:
    assert placed(Layer.HIDDEN) == Placement(speaker=LAPTOP)


def test_map_takes_the_place_of_the_speakers_page() -> None:
    assert placed(Layer.DETOUR) == Placement(audience=PROJECTOR, map=LAPTOP)
    assert placed(Layer.DETOUR, swapped=True) == Placement(audience=LAPTOP, map=PROJECTOR)
    assert placed(Layer.DETOUR, Layer.HELP) == Placement(audience=PROJECTOR, speaker=LAPTOP)


def test_one_screen_shows_one_window_at_a_time() -> None:
    assert placed(screens=1) == Placement(audience=0)
    for layer in (Layer.NOTES, Layer.HELP, Layer.OVERVIEW, Layer.HIDDEN):
        assert placed(layer, screens=1) == Placement(speaker=0)
    assert placed(Layer.DETOUR, screens=1) == Placement(map=0)
    assert placed(Layer.DETOUR, Layer.OVERVIEW, screens=1) == Placement(speaker=0)


def test_home_that_was_pulled_out_is_another_screen() -> None:
    assert placed(screens=1, home=3) == Placement(audience=0)


@pytest.mark.parametrize("layer", [Layer.BLACK, Layer.LASER, Layer.NUMBER, Layer.DETAILS])
def test_what_lies_over_the_picture_moves_no_window(layer: Layer) -> None:
    assert placed(layer, screens=1) == Placement(audience=0)
    assert placed(layer) == Placement(audience=PROJECTOR, speaker=LAPTOP)
