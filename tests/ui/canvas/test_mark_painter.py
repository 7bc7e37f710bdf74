"""What an overlay says of a part can be seen: in every theme, at every size, and not by colour alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.helpers.colours import contrast
from tests.helpers.widgets import THEMES, ink
from vmexplorer.drawing import theme
from vmexplorer.drawing.geometry import Path, Point
from vmexplorer.stage.overlay import Mark, Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.canvas.mark_painter import mark_colour, paint_border, paint_chip, paint_line_sign, paint_sign

CARD = QRectF(20.0, 20.0, 160.0, 60.0)


def drawn(paint: Callable[[QPainter], None]) -> QImage:
    fonts.load()
    fonts.load_rest()
    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return picture


def chip(badge: str, width: float = 160.0, role: Role = Role.FAULT, scale: float = 1.0) -> QImage:
    room = QRectF(20.0, 20.0, width, 60.0)
    return drawn(lambda painter: paint_chip(painter, ink("dark"), room, Mark(role, badge), scale))


def painted(picture: QImage) -> list[tuple[int, int]]:
    """The places that are not black."""
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return [(x, y) for x, y in places if picture.pixelColor(x, y).lightness() > 40]


def width(picture: QImage) -> int:
    columns = [x for x, _ in painted(picture)]
    return max(columns) - min(columns)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", list(Role))
def test_the_word_stands_out_from_its_chip(name: str, role: Role) -> None:
    word, ground = ink(name).role(theme.Role.ON_ACCENT).name(), mark_colour(ink(name), role).name()
    assert contrast(word, ground) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", list(Role))
def test_the_border_stands_out_from_the_canvas(name: str, role: Role) -> None:
    assert contrast(mark_colour(ink(name), role).name(), ink(name).role(theme.Role.CANVAS).name()) >= 3.0


def test_every_role_has_a_sign_of_its_own() -> None:
    white = QColor("white")
    signs = [drawn(lambda p, r=role: paint_sign(p, white, QPointF(50.0, 50.0), 40.0, r)) for role in Role]  # type: ignore[misc]
    assert len({bytes(sign.constBits()) for sign in signs}) == len(Role)
    assert all(painted(sign) for sign in signs)


def test_what_only_suffers_has_a_broken_border() -> None:
    def bordered(role: Role) -> int:
        return len(painted(drawn(lambda painter: paint_border(painter, ink("dark"), CARD, 10.0, Mark(role)))))

    assert bordered(Role.AFFECTED) < 0.85 * bordered(Role.GOOD)


def test_a_chip_is_as_wide_as_its_word_and_stays_on_its_card() -> None:
    assert width(chip("")) < width(chip("hung")) < width(chip("unreachable"))
    assert width(chip("unreachable")) < 160


def test_a_narrow_card_has_the_sign_alone() -> None:
    assert width(chip("unreachable", width=60.0)) == width(chip("", width=60.0))


def test_a_chip_grows_where_the_map_is_small() -> None:
    assert width(chip("hung", scale=0.5)) > 1.5 * width(chip("hung"))


def test_a_chip_grows_with_the_texts_of_the_window() -> None:
    def texts(size: float) -> QImage:
        inked = Ink(ink("dark").theme, size)
        return drawn(lambda painter: paint_chip(painter, inked, CARD, Mark(Role.FAULT, "hung"), 1.0))

    assert texts(1.0) == chip("hung")
    assert width(texts(2.0)) > 1.5 * width(chip("hung"))


def test_in_a_hall_a_chip_grows_as_far_as_its_word_fits() -> None:
    hall = Ink(ink("dark").theme._replace(names=60.0))
    room = QRectF(20.0, 20.0, 140.0, 60.0)
    picture = drawn(lambda painter: paint_chip(painter, hall, room, Mark(Role.FAULT, "hung"), 1.0))
    assert width(chip("hung")) < width(picture) <= 140


@pytest.mark.parametrize(("end", "signed"), [(180.0, True), (40.0, False)])
def test_a_line_has_its_sign_in_the_middle_when_it_is_long_enough(end: float, signed: bool) -> None:
    path = Path((Point(20.0, 50.0), Point(end, 50.0)))
    picture = drawn(lambda painter: paint_line_sign(painter, ink("dark"), path, Mark(Role.FAULT), 1.0))
    assert bool(painted(picture)) == signed
    assert drawn(lambda painter: paint_line_sign(painter, ink("dark"), path, Mark(Role.AFFECTED), 1.0)) == drawn(
        lambda painter: None
    )
