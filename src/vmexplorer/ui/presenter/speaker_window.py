"""The speaker's page: the picture, what comes next, the notes, the time and all stops."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from vmexplorer.app.commands import Command
from vmexplorer.app.show_commands import on_sheet
from vmexplorer.playback.clock import Clock
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.dialogs.key_sheet import KeySheet
from vmexplorer.ui.panels.texts import ShortLabel, font_sizes
from vmexplorer.ui.presenter.next_panel import NextPanel
from vmexplorer.ui.presenter.notes_panel import NotesPanel
from vmexplorer.ui.presenter.picture_box import PictureBox
from vmexplorer.ui.presenter.show_window import ShowWindow
from vmexplorer.ui.presenter.stop_cells import StopCells, StopModel
from vmexplorer.ui.presenter.time_panel import TimePanel
from vmexplorer.ui.presenter.tool_row import ToolRow

_DESIGN = (1366.0, 768.0)
_LEAST, _MOST = 0.8, 2.4
_CELL = 150.0  # width of a stop in the strip
_GRID = 4  # stops in a row of the overview
_MARGIN = 14
_SIZES = {"#showtitle": 18.0, "#showsaid": 18.0, "#showunseen": 18.0}


class SpeakerWindow(ShowWindow):
    """Arranges the parts of the page; ``show_*`` methods of the parts fill it."""

    def __init__(self, inks: tuple[Ink, Ink], clock: Clock, model: StopModel, commands: Sequence[Command]) -> None:
        """A page.

        Args:
            inks: the theme of the page and that of the audience's picture.
            clock: the time.
            model: the stops.
            commands: what the buttons carry out.
        """
        super().__init__("speaker", "vmexplorer: speaker")
        ink, picture_ink = inks
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(900, 560)
        self.title = ShortLabel("showtitle")
        self.said = ShortLabel("showsaid")
        self.unseen = ShortLabel("showunseen")
        self.tools = ToolRow(commands, self)
        self.box = PictureBox(picture_ink, clock, self)
        self.next = NextPanel(ink, self)
        self.notes = NotesPanel(self)
        self.times = TimePanel(ink, self)
        self.strip = StopCells("Stops", model, ink, self)
        self.strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.setWrapping(False)
        self.grid = StopCells("Overview of all stops", model, ink, self)
        self.grid.setObjectName("showgrid")
        self.grid.setWrapping(True)
        self.grid.setResizeMode(StopCells.ResizeMode.Adjust)
        self.grid.hide()
        self._commands = tuple(commands)
        self._sheet: KeySheet | None = None
        self._arrange()

    def set_inks(self, ink: Ink, picture_ink: Ink) -> None:
        """Paints the page and the picture with other themes."""
        for part in (self.next, self.times, self.strip, self.grid):
            part.set_ink(ink)
        self.box.set_ink(picture_ink)

    def show_grid(self, shown: bool) -> None:
        """Covers the page with the overview, or uncovers it."""
        self._place_grid()
        self.grid.setVisible(shown)
        if shown:
            self.grid.raise_()

    def show_help(self, shown: bool) -> None:
        """Lays the sheet of all keys over the page, or takes it away."""
        if shown and self._sheet is None:
            self._sheet = KeySheet(on_sheet(self._commands), self)
            self._sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self._sheet is None or self._sheet.isVisible() == shown:
            return
        if shown:
            self._sheet.open()
        else:
            self._sheet.close()
        self.setFocus()

    @property
    def columns(self) -> int:
        """How many stops stand in a row of the overview."""
        return _GRID

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        head.addWidget(self.tools)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.box, 1)
        left.addWidget(self.unseen)
        left.addWidget(self.said)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.next)
        right.addWidget(self.notes, 1)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addLayout(left, 64)
        middle.addLayout(right, 36)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self.times)
        column.addWidget(self.strip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts and stops grow with the page."""
        super().resizeEvent(event)
        scale = min(_MOST, max(_LEAST, min(self.width() / _DESIGN[0], self.height() / _DESIGN[1])))
        self.setStyleSheet(font_sizes(_SIZES, scale) + "\n#showtitle, #showunseen, #showsaid { font-weight: 600; }")
        for part in (self.tools, self.next, self.notes, self.times):
            part.set_scale(scale)
        self.strip.set_cell_width(round(_CELL * scale))
        self.strip.setFixedHeight(self.strip.cells.height + 12)
        self._place_grid()

    def _place_grid(self) -> None:
        self.grid.setGeometry(self.rect())
        self.grid.set_cell_width((self.width() - 24) // _GRID)
