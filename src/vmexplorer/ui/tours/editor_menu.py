"""What else can be done with tours in the editor: new ones, copies, files, and putting one away."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from vmexplorer.app import tour_editing as editing
from vmexplorer.atlas.shapes import ID_FORM, ID_PATTERN
from vmexplorer.atlas.tour import Tour
from vmexplorer.errors import VmexplorerError

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk
    from vmexplorer.ui.tours.editor import TourEditor

_ENDING = ".yaml"
_FILES = f"Tours (*{_ENDING})"


class EditorMenu(QObject):
    """The menu behind the button More; it goes with its last use."""

    def __init__(self, desk: Desk, editor: TourEditor) -> None:
        super().__init__(desk)
        self._desk = desk
        self._editor = editor
        self._library = desk.tours.library
        self._acts: dict[QAction, Callable[[], None]] = {}

    def popup(self, place: QPoint) -> None:
        """Opens it at a place on the screen; what waits to be saved is saved first."""
        self._editor.saver.save_now()
        menu = QMenu(self._desk.window)
        menu.aboutToHide.connect(self.deleteLater)
        menu.aboutToHide.connect(menu.deleteLater)
        tour = self._editor.tour
        self._add(menu, "New tour from what I see", self._begin)
        copies = menu.addMenu("Copy a tour")
        for one in self._library.tours:
            self._add(copies, one.name.replace("&", "&&"), partial(self._copy, one))
        menu.addSeparator()
        self._add(menu, "Open a file…", self._open)
        if tour is not None:
            self._add(menu, "Save as a file…", partial(self._export, tour))
        if tour is not None and self._library.is_own(tour):
            menu.addSeparator()
            self._add(menu, f"Delete “{tour.name}”".replace("&", "&&"), self._editor.delete)
        menu.triggered.connect(self._act)
        menu.popup(place)

    def _add(self, menu: QMenu, text: str, act: Callable[[], None]) -> None:
        self._acts[menu.addAction(text)] = act

    @Slot(QAction)
    def _act(self, action: QAction) -> None:
        try:
            self._acts[action]()
        except VmexplorerError as error:
            self._desk.window.message_bar.say_lasting(f"{error}.")

    def _begin(self) -> None:
        self._editor.edit(self._editor.made(self._editor.seen()))

    def _copy(self, tour: Tour) -> None:
        self._editor.edit(editing.copy_of(tour, self._library.taken))

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._desk.window, "Open a tour", "", _FILES)
        if name:
            self._editor.edit(self._library.open(Path(name)))

    def _export(self, tour: Tour) -> None:
        name, _ = QFileDialog.getSaveFileName(self._desk.window, "Save the tour", f"{tour.id}.yaml", _FILES)
        if not name:
            return
        file = Path(name) if name.endswith(_ENDING) else Path(f"{name}{_ENDING}")
        if not re.fullmatch(ID_PATTERN, file.stem):
            raise VmexplorerError(f"the name {file.stem!r} of a tour's file is not {ID_FORM}")
        if str(file) != name and file.exists():
            raise VmexplorerError(f"{file} exists already; choose it in the list of files to replace it")
        self._library.export(replace(tour, id=file.stem), file)
        self._desk.window.message_bar.say(f"Saved as {file}.")
