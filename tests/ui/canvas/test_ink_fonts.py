"""Colours, icons and fonts as Qt objects."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QRawFont

from tests.helpers.maps import share_of
from tests.helpers.widgets import THEMES, ink
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_and_kind_has_the_colour_of_the_theme(theme: str) -> None:
    colours = ink(theme)
    for role in Role:
        assert colours.role(role).name() == colours.theme.roles[role].lower()
    for kind in Kind:
        assert colours.kind(kind).name() == colours.theme.kinds[kind].lower()


def test_opacity_is_asked_for_and_leaves_the_colour_alone(qapp: object) -> None:
    colours = ink()
    assert colours.role(Role.ACCENT, 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    assert colours.kind(Kind.KERNEL, -1.0).alpha() == 0
    assert colours.kind(Kind.KERNEL, 7.0) == colours.kind(Kind.KERNEL)
    assert colours.role(Role.ACCENT).alpha() == 255


def icon(theme: str, kind: Kind, side: int = 48) -> QImage:
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(ink(theme).role(Role.CARD))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink(theme).draw_icon(painter, kind, QRectF(picture.rect()))
    painter.end()
    return picture


@pytest.mark.parametrize("kind", list(Kind))
def test_icon_is_drawn_in_the_colour_of_its_kind(kind: Kind) -> None:
    for theme in THEMES:
        picture = icon(theme, kind)
        assert share_of(picture, ink(theme).kind(kind), 1) > 0.02
        assert share_of(picture, ink(theme).role(Role.CARD), 1) > 0.2


def test_every_kind_has_an_icon_of_its_own(qapp: object) -> None:
    shapes = set()
    for kind in Kind:
        picture = icon("dark", kind)
        ground = ink().role(Role.CARD).rgb()
        inked = [picture.pixel(x, y) != ground for x in range(48) for y in range(48)]
        shapes.add(tuple(inked))
    assert len(shapes) == len(Kind)


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_text_font_is_the_shipped_one(weight: QFont.Weight) -> None:
    fonts.load()
    fonts.load_rest()
    found = QFontInfo(fonts.font(16.0, weight))
    assert (found.family(), found.pixelSize(), found.exactMatch()) == (fonts.TEXT, 16, True)


def test_code_font_is_the_shipped_one_and_even(qapp: object) -> None:
    made = fonts.code_font(14.0)
    assert QFontInfo(made).family() == fonts.CODE
    metrics = QFontMetricsF(made)
    assert metrics.horizontalAdvance("iiii") == pytest.approx(metrics.horizontalAdvance("WWWW"))


@pytest.mark.parametrize(("pixels", "size"), [(12.5, 12), (13.6, 14), (0.2, 1), (40.0, 40)])
def test_sizes_are_whole_pixels_and_never_none(pixels: float, size: int) -> None:
    assert fonts.font(pixels).pixelSize() == size


def test_spacing_widens(qapp: object) -> None:
    plain, wide = fonts.font(13.0), fonts.font(13.0, spacing=1.0)
    widths = [QFontMetricsF(font).horizontalAdvance("VMKERNEL") for font in (plain, wide)]
    assert widths[1] == pytest.approx(widths[0] + 8.0, abs=0.6)


def test_letters_of_the_packs_are_in_the_fonts(qapp: object) -> None:
    for font in (fonts.font(14.0), fonts.code_font(14.0)):
        raw = QRawFont.fromFont(font)
        missing = [letter for letter in "AZaz09–’“”→↑·…×‹›%/_<>[]{}#" if not raw.supportsCharacter(ord(letter))]
        assert missing == []
