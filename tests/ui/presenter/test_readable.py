"""What the last row must be able to read: captions and the names of what each shipped stop frames, at 1920x1080."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import shared_book, shipped_atlas
from tests.helpers.widgets import ink
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.touring import area_of, caption_text, picture_of
from vmexplorer.atlas.tour import Stop
from vmexplorer.drawing.geometry import Point
from vmexplorer.drawing.layout import CardBox
from vmexplorer.lessons.script import Seen
from vmexplorer.playback.clock import ManualClock
from vmexplorer.stage.camera import MARGIN
from vmexplorer.stage.card_growth import card_parts
from vmexplorer.ui.canvas.text_painter import _fitted, _font
from vmexplorer.ui.labs.lab_mirror import LabMirror
from vmexplorer.ui.presenter.audience_window import AudienceWindow
from vmexplorer.ui.presenter.caption_strip import SMALLEST
from vmexplorer.ui.presenter.show_lab import leaves_room

HEIGHT = 1080
LEAST = HEIGHT / 40
MIRRORED = ("banks", "dcui")  # labs that stand beside the map in a show
STOPS = [(tour.id, stop) for tour in shipped_atlas().tours.values() for stop in tour.stops]
each_stop = pytest.mark.parametrize(
    "stop", [stop for _, stop in STOPS], ids=[f"{tour}-{stop.id}" for tour, stop in STOPS]
)


@cache
def explorer() -> Explorer:
    """One for all stops."""
    return Explorer(shipped_atlas(), book=shared_book())


@pytest.fixture
def audience(qtbot: QtBot) -> AudienceWindow:
    """The audience's window on a projector."""
    made = AudienceWindow(ink("projector"), ManualClock())
    qtbot.addWidget(made)
    made.resize(1920, HEIGHT)
    made.show()
    return made


def show(audience: AudienceWindow, stop: Stop) -> list[CardBox]:
    """Shows a stop as a show does; returns the cards that it frames."""
    state = picture_of(explorer(), stop).state
    layout = state.layout
    area = area_of(layout, stop)
    if stop.lab in MIRRORED and leaves_room(stop):
        audience.show_lab(LabMirror(audience.canvas.ink))
    audience.canvas.show_state(state)
    audience.canvas.frame(area, animated=False, margin=MARGIN)
    audience.show_seen(Seen(0, caption_text(stop)))
    return [card for card in layout.cards if card.name and area.united(card.rect) == area]


@each_stop
def test_caption_is_large_and_whole(audience: AudienceWindow, stop: Stop) -> None:
    show(audience, stop)
    assert audience.caption.letters().pixelSize() >= SMALLEST >= 28
    assert audience.caption.fits()


@each_stop
def test_names_of_what_is_framed_are_a_fortieth_of_the_height(audience: AudienceWindow, stop: Stop) -> None:
    canvas = audience.canvas
    cards, scale = show(audience, stop), canvas.camera.scale
    assert cards
    small, cut = [], []
    for card in cards:
        parts = card_parts(card, round(1.0 / scale, 2), canvas.ink.theme.names)
        assert parts.name is not None
        # As it is painted: shrunk or cut when it is wider than estimated.
        fitted = _fitted(parts.name, parts.name.room.width, strong=True)
        if fitted.size * scale < LEAST:
            small.append((card.name, round(fitted.size * scale, 1)))
        if fitted.lines != parts.name.lines:
            cut.append((card.name, fitted.lines))
    assert (small, cut) == ([], [])


@each_stop
def test_what_is_framed_is_in_the_picture(audience: AudienceWindow, stop: Stop) -> None:
    cards = show(audience, stop)
    seen = audience.canvas.seen().inflated(1.0)
    corners = {card.name: (card.rect.x, card.rect.y, card.rect.right, card.rect.bottom) for card in cards}
    outside = [
        name
        for name, (left, top, right, bottom) in corners.items()
        if not (seen.contains(Point(left, top)) and seen.contains(Point(right, bottom)))
    ]
    assert outside == []


def test_squeezed_letters_are_narrower_and_as_high(qtbot: QtBot) -> None:
    wide, narrow = (QFontMetricsF(_font(30.0, squeeze, True)) for squeeze in (1.0, 0.8))
    assert narrow.horizontalAdvance("Datastore") < 0.9 * wide.horizontalAdvance("Datastore")
    assert narrow.height() == wide.height()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768)])
def test_captions_and_names_grow_with_the_screen(audience: AudienceWindow, size: tuple[int, int]) -> None:
    audience.resize(*size)
    show(audience, STOPS[0][1])
    assert audience.caption.letters().pixelSize() >= size[1] * SMALLEST / HEIGHT - 1
    assert audience.canvas.ink.theme.names == pytest.approx(size[1] / 40, rel=0.03)
    assert audience.caption.fits()
