"""A map alone in a window: pictures of the shipped pack, and a hand that moves over them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import picture, shipped_atlas
from tests.helpers.widgets import ink, present
from vmexplorer.app.explorer import Explorer
from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.drawing.route_book import RouteBook
from vmexplorer.stage import compose
from vmexplorer.stage.state import StageState
from vmexplorer.ui.canvas.canvas import Canvas

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
BACK_TAB = Qt.Key.Key_Backtab


@cache
def still(view: str = "overview", era: str = "e9") -> StageState:
    """A view of the shipped pack at rest."""
    return compose.still(picture(view, era))


@cache
def book() -> RouteBook:
    """The routes that this run of the tests has found so far; finding them is most of the work."""
    return RouteBook(None)


def explorer(view: str = "overview", era: str = "e9") -> Explorer:
    """An explorer of the shipped pack at a view and an era."""
    made = Explorer(shipped_atlas(), book=book())
    made.show_era(era)
    made.show_view(view)
    return made


def told(flow: str, seconds: float, view: str = "overview", era: str = "e9") -> StageState:
    """A moment of a flow on a view."""
    made = explorer(view, era)
    made.tell(flow)
    made.player.seek(seconds)
    return made.state()


def show_map(
    qtbot: QtBot, state: StageState, width: int = 1000, height: int = 700, theme: str = "dark", *, alive: bool = True
) -> Canvas:
    """A canvas in a window of its own; its camera arrives at once."""
    canvas = Canvas(ink(theme))
    if alive:
        canvas.enliven()
        assert canvas.flight is not None
        canvas.flight.seconds = 0.0
    canvas.show_state(state)
    return present(qtbot, canvas, width, height)


def place_of(canvas: Canvas, box: str) -> QPoint:
    """A place in the window that lies on a box, away from what stands inside it."""
    found = canvas.box(box)
    assert found is not None, box
    return window_place(canvas, Point(found.rect.x + 6.0, found.rect.centre.y))


def window_place(canvas: Canvas, place: Point) -> QPoint:
    """Where a place of the scene is in the window."""
    at = canvas.camera.to_window(place)
    return QPoint(round(at.x), round(at.y))


def window_rect(canvas: Canvas, rect: Rect) -> Rect:
    """Where a rectangle of the scene is in the window."""
    corner = canvas.camera.to_window(Point(rect.x, rect.y))
    return Rect(corner.x, corner.y, rect.width * canvas.camera.scale, rect.height * canvas.camera.scale)


def click(widget: QWidget, place: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Presses and lets go at a place."""
    QTest.mouseClick(widget, button, NONE, place)


def double_click(widget: QWidget, place: QPoint) -> None:
    """All that a double click is: press, release, the second press, release."""
    QTest.mouseClick(widget, LEFT, NONE, place)
    QTest.mouseDClick(widget, LEFT, NONE, place)
    QTest.mouseRelease(widget, LEFT, NONE, place)


def move(
    widget: QWidget,
    place: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.NoButton,
    held: Qt.KeyboardModifier = NONE,
) -> None:
    """Moves the pointer to a place, with a button down or none."""
    # QTest moves the cursor of the screen, which does nothing where it stands already.
    at, everywhere = QPointF(place), QPointF(widget.mapToGlobal(place))
    event = QMouseEvent(QEvent.Type.MouseMove, at, everywhere, Qt.MouseButton.NoButton, button, held)
    QApplication.sendEvent(widget, event)


def drag_with(
    widget: QWidget, *places: QPoint, button: Qt.MouseButton = LEFT, held: Qt.KeyboardModifier = NONE
) -> None:
    """Presses at the first place, moves over the others and lets go at the last."""
    QTest.mousePress(widget, button, held, places[0])
    for place in places[1:]:
        move(widget, place, button, held)
    QTest.mouseRelease(widget, button, held, places[-1])


def turn(
    widget: QWidget,
    place: QPoint,
    *,
    notches: float = 0.0,
    pixels: QPoint | None = None,
    control: bool = False,
    shift: bool = False,
) -> None:
    """Turns the wheel (up is positive) or moves two fingers on a track pad by so many pixels."""
    window = widget.window()
    angle = QPoint(0, round(notches * 120)) if pixels is None else pixels * 8
    QTest.wheelEvent(
        window.windowHandle(),
        QPointF(widget.mapTo(window, place)),
        angle,
        pixels or QPoint(),
        (Qt.KeyboardModifier.ControlModifier if control else NONE)
        | (Qt.KeyboardModifier.ShiftModifier if shift else NONE),
    )


def image(widget: QWidget) -> QImage:
    """The picture of a widget as it is painted now."""
    return widget.grab().toImage()


def sharp(qtbot: QtBot, canvas: Canvas) -> QImage:
    """The picture of a canvas when all of it is painted."""
    qtbot.waitUntil(lambda: canvas.sharp)
    return image(canvas)


def share_of(picture_: QImage, colour: QColor, step: int = 5) -> float:
    """How much of a picture has exactly this colour, probed every few pixels."""
    spots = [(x, y) for x in range(0, picture_.width(), step) for y in range(0, picture_.height(), step)]
    same = sum(picture_.pixel(x, y) == colour.rgb() for x, y in spots)
    return same / len(spots)


def differing(one: QImage, other: QImage, tolerance: int = 0) -> int:
    """How many pixels of two pictures of the same size differ by more than so many levels of a colour."""
    assert one.size() == other.size()
    if tolerance == 0 and one == other:
        return 0
    pairs = zip(_bytes_of(one), _bytes_of(other), strict=True)
    return len({place // 4 for place, (a, b) in enumerate(pairs) if a != b and abs(a - b) > tolerance})


def _bytes_of(picture_: QImage) -> bytes:
    return bytes(picture_.convertToFormat(QImage.Format.Format_RGB32).constBits())
