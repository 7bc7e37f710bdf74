"""The main window: it only arranges the panels around the map."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.ink import Ink

if TYPE_CHECKING:
    from vmexplorer.ui.panels.breadcrumb import Breadcrumb
    from vmexplorer.ui.panels.inspector import Inspector
    from vmexplorer.ui.panels.message_bar import MessageBar
    from vmexplorer.ui.panels.player_bar import PlayerBar
    from vmexplorer.ui.panels.rail import Rail
    from vmexplorer.ui.panels.top_bar import TopBar
    from vmexplorer.ui.side import Side

TOP = 56
RAIL = 272
INSPECTOR = 384
PLAYER = 148
CRUMBS = 38
_DESIGN_WIDTH, _DESIGN_HEIGHT = 1920, 1080
_TEXT_STEP, _LARGEST_TEXT = 0.25, 2.0
_SMALLEST, _LARGEST = 0.8, 1.25
_NARROWEST_RAIL = 236
_OPENING = QSize(1600, 940)
_FRAME = QSize(16, 44)  # what the system puts around a window; it is not known before the window is shown


def opening_size(screen: QSize) -> QSize:
    """The size in which a window opens: the usual one, or as much of a smaller screen as its frame leaves."""
    return (screen - _FRAME).boundedTo(_OPENING)


class MainWindow(QMainWindow):
    """Top bar, rail, map with breadcrumb, inspector and player, as the design has them.

    At first there is only the map, with the room of the panels kept free; ``furnish`` puts
    the panels in. So the first picture waits for nothing but the map.
    """

    key_pressed = Signal(QKeyEvent)
    key_released = Signal(QKeyEvent)
    scale_changed = Signal(float)

    top_bar: TopBar
    rail: Rail
    side: Side
    inspector: Inspector
    player_bar: PlayerBar
    breadcrumb: Breadcrumb
    message_bar: MessageBar

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = Canvas(ink, self)
        self.stack = QStackedWidget(self)
        self._furnished = False
        self._scale = 1.0
        self._rows: list[QVBoxLayout | QHBoxLayout] = []
        self._rooms = {name: QWidget(self) for name in ("top", "rail", "inspector", "player", "crumbs")}
        self._rooms["top"].setFixedHeight(TOP)
        self._rooms["player"].setFixedHeight(PLAYER)
        self._rooms["crumbs"].setFixedHeight(CRUMBS)
        self._arrange()
        self.setMinimumSize(900, 600)
        self.resize(opening_size(self.screen().availableSize()))

    def furnish(self, ink: Ink) -> None:
        """Puts the panels into their rooms."""
        # Imported here: the first picture must not wait for them.
        from vmexplorer.ui.panels.breadcrumb import Breadcrumb
        from vmexplorer.ui.panels.message_bar import MessageBar
        from vmexplorer.ui.panels.player_bar import PlayerBar
        from vmexplorer.ui.panels.rail import Rail
        from vmexplorer.ui.panels.top_bar import TopBar
        from vmexplorer.ui.side import Side

        self.top_bar = TopBar(ink, self)
        self.rail = Rail(ink, self)
        self.side = Side(ink, self)
        self.inspector = self.side.inspector
        self.side.page_changed.connect(self._share_width)
        self.player_bar = PlayerBar(ink, self)
        self.breadcrumb = Breadcrumb(self)
        self.message_bar = MessageBar(self.canvas)
        self.breadcrumb.set_scale(1.0)
        panels = (self.top_bar, self.rail, self.side, self.player_bar, self.breadcrumb)
        for name, panel in zip(self._rooms, panels, strict=True):
            self._replace(self._rooms[name], panel)
        self._rooms = dict(zip(self._rooms, panels, strict=True))
        self._furnished = True
        self._share_width()

    def set_ink(self, ink: Ink) -> None:
        """Paints every part with another theme."""
        for part in (self.canvas, self.side, self.player_bar, self.rail, self.top_bar):
            part.set_ink(ink)

    def show_above(self, bar: QWidget) -> None:
        """Puts a bar between the breadcrumb and the map."""
        self._rows[0].insertWidget(1, bar)

    def show_instead(self, page: QWidget) -> None:
        """Puts a page in the place of the map."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def show_map(self) -> None:
        """Brings the map back and drops the page that stood there."""
        page = self.stack.currentWidget()
        self.stack.setCurrentIndex(0)
        if page is not None and page is not self.stack.widget(0):
            self.stack.removeWidget(page)
            page.deleteLater()

    def _arrange(self) -> None:
        """Map under its breadcrumb, details beside it, player below, rail at the left, bar above."""
        area = self._column(self._rooms["crumbs"], self.canvas)
        self.stack.addWidget(area)
        middle = self._row(self.stack, self._rooms["inspector"], stretched=0)
        right = self._column(middle, self._rooms["player"], stretched=0)
        below = self._row(self._rooms["rail"], right)
        whole = self._column(self._rooms["top"], below)
        whole.setObjectName("centre")
        self.setCentralWidget(whole)

    def _column(self, *widgets: QWidget, stretched: int = 1) -> QWidget:
        return self._box(QVBoxLayout, widgets, stretched)

    def _row(self, *widgets: QWidget, stretched: int = 1) -> QWidget:
        return self._box(QHBoxLayout, widgets, stretched)

    def _box(self, kind: type[QVBoxLayout | QHBoxLayout], widgets: tuple[QWidget, ...], stretched: int) -> QWidget:
        """Widgets without gaps; one of them takes the room that is left."""
        holder = QWidget(self)
        row = kind(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, widget in enumerate(widgets):
            row.addWidget(widget, 1 if place == stretched else 0)
        self._rows.append(row)
        return holder

    def _replace(self, room: QWidget, panel: QWidget) -> None:
        for row in self._rows:
            if row.indexOf(room) >= 0:
                row.replaceWidget(room, panel)
                room.hide()
                room.deleteLater()

    @Slot()
    def _share_width(self) -> None:
        scale = self._text_scale()
        share = scale if scale > _LARGEST else min(_LARGEST, max(_SMALLEST, self.width() / _DESIGN_WIDTH))
        rail = max(_NARROWEST_RAIL, round(RAIL * share))
        self._rooms["rail"].setFixedWidth(rail)
        wanted = self.side.share if self._furnished else 0.0
        side = round((self.width() - rail) * wanted) if wanted else round(INSPECTOR * share)
        self._rooms["inspector"].setFixedWidth(side)
        if self._furnished:
            self._set_scale(scale)
            self.top_bar.set_column(rail)

    def _text_scale(self) -> float:
        """How much larger texts are than in the design: in steps, on windows much larger than it."""
        room = min(self.width() / _DESIGN_WIDTH, self.height() / _DESIGN_HEIGHT)
        return min(_LARGEST_TEXT, max(1.0, floor(room / _TEXT_STEP) * _TEXT_STEP))

    def _set_scale(self, scale: float) -> None:
        """Makes the texts of all panels larger or smaller, when that has changed."""
        if scale == self._scale:
            return
        self._scale = scale
        for panel in (self.top_bar, self.rail, self.side, self.player_bar, self.breadcrumb):
            panel.set_scale(scale)
        self.canvas.set_text_scale(scale)
        self.scale_changed.emit(scale)

    @property
    def scale(self) -> float:
        """How much larger texts are than in the design."""
        return self._scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side panels take the share of the width that they have in the design, within reason."""
        self._share_width()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no panel wanted."""
        self.key_pressed.emit(event)
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The same keys when they are let go."""
        self.key_released.emit(event)
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lets the window go."""
        if self.canvas.flight is not None:
            self.canvas.flight.stop()
        super().closeEvent(event)
