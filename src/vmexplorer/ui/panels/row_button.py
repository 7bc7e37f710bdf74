"""A row that leads somewhere: a name at the left, what to know of it at the right or below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vmexplorer.app.details import Action, Row
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.panels import lettering as styles
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.text_flow import Run, TextFlow

_INSET = 12.0  # pixels at scale 1, as are all lengths here
_PADDING = 7.0
_GAP = 16.0
_RADIUS = 7.0


class RowButton(BarButton):
    """One row; ``chosen`` tells its action."""

    chosen = Signal(Action)

    def __init__(self, lettering: Lettering, row: Row, parent: QWidget) -> None:
        super().__init__("", "", parent=parent)
        self.setAccessibleName(f"{row.title}, {row.detail}" if row.detail else row.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)
        self.row = row
        self._lettering = lettering
        self._title = TextFlow(lettering, [Run(row.title, styles.ROW_TITLE)])
        self._detail = TextFlow(lettering, [Run(row.detail, styles.ROW_DETAIL)])
        self._detail_place = QPointF()

    def arrange(self, width: int) -> int:
        """Puts the detail beside the title where both fit; returns the height. Both in pixels."""
        pixels = self._lettering.pixels
        inset, padding = pixels(_INSET), pixels(_PADDING)
        room = width - 2 * inset
        height = padding + self._title.arrange(room)
        below = self._detail.arrange(room) if self.row.detail else 0
        title, detail = self._title.used_width, self._detail.used_width
        if title + detail + pixels(_GAP) <= room:
            self._detail_place = QPointF(width - inset - detail, padding)
        else:
            self._detail_place = QPointF(inset, height)
            height += below
        return height + padding

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, a border under the pointer or around the focus, both texts."""
        ink, pixels = self._lettering.ink, self._lettering.pixels
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = 2.0 if self.hasFocus() else 1.0
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(ink.role(Role.ACCENT), border) if lit else Qt.PenStyle.NoPen)
        painter.setBrush(ink.role(Role.CHIP))
        inner = border / 2.0 if lit else 0.0
        ground = QRectF(self.rect()).adjusted(inner, inner, -inner, -inner)
        painter.drawRoundedRect(ground, pixels(_RADIUS), pixels(_RADIUS))
        self._title.draw(painter, QPointF(pixels(_INSET), pixels(_PADDING)))
        self._detail.draw(painter, self._detail_place)

    def _choose(self) -> None:
        self.chosen.emit(self.row.action)
