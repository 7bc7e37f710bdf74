"""The loader's screen in pixels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import shipped_atlas
from tests.helpers.widgets import dressed, ink
from vmexplorer.drawing.theme import Role
from vmexplorer.labs.banks.eras import image_of
from vmexplorer.labs.banks.screen import COLUMNS, LoaderScreen, Screens, dark
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.banks.screen_view import ScreenView
from vmexplorer.ui.panels.lettering import Lettering

SCREENS = Screens(image_of(shipped_atlas()).screen, "8.0.0")
TITLE = "Loading VMware Hypervisor"


@pytest.fixture(params=["dark", "projector"])
def colours(request: pytest.FixtureRequest) -> Iterator[Ink]:
    with dressed(request.param):
        yield ink(request.param)


def painted(qtbot: QtBot, colours: Ink, screen: LoaderScreen, width: int = 700) -> QImage:
    parent = QWidget()
    qtbot.addWidget(parent)
    view = ScreenView(Lettering(colours, 1.0), parent)
    view.show_screen(screen)
    view.resize(width, view.arrange(width))
    return view.grab().toImage()


def count(image: QImage, colour: QColor) -> int:
    return sum(
        image.pixelColor(x, y) == colour for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )


def test_it_is_black_with_white_grey_and_gold(qtbot: QtBot, colours: Ink) -> None:
    image = painted(qtbot, colours, SCREENS.counting(TITLE))
    assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor(0, 0, 0)
    for role in (Role.LOADER_TITLE, Role.LOADER_TEXT, Role.LOADER_KEY, Role.LOADER_BAR):
        assert count(image, colours.role(role)) > 0, role


def test_the_bar_fills_with_gold(qtbot: QtBot, colours: Ink) -> None:
    gold = colours.role(Role.LOADER_KEY)
    shares = [count(painted(qtbot, colours, SCREENS.loading(TITLE, share)), gold) for share in (0.0, 0.5, 1.0)]
    assert shares[0] == 0
    assert shares[1] == pytest.approx(shares[2] / 2, rel=0.1)


def test_a_dark_screen_shows_only_why(qtbot: QtBot, colours: Ink) -> None:
    image = painted(qtbot, colours, dark("The host is off."))
    assert count(image, colours.role(Role.LOADER_KEY)) == 0
    assert count(image, colours.role(Role.LOADER_TITLE)) == 0
    assert count(image, colours.role(Role.LOADER_TEXT)) > 0


@pytest.mark.parametrize("width", [400, 660, 1600])
def test_letters_are_as_large_as_the_width_allows(qtbot: QtBot, width: int) -> None:
    with dressed():
        parent = QWidget()
        qtbot.addWidget(parent)
        view = ScreenView(Lettering(ink(), 1.0), parent)
        view.arrange(width)
        assert view.letter_width * COLUMNS <= width
        assert (view.letter_width + 1.0) * COLUMNS > width * 0.92


def test_it_can_be_heard(qtbot: QtBot) -> None:
    with dressed():
        parent = QWidget()
        qtbot.addWidget(parent)
        view = ScreenView(Lettering(ink(), 1.0), parent)
        view.show_screen(SCREENS.counting(TITLE))
        assert view.accessibleName().startswith("Screen of the boot loader\nLoading VMware Hypervisor\n<ENTER: Boot>")
