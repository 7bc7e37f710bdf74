"""Changes the colours of the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from vmexplorer import resources
from vmexplorer.drawing.theme import find_theme, theme_names
from vmexplorer.ui import style
from vmexplorer.ui.canvas.ink import Ink

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk


class Themes(QObject):
    """The shipped themes, one of which a desk wears."""

    changed = Signal(str)

    def __init__(self, desk: Desk, app: QApplication) -> None:
        super().__init__(desk)
        self._desk = desk
        self._app = app

    @Slot()
    def next(self) -> None:
        """Takes the next theme."""
        names = theme_names(resources.root() / "themes")
        worn = self._desk.ink.theme.id
        self.wear(names[(names.index(worn) + 1) % len(names)] if worn in names else names[0])

    def wear(self, name: str) -> None:
        """Takes a theme by its id; raises UnknownNameError when there is none."""
        desk, theme = self._desk, find_theme(resources.root() / "themes", name)
        desk.ink = Ink(theme)
        self._app.setPalette(style.palette(theme))
        self._app.setStyleSheet(style.sheet(theme))
        desk.window.set_ink(desk.ink)
        desk.overlays.set_ink(desk.ink)
        self.changed.emit(theme.id)
