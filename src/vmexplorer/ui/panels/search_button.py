"""A button that looks like a search field; the search itself opens over the window."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.buttons import BarButton

_TEXTS = ("Search parts, paths, ports, commands", "Search parts, paths, ports", "Search parts", "Search")
_WIDEST, _NARROWEST, _HEIGHT = 420, 84, 34
_PADDING, _GAP = 14, 16


class SearchButton(BarButton):
    """Shows as much of its text as there is room for, and its keys at the right."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__("", "Find anything in the pack", parent=parent)
        self.setObjectName("search")
        self.setAccessibleName(_TEXTS[0])
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ink = ink
        self._keys = "Ctrl K"
        self._scale = 1.0
        self.set_scale(1.0)

    @property
    def shown(self) -> tuple[str, str]:
        """The text and the keys that are painted; the keys are "" when they do not fit."""
        room = self.width() - round(2 * _PADDING * self._scale)
        keys = self._advance(self._keys) + round(_GAP * self._scale) if self._keys else 0
        for text in _TEXTS:
            if self._advance(text) + keys <= room:
                return text, self._keys
        fitting = [text for text in _TEXTS if self._advance(text) <= room]
        return (fitting or [_TEXTS[-1]])[0], ""

    def set_keys(self, keys: str) -> None:
        """Takes the keys to show, such as ``Ctrl K``."""
        self._keys = keys
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.update()

    def set_scale(self, scale: float) -> None:
        """Makes the field larger or smaller."""
        self._scale = scale
        self.setFixedHeight(round(_HEIGHT * scale))
        self.setMaximumWidth(round(_WIDEST * scale))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        return QSize(round(_WIDEST * self._scale), round(_HEIGHT * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Room for the shortest text."""
        return QSize(round(_NARROWEST * self._scale), round(_HEIGHT * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of the style sheet, then both texts."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        text, keys = self.shown
        inset = round(_PADDING * self._scale)
        room = self.rect().adjusted(inset, 0, -inset, 0)
        painter.setFont(fonts.font(fonts.BODY * self._scale))
        self._draw(painter, room, text, Qt.AlignmentFlag.AlignLeft, Role.SOFT)
        self._draw(painter, room, keys, Qt.AlignmentFlag.AlignRight, Role.FAINT)

    def _draw(self, painter: QPainter, room: QRect, text: str, side: Qt.AlignmentFlag, role: Role) -> None:
        painter.setPen(self._ink.role(role))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _advance(self, text: str) -> int:
        return QFontMetrics(fonts.font(fonts.BODY * self._scale)).horizontalAdvance(text)
