"""Questions asked during a show: the board beside the picture, and the speaker's notes in the quiz."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from vmexplorer.app.touring import EMPHASIS
from vmexplorer.lessons.quiz.board import Board
from vmexplorer.lessons.show_screens import Placement
from vmexplorer.lessons.show_state import Layer, ShowState
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.presenter.audience_window import AudienceWindow


class ShowBoard(QObject):
    """Lets the audience see the board of a class, outside the tour and unless its picture is frozen."""

    def __init__(self, desk: Desk, audience: AudienceWindow) -> None:
        super().__init__()
        self._desk = desk
        self._audience = audience
        self._open = False
        self._frozen = False
        self._asks = ""
        desk.labs.board_changed.connect(self._show)

    def place(self, state: ShowState, placed: Placement) -> None:
        """Follows the show: where it is, and which windows stand on the screens."""
        self._open, self._frozen = Layer.DETOUR in state, Layer.FROZEN in state
        self._desk.labs.set_watched(placed.audience is not None and placed.map is not None)
        self._show(self._desk.labs.board)

    def end(self) -> None:
        """Lets go of the labs."""
        self._desk.labs.board_changed.disconnect(self._show)
        self._desk.labs.set_watched(False)

    @Slot(object)
    def _show(self, board: Board | None) -> None:
        if board is not None and self._open:
            # What a stop brings out would be a hint; it comes back with the tour.
            self._desk.controller.lay_over(EMPHASIS, None)
            if board.asks != self._asks:
                # The part of the map that a stop shows may lack what is to be found, or give it away.
                self._desk.window.canvas.fit(animated=False)
        self._asks = board.asks if board is not None and self._open else ""
        if not self._frozen:
            self._audience.show_board(self._desk.controller.explorer.atlas, board if self._open else None)
