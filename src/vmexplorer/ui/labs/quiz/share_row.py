"""A row with a bar: a name, what is said of it, and a share of a whole."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.labs.quiz.quiz_styles import NEAR, Styles
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.text_flow import Run, TextFlow

_INSET, _PADDING, _GAP, _RADIUS, _BAR = 14.0, 6.0, 16.0, 8.0, 4.0  # pixels at scale 1


class ShareRow(BarButton):
    """One row; ``pressed_id`` tells the id with which it was made.

    ``share`` is from 0 to 1; a row without a tip leads nowhere.
    """

    pressed_id = Signal(str)

    def __init__(
        self,
        lettering: Lettering,
        id: str,
        name: str,
        said: str,
        share: float,
        parent: QWidget,
        tip: str = "",
        styles: Styles = NEAR,
    ) -> None:
        super().__init__(name, tip, checkable=True, parent=parent)
        self.id = id
        self._lettering = lettering
        self._share = share
        self._below = False
        self._name = TextFlow(lettering, [Run(name, styles.row)])
        self._said = TextFlow(lettering, [Run(said or " ", styles.note)])
        self.setAccessibleName(f"{name}, {said}")
        self.setEnabled(bool(tip))
        if tip:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._press)

    def arrange(self, width: int) -> int:
        """Name at the left, the rest at the right or below; returns the height. Both in pixels."""
        pixels = self._lettering.pixels
        room = width - 2 * pixels(_INSET)
        self._said.arrange(room)
        self._name.arrange(room)
        self._below = self._name.used_width + self._said.used_width + pixels(_GAP) > room
        height = self._name.height + (self._said.height if self._below else 0)
        return height + 2 * pixels(_PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, edge, both texts, and the bar."""
        ink, pixels = self._lettering.ink, self._lettering.pixels
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked() or self.hasFocus() or (self.isEnabled() and self.underMouse())
        width = 2.0 if self.isChecked() or self.hasFocus() else 1.0
        painter.setPen(QPen(ink.role(Role.ACCENT if lit else Role.CARD_LINE), width))
        painter.setBrush(ink.role(Role.CHIP))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), pixels(_RADIUS), pixels(_RADIUS))
        inset, padding = pixels(_INSET), pixels(_PADDING)
        self._name.draw(painter, QPointF(inset, padding))
        x = inset if self._below else self.width() - inset - self._said.used_width
        self._said.draw(painter, QPointF(x, padding + (self._name.height if self._below else 0)))
        if self._share > 0.0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.role(Role.RUNNING))
            bar = QRectF(
                inset, self.height() - pixels(_BAR) - 2, (self.width() - 2 * inset) * self._share, pixels(_BAR)
            )
            painter.drawRoundedRect(bar, 2.0, 2.0)

    def _press(self) -> None:
        self.pressed_id.emit(self.id)
