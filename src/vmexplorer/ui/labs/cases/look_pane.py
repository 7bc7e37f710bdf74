"""Where one looks: the checks above, what they showed below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.cases.check_list import CheckList
from vmexplorer.ui.labs.cases.terminal import Terminal
from vmexplorer.ui.panels.texts import scaled

_SHARES = (44, 56)
_HANDLE = 11
_MARGINS = (16, 8, 16, 14)


class LookPane(QWidget):
    """A list and a transcript with a handle between them."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks = CheckList(ink)
        self.terminal = Terminal(ink)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(_HANDLE)
        for place, (part, share) in enumerate(zip((self.checks, self.terminal), _SHARES, strict=True)):
            split.addWidget(part)
            split.setStretchFactor(place, share)
        split.setSizes([share * 10 for share in _SHARES])
        self._column = QVBoxLayout(self)
        self._column.addWidget(split)
        self.set_scale(1.0)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self.checks.set_ink(ink)
        self.terminal.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Makes all letters larger or smaller."""
        self._column.setContentsMargins(*scaled(_MARGINS, scale))
        self.checks.set_scale(scale)
        self.terminal.set_scale(scale)
