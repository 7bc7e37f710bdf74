"""What the painters of rows in lists share: the theme they paint with and their scale."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStyledItemDelegate

from vmexplorer.ui.canvas.ink import Ink


class RowPainter(QStyledItemDelegate):
    """Paints rows with an ink at a scale."""

    def __init__(self, ink: Ink, parent: QObject) -> None:
        super().__init__(parent)
        self._ink = ink
        self._scale = 1.0

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink

    def set_scale(self, scale: float) -> None:
        """Makes rows and text larger or smaller."""
        self._scale = scale
