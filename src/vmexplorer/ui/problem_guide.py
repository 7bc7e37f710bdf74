"""What the window does with a broken pack: says it, keeps the last good state, tries again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from vmexplorer.app.packs import load_last_good, load_pack
from vmexplorer.app.request import OpenRequest
from vmexplorer.errors import PackError
from vmexplorer.ui.panels.problem_page import ProblemBar, ProblemPage

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk


class ProblemGuide(QObject):
    """Shows the problems of a pack over the desk until the pack is mended or left."""

    def __init__(self, desk: Desk, request: OpenRequest, error: PackError) -> None:
        super().__init__(desk)
        self._desk = desk
        self._request = request
        self._error = error
        self._bar: ProblemBar | None = None

    def show(self) -> None:
        """The list of problems; with a last good state a bar over it instead, that leads to the list."""
        pack = self._request.pack
        if pack is not None and load_last_good(pack) is not None:
            self._show_bar()
        else:
            self.show_list()

    @Slot()
    def show_list(self) -> None:
        """Every problem, in the place of the map."""
        page = ProblemPage()
        page.set_problems(str(self._request.pack), self._error.problems)
        page.retry_wanted.connect(self.retry)
        page.shipped_wanted.connect(self.leave)
        self._desk.window.show_map()
        self._desk.window.show_instead(page)

    def _show_bar(self) -> None:
        self._bar = ProblemBar()
        self._bar.set_problems(self._error.problems)
        self._bar.details_wanted.connect(self.show_list)
        self._bar.retry_wanted.connect(self.retry)
        self._desk.window.show_above(self._bar)

    @Slot()
    def retry(self) -> None:
        """Reads the pack again."""
        try:
            atlas = load_pack(self._request.pack)
        except PackError as error:
            self._error = error
            self.show_list()
            return
        self._end()
        self._desk.show_atlas(atlas)

    @Slot()
    def leave(self) -> None:
        """Goes on with the shipped pack."""
        self._end()
        self._desk.show_atlas(load_pack(None))

    def _end(self) -> None:
        self._desk.window.show_map()
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
