"""What opens over the window: the search and the key sheet, each made when first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from vmexplorer.app.commands import Command, in_search, on_sheet
from vmexplorer.app.explorer import Explorer
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.main_window import MainWindow

if TYPE_CHECKING:
    from vmexplorer.app.search import Searcher
    from vmexplorer.atlas.atlas import Atlas
    from vmexplorer.atlas.tour import Tour
    from vmexplorer.ui.dialogs.key_sheet import KeySheet
    from vmexplorer.ui.palette.palette import Palette

_HITS = 40


class Overlays(QObject):
    """Opens overlays and says what was chosen in the search."""

    chosen = Signal(object)  # a search hit

    def __init__(self, window: MainWindow, explorer: Explorer, ink: Ink, commands: Sequence[Command]) -> None:
        super().__init__(window)
        self._window = window
        self._explorer = explorer
        self._ink = ink
        self._commands = tuple(commands)
        self._palette: Palette | None = None
        self._sheet: KeySheet | None = None
        self._searcher: tuple[Atlas, Searcher] | None = None
        self._tours: tuple[Tour, ...] = ()

    def set_tours(self, tours: Sequence[Tour]) -> None:
        """Lets the search find these tours."""
        self._tours, self._searcher = tuple(tours), None

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        if self._palette is not None:
            self._palette.set_ink(ink)

    @Slot()
    def open_search(self) -> None:
        """Opens the search."""
        if self._palette is None:
            # Imported when first wanted: the window's first picture must not wait for it.
            from vmexplorer.ui.palette.palette import Palette

            self._palette = Palette(self._ink, self._window)
            self._palette.queried.connect(self._search)
            self._palette.chosen.connect(self.chosen)
        self._palette.open()

    @Slot()
    def show_keys(self) -> None:
        """Shows all keys."""
        if self._sheet is None:
            from vmexplorer.ui.dialogs.key_sheet import KeySheet

            self._sheet = KeySheet(on_sheet(self._commands), self._window)
        self._sheet.open()

    @Slot(str)
    def _search(self, text: str) -> None:
        if self._palette is not None:
            self._palette.set_hits(self._current().search(text, self._explorer.now.era, _HITS))

    def _current(self) -> Searcher:
        """The index of the present atlas."""
        atlas = self._explorer.atlas
        if self._searcher is None or self._searcher[0] is not atlas:
            from vmexplorer.app.search import Searcher

            self._searcher = (atlas, Searcher(atlas, in_search(self._commands), self._tours))
        return self._searcher[1]
