"""Buttons and words side by side, going on in further lines where the width ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.texts import font_sizes
from vmexplorer.ui.panels.wrap_layout import WrapLayout

# Padding in pixels at scale 1 by the object names of buttons; the colours stand in the style sheet of the program.
_PADDINGS = {"#act": (6.0, 9.0), "#chip": (6.0, 10.0), "#hostkey": (6.0, 12.0)}


class ButtonRow(QWidget):
    """A row that says how high it is at a width."""

    sizes: ClassVar[Mapping[str, float]] = {"QPushButton": 15.0, "#actcaption": 13.0}

    def __init__(self, parent: QWidget, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._row = WrapLayout(self, gap=gap)
        self._row.setContentsMargins(0, 0, 0, 0)

    def add(self, *widgets: QWidget) -> None:
        """Puts widgets at the end."""
        for widget in widgets:
            self._row.addWidget(widget)
            widget.show()

    def drop(self, *widgets: QWidget) -> None:
        """Takes widgets out and lets go of them."""
        for widget in widgets:
            self._row.removeWidget(widget)
            let_go(widget)

    def dress(self, lettering: Lettering) -> None:
        """Sets texts and buttons larger or smaller."""
        scale = lettering.scale
        paddings = [
            f"{name} {{ padding: {round(high * scale)}px {round(wide * scale)}px; }}"
            for name, (high, wide) in _PADDINGS.items()
        ]
        self.setStyleSheet("\n".join([font_sizes(self.sizes, scale), *paddings]))

    def arrange(self, width: int) -> int:
        """Places what is in the row; returns the height. Both in pixels."""
        height = self._row.heightForWidth(width)
        # At once, for a row whose size stays as it was would wait for the next turn of the event loop.
        self._row.setGeometry(QRect(0, 0, width, height))
        return height


def let_go(widget: QWidget) -> None:
    """Lets a widget vanish at once and be deleted later: it may be the sender of the click that led here."""
    widget.hide()
    widget.deleteLater()
