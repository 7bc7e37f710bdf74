"""Numbers of steps and tags of what is new can be read at every size, and keep off names and captions."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.helpers.maps import show_map, still
from tests.helpers.widgets import ink
from vmexplorer.drawing.geometry import Rect
from vmexplorer.drawing.layout import CardBox
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.badge_painter import paint_badge, paint_tag
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.ink import Ink

SIZE = 240


def card(component: str = "vmsyslogd") -> CardBox:
    return next(box for box in still().layout.cards if box.component == component)


def painted(kind: str, text: str, box: CardBox, *, scale: float, texts: float = 1.0, beside: bool = False) -> QImage:
    """What stands at the border of a card, the card 60 units from the corner of the picture."""
    fonts.load()
    fonts.load_rest()
    side = round(SIZE * scale)
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(ink().role(Role.CANVAS))
    painter = QPainter(picture)
    painter.scale(scale, scale)
    painter.translate(60.0 - box.rect.x, 60.0 - box.rect.y)
    inked = Ink(ink().theme, texts)
    if kind == "tag":
        paint_tag(painter, inked, box, text, scale, beside_badge=beside)
    else:
        paint_badge(painter, inked, box, text, scale)
    painter.end()
    return picture


def room(picture: QImage, scale: float) -> Rect:
    """Where something is painted, in scene units."""
    bare = ink().role(Role.CANVAS).rgb()
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height()) if picture.pixel(x, y) != bare]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    left, top = min(xs) / scale, min(ys) / scale
    return Rect(left, top, (max(xs) + 1) / scale - left, (max(ys) + 1) / scale - top)


@pytest.mark.parametrize(("kind", "text"), [("badge", "12"), ("tag", "new in 8.0")])
def test_at_natural_size_it_is_as_designed(kind: str, text: str) -> None:
    assert painted(kind, text, card(), scale=1.0) == painted(kind, text, card(), scale=1.0, texts=1.04)


@pytest.mark.parametrize("kind", ["badge", "tag"])
def test_it_does_not_shrink_with_the_map(kind: str) -> None:
    large, small = (room(painted(kind, "new", card(), scale=scale), scale).height * scale for scale in (1.0, 0.65))
    assert small > 0.85 * large


@pytest.mark.parametrize("kind", ["badge", "tag"])
def test_it_follows_the_texts_of_the_window(kind: str) -> None:
    plain, larger = (room(painted(kind, "new", card(), scale=1.0, texts=texts), 1.0).height for texts in (1.0, 1.5))
    assert larger > 1.25 * plain


def test_a_larger_badge_grows_out_of_the_corner() -> None:
    plain, larger = (room(painted("badge", "3", card(), scale=1.0, texts=texts), 1.0) for texts in (1.0, 2.0))
    assert larger.x == pytest.approx(plain.x, abs=1.5)
    assert larger.bottom == pytest.approx(plain.bottom, abs=1.5)
    assert larger.right > plain.right + 5


def test_a_larger_tag_leaves_the_left_to_the_caption_of_the_frame() -> None:
    box = card()
    plain, larger = (room(painted("tag", "new in 5", box, scale=1.0, texts=texts), 1.0) for texts in (1.0, 1.3))
    assert plain.x == pytest.approx(70.0, abs=1.0)
    assert larger.right == pytest.approx(60.0 + box.rect.width - 2.0, abs=1.0)
    assert larger.x > plain.x
    beside = room(painted("tag", "new in 5", box, scale=1.0, texts=1.3, beside=True), 1.0)
    assert beside.x == pytest.approx(60.0, abs=1.0)


def test_a_tag_says_less_rather_than_be_wider_than_its_card() -> None:
    box = card()
    long = room(painted("tag", "new in 5.0, was AAM", box, scale=0.6), 0.6)
    assert long.width <= box.rect.width + 2
    assert long.height * 0.6 == pytest.approx(room(painted("tag", "new in 5.0", box, scale=0.6), 0.6).height * 0.6)


def test_names_follow_the_texts_of_the_window(qtbot: QtBot) -> None:
    canvas = show_map(qtbot, still(), 1000, 700)
    before = canvas.grab().toImage()
    canvas.set_text_scale(2.0)
    assert canvas.ink.texts == 2.0
    qtbot.waitUntil(lambda: canvas.sharp)
    assert canvas.grab().toImage() != before
    canvas.set_ink(ink("light"))
    assert (canvas.ink.texts, canvas.ink.theme.id) == (2.0, "light")


def test_a_canvas_takes_the_texts_of_its_ink(qtbot: QtBot) -> None:
    canvas = Canvas(Ink(ink().theme, 1.5))
    qtbot.addWidget(canvas)
    canvas.set_ink(ink("light"))
    assert canvas.ink.texts == 1.5
