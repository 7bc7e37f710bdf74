"""The two banks as an audience sees them: the cards, what the loader does, and its screen."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from vmexplorer.labs.banks.play import BanksPlay
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.banks.bank_board import BankBoard
from vmexplorer.ui.labs.banks.screen_view import ScreenView
from vmexplorer.ui.labs.lab_mirror import LabMirror
from vmexplorer.ui.panels.lettering import Lettering

_EDGE, _GAP = 20.0, 14.0  # pixels at scale 1
_ALONE, _WITH_SCREEN = 600.0, 700.0  # heights of mirrors whose letters have the size of the design


class BanksMirror(LabMirror):
    """Everything in letters for the last row; the screen of the loader is there while the loader works."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._lettering = Lettering(ink, 1.0)
        self.board = BankBoard(self._lettering, self)
        self.screen_view = ScreenView(self._lettering, self)
        self.screen_view.hide()

    def show_latest(self, shown: object) -> None:
        """Shows the present moment of the lab."""
        if isinstance(shown, BanksPlay):
            screen = shown.picture.screen
            self.board.show_moment(shown)
            self.screen_view.show_screen(screen)
            self.screen_view.setVisible(not screen.aside)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Letters grow with the room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        works = not self.screen_view.isHidden()
        scale = max(0.4, self.height() / (_WITH_SCREEN if works else _ALONE))
        if scale != self._lettering.scale:
            self._lettering = Lettering(self._ink, scale)
            self.board.dress(self._lettering)
            self.screen_view.dress(self._lettering)
        edge, gap = self._lettering.pixels(_EDGE), self._lettering.pixels(_GAP)
        width = self.width() - 2 * edge
        below = self.board.place(edge, edge, width) + gap
        if not works:
            self.board.place(edge, max(edge, (self.height() - below + edge) // 2), width)
        while width > edge and self.screen_view.arrange(width) > self.height() - below - edge:
            width -= edge
        self.screen_view.setGeometry(edge, below, width, self.screen_view.arrange(width))
